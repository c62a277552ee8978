package tenon.twin.sector;

import java.util.Arrays;
import java.util.List;

/**
 * How much an economy depends on a few foreign suppliers of a product: the core indicators of the
 * European Commission (SWD(2021) 352), concentration, and the benchmark of the Critical Raw
 * Materials Act (Regulation (EU) 2024/1252, article 5).
 *
 * @param suppliers number of foreign suppliers that sell anything
 * @param hhi sum of squared shares of the foreign suppliers, 0 to 1; also CDI1. NaN without imports
 * @param cr3 share of the three greatest
 * @param cdi2 imports from outside over all imports, those within the bloc included; NaN where
 *     unknown
 * @param cdi3 imports from outside over exports; infinite where nothing is exported; NaN where
 *     unknown
 */
public record ImportDependence(int suppliers, double hhi, double cr3, double cdi2, double cdi3) {
  public static final double CONCENTRATED = 0.4;
  public static final double FOREIGN = 0.5;
  public static final double OUTWEIGHED = 1;
  public static final double CRITICAL_SHARE = 0.65;

  /**
   * The indicators.
   *
   * @param extra imports by foreign supplier, at least 0
   * @param intra imports from within the bloc; NaN where unknown
   * @param exports exports; NaN where unknown
   */
  public static ImportDependence of(double[] extra, double intra, double exports) {
    double total = Arrays.stream(extra).sum();
    double[] shares =
        Arrays.stream(extra).filter(value -> value > 0).map(value -> value / total).toArray();
    double hhi = total > 0 ? Arrays.stream(shares).map(share -> share * share).sum() : Double.NaN;
    double[] sorted = Arrays.stream(shares).sorted().toArray();
    double three = 0;
    for (int at = sorted.length - 1; at >= Math.max(0, sorted.length - 3); at--) {
      three += sorted[at];
    }
    return new ImportDependence(
        shares.length,
        hhi,
        total > 0 ? three : Double.NaN,
        total / (total + intra),
        over(total, exports));
  }

  private static double over(double imports, double exports) {
    return exports == 0 ? (imports > 0 ? Double.POSITIVE_INFINITY : Double.NaN) : imports / exports;
  }

  /** The same where suppliers are not told apart, so that concentration is unknown. */
  public ImportDependence withoutSuppliers() {
    return new ImportDependence(suppliers, Double.NaN, Double.NaN, cdi2, cdi3);
  }

  /** Number of equal suppliers that would be as concentrated. */
  public double effectiveSuppliers() {
    return 1 / hhi;
  }

  /** Whether all three indicators lie strictly above their bars, or those that are known do. */
  public boolean isDependent() {
    return hhi > CONCENTRATED
        && (Double.isNaN(cdi2) || cdi2 > FOREIGN)
        && (Double.isNaN(cdi3) || cdi3 > OUTWEIGHED);
  }

  /** Whether one supplier has more than 65 per cent. */
  public static boolean breachesCriticalShare(double[] extra) {
    double total = Arrays.stream(extra).sum();
    return Arrays.stream(extra).anyMatch(value -> value > CRITICAL_SHARE * total);
  }

  /**
   * The variant of CEPII's GeoDep: dependent where imports and world exports of the product are
   * both concentrated and imports outweigh exports, in at least two of three years.
   *
   * @param years for each year: HHI of imports, HHI of world exports, imports over exports
   */
  public static boolean dependsByYears(List<double[]> years) {
    long above =
        years.stream()
            .filter(
                year -> year[0] > CONCENTRATED && year[1] > CONCENTRATED && year[2] > OUTWEIGHED)
            .count();
    return above >= 2;
  }
}
