package tenon.evaluate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Looks at a panel before anything is estimated from it.
 *
 * @param units number of units
 * @param periods number of periods
 * @param balanced whether every unit has every period
 * @param unitsWithGaps number of units with a gap between their first and last period
 * @param cohorts first treated period by unit, in the order of the units' codes; infinite where
 *     never treated, {@code NaN} where no treatment was named
 * @param findings everything that is doubtful; errors stop an estimate, warnings do not
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record PanelAudit(
    int units,
    int periods,
    boolean balanced,
    int unitsWithGaps,
    double[] cohorts,
    List<Finding> findings) {

  /**
   * Audits a panel: unit-periods that occur twice, gaps, balance, infinite values, treatment
   * without variation, units always treated, treatment that switches off.
   *
   * @param treatment column that is 1 where treated, else 0; null for none
   * @param values columns whose values must be finite
   */
  public static Loaded<PanelAudit> audit(
      Observations data, PanelColumns panel, @Nullable String treatment, List<String> values) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.OBSERVATIONS, findings);
    PanelAudit audit = new Look(data, panel, notes).look(treatment, values);
    List<Finding> found = findings.list();
    PanelAudit complete =
        new PanelAudit(
            audit.units, audit.periods, audit.balanced, audit.unitsWithGaps, audit.cohorts, found);
    return findings.hasErrors()
        ? new Loaded.Rejected<>(found)
        : new Loaded.Ready<>(complete, found);
  }

  /** Whether a column of numbers holds nothing infinite, after every such value was told. */
  public static boolean isFinite(Observations data, String column, Notes notes) {
    boolean finite = true;
    double[] values = data.numbers(column);
    for (int row = 0; row < values.length; row++) {
      if (Double.isInfinite(values[row])) {
        notes.errorInRow("infinite", row + 1L, column, Double.toString(values[row]));
        finite = false;
      }
    }
    return finite;
  }

  private static final class Look {
    private final Observations data;
    private final PanelColumns panel;
    private final Notes notes;
    private final Coding unit;
    private final Coding period;

    /** Row by unit and period, -1 where there is none. */
    private final int[][] rowAt;

    Look(Observations data, PanelColumns panel, Notes notes) {
      this.data = data;
      this.panel = panel;
      this.notes = notes;
      unit = Coding.of(data, panel.unit());
      period = Coding.of(data, panel.period());
      rowAt = new int[unit.count()][period.count()];
      for (int[] row : rowAt) {
        Arrays.fill(row, -1);
      }
    }

    PanelAudit look(@Nullable String treatment, List<String> values) {
      placeRows();
      int gaps = gaps();
      boolean balanced = balanced();
      values.forEach(column -> isFinite(data, column, notes));
      double[] cohorts = new double[unit.count()];
      Arrays.fill(cohorts, Double.NaN);
      if (treatment != null) {
        checkTreatment(treatment, cohorts);
      }
      return new PanelAudit(unit.count(), period.count(), balanced, gaps, cohorts, List.of());
    }

    private void placeRows() {
      for (int row = 0; row < data.rows(); row++) {
        int u = unit.code(row);
        int t = period.code(row);
        if (u < 0 || t < 0) {
          notes.errorInRow("key-unknown", row + 1L, u < 0 ? panel.unit() : panel.period(), null);
        } else if (rowAt[u][t] >= 0) {
          notes.errorInRow(
              "duplicate-cell",
              row + 1L,
              panel.unit(),
              unit.label(u),
              period.label(t),
              Integer.toString(rowAt[u][t] + 1));
        } else {
          rowAt[u][t] = row;
        }
      }
    }

    private int gaps() {
      int withGaps = 0;
      String first = "";
      for (int u = 0; u < rowAt.length; u++) {
        int[] known = known(u);
        boolean gap = known.length > 0 && known[known.length - 1] - known[0] >= known.length;
        first = gap && withGaps == 0 ? unit.label(u) : first;
        withGaps += gap ? 1 : 0;
      }
      if (withGaps > 0) {
        notes.warn("gaps", panel.period(), null, Integer.toString(withGaps), first);
      }
      return withGaps;
    }

    private int[] known(int u) {
      int[] known = new int[rowAt[u].length];
      int count = 0;
      for (int t = 0; t < known.length; t++) {
        if (rowAt[u][t] >= 0) {
          known[count++] = t;
        }
      }
      return Arrays.copyOf(known, count);
    }

    private boolean balanced() {
      int missing = 0;
      for (int[] cells : rowAt) {
        missing += (int) Arrays.stream(cells).filter(row -> row < 0).count();
      }
      if (missing > 0) {
        notes.warn(
            "unbalanced",
            panel.unit(),
            null,
            Integer.toString(missing),
            Integer.toString(unit.count() * period.count()));
      }
      return missing == 0;
    }

    private void checkTreatment(String treatment, double[] cohorts) {
      double[] treated = data.numbers(treatment);
      int never = 0;
      int always = 0;
      for (int u = 0; u < cohorts.length; u++) {
        cohorts[u] = cohort(treatment, treated, u);
        never += cohorts[u] == Double.POSITIVE_INFINITY ? 1 : 0;
        int[] known = known(u);
        if (known.length > 0 && treated[rowAt[u][known[0]]] == 1) {
          always++;
          notes.warn("always-treated", treatment, unit.label(u));
        }
      }
      if (never == cohorts.length || always == cohorts.length) {
        notes.error("no-treatment-variation", treatment, never > 0 ? "0" : "1");
      } else if (never == 0) {
        notes.warn("never-treated-none", treatment, null);
      }
    }

    /** The first treated period of a unit; tells what is neither 0 nor 1, and switching off. */
    private double cohort(String treatment, double[] treated, int u) {
      double first = Double.POSITIVE_INFINITY;
      int blank = 0;
      int firstBlank = -1;
      for (int t : known(u)) {
        int row = rowAt[u][t];
        if (Double.isNaN(treated[row])) {
          firstBlank = blank == 0 ? row : firstBlank;
          blank++;
        }
      }
      if (blank > 0) {
        notes.errorInRow(
            "treatment-unknown",
            firstBlank + 1L,
            treatment,
            null,
            Integer.toString(blank),
            unit.label(u));
      }
      for (int t : known(u)) {
        int row = rowAt[u][t];
        double value = treated[row];
        if (Double.isNaN(value)) {
          continue;
        }
        if (value != 0 && value != 1) {
          notes.errorInRow("treatment-value", row + 1L, treatment, Observations.label(value));
        } else if (value == 1 && first == Double.POSITIVE_INFINITY) {
          first = data.isText(panel.period()) ? t : data.number(panel.period(), row);
        } else if (value == 0 && first < Double.POSITIVE_INFINITY) {
          notes.warnInRow("switches-off", row + 1L, treatment, unit.label(u), period.label(t));
          return first;
        }
      }
      return first;
    }
  }
}
