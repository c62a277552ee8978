package tenon.assess.pipeline;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.Notes;
import tenon.assess.Tree;
import tenon.assess.Weights;
import tenon.assess.statistics.BenefitOfTheDoubt;

/**
 * Gathers one data set up the hierarchy, with any weights; see {@link Aggregator}. Made once for
 * many sets of weights: what does not depend on them (depths, logarithms of indicators) is worked
 * out at the beginning. Immutable; several threads may gather at once.
 */
public final class Aggregating {
  private final DataSet data;
  private final Aggregator[] aggregators;

  /** Logarithms of the columns of leaves beneath a geometric node; empty for others. */
  private final double[][] logs;

  private final int[][] children;
  private final boolean[] indicator;

  /** Whether every value of an indicator is known; false for other nodes. */
  private final boolean[] complete;

  /**
   * Prepares the gathering.
   *
   * @param notes collects errors where a mean cannot be taken; results are then worthless
   */
  public Aggregating(DataSet data, PipelineSpec spec, Notes notes) {
    this.data = data;
    Tree tree = data.tree();
    int nodes = tree.nodes();
    aggregators = new Aggregator[nodes];
    logs = new double[nodes][0];
    children = new int[nodes][];
    indicator = new boolean[nodes];
    complete = new boolean[nodes];
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      indicator[node] = true;
      complete[node] = DataSet.unknown(data.column(node)) == 0;
    }
    int[] depth = new int[nodes];
    for (int position = 0; position < nodes; position++) {
      int node = tree.downward(position);
      depth[node] = tree.isTop(node) ? 0 : depth[tree.hierarchy().parent(node)] + 1;
      aggregators[node] = spec.aggregator(depth[node]);
      children[node] =
          IntStream.range(0, tree.childCount(node)).map(nth -> tree.child(node, nth)).toArray();
    }
    for (int node = 0; node < nodes; node++) {
      if (needsPositive(aggregators[node])) {
        check(node, notes);
      } else if (aggregators[node] instanceof Aggregator.Doubt(BenefitOfTheDoubt.Spec shares)) {
        check(node, shares, notes);
      }
    }
  }

  private static boolean needsPositive(Aggregator aggregator) {
    return aggregator instanceof Aggregator.Geometric || aggregator instanceof Aggregator.Harmonic;
  }

  private void check(int node, Notes notes) {
    for (int child : children[node]) {
      String code = data.tree().code(child);
      if (children[child].length == 0) {
        double[] column = data.column(child);
        int bad = 0;
        for (double value : column) {
          bad += value <= 0 ? 1 : 0;
        }
        if (bad > 0) {
          notes.error("not-positive", "value", code, Integer.toString(bad));
        } else if (aggregators[node] instanceof Aggregator.Geometric) {
          logs[child] = Means.each(column, StrictMath::log);
        }
      } else if (!needsPositive(aggregators[child])
          && !(aggregators[child] instanceof Aggregator.Arithmetic)) {
        notes.error("not-positive-node", "code", code, data.tree().code(node));
      }
    }
  }

  /** Shares that cannot sum to 1, and values of which none can have a share. */
  private void check(int node, BenefitOfTheDoubt.Spec spec, Notes notes) {
    int count = children[node].length;
    if (count > 0 && (spec.leastShare() * count > 1 || spec.greatestShare() * count < 1)) {
      notes.error("doubt-bounds", "code", data.tree().code(node), Integer.toString(count));
    }
    boolean bounded = spec.leastShare() > 0;
    for (int child : children[node]) {
      int bad = 0;
      for (double value : children[child].length == 0 ? data.column(child) : new double[0]) {
        bad += value < 0 || (bounded && value == 0) ? 1 : 0;
      }
      if (bad > 0) {
        String code = bounded ? "doubt-zero" : "doubt-negative";
        notes.error(code, "value", data.tree().code(child), Integer.toString(bad));
      }
    }
  }

  /** Values of all nodes by cell; unknown for leaves that are no indicators. */
  public double[][] gather(Weights weights) {
    Gathered gathered = new Gathered(weights);
    double[][] columns = new double[children.length][];
    for (int node = 0; node < columns.length; node++) {
      columns[node] = gathered.values(node);
    }
    return columns;
  }

  /** Values of one node by cell; what does not lie beneath it is not gathered. */
  public double[] gather(Weights weights, int node) {
    return new Gathered(weights).values(node);
  }

  /**
   * One gathering under way. A geometric mean is kept as its logarithm too, for a geometric mean
   * above it: the exponential is taken only of what is asked for.
   */
  private final class Gathered {
    private final Weights weights;
    private final double[] @Nullable [] values = new double[children.length][];
    private final double[] @Nullable [] logarithms = new double[children.length][];
    private final boolean[] known = complete.clone();

    Gathered(Weights weights) {
      this.weights = weights;
    }

    double[] values(int node) {
      double[] made = values[node];
      if (made == null) {
        made = children[node].length > 0 ? gathered(node) : leaf(node);
        values[node] = made;
      }
      return made;
    }

    private double[] leaf(int node) {
      if (indicator[node]) {
        return data.column(node);
      }
      double[] unknown = new double[data.width()];
      Arrays.fill(unknown, Double.NaN);
      return unknown;
    }

    private double[] logarithms(int node) {
      double[] made = logarithms[node];
      if (made == null) {
        boolean geometric =
            children[node].length > 0 && aggregators[node] instanceof Aggregator.Geometric;
        made =
            logs[node].length > 0
                ? logs[node]
                : geometric
                    ? mean(node, parts(node, this::logarithms))
                    : Means.each(values(node), StrictMath::log);
        logarithms[node] = made;
      }
      return made;
    }

    private double[][] parts(int node, IntFunction<double[]> columns) {
      double[][] parts = new double[children[node].length][];
      for (int k = 0; k < parts.length; k++) {
        parts[k] = columns.apply(children[node][k]);
      }
      return parts;
    }

    private double[] local(int node) {
      double[] local = new double[children[node].length];
      for (int k = 0; k < local.length; k++) {
        local[k] = weights.local(children[node][k]);
      }
      return local;
    }

    /** Weighted mean of the parts of a node, and whether nothing of it is unknown. */
    private double[] mean(int node, double[][] parts) {
      double[] local = local(node);
      boolean all = true;
      double sum = 0;
      for (int k = 0; k < local.length; k++) {
        all &= known[children[node][k]];
        sum += local[k];
      }
      known[node] = all && sum > 0;
      return known[node] ? Means.ofKnown(parts, local) : Means.weighted(parts, local);
    }

    private double[] gathered(int node) {
      return switch (aggregators[node]) {
        case Aggregator.Arithmetic _ -> mean(node, parts(node, this::values));
        case Aggregator.Geometric _ -> Means.each(logarithms(node), StrictMath::exp);
        case Aggregator.Harmonic _ -> {
          double[][] inverse = parts(node, child -> Means.each(values(child), x -> 1 / x));
          yield Means.each(mean(node, inverse), x -> 1 / x);
        }
        case Aggregator.Topsis(boolean vector) ->
            Outranking.topsis(parts(node, this::values), local(node), vector);
        case Aggregator.Copeland _ -> {
          double[][] parts = parts(node, this::values);
          double[] own = local(node);
          double[] score = new double[data.width()];
          for (Block block : Block.perPeriod(data)) {
            Outranking.copeland(parts, own, block, score);
          }
          yield score;
        }
        case Aggregator.Doubt(BenefitOfTheDoubt.Spec spec) -> {
          double[][] parts = parts(node, this::values);
          double[] score = new double[data.width()];
          for (Block block : Block.perPeriod(data)) {
            doubt(parts, spec, block, score);
          }
          yield score;
        }
      };
    }
  }

  private static void doubt(
      double[][] parts, BenefitOfTheDoubt.Spec spec, Block block, double[] score) {
    double[][] rows = new double[block.count()][parts.length];
    for (int unit = 0; unit < rows.length; unit++) {
      for (int k = 0; k < parts.length; k++) {
        rows[unit][k] = parts[k][block.cell(unit)];
      }
    }
    BenefitOfTheDoubt result = BenefitOfTheDoubt.of(rows, spec);
    for (int unit = 0; unit < rows.length; unit++) {
      score[block.cell(unit)] = result.score(unit);
    }
  }
}
