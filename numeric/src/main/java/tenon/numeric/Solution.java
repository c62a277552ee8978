package tenon.numeric;

/**
 * The answer of one {@link LinearProgram#solve()}.
 *
 * <p>Status, objective and iterations are kept. Values, duals and reduced costs stay in native
 * memory and are fetched when asked for, so that who needs the objective alone pays for nothing
 * else; they are gone when the programme is changed, solved again or closed, and asking then is an
 * {@link IllegalStateException}.
 */
public final class Solution {
  /** How a solve ended. */
  public enum Status {
    /** The objective is the optimum. */
    OPTIMAL,
    /** No values satisfy all bounds. */
    INFEASIBLE,
    /** Some values satisfy all bounds, and the objective improves without end. */
    UNBOUNDED,
    /** The iteration limit was reached first. */
    LIMIT_REACHED,
    /** The limit of an improvement was reached at values that satisfy all bounds. */
    IMPROVED,
    /** Both engines ended without a trustworthy answer, as on badly scaled numbers. */
    FAILED
  }

  private final LinearProgram program;
  private final long version;
  private final Status status;
  private final Engine engine;
  private final double objective;
  private final long iterations;

  Solution(
      LinearProgram program,
      long version,
      Status status,
      Engine engine,
      double objective,
      long iterations) {
    this.program = program;
    this.version = version;
    this.status = status;
    this.engine = engine;
    this.objective = objective;
    this.iterations = iterations;
  }

  /**
   * How the solve ended; everything below but {@link #iterations()} needs {@link Status#OPTIMAL},
   * or {@link Status#IMPROVED} for values and objective.
   */
  public Status status() {
    return status;
  }

  /** Whether the optimum was found. */
  public boolean isOptimal() {
    return status == Status.OPTIMAL;
  }

  /** The engine that gave the answer: not the chosen one where that one failed. */
  public Engine engine() {
    return engine;
  }

  /** Whether there are values that satisfy all bounds. */
  public boolean hasValues() {
    return status == Status.OPTIMAL || status == Status.IMPROVED;
  }

  /** The objective at the values. */
  public double objective() {
    checkValues();
    return objective;
  }

  /** Simplex iterations of the engine that gave the answer: the deterministic measure of work. */
  public long iterations() {
    return iterations;
  }

  /** The value of a column. */
  public double value(int column) {
    checkValues();
    return program.answer(version).value(column(column));
  }

  /** The values of all columns. */
  public double[] values() {
    checkValues();
    NativeProgram answer = program.answer(version);
    double[] values = new double[program.columns()];
    for (int c = 0; c < values.length; c++) {
      values[c] = answer.value(c);
    }
    return values;
  }

  /**
   * Change of the objective per unit by which the binding bound of a row grows: at a maximum, at
   * least 0 for a binding upper bound. At a degenerate optimum it is one of several subgradients.
   */
  public double dual(int row) {
    LinearModel.checkIndex("row", row, program.rows());
    return current().dual(row);
  }

  /** Cost of a column less the value of what it uses at the {@link #dual duals} of its rows. */
  public double reducedCost(int column) {
    return current().reducedCost(column(column));
  }

  private int column(int column) {
    LinearModel.checkIndex("column", column, program.columns());
    return column;
  }

  private NativeProgram current() {
    checkOptimal();
    return program.answer(version);
  }

  private void checkValues() {
    if (!hasValues()) {
      checkOptimal();
    }
  }

  private void checkOptimal() {
    if (status != Status.OPTIMAL) {
      throw new IllegalStateException(
          "The programme ended " + status + ": there is no optimum to read.");
    }
  }
}
