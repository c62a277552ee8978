package tenon.model;

import java.util.Arrays;
import java.util.Map;

/**
 * What is measured: a value for each unit, period and indicator of a {@link Hierarchy}; {@code NaN}
 * where it is unknown. Dense, units outermost, so that the values of one unit lie together.
 */
public final class Panel {
  private final Keys units;
  private final Keys periods;
  private final Hierarchy hierarchy;
  private final double[] values;

  private Panel(Keys units, Keys periods, Hierarchy hierarchy, double[] values) {
    this.units = units;
    this.periods = periods;
    this.hierarchy = hierarchy;
    this.values = values;
  }

  /**
   * The panel that the resources {@code indicators} and {@code hierarchy} describe; periods are in
   * ascending order of their text.
   *
   * @throws IllegalArgumentException if a value names no indicator, or the panel would hold more
   *     than {@value Integer#MAX_VALUE} values
   */
  public static Panel of(Map<Resource, Columns> tables) {
    Columns given = tables.getOrDefault(Resource.INDICATORS, Columns.empty(Resource.INDICATORS));
    Hierarchy hierarchy =
        new Hierarchy(tables.getOrDefault(Resource.HIERARCHY, Columns.empty(Resource.HIERARCHY)));
    Columns.CodeColumn node = given.references("code", hierarchy.keys());
    Keys units = given.dictionary("unit_id");
    Keys periods = Keys.of(given.dictionary("period").stream().sorted().toList());
    Columns.CodeColumn period = given.references("period", periods);
    long size = (long) units.count() * periods.count() * hierarchy.count();
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(size + " values are too many for one panel");
    }
    double[] values = new double[(int) size];
    Arrays.fill(values, Double.NaN);
    Panel panel = new Panel(units, periods, hierarchy, values);
    for (int row = 0; row < given.rows(); row++) {
      int unit = given.code("unit_id", row);
      values[panel.index(unit, period.at(row), node.at(row))] = given.number("value", row);
    }
    return panel;
  }

  public Keys units() {
    return units;
  }

  /** Periods in ascending order of their text. */
  public Keys periods() {
    return periods;
  }

  /** The indicators, and the nodes that gather them. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** The value of a unit in a period for a node of the hierarchy; {@code NaN} is unknown. */
  public double value(int unit, int period, int node) {
    return values[index(unit, period, node)];
  }

  private int index(int unit, int period, int node) {
    return (unit * periods.count() + period) * hierarchy.count() + node;
  }
}
