package tenon.assess.pipeline;

import static java.lang.Double.NaN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tenon.model.Panel;

/**
 * The oracle: every step written down as its definition, one value at a time in maps keyed by
 * "indicator unit period", without regard to speed. Knows neither faults nor findings.
 */
final class PlainPipeline {
  private final Panel panel;
  private final List<String> units = new ArrayList<>();
  private final List<Integer> leaves = new ArrayList<>();
  private Map<String, Double> values = new TreeMap<>();

  PlainPipeline(Panel panel) {
    this.panel = panel;
    panel.units().stream().forEach(units::add);
    for (int node = 0; node < panel.hierarchy().count(); node++) {
      if (children(node).isEmpty() && panel.hierarchy().parent(node) >= 0) {
        leaves.add(node);
      }
      for (int unit = 0; unit < units.size(); unit++) {
        for (int period = 0; period < panel.periods().count(); period++) {
          values.put(key(node, units.get(unit), period), panel.value(unit, period, node));
        }
      }
    }
  }

  List<String> units() {
    return units;
  }

  double value(int node, String unit, int period) {
    return values.getOrDefault(key(node, unit, period), NaN);
  }

  private static String key(int node, String unit, int period) {
    return node + " " + unit + " " + period;
  }

  void take(Step step) {
    switch (step) {
      case Step.Denominate _ -> denominate();
      case Step.Screen screen -> units.removeIf(unit -> isScreened(screen, unit));
      case Step.Impute(Imputation by) -> impute(by);
      case Step.Treat(Treatment by) -> leaves.forEach(leaf -> treat(by, leaf));
      case Step.Normalise normalise -> {
        Map<String, Double> after = new TreeMap<>(values);
        leaves.forEach(leaf -> normalise(normalise, leaf, after));
        values = after;
      }
    }
  }

  private void each(int leaf, ToDoubleFunction<String> function) {
    for (String unit : units) {
      for (int period = 0; period < panel.periods().count(); period++) {
        String key = key(leaf, unit, period);
        values.put(key, function.applyAsDouble(key));
      }
    }
  }

  private void denominate() {
    for (int leaf : leaves) {
      String by = panel.hierarchy().denominator(leaf);
      if (by != null) {
        String other = panel.hierarchy().keys().id(by) + " ";
        each(leaf, key -> of(key) / of(other + key.substring(key.indexOf(' ') + 1)));
      }
    }
  }

  private double of(String key) {
    return values.getOrDefault(key, NaN);
  }

  private boolean isScreened(Step.Screen screen, String unit) {
    int known = 0;
    boolean gap = false;
    for (int leaf : leaves) {
      String marks = "";
      for (int period = 0; period < panel.periods().count(); period++) {
        boolean blank = Double.isNaN(value(leaf, unit, period));
        known += blank ? 0 : 1;
        marks += blank ? "." : "x";
      }
      gap |= screen.longestGap() < 50 && marks.contains(".".repeat(screen.longestGap() + 1));
    }
    return gap || known < screen.leastKnown() * leaves.size() * panel.periods().count();
  }

  private void impute(Imputation by) {
    Map<String, Double> after = new TreeMap<>(values);
    for (int leaf : leaves) {
      for (String unit : units) {
        for (int period = 0; period < panel.periods().count(); period++) {
          if (Double.isNaN(value(leaf, unit, period))) {
            after.put(key(leaf, unit, period), filled(by, leaf, unit, period));
          }
        }
      }
    }
    values = after;
  }

