package tenon.evaluate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Matrices;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.numeric.Laws;

/**
 * What a regression found. Coefficients are numbered in the order of the formula, instrumented ones
 * first.
 *
 * @param spec what was asked for
 * @param names names of the coefficients
 * @param coefficients by number
 * @param covariance of the coefficients
 * @param sizes counts that enter the standard errors
 * @param quality how well it fits, and how well the equations are solved
 * @param dropped what was left out
 * @param firstStage F of the excluded instruments by instrumented regressor; empty without any
 * @param residuals by row of the data, {@code NaN} where the row is not used; empty unless asked
 *     for
 * @param findings doubts met on the way; warnings all
 */
@SuppressWarnings(
    "ArrayRecordComponent") // its arrays are never written after construction, nor compared
public record Fit(
    RegressionSpec spec,
    List<String> names,
    double[] coefficients,
    double[][] covariance,
    Sizes sizes,
    Quality quality,
    Dropped dropped,
    double[] firstStage,
    double[] residuals,
    List<Finding> findings) {

  /**
   * Counts.
   *
   * @param observations n
   * @param parameters slopes and levels of all absorbed effects together
   * @param counted K of the small-sample rule
   * @param clusters number of clusters by cluster variable; empty without clusters
   * @param degrees degrees of freedom of t
   * @param effectLevels levels of each absorbed effect
   */
  public record Sizes(
      int observations,
      int parameters,
      int counted,
      List<Integer> clusters,
      double degrees,
      List<Integer> effectLevels) {

    /** The least number of clusters, 0 without clusters. */
    public int leastClusters() {
      return clusters.stream().mapToInt(Integer::intValue).min().orElse(0);
    }
  }

  /**
   * Measures of fit and of the solution.
   *
   * @param squares weighted sum of squared residuals
   * @param rSquared of the whole model
   * @param adjustedRSquared of the whole model, for its parameters
   * @param withinRSquared of the regressors once the absorbed effects are out
   * @param variance squares / (n - parameters)
   * @param rootMeanSquare root of squares / n
   * @param certificate largest residual of the normal equations, relative: the cosine of the
   *     residual with any regressor or level of an absorbed effect
   * @param iterations steps of the iterative elimination; 0 where it was exact
   */
  public record Quality(
      double squares,
      double rSquared,
      double adjustedRSquared,
      double withinRSquared,
      double variance,
      double rootMeanSquare,
      double certificate,
      int iterations) {}

  /**
   * What was left out.
   *
   * @param unknown rows in which something is unknown
   * @param singletons rows alone in a level of an absorbed effect
   * @param singletonNames these levels, as {@code effect level}
   * @param collinear regressors that follow from the effects or from earlier regressors
   */
  public record Dropped(
      int unknown, int singletons, List<String> singletonNames, List<String> collinear) {}

  /**
   * A joint test that coefficients are 0.
   *
   * @param f b'V<sup>-1</sup>b / q
   * @param first q, the rank of V among the coefficients tested
   * @param second degrees of freedom of t
   * @param p upper tail of F
   */
  public record Wald(double f, int first, double second, double p) {}

  /** Number of a coefficient, -1 where it is not there. */
  public int number(String name) {
    return names.indexOf(name);
  }

  /** A coefficient; {@code NaN} where it is not there or was dropped. */
  public double coefficient(String name) {
    int at = number(name);
    return at < 0 ? Double.NaN : coefficients[at];
  }

  /** A standard error; {@code NaN} where the coefficient is not there. */
  public double standardError(String name) {
    int at = number(name);
    return at < 0 ? Double.NaN : Math.sqrt(covariance[at][at]);
  }

  public double t(String name) {
    return coefficient(name) / standardError(name);
  }

  /** Two-sided p-value. */
  public double p(String name) {
    return Laws.studentTwoSided(t(name), sizes.degrees());
  }

  /** Lower end of the confidence interval of a level such as .95. */
  public double low(String name, double level) {
    return coefficient(name) - reach(level) * standardError(name);
  }

  /** Upper end of the confidence interval of a level such as .95. */
  public double high(String name, double level) {
    return coefficient(name) + reach(level) * standardError(name);
  }

  private double reach(double level) {
    return Laws.studentTwoSidedQuantile(1 - level, sizes.degrees());
  }

  /** Tests jointly that the named coefficients are 0. */
  public Wald wald(List<String> tested) {
    int[] at = tested.stream().mapToInt(this::number).filter(number -> number >= 0).toArray();
    double[] b = Arrays.stream(at).mapToDouble(number -> coefficients[number]).toArray();
    Cholesky factor = Cholesky.of(Matrices.part(covariance, at), 1e-12);
    double f = Matrices.dot(b, factor.solve(b)) / factor.rank();
    return new Wald(
        f, factor.rank(), sizes.degrees(), Laws.fUpper(f, factor.rank(), sizes.degrees()));
  }

  /** The rule behind the standard errors, as a sentence to stand under a table. */
  public Message rule() {
    return Rule.of(this);
  }

  /** The first finding of a kind, null where there is none. */
  public @Nullable Finding finding(String code) {
    return findings.stream().filter(f -> f.code().equals(code)).findFirst().orElse(null);
  }
}
