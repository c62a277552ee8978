package tenon.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one {@link Resource} as immutable columns over primitive arrays. Rows are numbered from
 * 0; a column without any known value takes no memory.
 */
public final class Columns {

  /** Marks an unknown id, category or flag. */
  public static final int UNKNOWN = -1;

  /** Marks an unknown date. */
  public static final int UNKNOWN_DATE = Integer.MIN_VALUE;

  private static final Keys NO_KEYS = Keys.of(List.of());

  private final Resource resource;
  private final int rows;
  private final double[] @Nullable [] numbers;
  private final int[] @Nullable [] codes;
  private final @Nullable Keys[] dictionaries;
  private final @Nullable String[] @Nullable [] texts;

  private Columns(Builder builder) {
    int fields = builder.resource.fields().size();
    resource = builder.resource;
    rows = builder.rows;
    numbers = new double[fields][];
    codes = new int[fields][];
    dictionaries = new Keys[fields];
    texts = new String[fields][];
    for (int f = 0; f < fields; f++) {
      double[] number = builder.numbers[f];
      numbers[f] = number == null || number.length == rows ? number : Arrays.copyOf(number, rows);
      int[] code = builder.codes[f];
      codes[f] = code == null || code.length == rows ? code : Arrays.copyOf(code, rows);
      @Nullable String[] text = builder.texts[f];
      texts[f] = text == null ? null : Arrays.copyOf(text, rows);
      Keys.@Nullable Builder dictionary = builder.dictionaries[f];
      dictionaries[f] = dictionary == null ? null : dictionary.build();
    }
  }

  /** A resource without rows. */
  public static Columns empty(Resource resource) {
    return new Builder(resource).build();
  }

  public Resource resource() {
    return resource;
  }

  public int rows() {
    return rows;
  }

  /** Whether any row knows the column. */
  public boolean knows(String column) {
    int f = resource.position(column);
    return numbers[f] != null || codes[f] != null || texts[f] != null;
  }

  /** The number in a cell; {@code NaN} is unknown. */
  public double number(String column, int row) {
    return numberColumn(column).at(row);
  }

  /** As {@link #number(String, int)}, by the position of the column in its resource. */
  public double number(int field, int row) {
    Objects.checkIndex(row, rows);
    double[] cells = numbers[field];
    return cells == null ? Double.NaN : cells[row];
  }

  /** The text in a cell of any type but number, as it is written to a file; null is unknown. */
  public @Nullable String text(String column, int row) {
    Objects.checkIndex(row, rows);
    int f = resource.position(column);
    Field field = resource.fields().get(f);
    return switch (field.type()) {
      case NUMBER -> throw new IllegalArgumentException(column + " holds numbers, not texts");
      case TEXT -> {
        @Nullable String[] cells = texts[f];
        yield cells == null ? null : cells[row];
      }
      case ID, REF, LABEL -> {
        int code = codeAt(f, row, UNKNOWN);
        yield code == UNKNOWN ? null : dictionary(column).key(code);
      }
      case CATEGORY -> {
        int code = codeAt(f, row, UNKNOWN);
        yield code == UNKNOWN ? null : field.categories().get(code);
      }
      case FLAG -> {
        int code = codeAt(f, row, UNKNOWN);
        yield code == UNKNOWN ? null : code == 1 ? "true" : "false";
      }
      case DATE -> {
        int day = codeAt(f, row, UNKNOWN_DATE);
        yield day == UNKNOWN_DATE ? null : LocalDate.ofEpochDay(day).toString();
      }
    };
  }

  /**
   * What a cell holds as a number: for an id, reference or label the position in its {@link
   * #dictionary}, for a category the position in the declaration, for a flag 0 or 1, for a date the
   * days since 1970-01-01.
   *
   * @return {@link #UNKNOWN} or {@link #UNKNOWN_DATE} where the cell is blank
   */
  public int code(String column, int row) {
    return code(resource.position(column), row);
  }

