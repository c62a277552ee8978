package tenon.assess.structure;

import java.util.Arrays;
import java.util.List;

/**
 * How an economy depends on imports of one product: the core indicators of the European Commission
 * (SWD(2021) 352), each compared strictly with its bar, and the benchmark of the Critical Raw
 * Materials Act (Regulation (EU) 2024/1252, article 5(1)(b)).
 *
 * @param hhi CDI1: sum of squared shares of the suppliers outside; bar 0.4
 * @param cr3 share of the three greatest suppliers
 * @param cdi2 imports from outside over all imports of the members; bar 0.5; NaN for one country
 *     alone
 * @param cdi3 imports from outside over exports; bar 1; {@value #NO_EXPORTS} where nothing is
 *     exported
 * @param greatestShare share of the greatest supplier; bar 0.65
 */
public record TradeDependence(
    double hhi, double cr3, double cdi2, double cdi3, double greatestShare) {
  private static final double CONCENTRATED = 0.4;
  private static final double FROM_OUTSIDE = 0.5;
  private static final double ONE_COUNTRY = 0.65;

  /** Stands for a ratio to no exports, as in CEPII's GeoDep. */
  public static final double NO_EXPORTS = 9999;

  /**
   * The indicators.
   *
   * @param imports by supplier outside, from 0 up
   * @param within imports of members from each other; NaN for one country alone
   * @param exports exports of the members to the outside
   */
  public static TradeDependence of(double[] imports, double within, double exports) {
    double total = Arrays.stream(imports).sum();
    return new TradeDependence(
        Concentration.herfindahl(imports),
        Concentration.greatest(imports, 3),
        total / (total + within),
        exports == 0 ? NO_EXPORTS : total / exports,
        Concentration.greatest(imports, 1));
  }

  /** Number of equal suppliers that would be as concentrated. */
  public double effectiveSuppliers() {
    return 1 / hhi;
  }

  /** Whether every indicator that is known lies above its bar. */
  public boolean dependent() {
    boolean outside = Double.isNaN(cdi2) || cdi2 > FROM_OUTSIDE;
    return hhi > CONCENTRATED && outside && cdi3 > 1;
  }

  /** Whether one country supplies more than 65 per cent. */
  public boolean breachesOneCountryBar() {
    return greatestShare > ONE_COUNTRY;
  }

  /**
   * Whether the economy depends on imports in at least two of the years (CEPII's GeoDep): imports
   * concentrated, world exports concentrated, imports above exports.
   *
   * @param years for each year the index of imports, of world exports, and imports over exports
   */
  public static boolean dependentOverYears(List<double[]> years) {
    long over =
        years.stream().filter(y -> y[0] > CONCENTRATED && y[1] > CONCENTRATED && y[2] > 1).count();
    return over >= 2;
  }
}
