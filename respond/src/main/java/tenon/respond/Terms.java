package tenon.respond;

import java.util.Arrays;

/** The terms of one row of a programme, as they are collected; a column named twice adds up. */
final class Terms {
  private int[] columns = new int[8];
  private double[] coefficients = new double[8];
  private int size;

  /** Adds a term; nothing where there is no such column. */
  void add(int column, double coefficient) {
    if (column < 0 || coefficient == 0) {
      return;
    }
    for (int i = 0; i < size; i++) {
      if (columns[i] == column) {
        coefficients[i] += coefficient;
        return;
      }
    }
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, 2 * size);
      coefficients = Arrays.copyOf(coefficients, 2 * size);
    }
    columns[size] = column;
    coefficients[size++] = coefficient;
  }

  int[] columns() {
    return Arrays.copyOf(columns, size);
  }

  double[] coefficients() {
    return Arrays.copyOf(coefficients, size);
  }

  boolean isEmpty() {
    return size == 0;
  }
}
