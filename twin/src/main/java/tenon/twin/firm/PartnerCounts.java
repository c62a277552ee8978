package tenon.twin.firm;

import java.util.Arrays;

/**
 * How many customers and suppliers firms have, where it is known though who they are is not; NaN
 * where unknown. Immutable.
 */
public final class PartnerCounts {
  private final double[] customers;
  private final double[] suppliers;

  /**
   * Takes the numbers.
   *
   * @param customers number of customers of each firm, at least 0
   * @param suppliers number of suppliers of each firm, at least 0
   */
  public PartnerCounts(double[] customers, double[] suppliers) {
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
    this.customers = customers.clone();
    this.suppliers = suppliers.clone();
  }

  /** Number of customers of a firm; NaN where unknown. */
  public double customers(int firm) {
    return customers[firm];
  }

  /** Number of suppliers of a firm; NaN where unknown. */
  public double suppliers(int firm) {
    return suppliers[firm];
  }

  /** All customers together; NaN where any number is unknown. */
  public double allCustomers() {
    return Arrays.stream(customers).sum();
  }

  /** All suppliers together; NaN where any number is unknown. */
  public double allSuppliers() {
    return Arrays.stream(suppliers).sum();
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
    double sold = allCustomers();
    return Double.isNaN(sold) ? allSuppliers() : sold;
  }
}
