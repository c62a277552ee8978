package tenon.assess.drivers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.algebra.Correlation;
import tenon.assess.algebra.LeastSquares;
import tenon.numeric.Laws;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Does the index before a shock tell what happened in it? Rank correlation, regression with
 * controls, and prediction of units that were not fitted, beside predicting with controls alone.
 * Rows with an unknown value are left out.
 *
 * @param rows number of rows used
 * @param rankCorrelation Spearman's r of score and outcome
 * @param rankP two-sided p by Student's t with n - 2
 * @param coefficient change of the outcome with one point of the score, controls held
 * @param standardError classical standard error
 * @param p two-sided p
 * @param rSquared share explained by score and controls
 * @param outOfSample 1 - squared errors with the score / squared errors of the mean, over all folds
 * @param outOfSampleGain 1 - squared errors with the score / squared errors without it: above 0 the
 *     score helps to predict
 */
public record Prediction(
    int rows,
    double rankCorrelation,
    double rankP,
    double coefficient,
    double standardError,
    double p,
    double rSquared,
    double outOfSample,
    double outOfSampleGain) {

  private static final double LEVEL = .05;

  /** Whether the score helps out of sample and its coefficient is significant at 5 in 100. */
  public boolean tells() {
    return outOfSampleGain > 0 && p < LEVEL;
  }

  /**
   * Tests.
   *
   * @param score before the shock, by unit
   * @param outcome in the shock, by unit
   * @param controls by control and unit; may be none
   * @param folds parts that are left out in turn, 2 or more
   * @param seed seed of the draw of the folds
   * @return null where controls depend on each other or too few rows are known
   */
  public static @Nullable Prediction of(
      double[] score, double[] outcome, double[][] controls, int folds, long seed) {
    if (folds < 2) {
      throw new IllegalArgumentException("folds " + folds + " must be at least 2");
    }
    double[][] all = new double[controls.length + 1][];
    all[0] = score;
    System.arraycopy(controls, 0, all, 1, controls.length);
    Rows rows = Rows.known(outcome, all);
    LeastSquares fit = rows.fit();
    if (fit == null || fit.degreesOfFreedom() < 1) {
      return null;
    }
    double[] x = new double[rows.count()];
    double[] y = new double[rows.count()];
    Arrays.setAll(x, i -> rows.x(i, 1));
    Arrays.setAll(y, rows::y);
    double rank = Correlation.spearman(x, y);
    double t = rank * Math.sqrt((x.length - 2) / (1 - rank * rank));
    int[] fold = folds(x.length, folds, seed);
    double[] mean = errors(without(rows, new int[0]), fold, folds);
    int[] alone = IntStream.rangeClosed(2, controls.length + 1).toArray();
    double withScore = Arrays.stream(errors(rows, fold, folds)).sum();
    double withoutScore = Arrays.stream(errors(without(rows, alone), fold, folds)).sum();
    return new Prediction(
        x.length,
        rank,
        Laws.studentTwoSided(t, x.length - 2),
        fit.coefficient(1),
        fit.standardError(1),
        fit.p(1),
        fit.rSquared(),
        1 - withScore / Arrays.stream(mean).sum(),
        1 - withScore / withoutScore);
  }

  /** Rows with only some of the regressors beside the constant. */
  private static Rows without(Rows rows, int[] kept) {
    double[] y = new double[rows.count()];
    Arrays.setAll(y, rows::y);
    double[][] columns =
        Arrays.stream(kept)
            .mapToObj(k -> IntStream.range(0, y.length).mapToDouble(i -> rows.x(i, k)).toArray())
            .toArray(double[][]::new);
    return Rows.known(y, columns);
  }

  /** Number of the fold of each row: dealt in turn after a shuffle. */
  private static int[] folds(int rows, int folds, long seed) {
    RandomStream stream = RandomStreams.of(seed).stream(Purpose.BOOTSTRAP, "folds", 0);
    int[] order = IntStream.range(0, rows).toArray();
    for (int i = rows - 1; i > 0; i--) {
      int other = stream.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    int[] fold = new int[rows];
    for (int i = 0; i < rows; i++) {
      fold[order[i]] = i % folds;
    }
    return fold;
  }

  /** Squared error of each row, predicted by a fit on the other folds. */
  private static double[] errors(Rows rows, int[] fold, int folds) {
    double[] errors = new double[fold.length];
    for (int one = 0; one < folds; one++) {
      int left = one;
      Rows others = rows.at(IntStream.range(0, fold.length).filter(i -> fold[i] != left).toArray());
      LeastSquares fit = others.fit();
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] == one) {
          errors[i] = fit == null ? Double.NaN : squared(rows, i, fit);
        }
      }
    }
    return errors;
  }

  private static double squared(Rows rows, int row, LeastSquares fit) {
    double error = rows.y(row);
    for (int k = 0; k < fit.size(); k++) {
      error -= fit.coefficient(k) * rows.x(row, k);
    }
    return error * error;
  }
}
