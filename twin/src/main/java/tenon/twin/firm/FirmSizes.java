package tenon.twin.firm;

import tenon.model.Keys;

/**
 * What is known of firms whose links are not: sector, output and input of each, and what sectors
 * sell to each other. Immutable.
 */
public final class FirmSizes {
  final Keys keys;
  final int[] sector;
  final int sectors;
  final byte[] essential;
  final double[] output;
  final double[] input;
  final double[] table;

  private FirmSizes(
      Keys keys,
      int[] sector,
      byte[] essential,
      double[] output,
      double[] input,
      double[] table,
      int sectors) {
    this.keys = keys;
    this.sector = sector.clone();
    this.sectors = sectors;
    this.essential = essential.clone();
    this.output = output.clone();
    this.input = input.clone();
    this.table = table.clone();
  }

  /**
   * Takes sizes.
   *
   * @param keys keys of the firms; they name the random streams
   * @param sector sector of each firm
   * @param essential class of supplier sector k for customer sector l at k x sectors + l
   * @param output what each firm sells to firms, money, at least 0
   * @param input what each firm buys from firms, money, at least 0
   * @param table what sector k sells to sector l, money, at k x sectors + l, at least 0
   * @throws IllegalArgumentException if lengths differ or a number is outside its range
   */
  public static FirmSizes of(
      Keys keys,
      int[] sector,
      int sectors,
      byte[] essential,
      double[] output,
      double[] input,
      double[] table) {
    boolean lengths =
        keys.count() == sector.length
            && output.length == sector.length
            && input.length == sector.length
            && table.length == sectors * sectors;
    if (!lengths) {
      throw new IllegalArgumentException("keys, sector, output, input or table differ in length");
    }
    for (double[] amounts : new double[][] {output, input, table}) {
      for (double amount : amounts) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(amount + " is no amount; write money, at least 0");
        }
      }
    }
    NetworkCheck.check(sector, sectors, essential, new int[0], new int[0], new double[0]);
    return new FirmSizes(keys, sector, essential, output, input, table, sectors);
  }

  /** What a network shows from outside: all but its links. */
  public static FirmSizes of(FirmNetwork network, Keys keys) {
    int sectors = network.sectors();
    double[] table = new double[sectors * sectors];
    double[] input = new double[network.firms()];
    for (int firm = 0; firm < network.firms(); firm++) {
      input[firm] = network.input(firm);
      for (int at = network.firstSale(firm); at < network.firstSale(firm + 1); at++) {
        int to = network.sector(network.customer(at));
        table[network.sector(firm) * sectors + to] += network.saleAmount(at);
      }
    }
    return of(
        keys,
        network.sectorOfFirms(),
        sectors,
        network.essentialClasses(),
        network.sales.output,
        input,
        table);
  }

  public int firms() {
    return sector.length;
  }
}
