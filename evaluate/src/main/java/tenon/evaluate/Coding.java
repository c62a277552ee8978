package tenon.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column as contiguous codes: code 0 to count - 1 by row, -1 where unknown. Numbers are coded in
 * ascending order, texts in order of first appearance.
 */
public final class Coding {

  /** Widest span of whole numbers that is coded by a table, beyond the number of rows. */
  private static final long SPARE_SPAN = 1 << 16;

  private final int[] codes;
  private final int count;
  private final IntFunction<String> labels;

  /** Rows of each code. */
  private final int[] sizes;

  private final boolean known;
  private final boolean sorted;

  Coding(int[] codes, int count, IntFunction<String> labels) {
    this(codes, count, labels, new Look(codes, count));
  }

  private Coding(int[] codes, int count, IntFunction<String> labels, Look look) {
    this.codes = codes;
    this.count = count;
    this.labels = labels;
    sizes = look.sizes;
    known = look.known;
    sorted = look.sorted;
  }

  /** What one pass over codes shows: later passes of a regression need not look again. */
  private static final class Look {
    private final int[] sizes;
    private boolean known = true;
    private boolean sorted = true;

    Look(int[] codes, int count) {
      sizes = new int[count];
      int before = 0;
      for (int code : codes) {
        if (code < 0) {
          known = false;
        } else {
          sizes[code]++;
        }
        sorted &= code >= before;
        before = code;
      }
    }
  }

  /**
   * Codes a column.
   *
   * @throws IllegalArgumentException if the column is not there
   */
  public static Coding of(Observations data, String column) {
    return switch (data.column(column)) {
      case Observations.Numbers(double[] values) -> ofNumbers(values);
      case Observations.Wholes(int[] values) -> ofWholes(values);
      case Observations.Texts(int[] codes, var keys) -> new Coding(codes, keys.count(), keys::key);
    };
  }

  /** Codes the combinations of several columns; unknown where one of them is. */
  public static Coding of(Observations data, List<String> columns) {
    Coding joined = of(data, columns.getFirst());
    for (String column : columns.subList(1, columns.size())) {
      joined = joined.cross(of(data, column));
    }
    return joined;
  }

  public int rows() {
    return codes.length;
  }

  public int count() {
    return count;
  }

  /** The code in a row, -1 where unknown. */
  public int code(int row) {
    return codes[row];
  }

  /** What a code stands for. */
  public String label(int code) {
    return labels.apply(code);
  }

  /** Whether the code of every row is known. */
  boolean isKnown() {
    return known;
  }

  /** Whether codes never fall from row to row, all known. */
  boolean isSorted() {
    return sorted;
  }

  /** The codes by row; not to be changed. */
  int[] codes() {
    return codes;
  }

  /** The pairs that occur, in ascending order of both codes. */
  Coding cross(Coding other) {
    long[] pairs = new long[codes.length];
    for (int row = 0; row < pairs.length; row++) {
      boolean known = codes[row] >= 0 && other.codes[row] >= 0;
      pairs[row] = known ? (long) codes[row] * other.count + other.codes[row] : -1;
    }
    long[] distinct = Arrays.stream(pairs).filter(pair -> pair >= 0).sorted().distinct().toArray();
    int[] crossed = new int[pairs.length];
    for (int row = 0; row < pairs.length; row++) {
      crossed[row] = pairs[row] < 0 ? -1 : Arrays.binarySearch(distinct, pairs[row]);
    }
    int width = other.count;
    return new Coding(
        crossed,
        distinct.length,
        code ->
            label((int) (distinct[code] / width))
                + "_"
                + other.label((int) (distinct[code] % width)));
  }

  /** The coding of some rows, without the codes that no longer occur; all rows where null. */
  Coding at(int @Nullable [] rows) {
    int[] some = rows == null ? codes : Observations.at(codes, rows);
    Look look = rows == null ? null : new Look(some, count);
    int[] place = (look == null ? sizes : look.sizes).clone();
    int used = 0;
    int[] old = new int[count];
    for (int code = 0; code < count; code++) {
      if (place[code] > 0) {
        old[used] = code;
        place[code] = used++;
      }
    }
    if (used == count) {
      return look == null ? this : new Coding(some, count, labels, look);
    }
    int[] fresh = new int[some.length];
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] = some[i] < 0 ? -1 : place[some[i]];
    }
    return new Coding(fresh, used, code -> labels.apply(old[code]));
  }

  /** How many rows each code has; not to be changed. */
  int[] sizes() {
    return sizes;
  }

  private static Coding ofWholes(int[] values) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if ((long) high - low > 2L * values.length + SPARE_SPAN) {
      return ofNumbers(Arrays.stream(values).asDoubleStream().toArray());
    }
    int[] shifted = new int[values.length];
    for (int row = 0; row < values.length; row++) {
      shifted[row] = values[row] - low;
    }
    int first = low;
    return new Coding(
            shifted,
            values.length == 0 ? 0 : high - low + 1,
            code -> Integer.toString(code + first))
        .at(null);
  }

  private static Coding ofNumbers(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    boolean whole = true;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        whole &= value == (int) value;
      }
    }
    if (!whole || high - low > 2.0 * values.length + SPARE_SPAN) {
      return ofSorted(values);
    }
    int[] shifted = new int[values.length];
    for (int row = 0; row < values.length; row++) {
      shifted[row] = Double.isNaN(values[row]) ? -1 : (int) (values[row] - low);
    }
    double first = low;
    int span = high < low ? 0 : (int) (high - low) + 1;
    return new Coding(shifted, span, code -> Observations.label(code + first)).at(null);
  }

  private static Coding ofSorted(double[] values) {
    double[] distinct =
        Arrays.stream(values)
            .filter(value -> !Double.isNaN(value))
            .map(value -> value + 0.0)
            .sorted()
            .distinct()
            .toArray();
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] =
          Double.isNaN(values[row]) ? -1 : Arrays.binarySearch(distinct, values[row] + 0.0);
    }
    return new Coding(codes, distinct.length, code -> Observations.label(distinct[code]));
  }
}
