package tenon.assess.spatial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.assess.statistics.Demeaned;

/**
 * Spatial Durbin model y = &rho; W y + X b + W X t + e by maximum likelihood, across units or in a
 * balanced panel with fixed effects (LeSage and Pace 2009, 3.1; Elhorst 2014, 3.3).
 *
 * <p>For given &rho; the rest is least squares of y - &rho; W y, so that only the likelihood in
 * &rho;, T ln |I - &rho; W| - nT/2 ln &sigma;&sup2;(&rho;), is searched: first on a grid, then by
 * halving on its slope. Standard errors come from the information matrix. O(n&sup3;) for each of
 * about a hundred values of &rho;. With unit effects &sigma;&sup2; is that of the likelihood, which
 * is too small by (T-1)/T (Lee and Yu 2010).
 */
public final class Durbin {
  /**
   * One number of the model with its standard error and two-sided normal p.
   *
   * @param name for example {@code rho}, {@code income}, {@code W income}
   */
  public record Term(String name, double value, double standardError, double p) {}

  /**
   * What one more unit of a regressor does in the long run: (I - &rho;W)<sup>-1</sup> (I b + W t).
   *
   * @param direct mean of the diagonal: on the unit itself
   * @param indirect mean row sum less direct: spilling over
   * @param total both
   * @param directError standard error by the delta method, as are the next two
   * @param indirectError of the indirect effect
   * @param totalError of both
   */
  public record Effect(
      String name,
      double direct,
      double indirect,
      double total,
      double directError,
      double indirectError,
      double totalError) {}

  private final List<Term> terms;
  private final List<Effect> effects;
  private final double sigmaSquared;
  private final double logLikelihood;

  Durbin(List<Term> terms, List<Effect> effects, double sigmaSquared, double logLikelihood) {
    this.terms = List.copyOf(terms);
    this.effects = List.copyOf(effects);
    this.sigmaSquared = sigmaSquared;
    this.logLikelihood = logLikelihood;
  }

  /**
   * Fits across units.
   *
   * @param y by unit
   * @param x by regressor and unit, without a constant
   * @param weights row-standardised
   * @return null where the regressors depend on each other
   */
  public static @Nullable Durbin acrossUnits(
      double[] y, double[][] x, List<String> names, SpatialWeights weights) {
    int n = y.length;
    double[][] rows = new double[n][1 + 2 * x.length];
    for (int k = 0; k < x.length; k++) {
      double[] lag = weights.lag(x[k]);
      for (int i = 0; i < n; i++) {
        rows[i][0] = 1;
        rows[i][1 + k] = x[k][i];
        rows[i][1 + x.length + k] = lag[i];
      }
    }
    return new DurbinFit(y, weights.lag(y), rows, weights, 1).model(names, true);
  }

  /**
   * Fits a balanced panel with effects of units, and of periods where asked.
   *
   * @param y by unit and period
   * @param x by regressor, unit and period
   * @param weights row-standardised, the same in all periods
   * @return null where the regressors depend on each other or on the effects
   */
  public static @Nullable Durbin inPanel(
      double[][] y,
      double[][][] x,
      List<String> names,
      SpatialWeights weights,
      boolean periodEffects) {
    int n = y.length;
    int periods = y[0].length;
    double[] own = Demeaned.of(y, periodEffects);
    double[][] rows = new double[n * periods][2 * x.length];
    for (int k = 0; k < x.length; k++) {
      double[] column = Demeaned.of(x[k], periodEffects);
      double[] lag = DurbinFit.lag(column, weights, periods);
      for (int i = 0; i < rows.length; i++) {
        rows[i][k] = column[i];
        rows[i][x.length + k] = lag[i];
      }
    }
    double[] lag = DurbinFit.lag(own, weights, periods);
    return new DurbinFit(own, lag, rows, weights, periods).model(names, false);
  }

  /** rho, then the constant where there is one, the regressors, and their neighbours' values. */
  public List<Term> terms() {
    return terms;
  }

  /** One for each regressor. */
  public List<Effect> effects() {
    return effects;
  }

  /** Variance of e by maximum likelihood. */
  public double sigmaSquared() {
    return sigmaSquared;
  }

  public double logLikelihood() {
    return logLikelihood;
  }
}
