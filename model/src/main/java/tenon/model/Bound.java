package tenon.model;

import java.math.BigDecimal;

/** A bound of a range, as a message says it. */
public final class Bound {
  /** From here on zeros are counted and not written: the reader would have to count them. */
  private static final double LARGE = 1e7;

  private static final double SMALL = 1e-4;

  private Bound() {}

  /** The finite number with its own digits: {@code 0.05}, {@code 1000000}, {@code 2.5e12}. */
  public static String text(double number) {
    BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
    double size = Math.abs(number);
    if (size == 0 || (size >= SMALL && size < LARGE)) {
      return decimal.toPlainString();
    }
    int exponent = decimal.precision() - decimal.scale() - 1;
    return decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
