package tenon.assess.pipeline;

import java.util.List;
import tenon.assess.Notes;
import tenon.assess.Tree;
import tenon.assess.algebra.Correlation;
import tenon.model.Findings;
import tenon.model.Hierarchy;

/** Brings indicators to a common scale; see {@link Normalisation}. */
final class Normalising {
  private final Step.Normalise step;
  private final DataSet data;
  private final boolean[] lessIsBetter;
  private final Notes aboutValues;
  private final Notes aboutHierarchy;

  private Normalising(
      Step.Normalise step, DataSet data, boolean[] lessIsBetter, Findings findings) {
    this.step = step;
    this.data = data;
    this.lessIsBetter = lessIsBetter;
    aboutValues = Notes.about(Notes.INDICATORS, findings);
    aboutHierarchy = Notes.about(Notes.HIERARCHY, findings);
  }

  static DataSet of(Step.Normalise step, DataSet data, boolean[] lessIsBetter, Findings findings) {
    return new Normalising(step, data, lessIsBetter, findings).all();
  }

  private DataSet all() {
    if (step.by() instanceof Normalisation.DistanceToReference(String unit)
        && data.units().id(unit) < 0) {
      aboutValues.error("reference-unknown", "unit_id", unit);
      return data;
    }
    double[][] columns = data.columns().clone();
    List<Block> blocks = Block.of(step.extent(), data);
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      double[] turned = turned(node);
      double[] scaled = new double[turned.length];
      for (Block block : blocks) {
        scale(node, turned, scaled, block);
      }
      columns[node] = scaled;
    }
    return data.with(columns);
  }

  private double[] turned(int node) {
    double[] column = data.column(node);
    double[] turned = column.clone();
    for (int cell = 0; lessIsBetter[node] && cell < turned.length; cell++) {
      turned[cell] = -column[cell];
    }
    return turned;
  }

  private void scale(int node, double[] turned, double[] scaled, Block block) {
    switch (step.by()) {
      case Normalisation.MinMax(double low, double high) -> {
        double[] range = range(node, turned, block);
        double span = range[1] - range[0];
        for (int nth = 0; nth < block.count(); nth++) {
          int cell = block.cell(nth);
          scaled[cell] = (turned[cell] - range[0]) / span * (high - low) + low;
        }
      }
      case Normalisation.DistanceToMax _ -> {
        double[] range = range(node, turned, block);
        double span = range[1] - range[0];
        for (int nth = 0; nth < block.count(); nth++) {
          int cell = block.cell(nth);
          scaled[cell] = 1 - (range[1] - turned[cell]) / span;
        }
      }
      case Normalisation.ZScore score -> byDeviation(score, node, turned, scaled, block);
      case Normalisation.Rank _ -> byRank(turned, scaled, block, 1, false);
      case Normalisation.Borda _ -> byRank(turned, scaled, block, 0, false);
      case Normalisation.PercentileRank _ -> byRank(turned, scaled, block, 0, true);
      case Normalisation.FractionOfMax _ -> byFraction(node, turned, scaled, block);
      case Normalisation.DistanceToReference(String unit) ->
          byReference(node, turned, scaled, block, data.units().id(unit));
      case Normalisation.DistanceToTarget _ -> byTarget(node, turned, scaled, block);
      case Normalisation.Goalposts posts -> byGoalposts(posts, node, turned, scaled, block);
      case Normalisation.Shift(double origin, double unit) -> {
        for (int nth = 0; nth < block.count(); nth++) {
          int cell = block.cell(nth);
          scaled[cell] = (turned[cell] - origin) / unit;
        }
      }
    }
  }

  /** Least and greatest known value; where they are equal nothing can be scaled, and it is told. */
  private double[] range(int node, double[] turned, Block block) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int nth = 0; nth < block.count(); nth++) {
      double value = turned[block.cell(nth)];
      least = value < least ? value : least;
      greatest = value > greatest ? value : greatest;
    }
    if (least < greatest) {
      return new double[] {least, greatest};
    }
    if (least == greatest) {
      tellConstant(node, Math.abs(least));
    }
    return new double[] {Double.NaN, Double.NaN};
  }

  private void tellConstant(int node, double value) {
    aboutValues.warn("constant", "value", data.tree().code(node), Notes.number(value));
  }

  private void byDeviation(
      Normalisation.ZScore score, int node, double[] turned, double[] scaled, Block block) {
    double sum = 0;
    int known = 0;
    for (int nth = 0; nth < block.count(); nth++) {
      double value = turned[block.cell(nth)];
      if (!Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    double mean = sum / known;
    double squares = 0;
    for (int nth = 0; nth < block.count(); nth++) {
      double from = turned[block.cell(nth)] - mean;
      squares += Double.isNaN(from) ? 0 : from * from;
    }
    double deviation = Math.sqrt(squares / (known - 1));
    if (known > 0 && !(deviation > 0)) {
      tellConstant(node, Math.abs(mean));
      deviation = Double.NaN;
    }
    for (int nth = 0; nth < block.count(); nth++) {
      int cell = block.cell(nth);
      scaled[cell] = (turned[cell] - mean) / deviation * score.deviation() + score.mean();
    }
  }

  private static void byRank(
      double[] turned, double[] scaled, Block block, int first, boolean asShare) {
    double[] sorted = DataSet.sortedKnown(turned, block);
    double others = asShare ? sorted.length - 1 : 1;
    for (int nth = 0; nth < block.count(); nth++) {
      int cell = block.cell(nth);
      scaled[cell] =
          Double.isNaN(turned[cell])
              ? Double.NaN
              : (Correlation.below(sorted, turned[cell]) + first) / others;
    }
  }

  private void byFraction(int node, double[] turned, double[] scaled, Block block) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int nth = 0; nth < block.count(); nth++) {
      double value = turned[block.cell(nth)];
      greatest = value > greatest ? value : greatest;
    }
    if (!(greatest > 0)) {
      aboutValues.warn("fraction-turned", "value", data.tree().code(node));
    }
    for (int nth = 0; nth < block.count(); nth++) {
      int cell = block.cell(nth);
      scaled[cell] = greatest == 0 ? Double.NaN : turned[cell] / greatest;
    }
  }

  private void byReference(int node, double[] turned, double[] scaled, Block block, int unit) {
    double[] range = range(node, turned, block);
    int periods = data.periods().count();
    boolean blank = false;
    for (int nth = 0; nth < block.count(); nth++) {
      int cell = block.cell(nth);
      double reference = turned[unit * periods + cell % periods];
      boolean apart = reference > range[0];
      blank |= !apart;
      scaled[cell] = apart ? 1 - (reference - turned[cell]) / (reference - range[0]) : Double.NaN;
    }
    if (blank) {
      String id = data.units().key(unit);
      aboutValues.warn("reference-worst", "value", data.tree().code(node), id);
    }
  }

  private void byTarget(int node, double[] turned, double[] scaled, Block block) {
    double target = data.tree().hierarchy().target(node);
    double aim = lessIsBetter[node] ? -target : target;
    double[] range = range(node, turned, block);
    if (Double.isNaN(target)) {
      aboutHierarchy.error("target-missing", "target", data.tree().code(node));
    } else if (aim <= range[0]) {
      aboutHierarchy.error("target-passed", "target", data.tree().code(node), Notes.number(target));
    }
    for (int nth = 0; nth < block.count(); nth++) {
      int cell = block.cell(nth);
      double share = (turned[cell] - range[0]) / (aim - range[0]);
      scaled[cell] = share > 1 ? 1 : share;
    }
  }

  private void byGoalposts(
      Normalisation.Goalposts spec, int node, double[] turned, double[] scaled, Block block) {
    Tree tree = data.tree();
    Hierarchy hierarchy = tree.hierarchy();
    double low = hierarchy.low(node);
    double high = hierarchy.high(node);
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      aboutHierarchy.error("no-goalposts", "low", tree.code(node));
    } else if (low >= high) {
      String code = tree.code(node);
      aboutHierarchy.error("goalposts-order", "low", code, Notes.number(low), Notes.number(high));
    }
    double from = lessIsBetter[node] ? -high : low;
    int below = 0;
    int above = 0;
    for (int nth = 0; nth < block.count(); nth++) {
      int cell = block.cell(nth);
      double share = (turned[cell] - from) / (high - low);
      boolean under = share < 0;
      boolean over = share > 1;
      below += (lessIsBetter[node] ? over : under) ? 1 : 0;
      above += (lessIsBetter[node] ? under : over) ? 1 : 0;
      double kept = under ? 0 : over ? 1 : share;
      scaled[cell] = spec.low() + kept * (spec.high() - spec.low());
    }
    if (below + above > 0) {
      aboutValues.warn(
          "clipped",
          "value",
          tree.code(node),
          "" + below,
          "" + above,
          Notes.number(low),
          Notes.number(high));
    }
  }
}
