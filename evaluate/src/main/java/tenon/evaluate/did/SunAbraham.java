package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Fit;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.algebra.Matrices;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * The interaction-weighted event study: one coefficient for each cohort and event time but -1, then
 * averages over cohorts with the shares of their observations at that event time. Compared with
 * units never treated; where every unit is treated in the end, with the last cohort, whose treated
 * periods are left out. Shares count as fixed in the standard errors. Source: Sun and Abraham 2021.
 */
public final class SunAbraham {

  /**
   * The estimates.
   *
   * @param effects by event time, ascending
   * @param overall the average over all treated observations; its event time is NaN
   * @param fit the regression behind
   * @param findings doubts; warnings all
   */
  public record Result(List<Effect> effects, Effect overall, Fit fit, List<Finding> findings) {
    public Result {
      effects = List.copyOf(effects);
      findings = List.copyOf(findings);
    }
  }

  /** The column of one cohort at one event time, with the number of its observations. */
  private record Cell(String name, double event, int count) {}

  private final Observations data;
  private final StaggeredColumns columns;
  private final StaggeredPanel panel;
  private final Notes notes;
  private double last = StaggeredPanel.NEVER;

  private SunAbraham(
      Observations data, StaggeredColumns columns, StaggeredPanel panel, Notes notes) {
    this.data = data;
    this.columns = columns;
    this.panel = panel;
    this.notes = notes;
  }

  /**
   * Estimates the effects by event time.
   *
   * @param controls further regressors, as formula terms
   */
  public static Loaded<Result> estimate(
      Observations data, StaggeredColumns columns, List<String> controls) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    StaggeredPanel panel = StaggeredPanel.of(data, columns, notes);
    Result result =
        panel == null
            ? null
            : new SunAbraham(data, columns, panel, notes).estimate(controls, findings);
    return result == null
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(result, findings.list());
  }

  private @Nullable Result estimate(List<String> controls, Findings findings) {
    if (Arrays.stream(panel.cohorts).noneMatch(g -> g == StaggeredPanel.NEVER)) {
      last = Arrays.stream(panel.cohorts).max().orElse(0);
      notes.warn("last-cohort-compared", columns.cohort(), Observations.label(last));
    }
    List<Cell> cells = new ArrayList<>();
    Observations with = interacted(cells);
    if (cells.stream().noneMatch(cell -> cell.event() >= 0)) {
      notes.error("no-comparison", columns.cohort(), null);
      return null;
    }
    List<String> terms = new ArrayList<>();
    cells.forEach(cell -> terms.add(Terms.quoted(cell.name())));
    terms.addAll(controls);
    Loaded<Fit> loaded = Regression.fit(with, Terms.twoWay(columns, terms));
    loaded.findings().forEach(findings::add);
    return loaded instanceof Loaded.Ready<Fit>(Fit fit, var _)
        ? result(fit, cells, findings)
        : null;
  }

  private Observations interacted(List<Cell> cells) {
    Observations with = data.with(columns.outcome(), outcome());
    for (double cohort : panel.treatedCohorts()) {
      if (cohort == last) {
        continue;
      }
      for (double period : panel.periods) {
        double event = period - cohort;
        if (event != -1 && period < last) {
          double[] column = new double[data.rows()];
          int count = fill(column, cohort, period);
          String name =
              "cohort " + Observations.label(cohort) + " event " + Observations.label(event);
          if (count > 0) {
            cells.add(new Cell(name, event, count));
            with = with.with(name, column);
          }
        }
      }
    }
    return with;
  }

  /** The outcome, unknown where it is not to be used. */
  private double[] outcome() {
    double[] outcome = new double[data.rows()];
    Arrays.fill(outcome, Double.NaN);
    for (int u = 0; u < panel.unitCount(); u++) {
      for (int t = 0; t < panel.periods.length; t++) {
        boolean always = panel.cohorts[u] <= panel.periods[0];
        if (panel.isKnown(u, t) && panel.periods[t] < last && !always) {
          outcome[panel.rows[u][t]] = panel.y[u][t];
        }
      }
    }
    return outcome;
  }

  private int fill(double[] column, double cohort, double period) {
    int count = 0;
    for (int u = 0; u < panel.unitCount(); u++) {
      for (int t = 0; t < panel.periods.length; t++) {
        boolean hit = panel.cohorts[u] == cohort && panel.periods[t] == period;
        if (hit && panel.isKnown(u, t)) {
          column[panel.rows[u][t]] = 1;
          count++;
        }
      }
    }
    return count;
  }

  private static Result result(Fit fit, List<Cell> cells, Findings findings) {
    TreeMap<Double, List<Cell>> byEvent = new TreeMap<>();
    List<Cell> treated = new ArrayList<>();
    for (Cell cell : cells) {
      if (fit.number(cell.name()) >= 0) {
        byEvent.computeIfAbsent(cell.event(), _ -> new ArrayList<>()).add(cell);
        if (cell.event() >= 0) {
          treated.add(cell);
        }
      }
    }
    List<Effect> effects = new ArrayList<>();
    for (double event : new TreeSet<>(byEvent.keySet())) {
      effects.add(average(fit, byEvent.getOrDefault(event, List.of()), event));
    }
    return new Result(effects, average(fit, treated, Double.NaN), fit, findings.list());
  }

  private static Effect average(Fit fit, List<Cell> cells, double event) {
    double[] shares = new double[fit.names().size()];
    double count = cells.stream().mapToInt(Cell::count).sum();
    for (Cell cell : cells) {
      shares[fit.number(cell.name())] = cell.count() / count;
    }
    double variance = Matrices.form(shares, fit.covariance(), shares);
    return new Effect(event, Matrices.dot(shares, fit.coefficients()), Math.sqrt(variance));
  }
}
