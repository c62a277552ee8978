package tenon.evaluate.dynamic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Coding;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelAudit;
import tenon.evaluate.PanelColumns;

/** A panel by unit and period, periods one apart from the first to the last of all. */
final class WidePanel {
  /** Lags reach from one period to the next, so that a longer span is a mistake in the column. */
  private static final int MOST_PERIODS = 10_000;

  final Coding units;
  final int periods;

  private final Observations data;
  private final double[] times;
  private final double first;

  private WidePanel(Observations data, PanelColumns panel) {
    this.data = data;
    units = Coding.of(data, panel.unit());
    times = data.numbers(panel.period());
    first = Arrays.stream(times).filter(Double::isFinite).min().orElse(0);
    double last = Arrays.stream(times).filter(Double::isFinite).max().orElse(0);
    periods = (int) Math.min(Integer.MAX_VALUE - 1, last - first) + 1;
  }

  /** The panel, or null after every fault of the named columns was told. */
  static @Nullable WidePanel of(
      Observations data, PanelColumns panel, List<String> columns, Notes notes) {
    boolean sound = data.has(panel.unit());
    if (!sound) {
      notes.error("column-unknown", null, panel.unit(), String.join(", ", data.names()));
    }
    sound &= holdsNumbers(data, panel.period(), notes);
    for (String name : columns) {
      sound &= holdsNumbers(data, name, notes) && PanelAudit.isFinite(data, name, notes);
    }
    if (!sound) {
      return null;
    }
    WidePanel wide = new WidePanel(data, panel);
    if (wide.periods > MOST_PERIODS) {
      notes.error(
          "period-span",
          panel.period(),
          null,
          Integer.toString(wide.periods),
          Integer.toString(MOST_PERIODS));
      return null;
    }
    return wide.isOnce(panel, notes) ? wide : null;
  }

  private static boolean holdsNumbers(Observations data, String name, Notes notes) {
    if (!data.has(name)) {
      notes.error("column-unknown", null, name, String.join(", ", data.names()));
      return false;
    }
    if (data.isText(name)) {
      notes.error("column-texts", null, name);
      return false;
    }
    return true;
  }

  private boolean isOnce(PanelColumns panel, Notes notes) {
    record Cell(int unit, int period) {}
    Map<Cell, Integer> known = new HashMap<>();
    boolean once = true;
    for (int row = 0; row < data.rows(); row++) {
      if (isPlaced(row)) {
        Integer before = known.putIfAbsent(new Cell(units.code(row), period(row)), row);
        if (before != null) {
          notes.errorInRow(
              "duplicate-cell",
              row + 1L,
              panel.unit(),
              units.label(units.code(row)),
              Observations.label(times[row]),
              Integer.toString(before + 1));
          once = false;
        }
      }
    }
    return once;
  }

  private boolean isPlaced(int row) {
    return units.code(row) >= 0 && Double.isFinite(times[row]);
  }

  private int period(int row) {
    return (int) (times[row] - first);
  }

  /** A column by unit and period; NaN where unknown. */
  double[][] column(String name) {
    double[][] wide = new double[units.count()][periods];
    for (double[] row : wide) {
      Arrays.fill(row, Double.NaN);
    }
    double[] values = data.numbers(name);
    for (int row = 0; row < values.length; row++) {
      if (isPlaced(row)) {
        wide[units.code(row)][period(row)] = values[row];
      }
    }
    return wide;
  }

  /** Columns by name, unit and period. */
  double[][][] columns(List<String> names) {
    return names.stream().map(this::column).toArray(double[][][]::new);
  }
}
