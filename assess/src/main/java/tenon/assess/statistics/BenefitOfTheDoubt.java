package tenon.assess.statistics;

import java.util.Arrays;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;

/**
 * Each unit scored by the weights that flatter it most: max &Sigma; w<sub>k</sub> z<sub>uk</sub> so
 * that no unit exceeds 1 by the same weights, w from 0 up (Melyn and Moesen 1991; Cherchye et al.
 * 2007). Bounds may hold the share of each indicator in the unit's own score. One linear programme
 * for each unit, over one column for each indicator and one row for each unit.
 */
public final class BenefitOfTheDoubt {

  /**
   * Bounds of each indicator's share in a unit's score.
   *
   * @param leastShare from 0 up
   * @param greatestShare up to 1
   */
  public record Spec(double leastShare, double greatestShare) {
    public Spec {
      if (!(leastShare >= 0 && leastShare <= greatestShare && greatestShare <= 1)) {
        throw new IllegalArgumentException(
            "shares " + leastShare + " to " + greatestShare + " must be in order within 0 and 1");
      }
    }

    /** Any share. */
    public static Spec free() {
      return new Spec(0, 1);
    }
  }

  private final double[] scores;
  private final double[][] weights;

  private BenefitOfTheDoubt(double[] scores, double[][] weights) {
    this.scores = scores;
    this.weights = weights;
  }

  /**
   * Scores units.
   *
   * @param values by unit and indicator, from 0 up, more being better; a unit with an unknown or
   *     negative value has no score and binds no other
   */
  public static BenefitOfTheDoubt of(double[][] values, Spec spec) {
    double[] scores = new double[values.length];
    double[][] weights = new double[values.length][];
    for (int unit = 0; unit < values.length; unit++) {
      scores[unit] = Double.NaN;
      weights[unit] = new double[values[unit].length];
      Arrays.fill(weights[unit], Double.NaN);
      if (isSound(values[unit])) {
        scores[unit] = flattered(values, unit, spec, weights[unit]);
      }
    }
    return new BenefitOfTheDoubt(scores, weights);
  }

  private static boolean isSound(double[] row) {
    return Arrays.stream(row).allMatch(value -> value >= 0 && value < Double.POSITIVE_INFINITY);
  }

  private static double flattered(double[][] values, int unit, Spec spec, double[] weights) {
    int width = values[unit].length;
    LinearProgramBuilder builder = LinearProgram.maximise();
    int[] all = new int[width];
    for (int k = 0; k < width; k++) {
      // Where nothing is had of an indicator its weight does not matter; 0 keeps it bounded.
      boolean used = values[unit][k] > 0;
      all[k] = builder.column(0, used ? Double.POSITIVE_INFINITY : 0, values[unit][k]);
    }
    for (double[] row : values) {
      if (isSound(row)) {
        builder.row(Double.NEGATIVE_INFINITY, 1, all, row);
      }
    }
    for (int k = 0; k < width; k++) {
      bound(builder, all, values[unit], k, spec.leastShare(), true);
      bound(builder, all, values[unit], k, spec.greatestShare(), false);
    }
    try (LinearProgram program = builder.build()) {
      Solution solution = program.solve();
      if (!solution.isOptimal()) {
        return Double.NaN;
      }
      System.arraycopy(solution.values(), 0, weights, 0, width);
      return solution.objective();
    }
  }

  /** w_k z_k - share * sum of w z, at least or at most 0. */
  private static void bound(
      LinearProgramBuilder builder, int[] all, double[] row, int k, double share, boolean least) {
    if (least ? share == 0 : share == 1) {
      return;
    }
    double[] coefficients = Arrays.stream(row).map(z -> -share * z).toArray();
    coefficients[k] += row[k];
    builder.row(
        least ? 0 : Double.NEGATIVE_INFINITY,
        least ? Double.POSITIVE_INFINITY : 0,
        all,
        coefficients);
  }

  /** Score from 0 to 1; {@code NaN} where a value is unknown or the bounds cannot be met. */
  public double score(int unit) {
    return scores[unit];
  }

  /** Weight of an indicator in the unit's own score; one choice of several where that is free. */
  public double weight(int unit, int indicator) {
    return weights[unit][indicator];
  }
}