  private double filled(Imputation by, int leaf, String unit, int period) {
    return switch (by) {
      case Imputation.GroupMean(Step.Groups groups) ->
          peers(groups, leaf, unit, period).stream().mapToDouble(x -> x).average().orElse(NaN);
      case Imputation.GroupMedian(Step.Groups groups) -> {
        List<Double> peers = peers(groups, leaf, unit, period);
        int n = peers.size();
        yield n == 0 ? NaN : (peers.get((n - 1) / 2) + peers.get(n / 2)) / 2;
      }
      case Imputation.Interpolation(boolean beyond) -> {
        int before = period;
        int after = period;
        while (before >= 0 && Double.isNaN(value(leaf, unit, before))) {
          before--;
        }
        int last = panel.periods().count();
        while (after < last && Double.isNaN(value(leaf, unit, after))) {
          after++;
        }
        double from = before < 0 ? NaN : value(leaf, unit, before);
        double to = after == last ? NaN : value(leaf, unit, after);
        if (before < 0 || after == last) {
          yield beyond ? (before < 0 ? to : from) : NaN;
        }
        double years = year(after) - year(before);
        yield from + (to - from) * (year(period) - year(before)) / years;
      }
      case Imputation.LastObservation _ -> {
        int before = period;
        while (before >= 0 && Double.isNaN(value(leaf, unit, before))) {
          before--;
        }
        yield before < 0 ? NaN : value(leaf, unit, before);
      }
      case Imputation.ExpectationMaximisation _, Imputation.Regression _ ->
          throw new UnsupportedOperationException();
    };
  }

  private double year(int period) {
    return Double.parseDouble(panel.periods().key(period));
  }

  private List<Double> peers(Step.Groups groups, int leaf, String unit, int period) {
    String own = groups.byUnit().getOrDefault(unit, "");
    return units.stream()
        .filter(other -> groups.byUnit().getOrDefault(other, "").equals(own))
        .map(other -> value(leaf, other, period))
        .filter(x -> !Double.isNaN(x))
        .sorted()
        .toList();
  }

  private List<Double> known(int leaf) {
    return units.stream()
        .flatMap(u -> IntStream.range(0, panel.periods().count()).mapToObj(p -> value(leaf, u, p)))
        .filter(x -> !Double.isNaN(x))
        .sorted()
        .toList();
  }

  private void treat(Treatment by, int leaf) {
    List<Double> sorted = known(leaf);
    if (sorted.size() < 4) {
      return;
    }
    switch (by) {
      case Treatment.SkewRule rule -> bySkew(rule, leaf, new ArrayList<>(sorted));
      case Treatment.Percentiles(double low, double high, Step.Groups groups) -> {
        Map<String, Double> before = new TreeMap<>(values);
        each(
            leaf,
            key -> {
              String own = groups.byUnit().getOrDefault(key.split(" ", -1)[1], "");
              List<Double> peers =
                  before.entrySet().stream()
                      .filter(e -> e.getKey().startsWith(leaf + " "))
                      .filter(e -> units.contains(e.getKey().split(" ", -1)[1]))
                      .filter(
                          e ->
                              groups
                                  .byUnit()
                                  .getOrDefault(e.getKey().split(" ", -1)[1], "")
                                  .equals(own))
                      .map(Map.Entry::getValue)
                      .filter(x -> !Double.isNaN(x))
                      .sorted()
                      .toList();
              return within(
                  before.getOrDefault(key, NaN), at(peers, low / 100), at(peers, high / 100));
            });
      }
      case Treatment.Fences(double ranges) -> {
        double reach = ranges * (at(sorted, .75) - at(sorted, .25));
        each(leaf, key -> within(of(key), at(sorted, .25) - reach, at(sorted, .75) + reach));
      }
      case Treatment.Sigmas(double deviations) -> {
        double mean = mean(sorted);
        double reach =
            deviations * Math.sqrt(moment(sorted, 2) * sorted.size() / (sorted.size() - 1));
        each(leaf, key -> within(of(key), mean - reach, mean + reach));
      }
    }
  }

  private static double within(double x, double low, double high) {
    return x < low ? low : x > high ? high : x;
  }

