package tenon.respond.design;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Mean, value at risk and conditional value at risk of a loss with finitely many values.
 *
 * <p>VaR_a is the least eta with P(L &lt;= eta) &gt;= a, and CVaR_a = VaR_a + E[(L - VaR_a)+] / (1
 * - a): the mean of the worst share 1 - a, an atom at the edge counted in part (Rockafellar and
 * Uryasev 2000, 2002).
 *
 * @param mean expected loss
 * @param valueAtRisk VaR
 * @param tailMean CVaR
 */
public record Risk(double mean, double valueAtRisk, double tailMean) {
  /** Probabilities are sums of decimal fractions: reached up to this. */
  private static final double REACHED = 1e-12;

  /**
   * Of losses with their probabilities.
   *
   * @param alpha confidence, 0 or more and below 1
   * @throws IllegalArgumentException if the arrays differ in length, are empty, or the
   *     probabilities do not sum to 1
   */
  public static Risk of(double[] losses, double[] probabilities, double alpha) {
    check(losses.length, probabilities, alpha);
    int[] order =
        IntStream.range(0, losses.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> losses[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double mean = 0;
    double below = 0;
    double edge = Double.NaN;
    for (int i : order) {
      mean += losses[i] * probabilities[i];
      below += probabilities[i];
      if (Double.isNaN(edge) && below >= alpha - REACHED) {
        edge = losses[i];
      }
    }
    double beyond = 0;
    for (int i : order) {
      beyond += Math.max(0, losses[i] - edge) * probabilities[i];
    }
    return new Risk(mean, edge, edge + beyond / (1 - alpha));
  }

  /** Of losses that are equally probable. */
  public static Risk of(double[] losses, double alpha) {
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int edge = Math.clamp((long) Math.ceil((alpha - REACHED) * n) - 1, 0, n - 1);
    double mean = 0;
    double beyond = 0;
    for (double loss : sorted) {
      mean += loss / n;
      beyond += Math.max(0, loss - sorted[edge]) / n;
    }
    return new Risk(mean, sorted[edge], sorted[edge] + beyond / (1 - alpha));
  }

  /** (1 - lambda) mean + lambda CVaR. */
  public double weighted(double lambda) {
    return (1 - lambda) * mean + lambda * tailMean;
  }

  private static void check(int losses, double[] probabilities, double alpha) {
    if (losses == 0 || losses != probabilities.length) {
      throw new IllegalArgumentException(
          losses + " losses have " + probabilities.length + " probabilities");
    }
    if (Math.abs(Arrays.stream(probabilities).sum() - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "the probabilities sum to " + Arrays.stream(probabilities).sum() + ", not 1");
    }
    if (!(alpha >= 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha is " + alpha + "; write 0 or more and below 1");
    }
  }
}
