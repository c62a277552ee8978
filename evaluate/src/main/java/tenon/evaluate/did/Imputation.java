package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Effects as outcomes less what untreated observations foretell: unit and period effects are fitted
 * on untreated observations alone (singletons kept: a unit with one untreated period has its effect
 * from it), and the treated outcomes less the fit are averaged. Point estimates of Borusyak,
 * Jaravel and Spiess 2024 and of Gardner 2022 coincide; their standard errors differ, and both are
 * given.
 *
 * <p>A mean with weights w over treated cells is &Sigma; v y over all cells, v = w where treated
 * and v = -z'(Z<sub>0</sub>'Z<sub>0</sub>)<sup>-1</sup>Z<sub>1</sub>'w where not. Its variance is
 * &Sigma;<sub>i</sub>(&Sigma;<sub>t</sub> v e)<sup>2</sup> over units; e of a treated cell is its
 * effect less an average: of its cohort and event time, weighted by v<sup>2</sup> (Borusyak and
 * others, equation 8), or of the mean itself (Gardner).
 */
public final class Imputation {

  /**
   * The estimates.
   *
   * @param overall the mean over all treated observations; its event time is NaN
   * @param overallTwoStage the same with Gardner's standard error
   * @param effects by event time from 0 on
   * @param twoStage the same with Gardner's standard errors
   * @param before effects of event times before -1 among untreated observations, as a test of the
   *     assumption; empty unless asked for
   * @param findings doubts; warnings all
   */
  public record Result(
      Effect overall,
      Effect overallTwoStage,
      List<Effect> effects,
      List<Effect> twoStage,
      List<Effect> before,
      List<Finding> findings) {
    public Result {
      effects = List.copyOf(effects);
      twoStage = List.copyOf(twoStage);
      before = List.copyOf(before);
      findings = List.copyOf(findings);
    }
  }

  private final StaggeredPanel panel;
  private final UntreatedFit fit;
  private final UntreatedSlopes slopes;
  private final double[][] effect;

  private Imputation(StaggeredPanel panel, UntreatedFit fit, UntreatedSlopes slopes) {
    this.panel = panel;
    this.fit = fit;
    this.slopes = slopes;
    effect = new double[panel.unitCount()][panel.periods.length];
    for (int u = 0; u < effect.length; u++) {
      for (int t = 0; t < effect[u].length; t++) {
        effect[u][t] = panel.y[u][t] - fit.fitted(u, t) - slopes.part(u, t);
      }
    }
  }

  /**
   * Estimates the effects.
   *
   * @param preTrend whether event times before -1 are estimated as well
   */
  public static Loaded<Result> estimate(
      Observations data, StaggeredColumns columns, boolean preTrend) {
    return estimate(data, columns, List.of(), preTrend);
  }

  /**
   * Estimates the effects, the untreated fit holding covariates as well. Cells in which one of them
   * is unknown are left out and counted.
   *
   * @param covariates columns of numbers
   * @param preTrend whether event times before -1 are estimated as well, without covariates
   */
  public static Loaded<Result> estimate(
      Observations data, StaggeredColumns columns, List<String> covariates, boolean preTrend) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    for (String name : covariates) {
      if (!data.has(name)) {
        notes.error("column-unknown", null, name, String.join(", ", data.names()));
      } else if (data.isText(name)) {
        notes.error("column-texts", null, name);
      }
    }
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Observations known = known(data, covariates, notes);
    StaggeredPanel panel = StaggeredPanel.of(known, columns, notes);
    if (panel == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    UntreatedFit fit = UntreatedFit.of(panel, panel.y);
    UntreatedSlopes slopes = new UntreatedSlopes(known, panel, fit, covariates);
    Result result = new Imputation(panel, fit, slopes).estimate(findings, notes, preTrend);
    return result == null
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(result, findings.list());
  }

  private static Observations known(Observations data, List<String> covariates, Notes notes) {
    double[][] columns = covariates.stream().map(data::numbers).toArray(double[][]::new);
    int[] rows =
        IntStream.range(0, data.rows())
            .filter(row -> Arrays.stream(columns).allMatch(x -> Double.isFinite(x[row])))
            .toArray();
    if (rows.length == data.rows()) {
      return data;
    }
    notes.warn(
        "rows-unknown",
        null,
        null,
        Integer.toString(data.rows() - rows.length),
        Integer.toString(rows.length));
    return data.rows(rows);
  }

