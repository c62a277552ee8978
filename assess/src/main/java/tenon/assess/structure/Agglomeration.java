package tenon.assess.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How sectors crowd into regions, and what regions are special in. Amounts are employment, output
 * or another measure of size, at least 0, by region and sector; s<sub>ir</sub> is the share of
 * region r in sector i, x<sub>r</sub> its share in all sectors.
 *
 * <ul>
 *   <li>Ellison and Glaeser (1997): G = &Sigma; (s - x)&sup2;, H = &Sigma; z&sup2; over the plants
 *       of the sector, &gamma; = (G - (1 - &Sigma; x&sup2;) H) / ((1 - &Sigma; x&sup2;)(1 - H)): 0
 *       where plants lie as if thrown, above .05 where they crowd strongly, by the authors' rule.
 *   <li>Locational Gini (Krugman 1991, "Geography and Trade"): regions in ascending order of s/x,
 *       one less twice the area under the curve of cumulated s over cumulated x; 0 where the sector
 *       lies as all others do.
 *   <li>Spatial Gini (Wen 2004): &Sigma;&Sigma; |s_r - s_q| / (2 n), n regions: 0 where all have
 *       the same share.
 *   <li>Specialisation of a region (Krugman 1991): &Sigma; |v - w|, v the share of a sector in the
 *       region and w in all other regions: from 0 to 2. Relative diversity (Duranton and Puga
 *       2000): 1 / &Sigma; |v - u|, u the share in all regions.
 * </ul>
 */
public final class Agglomeration {
  private final double[][] amounts;
  private final double[] bySector;
  private final double[] byRegion;
  private final double all;

  /**
   * From amounts by region and sector.
   *
   * @throws IllegalArgumentException if an amount is negative or unknown, or rows differ in length
   */
  public Agglomeration(double[][] amounts) {
    this.amounts = Arrays.stream(amounts).map(double[]::clone).toArray(double[][]::new);
    int sectors = amounts.length == 0 ? 0 : amounts[0].length;
    bySector = new double[sectors];
    byRegion = new double[amounts.length];
    double sum = 0;
    for (int r = 0; r < amounts.length; r++) {
      if (amounts[r].length != sectors) {
        throw new IllegalArgumentException(
            "region " + r + " has " + amounts[r].length + " sectors, not " + sectors);
      }
      for (int i = 0; i < sectors; i++) {
        double amount = amounts[r][i];
        if (!(amount >= 0)) {
          throw new IllegalArgumentException("amount " + amount + " is not at least 0");
        }
        byRegion[r] += amount;
        bySector[i] += amount;
        sum += amount;
      }
    }
    all = sum;
  }

  public int regions() {
    return byRegion.length;
  }

  public int sectors() {
    return bySector.length;
  }

  public double amount(int region, int sector) {
    return amounts[region][sector];
  }

  /** What all regions have of a sector. */
  public double ofSector(int sector) {
    return bySector[sector];
  }

  /** What a region has of all sectors. */
  public double ofRegion(int region) {
    return byRegion[region];
  }

  /** s: share of a region in a sector; {@code NaN} where the sector has nothing. */
  public double share(int region, int sector) {
    return amounts[region][sector] / bySector[sector];
  }

  /** x: share of a region in all sectors. */
  public double share(int region) {
    return byRegion[region] / all;
  }

  /** Share of a region in the sector over its share in all; {@code NaN} where either is empty. */
  public double locationQuotient(int region, int sector) {
    return share(region, sector) / share(region);
  }

  /** G of Ellison and Glaeser: squared distance of the sector from all sectors. */
  public double rawConcentration(int sector) {
    return IntStream.range(0, regions())
        .mapToDouble(r -> share(r, sector) - share(r))
        .map(gap -> gap * gap)
        .sum();
  }

  /**
   * &gamma; of Ellison and Glaeser; {@code NaN} with one plant or one region.
   *
   * @param plants H: Herfindahl index of the sector's plants, from 0 to 1
   */
  public double ellisonGlaeser(int sector, double plants) {
    double open = 1 - IntStream.range(0, regions()).mapToDouble(this::share).map(x -> x * x).sum();
    double gamma = (rawConcentration(sector) - open * plants) / (open * (1 - plants));
    return open > 0 && plants < 1 ? gamma : Double.NaN;
  }

  /** &Sigma; s&sup2; over regions. */
  public double herfindahl(int sector) {
    return Concentration.herfindahl(column(sector));
  }

  /** Gini of the sector against all sectors; regions without any sector are left out. */
  public double locationalGini(int sector) {
    List<Integer> order =
        IntStream.range(0, regions())
            .boxed()
            .filter(r -> byRegion[r] > 0)
            .sorted(Comparator.comparingDouble((Integer r) -> locationQuotient(r, sector)))
            .toList();
    double area = 0;
    double before = 0;
    for (int region : order) {
      double after = before + share(region, sector);
      area += share(region) * (before + after);
      before = after;
    }
    return bySector[sector] > 0 ? Math.max(0, 1 - area) : Double.NaN;
  }

  /** Gini of the shares of regions, each region counting alike. */
  public double spatialGini(int sector) {
    double[] sorted = column(sector);
    Arrays.sort(sorted);
    double sum = 0;
    for (int k = 0; k < sorted.length; k++) {
      sum += (2 * (k + 1) - sorted.length - 1) * sorted[k];
    }
    return sum / (sorted.length * bySector[sector]);
  }

  private double[] column(int sector) {
    return Arrays.stream(amounts).mapToDouble(row -> row[sector]).toArray();
  }

  /** Herfindahl index of a region's sectors. */
  public double sectoralHerfindahl(int region) {
    return Concentration.herfindahl(amounts[region]);
  }

  /** Krugman's index of a region against all others together; {@code NaN} where it is alone. */
  public double specialisation(int region) {
    return distance(region, true);
  }

  /** 1 over the distance of a region's sectors from those of all regions. */
  public double relativeDiversity(int region) {
    return 1 / distance(region, false);
  }

  private double distance(int region, boolean others) {
    double base = others ? all - byRegion[region] : all;
    double sum = 0;
    for (int i = 0; i < sectors(); i++) {
      double part = others ? bySector[i] - amounts[region][i] : bySector[i];
      sum += Math.abs(amounts[region][i] / byRegion[region] - part / base);
    }
    return sum;
  }
}
