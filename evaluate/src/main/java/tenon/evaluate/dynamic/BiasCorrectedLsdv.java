package tenon.evaluate.dynamic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Matrices;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * {@code y = rho y(-1) + x'b + unit + period + e} by fixed effects (least squares with dummy
 * variables) less their bias, which for T rows of a unit is, as units grow in number,
 *
 * <pre>
 * E d - d = -s2 q sum_u h(rho, T_u),   h(rho, T) = sum_{s=1}^{T-1} (T - s) rho^(s-1) / T
 * s2 = sum e(d)^2 / sum_u (T_u - 1)
 * </pre>
 *
 * <p>with q the first column of the inverse of the demeaned products. The corrected d solves d =
 * fit + s2(d) q sum h(rho(d), T): all of it moves along q, so that one number is looked for, and
 * the first solution above the fit is taken. Of a unit its longest run of periods counts. Standard
 * errors by drawing units with replacement. Sources: Nickell 1981 (the bias); Kiviet 1995; Bun and
 * Carree 2005, Journal of Business and Economic Statistics 23(2) (the equation).
 */
public final class BiasCorrectedLsdv {
  private static final double TOLERANCE = 1e-11;
  private static final double ROUNDING = 1e-13;

  /** How far and how finely a solution is looked for, in rho. */
  private static final double REACH = 1.5;

  private static final double STEP = 1e-3;

  /** A unit's rows, demeaned: lag, others, periods but the first, outcome last. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Unit(double[][] rows) {}

  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Solution(double[] coefficients, double[] uncorrected, boolean found) {}

  private final List<Unit> units = new ArrayList<>();
  private final int regressors;
  private int observations;

  private BiasCorrectedLsdv(WidePanel panel, BiasCorrectedLsdvSpec spec) {
    double[][] y = panel.column(spec.outcome());
    double[][][] x = panel.columns(spec.exogenous());
    regressors = 1 + x.length + Math.max(0, panel.periods - 2);
    for (int u = 0; u < y.length; u++) {
      int[] run = longestRun(y[u], x, u);
      if (run[1] - run[0] >= 2) {
        units.add(unit(y[u], x, u, run));
        observations += run[1] - run[0];
      }
    }
  }

  /** From and to, the latter not included, of the longest run of periods in which all is known. */
  private static int[] longestRun(double[] y, double[][][] x, int u) {
    int[] best = {0, 0};
    int from = 1;
    for (int t = 1; t <= y.length; t++) {
      boolean known = t < y.length && Double.isFinite(y[t] + y[t - 1]);
      for (int j = 0; known && j < x.length; j++) {
        known = Double.isFinite(x[j][u][t]);
      }
      if (!known) {
        if (t - from > best[1] - best[0]) {
          best = new int[] {from, t};
        }
        from = t + 1;
      }
    }
    return best;
  }

  private Unit unit(double[] y, double[][][] x, int u, int[] run) {
    double[][] rows = new double[run[1] - run[0]][regressors + 1];
    double[] mean = new double[regressors + 1];
    for (int i = 0; i < rows.length; i++) {
      int t = run[0] + i;
      double[] row = rows[i];
      row[0] = y[t - 1];
      for (int j = 0; j < x.length; j++) {
        row[1 + j] = x[j][u][t];
      }
      if (t >= 2) {
        row[1 + x.length + t - 2] = 1;
      }
      row[regressors] = y[t];
      for (int k = 0; k <= regressors; k++) {
        mean[k] += row[k] / rows.length;
      }
    }
    for (double[] row : rows) {
      for (int k = 0; k <= regressors; k++) {
        double off = row[k] - mean[k];
        // What is left of a column that does not vary is rounding.
        row[k] = Math.abs(off) <= ROUNDING * Math.abs(mean[k]) ? 0 : off;
      }
    }
    return new Unit(rows);
  }

  /** Estimates the equation. */
  public static Loaded<BiasCorrectedLsdvResult> estimate(
      Observations data, BiasCorrectedLsdvSpec spec) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    List<String> columns = new ArrayList<>(List.of(spec.outcome()));
    columns.addAll(spec.exogenous());
    WidePanel panel = WidePanel.of(data, spec.panel(), columns, notes);
    if (panel == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    BiasCorrectedLsdv lsdv = new BiasCorrectedLsdv(panel, spec);
    int free = lsdv.observations - lsdv.units.size();
    if (lsdv.units.size() < 3 || free <= lsdv.regressors) {
      notes.error(
          "lsdv-few-periods",
          null,
          null,
          Integer.toString(lsdv.observations),
          Integer.toString(lsdv.units.size()),
          Integer.toString(lsdv.regressors));
      return new Loaded.Rejected<>(findings.list());
    }
    int[] once = new int[lsdv.units.size()];
    Arrays.fill(once, 1);
    Solution solution = lsdv.solve(once);
    if (!solution.found()) {
      notes.warn("lsdv-no-solution", null, null);
    }
    List<String> names = new ArrayList<>(List.of(spec.outcome() + " (-1)"));
    names.addAll(spec.exogenous());
    int slopes = names.size();
    boolean[] told = lsdv.told(slopes);
    for (int k = 0; k < slopes; k++) {
      if (!told[k]) {
        notes.error("dynamic-collinear", names.get(k), null);
      }
    }
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    return new Loaded.Ready<>(
        new BiasCorrectedLsdvResult(
            names,
            Arrays.copyOf(solution.coefficients(), slopes),
            lsdv.errors(spec, slopes),
            Arrays.copyOf(solution.uncorrected(), slopes),
            lsdv.observations,
            lsdv.units.size()),
        findings.list());
  }

