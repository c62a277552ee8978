package tenon.evaluate.algebra;

/**
 * Logistic regression by Newton's steps, which is iteratively reweighted least squares.
 *
 * @param coefficients by column
 * @param covariance inverse of the information X'diag(p(1-p))X
 * @param probabilities fitted by row
 * @param logLikelihood at the solution
 * @param converged whether the steps came to rest; they do not where a column separates the
 *     outcomes
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record Logit(
    double[] coefficients,
    double[][] covariance,
    double[] probabilities,
    double logLikelihood,
    boolean converged) {
  private static final int MOST_STEPS = 50;
  private static final double REST = 1e-12;

  /**
   * Fits P(y = 1) = 1 / (1 + exp(-x'b)).
   *
   * @param x by row and column; a constant is a column of ones
   * @param y true for 1
   */
  public static Logit fit(double[][] x, boolean[] y) {
    int k = x[0].length;
    double[] b = new double[k];
    boolean rests = false;
    for (int step = 0; step < MOST_STEPS && !rests; step++) {
      double[] gradient = new double[k];
      Cholesky factor = Cholesky.of(information(x, y, b, gradient), 1e-13);
      double[] move = factor.solve(gradient);
      double size = 0;
      for (int j = 0; j < k; j++) {
        b[j] += move[j];
        size = Math.max(size, Math.abs(move[j]) / (1 + Math.abs(b[j])));
      }
      rests = size < REST;
    }
    double[][] covariance = Cholesky.of(information(x, y, b, new double[k]), 1e-13).inverse();
    double[] p = new double[x.length];
    double likelihood = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = probability(x[i], b);
      likelihood += Math.log(y[i] ? p[i] : 1 - p[i]);
    }
    return new Logit(b, covariance, p, likelihood, rests && Double.isFinite(likelihood));
  }

  /** McFadden's 1 - ln L / ln L of a constant alone. */
  public double pseudoRSquared(boolean[] y) {
    double ones = 0;
    for (boolean one : y) {
      ones += one ? 1 : 0;
    }
    double share = ones / y.length;
    double alone = ones * Math.log(share) + (y.length - ones) * Math.log(1 - share);
    return 1 - logLikelihood / alone;
  }

  private static double probability(double[] row, double[] b) {
    return 1 / (1 + Math.exp(-Matrices.dot(row, b)));
  }

  private static double[][] information(double[][] x, boolean[] y, double[] b, double[] gradient) {
    double[][] information = new double[b.length][b.length];
    for (int i = 0; i < x.length; i++) {
      double p = probability(x[i], b);
      Matrices.addOuter(information, x[i], p * (1 - p));
      for (int j = 0; j < b.length; j++) {
        gradient[j] += x[i][j] * ((y[i] ? 1 : 0) - p);
      }
    }
    Matrices.mirror(information);
    return information;
  }
}
