package tenon.packages;

/**
 * Decimal numbers from characters, without a string for each. The result equals {@link
 * Double#parseDouble}: where the digits fit 53 bits and the power of ten is at most 22, both are exact
 * doubles and one rounded operation gives the nearest double (W. D. Clinger, How to read floating
 * point numbers accurately, PLDI 1990); all else goes the long way.
 */
final class Decimal {
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final long EXACT = 1L << 53;

  /** More digits than this might overflow a long. */
  private static final int SAFE_DIGITS = 18;

  private Decimal() {}

  /**
   * The number: an optional sign, ASCII digits with an optional point, an optional exponent.
   *
   * @return {@code NaN} where the characters are no such number; infinite or 0 where it is too large
   *     or too small for a double
   */
  static double parse(char[] buffer, int offset, int length) {
    int end = offset + length;
    int at = offset;
    boolean negative = at < end && buffer[at] == '-';
    if (negative || (at < end && buffer[at] == '+')) {
      at++;
    }
    long mantissa = 0;
    int digits = 0;
    int significant = 0;
    int scale = 0;
    boolean point = false;
    for (; at < end; at++) {
      char c = buffer[at];
      if (c >= '0' && c <= '9') {
        digits++;
        if (significant > 0 || c != '0') {
          significant++;
        }
        if (significant <= SAFE_DIGITS) {
          mantissa = mantissa * 10 + (c - '0');
        }
        if (point) {
          scale--;
        }
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    if (at < end) {
      int exponent = exponent(buffer, at, end);
      if (exponent == Integer.MIN_VALUE) {
        return Double.NaN;
      }
      scale += exponent;
    }
    if (significant > SAFE_DIGITS || mantissa > EXACT || scale < -22 || scale > 22) {
      return Double.parseDouble(new String(buffer, offset, length));
    }
    double magnitude = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
    return negative ? -magnitude : magnitude;
  }

  /** The exponent that begins at {@code at}, bounded; the least integer where there is none. */
  private static int exponent(char[] buffer, int at, int end) {
    if (buffer[at] != 'e' && buffer[at] != 'E') {
      return Integer.MIN_VALUE;
    }
    int digit = at + 1;
    boolean negative = digit < end && buffer[digit] == '-';
    if (negative || (digit < end && buffer[digit] == '+')) {
      digit++;
    }
    if (digit == end) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; digit < end; digit++) {
      char c = buffer[digit];
      if (c < '0' || c > '9') {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(exponent * 10 + (c - '0'), 100_000);
    }
    return negative ? -exponent : exponent;
  }
}