  /** By slope whether it varies beyond the period effects and the slopes before it. */
  private boolean[] told(int slopes) {
    double[][] products = new double[regressors + 1][regressors + 1];
    units.forEach(
        unit -> {
          for (double[] row : unit.rows()) {
            Matrices.addOuter(products, row, 1);
          }
        });
    Matrices.mirror(products);
    int[] order = new int[regressors];
    int periods = regressors - slopes;
    Arrays.setAll(order, i -> i < periods ? slopes + i : i - periods);
    Cholesky factor = Cholesky.of(Matrices.part(products, order), TOLERANCE);
    boolean[] told = new boolean[slopes];
    for (int k = 0; k < slopes; k++) {
      told[k] = factor.keeps(periods + k);
    }
    return told;
  }

  private double[] errors(BiasCorrectedLsdvSpec spec, int slopes) {
    double[] sum = new double[slopes];
    double[] squares = new double[slopes];
    RandomStreams streams = RandomStreams.of(spec.seed());
    double[][] drawn = new double[spec.draws()][];
    for (int draw = 0; draw < drawn.length; draw++) {
      RandomStream stream = streams.stream(Purpose.RESAMPLE, "units of a dynamic panel", draw);
      int[] count = new int[units.size()];
      for (int i = 0; i < count.length; i++) {
        count[stream.nextInt(count.length)]++;
      }
      drawn[draw] = solve(count).coefficients();
      for (int k = 0; k < slopes; k++) {
        sum[k] += drawn[draw][k];
      }
    }
    for (double[] one : drawn) {
      for (int k = 0; k < slopes; k++) {
        double off = one[k] - sum[k] / drawn.length;
        squares[k] += off * off;
      }
    }
    return Arrays.stream(squares).map(s -> Math.sqrt(s / (drawn.length - 1))).toArray();
  }

  /** With each unit so many times. */
  private Solution solve(int[] count) {
    int k = regressors;
    double[][] products = new double[k + 1][k + 1];
    double degrees = 0;
    int longest = 0;
    for (int u = 0; u < count.length; u++) {
      if (count[u] > 0) {
        double[][] rows = units.get(u).rows();
        for (double[] row : rows) {
          Matrices.addOuter(products, row, count[u]);
        }
        degrees += count[u] * (rows.length - 1.0);
        longest = Math.max(longest, rows.length);
      }
    }
    Matrices.mirror(products);
    double[] unitsOfLength = new double[longest + 1];
    for (int u = 0; u < count.length; u++) {
      if (count[u] > 0) {
        unitsOfLength[units.get(u).rows().length] += count[u];
      }
    }
    double[][] inverse = inverse(products);
    double[] right = Arrays.copyOf(products[k], k);
    double[] b = Matrices.times(inverse, right);
    double left = Math.max(0, products[k][k] - Matrices.dot(b, right));
    double[] q = inverse[0];
    if (!(q[0] > 0)) {
      return new Solution(b, b, false);
    }
    double moved = solve(b[0], q[0], left, degrees, unitsOfLength);
    double[] corrected = b.clone();
    for (int j = 0; j < k; j++) {
      corrected[j] += Math.abs(moved) * q[j];
    }
    return new Solution(corrected, b, moved >= 0);
  }

  private double[][] inverse(double[][] products) {
    int[] places = new int[regressors];
    Arrays.setAll(places, i -> i);
    return Cholesky.of(Matrices.part(products, places), TOLERANCE).inverse();
  }

  /**
   * The least c at which c = s2(c) H(b + c q); where there is none the c at which the two come
   * nearest, with a minus sign.
   */
  private static double solve(
      double b, double q, double left, double degrees, double[] unitsOfLength) {
    double before = 0;
    double nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (double rho = b; rho <= REACH; rho += STEP) {
      double c = (rho - b) / q;
      double gap = gap(c, b, q, left, degrees, unitsOfLength);
      if (gap <= 0) {
        return bisected(before, c, b, q, left, degrees, unitsOfLength);
      }
      if (gap < least) {
        least = gap;
        nearest = c;
      }
      before = c;
    }
    return nearest == 0 ? 0 : -nearest;
  }

  private static double bisected(
      double low,
      double high,
      double b,
      double q,
      double left,
      double degrees,
      double[] unitsOfLength) {
    double from = low;
    double to = high;
    for (int i = 0; i < 100; i++) {
      double middle = (from + to) / 2;
      if (gap(middle, b, q, left, degrees, unitsOfLength) > 0) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }

  private static double gap(
      double c, double b, double q, double left, double degrees, double[] unitsOfLength) {
    double variance = (left + c * c * q) / degrees;
    double rho = b + c * q;
    double bias = 0;
    for (int length = 2; length < unitsOfLength.length; length++) {
      if (unitsOfLength[length] > 0) {
        bias += unitsOfLength[length] * bias(rho, length);
      }
    }
    return variance * bias - c;
  }

  /** h(rho, T). */
  private static double bias(double rho, int length) {
    double sum = 0;
    double power = 1;
    for (int s = 1; s < length; s++) {
      sum += (length - s) * power;
      power *= rho;
    }
    return sum / length;
  }
}
