package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelAudit;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * What the two-way fixed-effects estimate of a balanced panel is made of: all comparisons of two
 * cohorts, each an ordinary difference in differences with a weight; the weights sum to 1 and the
 * weighted sum is the estimate. Comparisons with cohorts treated earlier are the dangerous ones.
 * With controls that vary in time see {@link ControlledComparisons}. Source: Goodman-Bacon 2021,
 * theorem 1 and the section on controls.
 */
public final class GoodmanBacon {

  /** Who is compared with. */
  public enum Kind {
    NEVER_TREATED,
    /** An earlier cohort with a later one, before the later is treated. */
    LATER_TREATED,
    /** A later cohort with an earlier one, after the earlier was treated. */
    EARLIER_TREATED,
    /** A cohort with units treated in every period. */
    ALWAYS_TREATED,
    /** With controls: two treated cohorts over all periods. */
    OTHER_TIMES,
    /** With controls: units never treated with such as always are; the controls alone differ. */
    NEVER_WITH_ALWAYS,
    /** With controls: units of one cohort with each other; the controls alone differ. */
    WITHIN
  }

  /**
   * One comparison.
   *
   * @param treated cohort that becomes treated; within a cohort that one; minus infinity for always
   *     treated
   * @param control cohort compared with; infinite for never treated, minus infinity for always
   * @param estimate difference in differences
   * @param weight its weight in the whole
   */
  public record Comparison(
      Kind kind, double treated, double control, double estimate, double weight) {}

  /**
   * The decomposition.
   *
   * @param estimate the two-way fixed-effects estimate
   */
  public record Result(List<Comparison> comparisons, double estimate) {
    public Result {
      comparisons = List.copyOf(comparisons);
    }

    private static Result of(List<Comparison> comparisons) {
      return new Result(
          comparisons,
          comparisons.stream().mapToDouble(one -> one.estimate() * one.weight()).sum());
    }

    /** The total weight of a kind of comparison. */
    public double weight(Kind kind) {
      return comparisons.stream()
          .filter(one -> one.kind() == kind)
          .mapToDouble(Comparison::weight)
          .sum();
    }
  }

  private final StaggeredPanel panel;
  private final List<Comparison> comparisons = new ArrayList<>();

  private GoodmanBacon(StaggeredPanel panel) {
    this.panel = panel;
  }

  /** Decomposes the estimate without controls; the panel must be balanced. */
  public static Loaded<Result> decompose(Observations data, StaggeredColumns columns) {
    return decompose(data, columns, List.of());
  }

  /**
   * Decomposes the estimate; the panel must be balanced.
   *
   * @param controls columns of numbers, known in every unit and period; those that follow from
   *     effects or other controls are dropped and told
   */
  public static Loaded<Result> decompose(
      Observations data, StaggeredColumns columns, List<String> controls) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    StaggeredPanel panel = StaggeredPanel.of(data, columns, controls, notes);
    if (panel == null || !controls.stream().allMatch(x -> PanelAudit.isFinite(data, x, notes))) {
      return new Loaded.Rejected<>(findings.list());
    }
    long gaps = 0;
    for (int[] rows : panel.rows) {
      boolean complete =
          Arrays.stream(rows)
              .allMatch(row -> row >= 0 && controls.stream().allMatch(x -> isKnown(data, x, row)));
      gaps += complete ? 0 : 1;
    }
    if (gaps > 0) {
      notes.error("bacon-unbalanced", columns.unit(), null, Long.toString(gaps));
      return new Loaded.Rejected<>(findings.list());
    }
    if (Arrays.stream(panel.cohorts).map(cohort -> normal(panel, cohort)).distinct().count() < 2) {
      notes.error("no-comparison", columns.cohort(), null);
      return new Loaded.Rejected<>(findings.list());
    }
    if (controls.isEmpty()) {
      return new Loaded.Ready<>(new GoodmanBacon(panel).decompose(), findings.list());
    }
    List<Comparison> comparisons =
        ControlledComparisons.of(data, columns, panel, controls, notes, findings);
    return comparisons == null
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(Result.of(comparisons), findings.list());
  }

  private static boolean isKnown(Observations data, String column, int row) {
    return !Double.isNaN(data.number(column, row));
  }

  private Result decompose() {
    TreeSet<Double> cohorts = new TreeSet<>();
    for (double cohort : panel.cohorts) {
      cohorts.add(normal(panel, cohort));
    }
    for (double treated : cohorts) {
      for (double control : cohorts) {
        boolean becomes = Double.isFinite(treated);
        if (becomes && treated != control) {
          compare(treated, control);
        }
      }
    }
    double total = comparisons.stream().mapToDouble(Comparison::weight).sum();
    List<Comparison> scaled =
        comparisons.stream()
            .map(
                one ->
                    new Comparison(
                        one.kind(),
                        one.treated(),
                        one.control(),
                        one.estimate(),
                        one.weight() / total))
            .toList();
    return Result.of(scaled);
  }

  /** A cohort, minus infinity where its units are treated in every period. */
  static double normal(StaggeredPanel panel, double cohort) {
    return cohort <= panel.periods[0] ? Double.NEGATIVE_INFINITY : cohort;
  }

  private void compare(double treated, double control) {
    Kind kind;
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    if (control == StaggeredPanel.NEVER) {
      kind = Kind.NEVER_TREATED;
    } else if (control == Double.NEGATIVE_INFINITY) {
      kind = Kind.ALWAYS_TREATED;
    } else if (treated < control) {
      kind = Kind.LATER_TREATED;
      to = control;
    } else {
      kind = Kind.EARLIER_TREATED;
      from = control;
    }
    double size = size(treated) + size(control);
    double share = size(treated) / size;
    // The window's part of all periods, and the treated part of the window.
    double window = share(from, to);
    double after = share(Math.max(from, treated), to) / window;
    double weight = Math.pow(size * window, 2) * share * (1 - share) * after * (1 - after);
    double estimate =
        mean(treated, treated, to)
            - mean(treated, from, treated)
            - (mean(control, treated, to) - mean(control, from, treated));
    comparisons.add(new Comparison(kind, treated, control, estimate, weight));
  }

  private double size(double cohort) {
    return Arrays.stream(panel.cohorts).filter(own -> normal(panel, own) == cohort).count();
  }

  /** Share of the periods from one up to another, the latter excluded. */
  private double share(double from, double to) {
    long count = Arrays.stream(panel.periods).filter(t -> t >= from && t < to).count();
    return count / (double) panel.periods.length;
  }

  private double mean(double cohort, double from, double to) {
    double sum = 0;
    int count = 0;
    for (int u = 0; u < panel.unitCount(); u++) {
      for (int t = 0; t < panel.periods.length; t++) {
        boolean inside = panel.periods[t] >= from && panel.periods[t] < to;
        if (inside && normal(panel, panel.cohorts[u]) == cohort) {
          sum += panel.y[u][t];
          count++;
        }
      }
    }
    return sum / count;
  }
}
