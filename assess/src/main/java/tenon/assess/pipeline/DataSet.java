package tenon.assess.pipeline;

import java.util.Arrays;
import tenon.assess.Tree;
import tenon.model.Keys;

/**
 * Values of the indicators at one point of the pipeline, by node of the hierarchy, unit and period;
 * {@code NaN} is unknown. Units that were screened out are gone, so that unit ids are its own.
 */
public final class DataSet {
  private final Tree tree;
  private final Keys units;
  private final Keys periods;
  private final int[] indicators;
  private final double[][] columns;

  DataSet(Tree tree, Keys units, Keys periods, int[] indicators, double[][] columns) {
    this.tree = tree;
    this.units = units;
    this.periods = periods;
    this.indicators = indicators;
    this.columns = columns;
  }

  public Keys units() {
    return units;
  }

  public Keys periods() {
    return periods;
  }

  /** The hierarchy whose nodes the values belong to. */
  public Tree tree() {
    return tree;
  }

  /** Number of cells of an indicator: units times periods. */
  public int width() {
    return units.count() * periods.count();
  }

  /** Number of indicators: leaves that do not serve as denominators alone. */
  public int indicators() {
    return indicators.length;
  }

  /** Node of the nth indicator. */
  public int indicator(int nth) {
    return indicators[nth];
  }

  /** The value of a leaf; {@code NaN} is unknown. */
  public double value(int node, int unit, int period) {
    return columns[node][unit * periods.count() + period];
  }

  /** Copy of the values of a leaf by unit * periods + period. */
  public double[] values(int node) {
    return columns[node].clone();
  }

  /** The values of a leaf; not to be written to. */
  double[] column(int node) {
    return columns[node];
  }

  /** All columns by node; empty for inner nodes; not to be written to. */
  double[][] columns() {
    return columns;
  }

  /** The same with other columns for some nodes. */
  DataSet with(double[][] others) {
    return new DataSet(tree, units, periods, indicators, others);
  }

  /** The same with only some of the units, in their order. */
  DataSet only(boolean[] kept) {
    Keys.Builder left = new Keys.Builder();
    for (int unit = 0; unit < kept.length; unit++) {
      if (kept[unit]) {
        left.add(units.key(unit));
      }
    }
    int width = periods.count();
    double[][] fewer = new double[columns.length][];
    for (int node = 0; node < fewer.length; node++) {
      fewer[node] = new double[columns[node].length == 0 ? 0 : left.count() * width];
      int to = 0;
      for (int unit = 0; fewer[node].length > 0 && unit < kept.length; unit++) {
        if (kept[unit]) {
          System.arraycopy(columns[node], unit * width, fewer[node], width * to++, width);
        }
      }
    }
    return new DataSet(tree, left.build(), periods, indicators, fewer);
  }

  /** Number of unknown values of a column. */
  static int unknown(double[] column) {
    int unknown = 0;
    for (double value : column) {
      unknown += Double.isNaN(value) ? 1 : 0;
    }
    return unknown;
  }

  /** Known values of a column, ascending. */
  static double[] sortedKnown(double[] column, Block block) {
    double[] known = new double[block.count()];
    int count = 0;
    for (int nth = 0; nth < block.count(); nth++) {
      double value = column[block.cell(nth)];
      if (!Double.isNaN(value)) {
        known[count++] = value;
      }
    }
    double[] sorted = Arrays.copyOf(known, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