  /** As {@link #code(String, int)}, by the position of the column in its resource. */
  public int code(int field, int row) {
    Objects.checkIndex(row, rows);
    int[] cells = codes[field];
    if (cells != null) {
      return cells[row];
    }
    boolean date = resource.fields().get(field).type() == Field.Type.DATE;
    return date ? UNKNOWN_DATE : UNKNOWN;
  }

  /** The distinct texts of an id, reference or label column, in order of first appearance. */
  public Keys dictionary(String column) {
    Keys keys = dictionaries[resource.position(column)];
    return keys == null ? NO_KEYS : keys;
  }

  /** Column of numbers by row. */
  NumberColumn numberColumn(String column) {
    return new NumberColumn(numbers[resource.position(column)]);
  }

  /** Column of codes by row; see {@link #code}. */
  CodeColumn codeColumn(String column) {
    int f = resource.position(column);
    boolean date = resource.fields().get(f).type() == Field.Type.DATE;
    return new CodeColumn(codes[f], date ? UNKNOWN_DATE : UNKNOWN);
  }

  /**
   * Column of references as rows of the resource they name.
   *
   * @throws IllegalArgumentException if a cell names no row of the target
   */
  CodeColumn references(String column, Keys target) {
    int[] cells = codes[resource.position(column)];
    if (cells == null) {
      return new CodeColumn(null, UNKNOWN);
    }
    Keys names = dictionary(column);
    int[] rowOf = new int[names.count()];
    for (int i = 0; i < rowOf.length; i++) {
      rowOf[i] = target.id(names.key(i));
      if (rowOf[i] < 0) {
        throw new IllegalArgumentException(
            resource.title() + "." + column + " names the unknown id " + names.key(i));
      }
    }
    int[] resolved = new int[rows];
    for (int row = 0; row < rows; row++) {
      resolved[row] = cells[row] == UNKNOWN ? UNKNOWN : rowOf[cells[row]];
    }
    return new CodeColumn(resolved, UNKNOWN);
  }

  private int codeAt(int f, int row, int unknown) {
    int[] cells = codes[f];
    return cells == null ? unknown : cells[row];
  }

  /** Numbers by row; {@code NaN} is unknown. */
  static final class NumberColumn {
    private final double @Nullable [] cells;

    NumberColumn(double @Nullable [] cells) {
      this.cells = cells;
    }

    double at(int row) {
      return cells == null ? Double.NaN : cells[row];
    }
  }

  /** Codes by row. */
  static final class CodeColumn {
    private final int @Nullable [] cells;
    private final int unknown;

    CodeColumn(int @Nullable [] cells, int unknown) {
      this.cells = cells;
      this.unknown = unknown;
    }

    int at(int row) {
      return cells == null ? unknown : cells[row];
    }
  }

  /**
   * Collects rows. A cell that is not set stays unknown. Values are not checked against the ranges of
   * their fields here: that is the work of the room that reads files. Not for use by several threads.
   */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 16;

    private final Resource resource;
    private final double[] @Nullable [] numbers;
    private final int[] @Nullable [] codes;
    private final Keys.@Nullable Builder[] dictionaries;
    private final @Nullable String[] @Nullable [] texts;
    private int rows;
    private int capacity = FIRST_CAPACITY;

    public Builder(Resource resource) {
      int fields = resource.fields().size();
      this.resource = resource;
      numbers = new double[fields][];
      codes = new int[fields][];
      dictionaries = new Keys.Builder[fields];
      texts = new String[fields][];
    }

    public Resource resource() {
      return resource;
    }

    /** Number of rows so far. */
    public int rows() {
      return rows;
    }

    /** Makes room for so many rows in all, where that is known or guessed: saves copying later. */
    public Builder reserve(int expected) {
      if (expected > capacity) {
        grow(expected);
      }
      return this;
    }

    /** Begins a row; the setters that follow fill it. */
    public Builder row() {
      if (rows == capacity) {
        grow(Math.addExact(capacity, capacity / 2));
      }
      rows++;
      return this;
    }

