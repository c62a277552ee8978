package tenon.numeric;

import java.util.Arrays;
import java.util.Locale;

/** The numbers of a linear programme as they stand now; every change is checked here. */
final class LinearModel {
  final boolean maximise;
  private final double[] cost;
  private final double[] columnLower;
  private final double[] columnUpper;
  private final double[] rowLower;
  private final double[] rowUpper;
  private final int[][] rowColumns;
  private final double[][] rowCoefficients;

  LinearModel(
      boolean maximise,
      double[] cost,
      double[] columnLower,
      double[] columnUpper,
      double[] rowLower,
      double[] rowUpper,
      int[][] rowColumns,
      double[][] rowCoefficients) {
    this.maximise = maximise;
    this.cost = cost;
    this.columnLower = columnLower;
    this.columnUpper = columnUpper;
    this.rowLower = rowLower;
    this.rowUpper = rowUpper;
    this.rowColumns = rowColumns;
    this.rowCoefficients = rowCoefficients;
  }

  /** The same columns and rows with every cost 0: feasible if and only if this one is. */
  LinearModel withoutCosts() {
    return new LinearModel(
        maximise,
        new double[cost.length],
        columnLower,
        columnUpper,
        rowLower,
        rowUpper,
        rowColumns,
        rowCoefficients);
  }

  boolean hasCosts() {
    return Arrays.stream(cost).anyMatch(c -> c != 0);
  }

  int columns() {
    return cost.length;
  }

  int rows() {
    return rowColumns.length;
  }

  double cost(int column) {
    return cost[column];
  }

  double columnLower(int column) {
    return columnLower[column];
  }

  double columnUpper(int column) {
    return columnUpper[column];
  }

  double rowLower(int row) {
    return rowLower[row];
  }

  double rowUpper(int row) {
    return rowUpper[row];
  }

  int[] rowColumns(int row) {
    return rowColumns[row];
  }

  double[] rowCoefficients(int row) {
    return rowCoefficients[row];
  }

  void setCost(int column, double value) {
    checkIndex("column", column, columns());
    checkFinite("column", column, "cost", value);
    cost[column] = value;
  }

  void setColumnBounds(int column, double lower, double upper) {
    checkIndex("column", column, columns());
    checkBounds("column", column, lower, upper);
    columnLower[column] = lower;
    columnUpper[column] = upper;
  }

  void setRowBounds(int row, double lower, double upper) {
    checkIndex("row", row, rows());
    checkBounds("row", row, lower, upper);
    rowLower[row] = lower;
    rowUpper[row] = upper;
  }

  static void checkIndex(String kind, int index, int count) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "There is no " + kind + " " + index + ": the programme has " + count + " (counted from 0).");
    }
  }

  static void checkFinite(String kind, int index, String what, double value) {
    if (!Double.isFinite(value)) {
      throw fault(kind, index, what + " " + value + " is not a finite number");
    }
  }

  static void checkBounds(String kind, int index, double lower, double upper) {
    if (Double.isNaN(lower) || Double.isNaN(upper)) {
      throw fault(kind, index, bounds(lower, upper) + " hold NaN; an absent bound is an infinity");
    }
    if (lower > upper || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
      throw fault(kind, index, bounds(lower, upper) + " leave no value between them");
    }
  }

  private static String bounds(double lower, double upper) {
    return "bounds [" + lower + ", " + upper + "]";
  }

  private static IllegalArgumentException fault(String kind, int index, String what) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s %d: %s.", kind, index, what));
  }
}
