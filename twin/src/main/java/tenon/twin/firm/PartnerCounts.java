package tenon.twin.firm;

import java.util.Arrays;

/**
 * How many customers and suppliers firms have, where it is known though who they are is not; NaN
 * where unknown. Not to be changed.
 *
 * @param customers number of customers of each firm, at least 0
 * @param suppliers number of suppliers of each firm, at least 0
 */
public record PartnerCounts(double[] customers, double[] suppliers) {
  public PartnerCounts {
    if (customers.length != suppliers.length) {
      throw new IllegalArgumentException("customers and suppliers differ in length");
    }
    for (double[] counts : new double[][] {customers, suppliers}) {
      for (double count : counts) {
        if (count < 0 || count == Double.POSITIVE_INFINITY) {
          throw new IllegalArgumentException(count + " is no number of partners");
        }
      }
    }
  }

  /** Nothing is known. */
  static PartnerCounts unknown(int firms) {
    double[] unknown = new double[firms];
    Arrays.fill(unknown, Double.NaN);
    return new PartnerCounts(unknown, unknown);
  }

  /** Those of a network; nobody is a partner of their own. */
  public static PartnerCounts of(FirmNetwork network) {
    double[] customers = new double[network.firms()];
    double[] suppliers = new double[network.firms()];
    for (int firm = 0; firm < customers.length; firm++) {
      for (int sale = network.firstSale(firm); sale < network.firstSale(firm + 1); sale++) {
        if (network.customer(sale) != firm) {
          customers[firm]++;
          suppliers[network.customer(sale)]++;
        }
      }
    }
    return new PartnerCounts(customers, suppliers);
  }

  /** Number of links that the counts of one side say, or NaN where they do not say it. */
  public double links() {
    double sold = Arrays.stream(customers).sum();
    return Double.isNaN(sold) ? Arrays.stream(suppliers).sum() : sold;
  }
}