    /** Sets a cell of the last row by the name of its column; {@code NaN} leaves it unknown. */
    public Builder set(String column, double number) {
      setNumber(resource.position(column), number);
      return this;
    }

    /**
     * Sets a cell of the last row, which holds anything but a number, by the name of its column; null
     * leaves it unknown.
     *
     * @throws IllegalArgumentException if the text is not among the categories of the column
     */
    public Builder set(String column, @Nullable String text) {
      int f = resource.position(column);
      Field field = resource.fields().get(f);
      if (text == null) {
        return this;
      }
      switch (field.type()) {
        case ID, REF, LABEL -> setKey(f, text);
        case TEXT -> setText(f, text);
        case CATEGORY -> {
          int category = field.categories().indexOf(text);
          if (category < 0) {
            throw new IllegalArgumentException(text + " is none of " + field.categories());
          }
          setCode(f, category);
        }
        case FLAG -> setCode(f, Boolean.parseBoolean(text) ? 1 : 0);
        case DATE -> setCode(f, Math.toIntExact(LocalDate.parse(text).toEpochDay()));
        case NUMBER -> throw new IllegalArgumentException(column + " holds numbers, not texts");
      }
      return this;
    }

    /** Sets a number of the last row by the position of its column. */
    public void setNumber(int field, double number) {
      if (Double.isNaN(number)) {
        return;
      }
      double[] cells = numbers[field];
      if (cells == null) {
        cells = new double[capacity];
        Arrays.fill(cells, Double.NaN);
        numbers[field] = cells;
      }
      cells[rows - 1] = number;
    }

    /** Sets a category, flag or date of the last row by the position of its column. */
    public void setCode(int field, int code) {
      codes(field)[rows - 1] = code;
    }

    /** Sets an id, reference or label of the last row by the position of its column. */
    public void setKey(int field, String key) {
      codes(field)[rows - 1] = dictionary(field).add(key);
    }

    /** As {@link #setKey(int, String)}, from characters; returns the code of the key. */
    public int setKey(int field, char[] buffer, int offset, int length) {
      int code = dictionary(field).add(buffer, offset, length);
      codes(field)[rows - 1] = code;
      return code;
    }

    /** Sets a free text of the last row by the position of its column. */
    public void setText(int field, String text) {
      @Nullable String[] cells = texts[field];
      if (cells == null) {
        cells = new @Nullable String[capacity];
        texts[field] = cells;
      }
      cells[rows - 1] = text;
    }

    /** The columns; the builder must not be used afterwards. */
    public Columns build() {
      return new Columns(this);
    }

    private Keys.Builder dictionary(int field) {
      Keys.Builder keys = dictionaries[field];
      if (keys == null) {
        keys = new Keys.Builder();
        dictionaries[field] = keys;
      }
      return keys;
    }

    private int[] codes(int field) {
      int[] cells = codes[field];
      if (cells == null) {
        cells = new int[capacity];
        Arrays.fill(cells, unknown(field));
        codes[field] = cells;
      }
      return cells;
    }

    private int unknown(int field) {
      return resource.fields().get(field).type() == Field.Type.DATE ? UNKNOWN_DATE : UNKNOWN;
    }

    private void grow(int greater) {
      capacity = greater;
      for (int f = 0; f < numbers.length; f++) {
        double[] number = numbers[f];
        if (number != null) {
          number = Arrays.copyOf(number, capacity);
          Arrays.fill(number, rows, capacity, Double.NaN);
          numbers[f] = number;
        }
        int[] code = codes[f];
        if (code != null) {
          code = Arrays.copyOf(code, capacity);
          Arrays.fill(code, rows, capacity, unknown(f));
          codes[f] = code;
        }
        @Nullable String[] text = texts[f];
        if (text != null) {
          texts[f] = Arrays.copyOf(text, capacity);
        }
      }
    }
  }
}
