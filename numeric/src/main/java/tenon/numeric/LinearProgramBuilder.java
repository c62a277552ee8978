package tenon.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects columns, then rows over them; see {@link LinearProgram#minimise()}. */
public final class LinearProgramBuilder {
  private final boolean maximise;
  private double[] cost = new double[16];
  private double[] columnLower = new double[16];
  private double[] columnUpper = new double[16];
  private int columns;
  private double[] rowLower = new double[16];
  private double[] rowUpper = new double[16];
  private final List<int[]> rowColumns = new ArrayList<>();
  private final List<double[]> rowCoefficients = new ArrayList<>();
  // lastRow[c] is 1 + the last row that named column c: finds a column named twice without a set.
  private int[] lastRow = new int[16];
  private Engine engine = Engine.GLOP;
  private long iterationLimit = -1;

  LinearProgramBuilder(boolean maximise) {
    this.maximise = maximise;
  }

  /**
   * Adds a column and returns its index: 0, 1, 2, ...
   *
   * @param lower least value, or negative infinity
   * @param upper greatest value, or positive infinity
   * @param unitCost its coefficient in the objective
   */
  public int column(double lower, double upper, double unitCost) {
    LinearModel.checkBounds("column", columns, lower, upper);
    LinearModel.checkFinite("column", columns, "cost", unitCost);
    if (columns == cost.length) {
      cost = Arrays.copyOf(cost, 2 * columns);
      columnLower = Arrays.copyOf(columnLower, 2 * columns);
      columnUpper = Arrays.copyOf(columnUpper, 2 * columns);
      lastRow = Arrays.copyOf(lastRow, 2 * columns);
    }
    cost[columns] = unitCost;
    columnLower[columns] = lower;
    columnUpper[columns] = upper;
    return columns++;
  }

  /**
   * Adds the row lower &lt;= sum of coefficients[k] times column columns[k] &lt;= upper and returns its
   * index: 0, 1, 2, ... Each column is named at most once.
   */
  public int row(double lower, double upper, int[] at, double[] coefficients) {
    int row = rowColumns.size();
    LinearModel.checkBounds("row", row, lower, upper);
    checkTerms(row, at, coefficients);
    if (row == rowLower.length) {
      rowLower = Arrays.copyOf(rowLower, 2 * row);
      rowUpper = Arrays.copyOf(rowUpper, 2 * row);
    }
    rowLower[row] = lower;
    rowUpper[row] = upper;
    rowColumns.add(at.clone());
    rowCoefficients.add(coefficients.clone());
    return row;
  }

  private void checkTerms(int row, int[] at, double[] coefficients) {
    if (at.length != coefficients.length) {
      throw new IllegalArgumentException(
          "row " + row + ": " + at.length + " columns have " + coefficients.length + " coefficients.");
    }
    for (int k = 0; k < at.length; k++) {
      LinearModel.checkIndex("column", at[k], columns);
      LinearModel.checkFinite("row", row, "coefficient of column " + at[k], coefficients[k]);
      if (lastRow[at[k]] == row + 1) {
        throw new IllegalArgumentException(
            "row " + row + ": column " + at[k] + " is named twice. Add its coefficients up.");
      }
      lastRow[at[k]] = row + 1;
    }
  }

  /** Chooses the engine; GLOP where nothing is chosen. */
  public LinearProgramBuilder engine(Engine chosen) {
    engine = chosen;
    return this;
  }

  /**
   * Limits the iterations of one solve by GLOP. Where nothing is chosen the limit is 10,000 + 100 per
   * row and column, far above what a programme needs that ends at all.
   */
  public LinearProgramBuilder iterationLimit(long limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("The iteration limit " + limit + " is negative. Give at least 0.");
    }
    iterationLimit = limit;
    return this;
  }

  /** Builds the programme in native memory, to be freed by {@link LinearProgram#close()}. */
  public LinearProgram build() {
    int rows = rowColumns.size();
    var model =
        new LinearModel(
            maximise,
            Arrays.copyOf(cost, columns),
            Arrays.copyOf(columnLower, columns),
            Arrays.copyOf(columnUpper, columns),
            Arrays.copyOf(rowLower, rows),
            Arrays.copyOf(rowUpper, rows),
            rowColumns.toArray(int[][]::new),
            rowCoefficients.toArray(double[][]::new));
    long limit = iterationLimit >= 0 ? iterationLimit : 10_000 + 100L * (rows + columns);
    return new LinearProgram(model, engine, limit);
  }
}
