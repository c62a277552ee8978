package tenon.twin.site;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tenon.model.Interval;
import tenon.numeric.LuFactors;

/**
 * The mean loss with what hazards happened to draw taken off: with c the hits of each hazard and
 * the days of them less their known means, a regression of the losses on c, read where c is 0
 * (control variates; Lavenberg and Welch 1981). It is reckoned from 20 + 10 k replications on for k
 * controls, since coefficients are estimated from the same replications, and told where it is
 * narrower.
 *
 * @param mean the mean loss
 * @param interval of 95 %, by the residual deviation
 * @param narrower half-width of the plain interval over that of this one; above 1
 */
public record Controlled(double mean, Interval interval, double narrower) {
  private static final double NORMAL_95 = 1.959963984540054;
  private static final int LEAST = 20;
  private static final int EACH = 10;

  /** The controlled mean; null where it is not narrower, or there is nothing to control by. */
  static @Nullable Controlled of(HazardDraws hazards, int first, double[] losses) {
    if (!hazards.differ() || losses.length < LEAST) {
      return null;
    }
    double[][] controls = new double[losses.length][];
    for (int r = 0; r < losses.length; r++) {
      controls[r] = hazards.surprises(first + r);
    }
    return of(varying(controls), losses);
  }

  /** The columns that vary. */
  private static double[][] varying(double[][] controls) {
    int[] kept =
        java.util.stream.IntStream.range(0, controls[0].length)
            .filter(at -> Arrays.stream(controls).anyMatch(row -> row[at] != controls[0][at]))
            .toArray();
    return Arrays.stream(controls)
        .map(row -> Arrays.stream(kept).mapToDouble(at -> row[at]).toArray())
        .toArray(double[][]::new);
  }

  static @Nullable Controlled of(double[][] controls, double[] losses) {
    int n = losses.length;
    int k = controls[0].length;
    if (k == 0 || n < LEAST + EACH * k) {
      return null;
    }
    double mean = Quantiles.mean(losses);
    double[] center = new double[k];
    for (double[] row : controls) {
      for (int i = 0; i < k; i++) {
        center[i] += row[i] / n;
      }
    }
    double[][] squares = new double[k][k];
    double[] products = new double[k];
    for (int r = 0; r < n; r++) {
      for (int i = 0; i < k; i++) {
        double off = controls[r][i] - center[i];
        products[i] += off * (losses[r] - mean);
        for (int j = 0; j < k; j++) {
          squares[i][j] += off * (controls[r][j] - center[j]);
        }
      }
    }
    LuFactors factors = LuFactors.of(squares);
    if (factors.isSingular()) {
      return null;
    }
    double[] slopes = factors.solve(products);
    double[] reach = factors.solve(center);
    double shift = 0;
    double spread = 1.0 / n;
    for (int i = 0; i < k; i++) {
      shift += slopes[i] * center[i];
      spread += center[i] * reach[i];
    }
    double rest = 0;
    for (int r = 0; r < n; r++) {
      double residual = losses[r] - mean;
      for (int i = 0; i < k; i++) {
        residual -= slopes[i] * (controls[r][i] - center[i]);
      }
      rest += residual * residual;
    }
    double half = NORMAL_95 * Math.sqrt(rest / (n - k - 1) * spread);
    double plain = Quantiles.halfWidth(losses);
    boolean sound = half > 0 && half < plain;
    double own = mean - shift;
    return sound ? new Controlled(own, new Interval(own - half, own + half), plain / half) : null;
  }
}
