package tenon.assess;

import static java.lang.Double.NaN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Panel;

/**
 * The oracle: the formulas of docs/methods/assess.md written down as they stand, recursive, one
 * cell at a time, without regard to speed. Knows neither faults nor findings.
 */
final class PlainAssess {
  private final Panel panel;
  private final AssessSpec spec;

  PlainAssess(Panel panel, AssessSpec spec) {
    this.panel = panel;
    this.spec = spec;
  }

  /** Score from 0 to 100, or null where unknown. */
  @Nullable Double score(int node, int unit, int period) {
    if (children(node).isEmpty()) {
      return scaled(node, panel.value(unit, period, node));
    }
    return mean(node, child -> score(child, unit, period));
  }

  /** Target score less score, or null where unknown. */
  @Nullable Double gap(int node, int unit, int period) {
    if (children(node).isEmpty()) {
      Double target = scaled(node, panel.hierarchy().target(node));
      Double score = score(node, unit, period);
      return target == null || score == null ? null : (Double) (target - score);
    }
    return mean(node, child -> gap(child, unit, period));
  }

  /** Global weight: the product down the tree. */
  double global(int node) {
    int parent = panel.hierarchy().parent(node);
    return parent < 0
        ? 1
        : global(parent) * weights(parent, spec.weighting()).getOrDefault(node, NaN);
  }

  private interface Amount {
    @Nullable Double of(int child);
  }

  private @Nullable Double mean(int node, Amount amount) {
    double sum = 0;
    double known = 0;
    for (Map.Entry<Integer, Double> weight : weights(node, spec.weighting()).entrySet()) {
      Double part = amount.of(weight.getKey());
      if (part != null) {
        sum += weight.getValue() * part;
        known += weight.getValue();
      }
    }
    return known == 0 ? null : (Double) (sum / known);
  }

  private @Nullable Double scaled(int leaf, double value) {
    double low = panel.hierarchy().low(leaf);
    double high = panel.hierarchy().high(leaf);
    if (spec.scaling() instanceof Scaling.PooledSample) {
      low = known(leaf).stream().mapToDouble(x -> x).min().orElse(0);
      high = known(leaf).stream().mapToDouble(x -> x).max().orElse(0);
    }
    if (Double.isNaN(value) || low == high) {
      return null;
    }
    double share = (value - low) / (high - low);
    double turned = panel.hierarchy().direction(leaf) < 0 ? 1 - share : share;
    return 100 * Math.min(1, Math.max(0, turned));
  }

  /** Weights of the children of a node. */
  private Map<Integer, Double> weights(int node, Weighting weighting) {
    Map<Integer, Double> weights = new LinkedHashMap<>();
    for (int child : children(node)) {
      weights.put(
          child,
          switch (weighting) {
            case Weighting.Given _ -> panel.hierarchy().weight(child);
            case Weighting.Equal _ -> 1.0;
            case Weighting.Entropy entropy -> divergence(child, entropy);
            case Weighting.Combined both ->
                Math.sqrt(
                    weights(node, both.first()).getOrDefault(child, NaN)
                        * weights(node, both.second()).getOrDefault(child, NaN));
            case Weighting.Critic _ -> conflict(child);
            case Weighting.Fixed fixed ->
                fixed.byCode().getOrDefault(panel.hierarchy().keys().key(child), NaN);
            case Weighting.Judged _, Weighting.PrincipalComponent _ ->
                throw new UnsupportedOperationException();
          });
    }
    double sum = weights.values().stream().mapToDouble(w -> w).sum();
    weights.replaceAll((_, weight) -> sum > 0 ? weight / sum : 1.0 / children(node).size());
    return weights;
  }

  private double divergence(int node, Weighting.Entropy spec) {
    if (!children(node).isEmpty()) {
      return children(node).stream().mapToDouble(child -> divergence(child, spec)).sum();
    }
    List<Double> values = known(node);
    double min = values.stream().mapToDouble(x -> x).min().orElse(0);
    double max = values.stream().mapToDouble(x -> x).max().orElse(0);
    if (min == max) {
      return 0;
    }
    boolean less = panel.hierarchy().direction(node) < 0;
    List<Double> shifted =
        values.stream()
            .map(x -> (less ? (max - x) / (max - min) : (x - min) / (max - min)) + spec.shift())
            .toList();
    double sum = shifted.stream().mapToDouble(x -> x).sum();
    double entropy = 0;
    for (double x : shifted) {
      entropy -= x == 0 ? 0 : x / sum * Math.log(x / sum) / Math.log(shifted.size());
    }
    return 1 - entropy;
  }

  /** Contrast times conflict, summed over the leaves at or beneath a node. */
  private double conflict(int node) {
    if (!children(node).isEmpty()) {
      return children(node).stream().mapToDouble(this::conflict).sum();
    }
    double sum = 0;
    for (int other = 0; other < panel.hierarchy().count(); other++) {
      boolean leaf = children(other).isEmpty();
      if (leaf && other != node && top(other) == top(node) && contrast(other) > 0) {
        sum += 1 - correlation(node, other);
      }
    }
    return contrast(node) * sum;
  }

  private int top(int node) {
    int parent = panel.hierarchy().parent(node);
    return parent < 0 ? node : top(parent);
  }

  private double contrast(int leaf) {
    List<Double> values = known(leaf);
    double min = values.stream().mapToDouble(x -> x).min().orElse(0);
    double max = values.stream().mapToDouble(x -> x).max().orElse(0);
    double mean = values.stream().mapToDouble(x -> x).average().orElse(0);
    double squares = values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return max > min ? Math.sqrt(squares / (values.size() - 1)) / (max - min) : 0;
  }

  private double correlation(int one, int other) {
    List<double[]> pairs = new ArrayList<>();
    for (int unit = 0; unit < panel.units().count(); unit++) {
      for (int period = 0; period < panel.periods().count(); period++) {
        double a = panel.value(unit, period, one) * panel.hierarchy().direction(one);
        double b = panel.value(unit, period, other) * panel.hierarchy().direction(other);
        if (!Double.isNaN(a) && !Double.isNaN(b)) {
          pairs.add(new double[] {a, b});
        }
      }
    }
    double meanA = pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(NaN);
    double meanB = pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(NaN);
    double both = 0;
    double a = 0;
    double b = 0;
    for (double[] pair : pairs) {
      both += (pair[0] - meanA) * (pair[1] - meanB);
      a += (pair[0] - meanA) * (pair[0] - meanA);
      b += (pair[1] - meanB) * (pair[1] - meanB);
    }
    double r = both / Math.sqrt(a * b);
    return Double.isNaN(r) ? 0 : r;
  }

  private List<Double> known(int leaf) {
    List<Double> values = new ArrayList<>();
    for (int unit = 0; unit < panel.units().count(); unit++) {
      for (int period = 0; period < panel.periods().count(); period++) {
        double value = panel.value(unit, period, leaf);
        if (!Double.isNaN(value)) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private List<Integer> children(int node) {
    List<Integer> children = new ArrayList<>();
    for (int other = 0; other < panel.hierarchy().count(); other++) {
      if (panel.hierarchy().parent(other) == node) {
        children.add(other);
      }
    }
    return children;
  }
}
