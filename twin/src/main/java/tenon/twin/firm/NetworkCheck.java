package tenon.twin.firm;

/** Refuses arrays that describe no network. */
final class NetworkCheck {
  private NetworkCheck() {}

  static void check(
      int[] sector,
      int sectors,
      byte[] essential,
      int[] supplier,
      int[] customer,
      double[] amount) {
    if (essential.length != sectors * sectors) {
      throw new IllegalArgumentException(
          "essential has " + essential.length + " classes for " + sectors + " sectors squared");
    }
    for (byte given : essential) {
      within("class", given, 3);
    }
    for (int given : sector) {
      within("sector", given, sectors);
    }
    if (supplier.length != customer.length || supplier.length != amount.length) {
      throw new IllegalArgumentException(
          "supplier, customer and amount differ in length: "
              + supplier.length
              + ", "
              + customer.length
              + ", "
              + amount.length);
    }
    for (int link = 0; link < supplier.length; link++) {
      within("supplier", supplier[link], sector.length);
      within("customer", customer[link], sector.length);
      if (!(amount[link] >= 0 && amount[link] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "amount of link " + link + " is " + amount[link] + "; write money, at least 0");
      }
    }
  }

  private static void within(String what, int given, int count) {
    if (given < 0 || given >= count) {
      throw new IllegalArgumentException(
          what + " " + given + " is unknown; write 0 to " + (count - 1));
    }
  }
}
