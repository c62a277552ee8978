package tenon.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenon.model.Keys;

/**
 * The observations of a study: rows 0 to {@link #rows} - 1, columns by name. A column holds numbers
 * ({@code NaN} is unknown), whole numbers, or texts (blank is unknown). Immutable; the arrays
 * handed to the builder are kept, not copied, and must not be changed afterwards.
 */
public final class Observations {
  /**
   * Takes a number beyond 1.8e100 beyond what a double holds: sums of squares stay far from that.
   */
  static final double OVERFLOW = 1e208;

  /** What a column holds. */
  sealed interface Column {}

  /** Numbers by row; {@code NaN} is unknown. */
  @SuppressWarnings(
      "ArrayRecordComponent") // its arrays are never written after construction, nor compared
  record Numbers(double[] values) implements Column {}

  /** Whole numbers by row, all known. */
  @SuppressWarnings(
      "ArrayRecordComponent") // its arrays are never written after construction, nor compared
  record Wholes(int[] values) implements Column {}

  /** Texts by row, as places in a list of distinct texts; -1 is unknown. */
  @SuppressWarnings(
      "ArrayRecordComponent") // its arrays are never written after construction, nor compared
  record Texts(int[] codes, Keys keys) implements Column {}

  private final int rows;
  private final Map<String, Column> columns;

  private Observations(int rows, Map<String, Column> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  public static Builder builder(int rows) {
    return new Builder(rows);
  }

  public int rows() {
    return rows;
  }

  /** Whether a number cannot be computed with: infinite, or so large that its square nearly is. */
  public static boolean isInfinite(double value) {
    return Double.isInfinite(value * OVERFLOW);
  }

  /** Names of the columns, in the order they were given. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  public boolean has(String name) {
    return columns.containsKey(name);
  }

  /** Whether the column holds texts. */
  public boolean isText(String name) {
    return column(name) instanceof Texts;
  }

  /**
   * A number; {@code NaN} is unknown.
   *
   * @throws IllegalArgumentException if the column is not there or holds texts
   */
  public double number(String name, int row) {
    Objects.checkIndex(row, rows);
    return switch (column(name)) {
      case Numbers(double[] values) -> values[row];
      case Wholes(int[] values) -> values[row];
      case Texts _ -> throw new IllegalArgumentException(name + " holds texts, not numbers");
    };
  }

  /** The cell as text, whole numbers without a point; null is unknown. */
  public @Nullable String label(String name, int row) {
    Objects.checkIndex(row, rows);
    return switch (column(name)) {
      case Numbers(double[] values) -> Double.isNaN(values[row]) ? null : label(values[row]);
      case Wholes(int[] values) -> Integer.toString(values[row]);
      case Texts(int[] codes, Keys keys) -> codes[row] < 0 ? null : keys.key(codes[row]);
    };
  }

  /** These observations with a column added or put in the place of one of the same name. */
  public Observations with(String name, double[] values) {
    checkLength(name, values.length, rows);
    Map<String, Column> more = new LinkedHashMap<>(columns);
    more.put(name, new Numbers(values));
    return new Observations(rows, more);
  }

  /** The given rows, in the given order. */
  public Observations rows(int[] chosen) {
    Map<String, Column> less = new LinkedHashMap<>();
    columns.forEach((name, column) -> less.put(name, chosen(column, chosen)));
    return new Observations(chosen.length, less);
  }

  private static Column chosen(Column column, int[] rows) {
    return switch (column) {
      case Numbers(double[] values) -> new Numbers(at(values, rows));
      case Wholes(int[] values) -> new Wholes(at(values, rows));
      case Texts(int[] codes, Keys keys) -> occurring(at(codes, rows), keys);
    };
  }

  /** Only texts that occur: one that does not would count as a unit without rows. */
  private static Texts occurring(int[] codes, Keys keys) {
    boolean[] occurs = new boolean[keys.count()];
    for (int code : codes) {
      if (code >= 0) {
        occurs[code] = true;
      }
    }
    int[] renumbered = new int[occurs.length];
    Keys.Builder less = new Keys.Builder();
    for (int code = 0; code < occurs.length; code++) {
      renumbered[code] = occurs[code] ? less.add(keys.key(code)) : -1;
    }
    for (int row = 0; row < codes.length; row++) {
      codes[row] = codes[row] < 0 ? -1 : renumbered[codes[row]];
    }
    return new Texts(codes, less.build());
  }

  static double[] at(double[] values, int[] rows) {
    double[] chosen = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
    }
    return chosen;
  }

  static int[] at(int[] values, int[] rows) {
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
    }
    return chosen;
  }

  /** A column as numbers; the array is shared, not copied, where it can be. */
  public double[] numbers(String name) {
    return switch (column(name)) {
      case Numbers(double[] values) -> values;
      case Wholes(int[] values) -> {
        double[] wide = new double[rows];
        for (int row = 0; row < rows; row++) {
          wide[row] = values[row];
        }
        yield wide;
      }
      case Texts _ -> throw new IllegalArgumentException(name + " holds texts, not numbers");
    };
  }

  Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("there is no column \"" + name + "\"");
    }
    return column;
  }

  /** A number as text, whole numbers without a point. */
  public static String label(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static void checkLength(String name, int length, int rows) {
    if (length != rows) {
      throw new IllegalArgumentException(
          "column \"" + name + "\" has " + length + " cells for " + rows + " rows");
    }
  }

  /** Collects columns. */
  public static final class Builder {
    private final int rows;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private Builder(int rows) {
      this.rows = rows;
    }

    /** A column of numbers; {@code NaN} is unknown. */
    public Builder numbers(String name, double[] values) {
      return add(name, values.length, new Numbers(values));
    }

    /** A column of whole numbers, all known: half the memory, and coded fastest. */
    public Builder wholes(String name, int[] values) {
      return add(name, values.length, new Wholes(values));
    }

    /** A column of texts; null or blank is unknown. */
    public Builder texts(String name, List<? extends @Nullable String> values) {
      Keys.Builder keys = new Keys.Builder();
      int[] codes = new int[values.size()];
      for (int row = 0; row < codes.length; row++) {
        String value = values.get(row);
        codes[row] = value == null || value.isBlank() ? -1 : keys.add(value);
      }
      return add(name, codes.length, new Texts(codes, keys.build()));
    }

    private Builder add(String name, int length, Column column) {
      checkLength(name, length, rows);
      if (columns.put(name, column) != null) {
        throw new IllegalArgumentException("column \"" + name + "\" is given twice");
      }
      return this;
    }

    public Observations build() {
      return new Observations(rows, new LinkedHashMap<>(columns));
    }
  }
}
