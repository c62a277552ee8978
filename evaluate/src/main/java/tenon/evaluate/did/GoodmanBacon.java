package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * What the two-way fixed-effects estimate of a balanced panel is made of: all comparisons of two
 * cohorts, each an ordinary difference in differences with a weight; the weights sum to 1 and the
 * weighted sum is the estimate. Comparisons with cohorts treated earlier are the dangerous ones.
 * Source: Goodman-Bacon 2021, theorem 1.
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
    ALWAYS_TREATED
  }

  /**
   * One comparison.
   *
   * @param treated cohort that becomes treated
   * @param control cohort compared with; infinite for never treated
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

  /** Decomposes the estimate; the panel must be balanced. */
  public static Loaded<Result> decompose(Observations data, StaggeredColumns columns) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    StaggeredPanel panel = StaggeredPanel.of(data, columns, notes);
    if (panel == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    long gaps = 0;
    for (int u = 0; u < panel.unitCount(); u++) {
      gaps += panel.isComplete(u) ? 0 : 1;
    }
    if (gaps > 0) {
      notes.error("bacon-unbalanced", columns.unit(), null, Long.toString(gaps));
      return new Loaded.Rejected<>(findings.list());
    }
    return new Loaded.Ready<>(new GoodmanBacon(panel).decompose(), findings.list());
  }

  private Result decompose() {
    TreeSet<Double> cohorts = new TreeSet<>();
    for (double cohort : panel.cohorts) {
      cohorts.add(cohort <= panel.periods[0] ? Double.NEGATIVE_INFINITY : cohort);
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
    return new Result(
        scaled, scaled.stream().mapToDouble(one -> one.estimate() * one.weight()).sum());
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
    return Arrays.stream(panel.cohorts).filter(own -> is(own, cohort)).count();
  }

  private boolean is(double own, double cohort) {
    return cohort == Double.NEGATIVE_INFINITY ? own <= panel.periods[0] : own == cohort;
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
        if (inside && is(panel.cohorts[u], cohort)) {
          sum += panel.y[u][t];
          count++;
        }
      }
    }
    return sum / count;
  }
}
