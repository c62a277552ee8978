package tenon.twin.sector;

import java.math.BigDecimal;
import java.math.BigInteger;
import tenon.model.IndustryTable;

/**
 * The inverses of a small table as quotients of whole numbers, without rounding: every flow is
 * taken as the decimal it was written as.
 */
public final class ExactInverse {

  /** A quotient in lowest terms, the lower part above 0. */
  record Quotient(BigInteger above, BigInteger below) {
    static final Quotient ZERO = new Quotient(BigInteger.ZERO, BigInteger.ONE);
    static final Quotient ONE = new Quotient(BigInteger.ONE, BigInteger.ONE);

    static Quotient of(double decimal) {
      BigDecimal exact = BigDecimal.valueOf(decimal);
      return exact.scale() <= 0
          ? new Quotient(exact.toBigIntegerExact(), BigInteger.ONE)
          : of(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()));
    }

    private static Quotient of(BigInteger above, BigInteger below) {
      BigInteger common = above.gcd(below);
      BigInteger sign = below.signum() < 0 ? common.negate() : common;
      return new Quotient(above.divide(sign), below.divide(sign));
    }

    Quotient minus(Quotient other) {
      return of(
          above.multiply(other.below).subtract(other.above.multiply(below)),
          below.multiply(other.below));
    }

    Quotient times(Quotient other) {
      return of(above.multiply(other.above), below.multiply(other.below));
    }

    Quotient over(Quotient other) {
      return of(above.multiply(other.below), below.multiply(other.above));
    }

    boolean isZero() {
      return above.signum() == 0;
    }

    @Override
    public String toString() {
      return below.equals(BigInteger.ONE) ? above.toString() : above + "/" + below;
    }
  }

  /** Beyond this size the numbers grow too long to be of use. */
  public static final int LARGEST = 24;

  private ExactInverse() {}

  /**
   * The Leontief inverse, or the Ghosh inverse.
   *
   * @throws IllegalArgumentException if the table is larger than {@link #LARGEST}, or has no
   *     inverse
   */
  public static String[][] of(IndustryTable table, boolean ghosh) {
    int n = table.count();
    if (n > LARGEST) {
      throw new IllegalArgumentException(n + " industries are more than " + LARGEST);
    }
    Quotient[][] rows = new Quotient[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Quotient output = Quotient.of(table.output(ghosh ? i : j));
        Quotient flow = Quotient.of(table.intermediate(i, j));
        Quotient share = output.isZero() ? Quotient.ZERO : flow.over(output);
        Quotient unit = i == j ? Quotient.ONE : Quotient.ZERO;
        rows[i][j] = unit.minus(share);
        rows[i][n + j] = unit;
      }
    }
    for (int k = 0; k < n; k++) {
      eliminate(rows, k);
    }
    String[][] inverse = new String[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] = rows[i][n + j].toString();
      }
    }
    return inverse;
  }

  private static void eliminate(Quotient[][] rows, int k) {
    int pivot = k;
    while (pivot < rows.length && rows[pivot][k].isZero()) {
      pivot++;
    }
    if (pivot == rows.length) {
      throw new IllegalArgumentException("the table has no inverse");
    }
    Quotient[] row = rows[pivot];
    rows[pivot] = rows[k];
    rows[k] = row;
    Quotient head = row[k];
    for (int j = 0; j < row.length; j++) {
      row[j] = row[j].over(head);
    }
    for (int i = 0; i < rows.length; i++) {
      Quotient factor = rows[i][k];
      if (i != k && !factor.isZero()) {
        for (int j = 0; j < row.length; j++) {
          rows[i][j] = rows[i][j].minus(factor.times(row[j]));
        }
      }
    }
  }
}
