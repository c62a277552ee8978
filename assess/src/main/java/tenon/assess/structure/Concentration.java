package tenon.assess.structure;

import java.util.Arrays;

/** Concentration of amounts from 0 up; unknown amounts are left out. */
public final class Concentration {
  private Concentration() {}

  /** Herfindahl-Hirschman index: &Sigma; share&sup2;, from 1/n to 1; {@code NaN} where all is 0. */
  public static double herfindahl(double[] amounts) {
    double[] known = known(amounts);
    double sum = Arrays.stream(known).sum();
    return Arrays.stream(known).map(x -> x / sum * (x / sum)).sum() / (sum > 0 ? 1 : Double.NaN);
  }

  /** Share of the n greatest amounts; {@code NaN} where all is 0. */
  public static double greatest(double[] amounts, int n) {
    double[] known = known(amounts);
    double sum = 0;
    for (int i = Math.max(0, known.length - n); i < known.length; i++) {
      sum += known[i];
    }
    return sum / Arrays.stream(known).sum();
  }

  /**
   * Location quotients (Florence 1939): the sector's share in the region over its share in all
   * regions; above 1 the region is specialised.
   *
   * @param amounts by region and sector
   */
  public static double[][] locationQuotients(double[][] amounts) {
    int sectors = amounts[0].length;
    double[] bySector = new double[sectors];
    double all = 0;
    for (double[] region : amounts) {
      for (int s = 0; s < sectors; s++) {
        bySector[s] += region[s];
        all += region[s];
      }
    }
    double[][] quotients = new double[amounts.length][sectors];
    for (int r = 0; r < amounts.length; r++) {
      double region = Arrays.stream(amounts[r]).sum();
      for (int s = 0; s < sectors; s++) {
        quotients[r][s] = amounts[r][s] / region / (bySector[s] / all);
      }
    }
    return quotients;
  }

  private static double[] known(double[] amounts) {
    for (double amount : amounts) {
      if (amount < 0) {
        throw new IllegalArgumentException("amount " + amount + " is negative");
      }
    }
    return Arrays.stream(amounts).filter(x -> !Double.isNaN(x)).sorted().toArray();
  }
}
