package tenon.assess.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.assess.algebra.LeastSquares;
import tenon.numeric.Laws;

/** Whether units draw together (Barro and Sala-i-Martin 1992). Values are above 0. */
public final class Convergence {
  private Convergence() {}

  /** Effects that a panel regression takes out. */
  public enum Effects {
    /** Each unit has a level of its own. */
    UNIT,
    /** Each unit and each period has one. */
    UNIT_AND_PERIOD
  }

  /**
   * Growth on the starting level.
   *
   * @param constant the constant; {@code NaN} where effects take its place
   * @param constantError its standard error
   * @param beta slope; below 0 units converge
   * @param betaError its standard error, classical
   * @param betaP two-sided p of the slope's being 0
   * @param rSquared share explained (within effects, where these are taken out)
   * @param speedPerPeriod -ln(1 + beta T) / T
   * @param halfLife ln 2 / speed, in periods
   */
  public record Beta(
      double constant,
      double constantError,
      double beta,
      double betaError,
      double betaP,
      double rSquared,
      double speedPerPeriod,
      double halfLife) {}

  /**
   * Sigma convergence: the coefficient of variation by period, population form; falling values
   * converge.
   *
   * @param values by unit and period
   */
  public static double[] coefficientOfVariation(double[][] values) {
    return byPeriod(
        values,
        column -> {
          double mean = Arrays.stream(column).sum() / column.length;
          return deviation(column, 0) / mean;
        });
  }

  /** Standard deviation (n - 1) of the logarithms by period. */
  public static double[] logDeviation(double[][] values) {
    return byPeriod(
        values, column -> deviation(Arrays.stream(column).map(StrictMath::log).toArray(), 1));
  }

  private interface Spread {
    double of(double[] column);
  }

  private static double[] byPeriod(double[][] values, Spread spread) {
    double[] result = new double[values[0].length];
    for (int period = 0; period < result.length; period++) {
      int at = period;
      result[period] =
          spread.of(
              Arrays.stream(values)
                  .mapToDouble(unit -> unit[at])
                  .filter(x -> !Double.isNaN(x))
                  .toArray());
    }
    return result;
  }

  private static double deviation(double[] column, int lost) {
    double mean = Arrays.stream(column).sum() / column.length;
    double squares = Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (column.length - lost));
  }

  /**
   * Absolute beta convergence across units: (ln y<sub>T</sub> - ln y<sub>0</sub>) / T on ln
   * y<sub>0</sub>, T the number of periods between the first and the last.
   *
   * @return null where fewer than two units are known at both ends
   */
  public static @Nullable Beta acrossUnits(double[][] values) {
    int span = values[0].length - 1;
    List<double[]> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (double[] unit : values) {
      double from = StrictMath.log(unit[0]);
      double growth = (StrictMath.log(unit[span]) - from) / span;
      if (!Double.isNaN(growth)) {
        x.add(new double[] {1, from});
        y.add(growth);
      }
    }
    LeastSquares fit =
        LeastSquares.fit(x.toArray(double[][]::new), y.stream().mapToDouble(v -> v).toArray());
    return fit == null ? null : beta(fit, 1, span, fit.standardError(1), fit.degreesOfFreedom());
  }

  /**
   * Beta convergence in the panel: ln(y<sub>t+1</sub> / y<sub>t</sub>) on ln y<sub>t</sub>, effects
   * taken out by demeaning; every cell must be known.
   *
   * @return null where the level does not vary beside the effects
   */
  public static @Nullable Beta inPanel(double[][] values, Effects effects) {
    int units = values.length;
    int steps = values[0].length - 1;
    double[][] level = new double[units][steps];
    double[][] growth = new double[units][steps];
    for (int unit = 0; unit < units; unit++) {
      for (int t = 0; t < steps; t++) {
        level[unit][t] = StrictMath.log(values[unit][t]);
        growth[unit][t] = StrictMath.log(values[unit][t + 1]) - level[unit][t];
      }
    }
    boolean periods = effects == Effects.UNIT_AND_PERIOD;
    double[] x = Demeaned.of(level, periods);
    double[] y = Demeaned.of(growth, periods);
    double[][] rows = Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    LeastSquares fit = LeastSquares.fit(rows, y);
    if (fit == null) {
      return null;
    }
    int freedom = units * steps - units - (periods ? steps - 1 : 0) - 1;
    double error = fit.standardError(0) * Math.sqrt((units * steps - 1.0) / freedom);
    return beta(fit, 0, 1, error, freedom);
  }

  private static Beta beta(LeastSquares fit, int slope, int span, double error, int freedom) {
    double beta = fit.coefficient(slope);
    double speed = -StrictMath.log1p(beta * span) / span;
    double p = Laws.studentTwoSided(beta / error, freedom);
    return new Beta(
        slope == 0 ? Double.NaN : fit.coefficient(0),
        slope == 0 ? Double.NaN : fit.standardError(0),
        beta,
        error,
        p,
        fit.rSquared(),
        speed,
        StrictMath.log(2) / speed);
  }
}