  private static double at(List<Double> sorted, double share) {
    if (sorted.isEmpty()) {
      return NaN;
    }
    double place = share * (sorted.size() - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted.get(below) * (1 - (place - below)) + sorted.get(above) * (place - below);
  }

  private static double mean(List<Double> x) {
    return x.stream().mapToDouble(v -> v).average().orElse(NaN);
  }

  private static double moment(List<Double> x, int power) {
    double mean = mean(x);
    return x.stream().mapToDouble(v -> Math.pow(v - mean, power)).average().orElse(NaN);
  }

  private static boolean passes(Treatment.SkewRule rule, List<Double> x) {
    double n = x.size();
    double skewness = Math.sqrt(n * (n - 1)) / (n - 2) * moment(x, 3) / Math.pow(moment(x, 2), 1.5);
    double excess = moment(x, 4) / Math.pow(moment(x, 2), 2) - 3;
    double kurtosis = (n - 1) / (n - 2) / (n - 3) * ((n + 1) * excess + 6);
    return !(Math.abs(skewness) >= rule.skewness() && kurtosis >= rule.kurtosis());
  }

  /** One extreme at a time, as one would by hand on the sorted values. */
  private void bySkew(Treatment.SkewRule rule, int leaf, List<Double> x) {
    List<Double> original = List.copyOf(x);
    int low = 0;
    int high = 0;
    while (!passes(rule, x)) {
      if (low + high == rule.mostWinsorised() || low + high + 2 >= x.size()) {
        double min = original.getFirst();
        double range = original.getLast() - min;
        each(leaf, key -> Math.log(of(key) - min + .01 * range));
        return;
      }
      if (moment(x, 3) < 0) {
        low++;
      } else {
        high++;
      }
      for (int i = 0; i < x.size(); i++) {
        double least = original.get(low);
        x.set(i, within(original.get(i), least, original.get(x.size() - 1 - high)));
      }
    }
    double least = x.getFirst();
    double greatest = x.getLast();
    each(leaf, key -> within(of(key), least, greatest));
  }

  private void normalise(Step.Normalise step, int leaf, Map<String, Double> after) {
    double sign = panel.hierarchy().direction(leaf) < 0 ? -1 : 1;
    for (String unit : units) {
      for (int period = 0; period < panel.periods().count(); period++) {
        int now = period;
        List<Double> peers =
            units.stream()
                .flatMap(
                    u ->
                        IntStream.range(0, panel.periods().count())
                            .filter(p -> step.extent() == Extent.POOLED || p == now)
                            .mapToObj(p -> sign * value(leaf, u, p)))
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toList();
        double x = sign * value(leaf, unit, period);
        double scaled =
            Double.isNaN(x) || peers.isEmpty() ? NaN : scaled(step.by(), leaf, x, peers, period);
        after.put(key(leaf, unit, period), scaled);
      }
    }
  }

  private double scaled(Normalisation by, int leaf, double x, List<Double> peers, int period) {
    double min = peers.getFirst();
    double max = peers.getLast();
    double worse = peers.stream().filter(other -> other < x).count();
    double sign = panel.hierarchy().direction(leaf) < 0 ? -1 : 1;
    return switch (by) {
      case Normalisation.MinMax(double low, double high) ->
          min == max ? NaN : low + (high - low) * (x - min) / (max - min);
      case Normalisation.ZScore(double mean, double deviation) -> {
        double n = peers.size();
        double spread = Math.sqrt(moment(peers, 2) * n / (n - 1));
        yield max > min ? mean + deviation * (x - mean(peers)) / spread : NaN;
      }
      case Normalisation.Rank _ -> 1 + worse;
      case Normalisation.Borda _ -> worse;
      case Normalisation.PercentileRank _ -> worse / (peers.size() - 1);
      case Normalisation.FractionOfMax _ -> max == 0 ? NaN : x / max;
      case Normalisation.DistanceToMax _ -> min == max ? NaN : (x - min) / (max - min);
      case Normalisation.DistanceToReference(String unit) -> {
        double reference = sign * value(leaf, unit, period);
        yield reference > min && max > min ? (x - min) / (reference - min) : NaN;
      }
      case Normalisation.DistanceToTarget _ -> {
        double target = sign * panel.hierarchy().target(leaf);
        yield min == max ? NaN : Math.min(1, (x - min) / (target - min));
      }
      case Normalisation.Goalposts(double low, double high) -> {
        double from = panel.hierarchy().low(leaf);
        double to = panel.hierarchy().high(leaf);
        double share = (sign * x - from) / (to - from);
        double turned = sign < 0 ? 1 - share : share;
        yield low + (high - low) * within(turned, 0, 1);
      }
      case Normalisation.Shift(double origin, double unit) -> (x - origin) / unit;
    };
  }

  /** Index value of a node with the weights of the hierarchy. */
  double gathered(PipelineSpec spec, int node, String unit, int period, int depth) {
    List<Integer> children = children(node);
    if (children.isEmpty()) {
      return value(node, unit, period);
    }
    Aggregator by = spec.aggregator(depth);
    Map<Integer, Double> weights = new LinkedHashMap<>();
    double all = children.stream().mapToDouble(child -> panel.hierarchy().weight(child)).sum();
    children.forEach(child -> weights.put(child, panel.hierarchy().weight(child) / all));
    switch (by) {
      case Aggregator.Topsis(boolean vector) -> {
        double best = 0;
        double worst = 0;
        for (int child : children) {
          double[] column =
              units.stream()
                  .flatMapToDouble(
                      u ->
                          IntStream.range(0, panel.periods().count())
                              .mapToDouble(p -> gathered(spec, child, u, p, depth + 1)))
                  .filter(x -> !Double.isNaN(x))
                  .toArray();
          double length = Math.sqrt(Arrays.stream(column).map(x -> x * x).sum());
          double scale = weights.getOrDefault(child, NaN) / (vector ? length : 1);
          double x = gathered(spec, child, unit, period, depth + 1);
          best += Math.pow(scale * (Arrays.stream(column).max().orElse(NaN) - x), 2);
          worst += Math.pow(scale * (x - Arrays.stream(column).min().orElse(NaN)), 2);
        }
        return Math.sqrt(worst) / (Math.sqrt(worst) + Math.sqrt(best));
      }
      case Aggregator.Copeland _ -> {
        double points = isKnown(spec, children, unit, period, depth) ? 0 : NaN;
        for (String other : units) {
          if (!other.equals(unit) && isKnown(spec, children, other, period, depth)) {
            double net = 0;
            for (int child : children) {
              double difference =
                  gathered(spec, child, unit, period, depth + 1)
                      - gathered(spec, child, other, period, depth + 1);
              net += Math.signum(difference) * weights.getOrDefault(child, NaN);
            }
            points += Math.abs(net) < 1e-11 ? 0 : Math.signum(net);
          }
        }
        return points;
      }
      case Aggregator.Arithmetic _, Aggregator.Geometric _, Aggregator.Harmonic _ -> {
        double sum = 0;
        double known = 0;
        for (int child : children) {
          double x = gathered(spec, child, unit, period, depth + 1);
          double part =
              by instanceof Aggregator.Arithmetic
                  ? x
                  : by instanceof Aggregator.Geometric ? Math.log(x) : 1 / x;
          sum += Double.isNaN(x) ? 0 : weights.getOrDefault(child, NaN) * part;
          known += Double.isNaN(x) ? 0 : weights.getOrDefault(child, NaN);
        }
        double mean = known > 0 ? sum / known : NaN;
        return by instanceof Aggregator.Arithmetic
            ? mean
            : by instanceof Aggregator.Geometric ? Math.exp(mean) : 1 / mean;
      }
      case Aggregator.Doubt _ -> throw new UnsupportedOperationException();
    }
  }

  private boolean isKnown(
      PipelineSpec spec, List<Integer> children, String unit, int period, int depth) {
    return children.stream()
        .noneMatch(child -> Double.isNaN(gathered(spec, child, unit, period, depth + 1)));
  }

  private List<Integer> children(int node) {
    return IntStream.range(0, panel.hierarchy().count())
        .filter(other -> panel.hierarchy().parent(other) == node)
        .boxed()
        .toList();
  }
}
