package tenon.evaluate.did;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Coding;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;

/**
 * Outcomes by unit and period with each unit's cohort, as the estimators of this package share
 * them. Period t is the t-th of those that occur, in ascending order.
 */
final class StaggeredPanel {
  /** Period of a unit that is never treated. */
  static final double NEVER = Double.POSITIVE_INFINITY;

  final Coding units;

  /** Value of each period. */
  final double[] periods;

  /** First treated period by unit; {@link #NEVER} where never. */
  final double[] cohorts;

  /** Outcome by unit and period; NaN where there is none. */
  final double[][] y;

  /** Row of the data by unit and period; -1 where there is none. */
  final int[][] rows;

  private StaggeredPanel(Coding units, double[] periods) {
    this.units = units;
    this.periods = periods;
    cohorts = new double[units.count()];
    y = new double[units.count()][periods.length];
    rows = new int[units.count()][periods.length];
    for (int u = 0; u < rows.length; u++) {
      Arrays.fill(y[u], Double.NaN);
      Arrays.fill(rows[u], -1);
    }
  }

  /** The panel and covariates that hold numbers, or null after every fault was told. */
  static @Nullable StaggeredPanel of(
      Observations data, StaggeredColumns columns, List<String> covariates, Notes notes) {
    boolean sound = true;
    for (String name : covariates) {
      if (!data.has(name)) {
        notes.error("column-unknown", null, name, String.join(", ", data.names()));
        sound = false;
      } else if (data.isText(name)) {
        notes.error("column-texts", null, name);
        sound = false;
      }
    }
    StaggeredPanel panel = of(data, columns, notes);
    return sound ? panel : null;
  }

  /** The panel, or null after every fault was told. */
  static @Nullable StaggeredPanel of(Observations data, StaggeredColumns columns, Notes notes) {
    boolean sound = true;
    for (String name :
        List.of(columns.outcome(), columns.unit(), columns.period(), columns.cohort())) {
      if (!data.has(name)) {
        notes.error("column-unknown", null, name, String.join(", ", data.names()));
        sound = false;
      } else if (!name.equals(columns.unit()) && data.isText(name)) {
        notes.error("column-texts", null, name);
        sound = false;
      }
    }
    if (!sound) {
      return null;
    }
    Coding periods = Coding.of(data, columns.period());
    double[] values = new double[periods.count()];
    for (int row = 0; row < data.rows(); row++) {
      if (periods.code(row) >= 0) {
        values[periods.code(row)] = data.number(columns.period(), row);
      }
    }
    StaggeredPanel panel = new StaggeredPanel(Coding.of(data, columns.unit()), values);
    return panel.fill(data, columns, periods, notes) ? panel : null;
  }

  private boolean fill(
      Observations data, StaggeredColumns columns, Coding periodCodes, Notes notes) {
    boolean sound = true;
    Arrays.fill(cohorts, Double.NaN);
    double[] outcome = data.numbers(columns.outcome());
    double[] cohort = data.numbers(columns.cohort());
    for (int row = 0; row < data.rows(); row++) {
      int u = units.code(row);
      int t = periodCodes.code(row);
      if (u < 0 || t < 0 || Double.isNaN(outcome[row])) {
        continue;
      }
      if (Observations.isInfinite(outcome[row])) {
        notes.errorInRow("infinite", row + 1L, columns.outcome(), Double.toString(outcome[row]));
        sound = false;
      } else if (rows[u][t] >= 0) {
        notes.errorInRow(
            "duplicate-cell",
            row + 1L,
            columns.unit(),
            units.label(u),
            periodCodes.label(t),
            Integer.toString(rows[u][t] + 1));
        sound = false;
      }
      double own = normal(cohort[row]);
      if (!Double.isNaN(cohorts[u]) && cohorts[u] != own) {
        notes.errorInRow("cohort-varies", row + 1L, columns.cohort(), units.label(u));
        sound = false;
      }
      cohorts[u] = own;
      rows[u][t] = row;
      y[u][t] = outcome[row];
    }
    return sound && isTold(columns, notes) && hasVariation(columns, notes);
  }

  private boolean isTold(StaggeredColumns columns, Notes notes) {
    double[] known =
        Arrays.stream(y).flatMapToDouble(Arrays::stream).filter(v -> !Double.isNaN(v)).toArray();
    if (known.length == 0) {
      notes.error("outcome-unknown", columns.outcome(), null);
    } else if (Arrays.stream(known).allMatch(v -> v == known[0])) {
      notes.error("outcome-constant", null, columns.outcome());
    } else {
      return true;
    }
    return false;
  }

  private double normal(double cohort) {
    boolean never =
        Double.isNaN(cohort)
            || cohort > periods[periods.length - 1]
            || (cohort == 0 && periods[0] > 0);
    return never ? NEVER : cohort;
  }

  private boolean hasVariation(StaggeredColumns columns, Notes notes) {
    boolean treated = Arrays.stream(cohorts).anyMatch(g -> g < NEVER && g > periods[0]);
    if (!treated) {
      notes.error("no-treatment-variation", columns.cohort(), null);
    }
    return treated;
  }

  int unitCount() {
    return cohorts.length;
  }

  boolean isTreated(int unit, int period) {
    return periods[period] >= cohorts[unit];
  }

  boolean isKnown(int unit, int period) {
    return rows[unit][period] >= 0;
  }

  /** Whether the unit has an outcome in every period. */
  boolean isComplete(int unit) {
    return Arrays.stream(rows[unit]).allMatch(row -> row >= 0);
  }

  /** Cohorts that are treated after the first period, ascending. */
  double[] treatedCohorts() {
    return Arrays.stream(cohorts)
        .filter(g -> g < NEVER && g > periods[0])
        .sorted()
        .distinct()
        .toArray();
  }
}
