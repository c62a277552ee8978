package tenon.respond;

import java.util.Arrays;

/**
 * The terms of one row of a programme, as they are collected; a column named twice adds up. A place
 * for every column finds it at once, so that one collector serves many rows.
 */
final class Terms {
  private final int[] place;
  private int[] columns = new int[8];
  private double[] coefficients = new double[8];
  private int size;

  /** A collector for a programme of so many columns. */
  Terms(int most) {
    place = new int[most];
    Arrays.fill(place, -1);
  }

  /** Adds a term; nothing where there is no such column. */
  void add(int column, double coefficient) {
    if (column < 0 || coefficient == 0) {
      return;
    }
    if (place[column] >= 0) {
      coefficients[place[column]] += coefficient;
      return;
    }
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, 2 * size);
      coefficients = Arrays.copyOf(coefficients, 2 * size);
    }
    place[column] = size;
    columns[size] = column;
    coefficients[size++] = coefficient;
  }

  void addAll(Terms others) {
    for (int i = 0; i < others.size; i++) {
      add(others.columns[i], others.coefficients[i]);
    }
  }

  void multiply(double factor) {
    for (int i = 0; i < size; i++) {
      coefficients[i] *= factor;
    }
  }

  Terms clear() {
    for (int i = 0; i < size; i++) {
      place[columns[i]] = -1;
    }
    size = 0;
    return this;
  }

  /** The terms that are not 0, as a row. */
  Row row(double lower, double upper) {
    int[] at = new int[size];
    double[] by = new double[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (coefficients[i] != 0) {
        at[kept] = columns[i];
        by[kept++] = coefficients[i];
      }
    }
    return new Row(Arrays.copyOf(at, kept), Arrays.copyOf(by, kept), lower, upper);
  }

  /** A row of a programme: lower &lt;= sum of coefficients x columns &lt;= upper. */
  static final class Row {
    final int[] columns;
    final double[] coefficients;
    final double lower;
    final double upper;

    private Row(int[] columns, double[] coefficients, double lower, double upper) {
      this.columns = columns;
      this.coefficients = coefficients;
      this.lower = lower;
      this.upper = upper;
    }

    double activity(double[] values) {
      double sum = 0;
      for (int i = 0; i < columns.length; i++) {
        sum += coefficients[i] * values[columns[i]];
      }
      return sum;
    }
  }
}
