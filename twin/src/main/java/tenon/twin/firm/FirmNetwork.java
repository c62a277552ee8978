package tenon.twin.firm;

import java.util.Arrays;
import java.util.Objects;

/**
 * Who sells how much to whom: firms with a sector each, links valued in money, and how essential
 * each sector's goods are to each other sector. Immutable; firms are numbered from 0.
 *
 * <p>Compressed rows in both directions over primitive arrays: 28 bytes a link and up to 21 bytes
 * for each supplying sector of each customer. A million firms with ten million links take about 0.5
 * GB, and twice that while they are put together.
 *
 * <p>The purchases of a customer are cut into <b>slots</b>, each of which can limit it by itself:
 * one slot for each essential sector it buys from, one for all its non-essential purchases together
 * (measured against all it buys), and one for purchases that cannot limit it.
 */
public final class FirmNetwork {
  /** The customer cannot work without this sector's goods. */
  public static final int ESSENTIAL = 2;

  /** The customer works less without this sector's goods. */
  public static final int NON_ESSENTIAL = 1;

  /** The customer does not need this sector's goods for its work. */
  public static final int NOT_NEEDED = 0;

  private final int[] sector;
  private final int sectors;
  private final byte[] essential;
  final int[] memberStart;
  final int[] member;
  final Purchases purchases;
  final Sales sales;
  final Side down;
  final Side up;

  private FirmNetwork(
      int[] sector, int sectors, byte[] essential, int[] from, int[] to, double[] a) {
    this.sector = sector;
    this.sectors = sectors;
    this.essential = essential;
    memberStart = Sorting.starts(sector, sectors);
    member = Sorting.sorted(sector, memberStart);
    purchases = Purchases.of(this, from, to, a);
    sales = Sales.of(sector.length, purchases);
    down = Side.down(purchases, sales);
    up = Side.up(purchases, sales);
  }

  /**
   * Builds a network. Several amounts between the same two firms are added up: contracts between
   * the same partners are one relation. Links of amount 0 are left out. Links from a firm to itself
   * are allowed.
   *
   * @param sector sector of each firm, 0 to sectors - 1
   * @param essential class (0, 1, 2) of supplier sector k for customer sector l, at k x sectors + l
   * @param supplier firm that sells, by link
   * @param customer firm that buys, by link
   * @param amount value sold, money per time, finite, at least 0, by link
   * @throws IllegalArgumentException if a number is outside its range or lengths differ; a reader
   *     of files finds both first
   */
  public static FirmNetwork of(
      int[] sector,
      int sectors,
      byte[] essential,
      int[] supplier,
      int[] customer,
      double[] amount) {
    NetworkCheck.check(sector, sectors, essential, supplier, customer, amount);
    return new FirmNetwork(sector.clone(), sectors, essential.clone(), supplier, customer, amount);
  }

  /** Number of firms. */
  public int firms() {
    return sector.length;
  }

  /** Number of sectors. */
  public int sectors() {
    return sectors;
  }

  /** Number of pairs of firms that trade. */
  public int links() {
    return purchases.supplier.length;
  }

  /** Sector of a firm. */
  public int sector(int firm) {
    return sector[firm];
  }

  /** How much a customer sector needs a supplier sector: 2 essential, 1 non-essential, 0 not. */
  public int essential(int supplierSector, int customerSector) {
    return essential[
        Objects.checkIndex(supplierSector, sectors) * sectors
            + Objects.checkIndex(customerSector, sectors)];
  }

  /** All that a firm sells to the others, money (s). */
  public double output(int firm) {
    return sales.output[firm];
  }

  /** All that a firm buys from the others, money (c). */
  public double input(int firm) {
    return purchases.input[firm];
  }

  /** Sum of all output, money. */
  public double totalOutput() {
    double sum = 0;
    for (double output : sales.output) {
      sum += output;
    }
    return sum;
  }

  /** First link out of a firm; its links are {@code firstSale(firm) .. firstSale(firm + 1) - 1}. */
  public int firstSale(int firm) {
    return sales.start[firm];
  }

  /** Customer of a link; customers of a firm come in ascending order. */
  public int customer(int sale) {
    return sales.customer[sale];
  }

  /** Value of a link, money. */
  public double saleAmount(int sale) {
    return sales.amount[sale];
  }

  /** First purchase of a firm; purchases are ordered by customer, slot and supplier. */
  public int firstPurchase(int firm) {
    return purchases.start(firm);
  }

  /** Supplier of a purchase. */
  public int supplier(int purchase) {
    return purchases.supplier[purchase];
  }

  /** Value of a purchase, money. */
  public double purchaseAmount(int purchase) {
    return purchases.amount[purchase];
  }

  /** The sale from one firm to another, or -1. */
  public int sale(int supplier, int customer) {
    int at =
        Arrays.binarySearch(
            sales.customer, sales.start[supplier], sales.start[supplier + 1], customer);
    return Math.max(at, -1);
  }

  int[] sectorOfFirms() {
    return sector;
  }

  byte[] essentialClasses() {
    return essential;
  }
}