  private @Nullable Result estimate(Findings findings, Notes notes, boolean preTrend) {
    TreeSet<Double> times = new TreeSet<>();
    int imputed = 0;
    int impossible = 0;
    for (int u = 0; u < effect.length; u++) {
      for (int t = 0; t < effect[u].length; t++) {
        if (panel.isKnown(u, t) && panel.isTreated(u, t)) {
          boolean possible = !Double.isNaN(effect[u][t]);
          imputed += possible ? 1 : 0;
          impossible += possible ? 0 : 1;
          if (possible) {
            times.add(panel.periods[t] - panel.cohorts[u]);
          }
        }
      }
    }
    if (imputed == 0) {
      notes.error("nothing-imputed", null, null);
      return null;
    }
    if (impossible > 0) {
      notes.warn(
          "not-imputed",
          null,
          null,
          Integer.toString(impossible),
          Integer.toString(imputed + impossible));
    }
    for (double cohort : panel.treatedCohorts()) {
      if (Arrays.stream(panel.cohorts).filter(own -> own == cohort).count() == 1) {
        notes.warn("cohort-single", null, Observations.label(cohort));
      }
    }
    List<Effect> effects = new ArrayList<>();
    List<Effect> twoStage = new ArrayList<>();
    for (double time : times) {
      effects.add(mean(time, true));
      twoStage.add(mean(time, false));
    }
    return new Result(
        mean(Double.NaN, true),
        mean(Double.NaN, false),
        effects,
        twoStage,
        preTrend ? PreTrend.of(panel) : List.of(),
        findings.list());
  }

  /** The mean at one event time; over all where it is NaN. */
  private Effect mean(double time, boolean byCohort) {
    double[][] w = new double[effect.length][panel.periods.length];
    double count = 0;
    double sum = 0;
    for (int u = 0; u < w.length; u++) {
      for (int t = 0; t < w[u].length; t++) {
        if (counts(u, t, time)) {
          w[u][t] = 1;
          count++;
          sum += effect[u][t];
        }
      }
    }
    for (double[] row : w) {
      for (int t = 0; t < row.length; t++) {
        row[t] /= count;
      }
    }
    double estimate = sum / count;
    return new Effect(time, estimate, error(w, byCohort ? averages(w) : constant(estimate)));
  }

  private boolean counts(int u, int t, double time) {
    return panel.isKnown(u, t)
        && panel.isTreated(u, t)
        && !Double.isNaN(effect[u][t])
        && (Double.isNaN(time) || panel.periods[t] - panel.cohorts[u] == time);
  }

  private double[][] constant(double estimate) {
    double[][] same = new double[effect.length][panel.periods.length];
    for (double[] row : same) {
      Arrays.fill(row, estimate);
    }
    return same;
  }

  /** By treated cell: the average effect of its cohort and event time, weighted by squares. */
  private double[][] averages(double[][] w) {
    double[][] averages = new double[effect.length][panel.periods.length];
    for (double cohort : panel.treatedCohorts()) {
      for (int t = 0; t < panel.periods.length; t++) {
        double sum = 0;
        double squares = 0;
        for (int u = 0; u < effect.length; u++) {
          if (panel.cohorts[u] == cohort && w[u][t] != 0) {
            sum += w[u][t] * w[u][t] * effect[u][t];
            squares += w[u][t] * w[u][t];
          }
        }
        for (int u = 0; u < effect.length && squares > 0; u++) {
          if (panel.cohorts[u] == cohort) {
            averages[u][t] = sum / squares;
          }
        }
      }
    }
    return averages;
  }

  private double error(double[][] w, double[][] averages) {
    double[][] v = fit.weights(w);
    slopes.adjust(v, w);
    double variance = 0;
    for (int u = 0; u < effect.length; u++) {
      double score = 0;
      for (int t = 0; t < panel.periods.length; t++) {
        if (w[u][t] != 0) {
          score += w[u][t] * (effect[u][t] - averages[u][t]);
        } else if (fit.isUsed(u, t)) {
          score += v[u][t] * effect[u][t];
        }
      }
      variance += score * score;
    }
    return Math.sqrt(variance);
  }
}
