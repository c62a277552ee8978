package tenon.evaluate;

import tenon.evaluate.algebra.Matrices;

/**
 * Preconditioned conjugate gradients for A g = r, A symmetric positive semidefinite and r in its
 * range. Stops when the residual has fallen by {@value #FALL} or falls no more; whether that is
 * enough is for the certificate of the regression to say. Source: Golub, Van Loan, Matrix
 * Computations (4th ed.), 11.3 and 11.5.
 */
final class ConjugateGradients {
  private static final double FALL = 1e-14;
  private static final int MOST_STEPS = 20_000;

  /** Steps without a new least residual after which rounding has the upper hand. */
  private static final int PATIENCE = 500;

  /** A matrix known by what it does. */
  interface Operator {
    int size();

    /** product = A x. */
    void apply(double[] x, double[] product);

    /** z = P r with P near the inverse of A. */
    void precondition(double[] r, double[] z);
  }

  private final Operator operator;

  ConjugateGradients(Operator operator) {
    this.operator = operator;
  }

  Schur.Reached solve(double[] r) {
    int n = operator.size();
    double[] x = new double[n];
    double[] best = x.clone();
    double[] residual = r.clone();
    double[] z = new double[n];
    double[] product = new double[n];
    operator.precondition(residual, z);
    double[] direction = z.clone();
    double rz = Matrices.dot(residual, z);
    double least = Math.sqrt(Matrices.dot(residual, residual));
    double target = FALL * least;
    int bestStep = 0;
    int step = 0;
    while (step < MOST_STEPS && step - bestStep < PATIENCE && least > target && rz > 0) {
      operator.apply(direction, product);
      double curvature = Matrices.dot(direction, product);
      if (!(curvature > 0)) {
        break;
      }
      double length = rz / curvature;
      for (int i = 0; i < n; i++) {
        x[i] += length * direction[i];
        residual[i] -= length * product[i];
      }
      step++;
      double size = Math.sqrt(Matrices.dot(residual, residual));
      if (size < least) {
        least = size;
        bestStep = step;
        System.arraycopy(x, 0, best, 0, n);
      }
      operator.precondition(residual, z);
      double next = Matrices.dot(residual, z);
      double beta = next / rz;
      rz = next;
      for (int i = 0; i < n; i++) {
        direction[i] = z[i] + beta * direction[i];
      }
    }
    return new Schur.Reached(best, step);
  }
}
