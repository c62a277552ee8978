package tenon.examples;

/**
 * What goes into a product.
 *
 * @param quantity units per unit started; for substitutes, as if it were used alone
 * @param group substitutes in the same group replace each other; empty stands alone
 * @param split usual part of the group's need; 1 outside a group
 * @param essential whether work stops without it
 */
record BillLine(
    String output, String input, double quantity, String group, double split, boolean essential) {

  /** Units usually taken per unit started. */
  double usual() {
    return quantity * split;
  }
}
