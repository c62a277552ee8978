package tenon.twin;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as texts in findings. */
final class Numerals {
  private static final MathContext SHOWN = new MathContext(4);

  private Numerals() {}

  /** Four significant digits at most, no exponent, a point as decimal mark. */
  static String plain(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return "0";
    }
    return new BigDecimal(number).round(SHOWN).stripTrailingZeros().toPlainString();
  }
}
