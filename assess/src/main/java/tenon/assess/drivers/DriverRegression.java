package tenon.assess.drivers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.assess.algebra.LeastSquares;
import tenon.numeric.Laws;

/**
 * Score on outside drivers by least squares: what goes along with resilience. An association, not
 * an effect. Rows with an unknown value are left out.
 *
 * @param rows number of rows used
 * @param terms the constant, then the drivers
 * @param rSquared share of the variation explained
 */
public record DriverRegression(int rows, List<Term> terms, double rSquared) {
  public DriverRegression {
    terms = List.copyOf(terms);
  }

  /**
   * One coefficient.
   *
   * @param name name of the driver
   * @param coefficient change of the score with one unit of the driver
   * @param standardError classical standard error
   * @param low lower bound of the confidence interval
   * @param high upper bound
   * @param p two-sided p of no association
   * @param contribution coefficient times the standard deviation of the driver: points of the score
   *     that go along with a usual difference; {@code NaN} for the constant
   */
  public record Term(
      String name,
      double coefficient,
      double standardError,
      double low,
      double high,
      double p,
      double contribution) {}

  /**
   * Regresses.
   *
   * @param score by row
   * @param drivers by driver and row
   * @param confidence of the intervals, for example .95
   * @return null where drivers depend on each other or too few rows are known
   */
  public static @Nullable DriverRegression of(
      double[] score, double[][] drivers, List<String> names, double confidence) {
    Rows known = Rows.known(score, drivers);
    LeastSquares fit = known.fit();
    if (fit == null || fit.degreesOfFreedom() < 1) {
      return null;
    }
    double reach = Laws.studentQuantile((1 + confidence) / 2, fit.degreesOfFreedom());
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < fit.size(); k++) {
      double b = fit.coefficient(k);
      double error = fit.standardError(k);
      terms.add(
          new Term(
              k == 0 ? "constant" : names.get(k - 1),
              b,
              error,
              b - reach * error,
              b + reach * error,
              fit.p(k),
              k == 0 ? Double.NaN : b * known.deviation(k)));
    }
    return new DriverRegression(known.count(), terms, fit.rSquared());
  }
}
