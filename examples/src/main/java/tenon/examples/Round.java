package tenon.examples;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds to the digits that an invented number deserves. */
final class Round {
  private Round() {}

  /** To so many significant digits. */
  static double digits(double number, int digits) {
    return new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_UP)).doubleValue();
  }

  /** Up to so many significant digits: never below the number. */
  static double up(double number, int digits) {
    return new BigDecimal(number).round(new MathContext(digits, RoundingMode.CEILING)).doubleValue();
  }

  /** To so many decimals. */
  static double decimals(double number, int decimals) {
    return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }
}
