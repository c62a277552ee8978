package tenon.assess.pipeline;

import java.util.Arrays;
import java.util.stream.IntStream;
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
    IntStream.range(0, data.indicators()).forEach(nth -> indicator[data.indicator(nth)] = true);
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
        long bad = Arrays.stream(column).filter(value -> value <= 0).count();
        if (bad > 0) {
          notes.error("not-positive", "value", code, Long.toString(bad));
        } else if (aggregators[node] instanceof Aggregator.Geometric) {
          logs[child] = Arrays.stream(column).map(StrictMath::log).toArray();
        }
      } else if (!needsPositive(aggregators[child])
          && !(aggregators[child] instanceof Aggregator.Arithmetic)) {
        notes.error("not-positive-node", "code", code, data.tree().code(node));
      }
    }
  }

  /** Values of all nodes by cell; unknown for leaves that are no indicators. */
  public double[][] gather(Weights weights) {
    int nodes = children.length;
    double[][] columns = new double[nodes][];
    double[] local = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      local[node] = weights.local(node);
    }
    for (int position = 0; position < nodes; position++) {
      int node = data.tree().upward(position);
      if (children[node].length > 0) {
        columns[node] = gathered(node, local, columns);
      } else if (indicator[node]) {
        columns[node] = data.column(node);
      } else {
        columns[node] = new double[data.width()];
        Arrays.fill(columns[node], Double.NaN);
      }
    }
    return columns;
  }

  private double[] gathered(int node, double[] local, double[][] columns) {
    double[][] parts = new double[children[node].length][];
    double[] weights = new double[parts.length];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = columns[children[node][k]];
      weights[k] = local[children[node][k]];
    }
    return switch (aggregators[node]) {
      case Aggregator.Arithmetic _ -> Means.weighted(parts, weights);
      case Aggregator.Geometric _ -> {
        for (int k = 0; k < parts.length; k++) {
          double[] known = logs[children[node][k]];
          parts[k] = known.length > 0 ? known : Means.each(parts[k], StrictMath::log);
        }
        yield Means.each(Means.weighted(parts, weights), StrictMath::exp);
      }
      case Aggregator.Harmonic _ -> {
        for (int k = 0; k < parts.length; k++) {
          parts[k] = Means.each(parts[k], x -> 1 / x);
        }
        yield Means.each(Means.weighted(parts, weights), x -> 1 / x);
      }
      case Aggregator.Topsis(boolean vector) -> Outranking.topsis(parts, weights, vector);
      case Aggregator.Copeland _ -> {
        double[] score = new double[data.width()];
        for (Block block : Block.perPeriod(data)) {
          Outranking.copeland(parts, weights, block, score);
        }
        yield score;
      }
      case Aggregator.Doubt(BenefitOfTheDoubt.Spec spec) -> {
        double[] score = new double[data.width()];
        for (Block block : Block.perPeriod(data)) {
          doubt(parts, spec, block, score);
        }
        yield score;
      }
    };
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
