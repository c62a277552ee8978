package tenon.assess.algebra;

import org.jspecify.annotations.Nullable;
import tenon.numeric.Laws;

/**
 * Ordinary least squares by Householder reflections (Golub and Van Loan, 5.3), with the classical
 * standard errors s&sup2;(X'X)<sup>-1</sup>, s&sup2; = e'e / (n - k).
 */
public final class LeastSquares {
  private static final double DEPENDENT = 1e-11;

  private final double[] coefficients;
  private final double[] standardErrors;
  private final double[] residuals;
  private final double residualSum;
  private final double rSquared;

  private LeastSquares(
      double[] coefficients,
      double[] standardErrors,
      double[] residuals,
      double residualSum,
      double rSquared) {
    this.coefficients = coefficients;
    this.standardErrors = standardErrors;
    this.residuals = residuals;
    this.residualSum = residualSum;
    this.rSquared = rSquared;
  }

  /**
   * Fits y = X b + e.
   *
   * @param x rows of regressors; a constant is a column of ones
   * @param y as many values as there are rows
   * @return null where the columns depend on each other or there are fewer rows than columns
   */
  public static @Nullable LeastSquares fit(double[][] x, double[] y) {
    int n = x.length;
    int k = n == 0 ? 0 : x[0].length;
    if (n < k || k == 0) {
      return null;
    }
    double[][] q = new double[n][];
    for (int i = 0; i < n; i++) {
      q[i] = x[i].clone();
    }
    double[] z = y.clone();
    double[] diagonal = new double[k];
    for (int column = 0; column < k; column++) {
      diagonal[column] = reflect(q, z, column);
      if (Double.isNaN(diagonal[column])) {
        return null;
      }
    }
    double[][] inverse = inverseOfUpper(q, diagonal);
    double[] b = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        b[i] += inverse[i][j] * z[j];
      }
    }
    return finished(x, y, b, inverse);
  }

  private static LeastSquares finished(double[][] x, double[] y, double[] b, double[][] inverse) {
    int n = y.length;
    int k = b.length;
    double mean = 0;
    for (double value : y) {
      mean += value / n;
    }
    double[] residuals = new double[n];
    double left = 0;
    double whole = 0;
    for (int i = 0; i < n; i++) {
      residuals[i] = y[i];
      for (int j = 0; j < k; j++) {
        residuals[i] -= x[i][j] * b[j];
      }
      left += residuals[i] * residuals[i];
      whole += (y[i] - mean) * (y[i] - mean);
    }
    double[] errors = new double[k];
    for (int i = 0; i < k; i++) {
      double squares = 0;
      for (int j = i; j < k; j++) {
        squares += inverse[i][j] * inverse[i][j];
      }
      errors[i] = n > k ? Math.sqrt(squares * left / (n - k)) : Double.NaN;
    }
    return new LeastSquares(b, errors, residuals, left, 1 - left / whole);
  }

  /** Reflects a column below the diagonal away; returns the diagonal, or NaN where it vanishes. */
  private static double reflect(double[][] q, double[] z, int column) {
    double whole = 0;
    double below = 0;
    for (int i = 0; i < q.length; i++) {
      double square = q[i][column] * q[i][column];
      whole += square;
      below += i >= column ? square : 0;
    }
    if (!(below > DEPENDENT * DEPENDENT * whole)) {
      return Double.NaN;
    }
    double norm = q[column][column] > 0 ? -Math.sqrt(below) : Math.sqrt(below);
    q[column][column] -= norm;
    double length = 0;
    for (int i = column; i < q.length; i++) {
      length += q[i][column] * q[i][column];
    }
    for (int j = column + 1; j < q[0].length; j++) {
      double dot = 0;
      for (int i = column; i < q.length; i++) {
        dot += q[i][column] * q[i][j];
      }
      for (int i = column; i < q.length; i++) {
        q[i][j] -= 2 * dot / length * q[i][column];
      }
    }
    double dot = 0;
    for (int i = column; i < q.length; i++) {
      dot += q[i][column] * z[i];
    }
    for (int i = column; i < q.length; i++) {
      z[i] -= 2 * dot / length * q[i][column];
    }
    return norm;
  }

  private static double[][] inverseOfUpper(double[][] r, double[] diagonal) {
    int k = diagonal.length;
    double[][] inverse = new double[k][k];
    for (int j = 0; j < k; j++) {
      inverse[j][j] = 1 / diagonal[j];
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int m = i + 1; m <= j; m++) {
          sum += r[i][m] * inverse[m][j];
        }
        inverse[i][j] = -sum / diagonal[i];
      }
    }
    return inverse;
  }

  public int size() {
    return coefficients.length;
  }

  public double coefficient(int nth) {
    return coefficients[nth];
  }

  /** Classical standard error; {@code NaN} where no degree of freedom is left. */
  public double standardError(int nth) {
    return standardErrors[nth];
  }

  public double t(int nth) {
    return coefficients[nth] / standardErrors[nth];
  }

  /** Two-sided p of the coefficient's being 0. */
  public double p(int nth) {
    return Laws.studentTwoSided(t(nth), degreesOfFreedom());
  }

  /** Rows less columns. */
  public int degreesOfFreedom() {
    return residuals.length - coefficients.length;
  }

  public double residual(int row) {
    return residuals[row];
  }

  /** Sum of the squared residuals. */
  public double residualSum() {
    return residualSum;
  }

  /** Share of the variation about the mean that is explained. */
  public double rSquared() {
    return rSquared;
  }
}
