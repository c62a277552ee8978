package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.did.GoodmanBacon.Comparison;
import tenon.evaluate.did.GoodmanBacon.Kind;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * The comparisons behind a two-way estimate with controls. What the effects and controls leave of
 * the treatment, d, is split into its mean by cohort and period, b, and what varies within cohorts,
 * d - b, which is the controls' doing alone: all units of a cohort are treated alike. With y the
 * mean outcome of cohort k in period t and n<sub>k</sub> units of N,
 *
 * <pre>
 *   within k:   weight sum (d - b)^2 / sum d^2,             estimate sum y (d - b) / sum (d - b)^2
 *   k with l:   weight n_k n_l sum_t (b_kt - b_lt)^2 / (N sum d^2),
 *               estimate sum_t (y_kt - y_lt) (b_kt - b_lt) / sum_t (b_kt - b_lt)^2
 * </pre>
 *
 * The weights sum to 1 and the weighted sum is the estimate, since b sums to 0 over periods within
 * a cohort and, by units, over cohorts within a period. A pair is compared over all periods: with
 * controls it does not fall into the part before and the part after the later adoption. Source:
 * Goodman-Bacon 2021, section on controls.
 */
final class ControlledComparisons {
  /** Variation below this share of the whole is rounding. */
  private static final double NOTHING = 1e-14;

  private final StaggeredPanel panel;

  /** Residual of the treatment by unit and period. */
  private final double[][] left;

  private final double squares;

  /** Cohorts, ascending: always treated, the treated, never treated. */
  private final double[] cohorts;

  /** Number of each unit's cohort. */
  private final int[] cohort;

  /** Units of each cohort. */
  private final int[] size;

  private final List<Comparison> comparisons = new ArrayList<>();

  private ControlledComparisons(StaggeredPanel panel, double[][] left, double squares) {
    this.panel = panel;
    this.left = left;
    this.squares = squares;
    TreeSet<Double> distinct = new TreeSet<>();
    for (double cohort : panel.cohorts) {
      distinct.add(GoodmanBacon.normal(panel, cohort));
    }
    cohorts = distinct.stream().mapToDouble(Double::doubleValue).toArray();
    cohort = new int[left.length];
    size = new int[cohorts.length];
    for (int u = 0; u < cohort.length; u++) {
      cohort[u] = Arrays.binarySearch(cohorts, GoodmanBacon.normal(panel, panel.cohorts[u]));
      size[cohort[u]]++;
    }
  }

  /** The comparisons of a balanced panel; null after the fault was told. */
  static @Nullable List<Comparison> of(
      Observations data,
      StaggeredColumns columns,
      StaggeredPanel panel,
      List<String> controls,
      Notes notes,
      Findings findings) {
    String treated = "treated";
    while (data.has(treated)) {
      treated += "_";
    }
    double[] treatment = new double[data.rows()];
    Arrays.fill(treatment, Double.NaN);
    for (int u = 0; u < panel.unitCount(); u++) {
      for (int t = 0; t < panel.periods.length; t++) {
        treatment[panel.rows[u][t]] = panel.isTreated(u, t) ? 1 : 0;
      }
    }
    StaggeredColumns ofTreatment =
        new StaggeredColumns(treated, columns.unit(), columns.period(), columns.cohort());
    RegressionSpec spec =
        Terms.twoWay(ofTreatment, controls.stream().map(Terms::quoted).toList())
            .withErrors(new Errors.Iid())
            .withResiduals();
    Loaded<Fit> loaded = Regression.fit(data.with(treated, treatment), spec);
    loaded.findings().stream()
        .filter(one -> !one.code().equals("perfect-fit"))
        .forEach(findings::add);
    if (!(loaded instanceof Loaded.Ready<Fit>(var fit, var _))) {
      return null;
    }
    double[][] left = new double[panel.unitCount()][panel.periods.length];
    double squares = 0;
    for (int u = 0; u < left.length; u++) {
      for (int t = 0; t < left[u].length; t++) {
        left[u][t] = fit.residuals()[panel.rows[u][t]];
        squares += left[u][t] * left[u][t];
      }
    }
    if (squares <= NOTHING * left.length * panel.periods.length) {
      notes.error("controls-hold-treatment", null, null, String.join(", ", controls));
      return null;
    }
    return new ControlledComparisons(panel, left, squares).all();
  }

  private List<Comparison> all() {
    double[][] residual = means(left);
    double[][] outcome = means(panel.y);
    for (int k = 0; k < cohorts.length; k++) {
      within(k, residual[k]);
    }
    for (int k = 0; k < cohorts.length; k++) {
      for (int l = k + 1; l < cohorts.length; l++) {
        pair(k, l, residual, outcome);
      }
    }
    return comparisons;
  }

  private double[][] means(double[][] cells) {
    double[][] means = new double[cohorts.length][panel.periods.length];
    for (int u = 0; u < cells.length; u++) {
      for (int t = 0; t < cells[u].length; t++) {
        means[cohort[u]][t] += cells[u][t] / size[cohort[u]];
      }
    }
    return means;
  }

  private void within(int k, double[] mean) {
    double product = 0;
    double own = 0;
    for (int u = 0; u < left.length; u++) {
      for (int t = 0; cohort[u] == k && t < mean.length; t++) {
        double apart = left[u][t] - mean[t];
        product += panel.y[u][t] * apart;
        own += apart * apart;
      }
    }
    add(Kind.WITHIN, k, k, product, own, own / squares);
  }

  private void pair(int k, int l, double[][] residual, double[][] outcome) {
    double product = 0;
    double own = 0;
    for (int t = 0; t < panel.periods.length; t++) {
      double apart = residual[k][t] - residual[l][t];
      product += (outcome[k][t] - outcome[l][t]) * apart;
      own += apart * apart;
    }
    double share = (double) size[k] * size[l] / left.length;
    boolean always = cohorts[k] == Double.NEGATIVE_INFINITY;
    if (cohorts[l] == StaggeredPanel.NEVER) {
      add(
          always ? Kind.NEVER_WITH_ALWAYS : Kind.NEVER_TREATED,
          k,
          l,
          product,
          own,
          share * own / squares);
    } else if (always) {
      add(Kind.ALWAYS_TREATED, l, k, product, own, share * own / squares);
    } else {
      add(Kind.OTHER_TIMES, k, l, product, own, share * own / squares);
    }
  }

  private void add(Kind kind, int treated, int control, double product, double own, double weight) {
    if (weight > NOTHING) {
      comparisons.add(
          new Comparison(kind, cohorts[treated], cohorts[control], product / own, weight));
    }
  }
}
