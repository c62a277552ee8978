package tenon.assess.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.assess.algebra.Correlation;
import tenon.numeric.Laws;
import tenon.numeric.LuFactors;

/**
 * Whether indicators measure one thing. Rows with an unknown value are left out.
 *
 * @param rows number of complete rows
 * @param alpha Cronbach's alpha, k/(k-1) (1 - &Sigma; variances / variance of the sum)
 * @param standardisedAlpha the same of standardised columns, k r / (1 + (k-1) r), r the mean
 *     correlation
 * @param kmo Kaiser-Meyer-Olkin, &Sigma; r&sup2; / (&Sigma; r&sup2; + &Sigma; q&sup2;) over i &ne;
 *     j, q the partial correlations; {@code NaN} where the correlations are singular
 * @param kmoByIndicator the same for each column alone
 * @param bartlettChiSquared Bartlett's test that all correlations are 0: -(n-1-(2p+5)/6) ln |R|
 * @param bartlettDegreesOfFreedom p(p-1)/2
 * @param bartlettP probability of so great a value if they are
 */
public record Reliability(
    int rows,
    double alpha,
    double standardisedAlpha,
    double kmo,
    List<Double> kmoByIndicator,
    double bartlettChiSquared,
    int bartlettDegreesOfFreedom,
    double bartlettP) {
  public Reliability {
    kmoByIndicator = List.copyOf(kmoByIndicator);
  }

  /**
   * Measures two columns or more.
   *
   * @param columns by indicator and row
   */
  public static Reliability of(double[][] columns) {
    int k = columns.length;
    if (k < 2) {
      throw new IllegalArgumentException("reliability of " + k + " columns; give two or more");
    }
    double[][] complete = complete(columns);
    double[] sum = new double[complete[0].length];
    double variances = 0;
    for (double[] column : complete) {
      variances += variance(column);
      for (int row = 0; row < sum.length; row++) {
        sum[row] += column[row];
      }
    }
    double[][] r = Correlation.matrix(complete);
    double mean = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        mean += r[i][j] / (k * (k - 1) / 2.0);
      }
    }
    double alpha = k / (k - 1.0) * (1 - variances / variance(sum));
    double standardised = k * mean / (1 + (k - 1) * mean);
    LuFactors lu = LuFactors.of(r);
    double chiSquared = -(sum.length - 1 - (2 * k + 5) / 6.0) * lu.logAbsDeterminant();
    int freedom = k * (k - 1) / 2;
    double p = Laws.chiSquaredUpper(chiSquared, freedom);
    double[] kmo = kmo(r, lu);
    List<Double> each = Arrays.stream(kmo, 0, k).boxed().toList();
    return new Reliability(sum.length, alpha, standardised, kmo[k], each, chiSquared, freedom, p);
  }

  /** By column, and of all as the last. */
  private static double[] kmo(double[][] r, LuFactors lu) {
    int k = r.length;
    double[] kmo = new double[k + 1];
    Arrays.fill(kmo, Double.NaN);
    if (lu.isSingular()) {
      return kmo;
    }
    double[][] inverse = lu.inverse();
    double whole = 0;
    double wholePartial = 0;
    for (int i = 0; i < k; i++) {
      double squares = 0;
      double partial = 0;
      for (int j = 0; j < k; j++) {
        if (i != j) {
          squares += r[i][j] * r[i][j];
          partial += inverse[i][j] * inverse[i][j] / (inverse[i][i] * inverse[j][j]);
        }
      }
      kmo[i] = squares / (squares + partial);
      whole += squares;
      wholePartial += partial;
    }
    kmo[k] = whole / (whole + wholePartial);
    return kmo;
  }

  private static double[][] complete(double[][] columns) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < columns[0].length; row++) {
      int at = row;
      if (Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[at]))) {
        rows.add(row);
      }
    }
    double[][] complete = new double[columns.length][rows.size()];
    for (int k = 0; k < complete.length; k++) {
      double[] column = columns[k];
      complete[k] = rows.stream().mapToDouble(row -> column[row]).toArray();
    }
    return complete;
  }

  private static double variance(double[] column) {
    double mean = Arrays.stream(column).sum() / column.length;
    double squares = Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
    return squares / (column.length - 1);
  }
}
