package tenon.packages;

import java.util.Arrays;
import java.util.List;
import tenon.model.Keys;

/**
 * A network of firms as read from tables: who they are, who sells to whom, how needed sectors are.
 */
public final class FirmTables {
  private final Keys firms;
  private final int[] sector;
  private final Keys sectors;
  private final byte[] essential;
  private final int[] supplier;
  private final int[] customer;
  private final double[] amount;
  private final List<String> scenarios;
  private final double[][] lost;

  FirmTables(
      Keys firms,
      int[] sector,
      Keys sectors,
      byte[] essential,
      int[] supplier,
      int[] customer,
      double[] amount,
      List<String> scenarios,
      double[][] lost) {
    this.firms = firms;
    this.sector = sector;
    this.sectors = sectors;
    this.essential = essential;
    this.supplier = supplier;
    this.customer = customer;
    this.amount = amount;
    this.scenarios = List.copyOf(scenarios);
    this.lost = lost;
  }

  public Keys firms() {
    return firms;
  }

  public Keys sectors() {
    return sectors;
  }

  /** Sector of each firm. */
  public int[] sector() {
    return sector.clone();
  }

  /** Class (2 essential, 1 non-essential, 0 not needed) of supplier sector k for customer l. */
  public byte[] essential() {
    return essential.clone();
  }

  /** Supplier of each link, by firm. */
  public int[] supplier() {
    return supplier.clone();
  }

  /** Customer of each link, by firm. */
  public int[] customer() {
    return customer.clone();
  }

  /** Value of each link, money. */
  public double[] amount() {
    return amount.clone();
  }

  /** Names of the scenarios; empty where no file of shocks was given. */
  public List<String> scenarios() {
    return scenarios;
  }

  /** Lost share of capacity, 0 to 1, by scenario, then firm. */
  public double[][] lost() {
    return Arrays.stream(lost).map(double[]::clone).toArray(double[][]::new);
  }
}
