package tenon.twin.firm;

/** Sales by supplier, customers in ascending order. */
final class Sales {
  /** First sale of each firm; one more entry than firms. */
  final int[] start;

  final int[] customer;

  /** Slot of the customer that the sale feeds. */
  final int[] slot;

  final double[] amount;

  /** All sales of a firm. */
  final double[] output;

  private Sales(int[] start, int[] customer, int[] slot, double[] amount, double[] output) {
    this.start = start;
    this.customer = customer;
    this.slot = slot;
    this.amount = amount;
    this.output = output;
  }

  static Sales of(int firms, Purchases purchases) {
    int links = purchases.supplier.length;
    int[] start = Sorting.starts(purchases.supplier, firms);
    int[] next = start.clone();
    int[] customer = new int[links];
    int[] slot = new int[links];
    double[] amount = new double[links];
    double[] output = new double[firms];
    for (int from = 0; from < purchases.slotFirm.length; from++) {
      for (int at = purchases.slotStart[from]; at < purchases.slotStart[from + 1]; at++) {
        int supplier = purchases.supplier[at];
        int sale = next[supplier]++;
        customer[sale] = purchases.slotFirm[from];
        slot[sale] = from;
        amount[sale] = purchases.amount[at];
        output[supplier] += purchases.amount[at];
      }
    }
    return new Sales(start, customer, slot, amount, output);
  }
}
