package tenon.numeric;

import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import org.jspecify.annotations.Nullable;
import tenon.numeric.Solution.Status;

/**
 * A linear programme that is built once and solved many times after changes of bounds and costs:
 * minimise or maximise c x subject to row bounds on A x and column bounds on x.
 *
 * <pre>{@code
 * var builder = LinearProgram.maximise();
 * int doors = builder.column(0, Double.POSITIVE_INFINITY, 3);
 * builder.row(Double.NEGATIVE_INFINITY, 4, new int[] {doors}, new double[] {1});
 * try (LinearProgram program = builder.build()) {
 *   double best = program.solve().objective();
 *   program.setColumnBounds(doors, 0, 0);
 *   double without = program.solve().objective();
 * }
 * }</pre>
 *
 * <p><b>Engine.</b> The dual simplex starts from the last basis, which stays dual feasible when
 * bounds change, without presolve, which would discard it. Measured with OR-Tools 9.15 on two cores
 * shared with other work, which spread repeated runs by up to 3: synthetic outages of a chain of
 * 1,700 nodes (6,400 rows, 6,200 columns), mean milliseconds a re-solve over 200 outages
 * ("survival": 40), ranges over two seeds and repeats. "Loss" closes one node at a time; "varying"
 * also changes the duration, hence nearly every bound that binds (one seed); "survival" maximises
 * the duration without loss and is very degenerate.
 *
 * <pre>
 *                              loss   varying   survival
 * GLOP dual                     7-8        12     99-281
 * GLOP primal                 12-15        24    275-644
 * CLP dual                     9-10        76    751-822
 * CLP primal                    5-7        44   804-1124
 * CLP dual, presolved            29        67    121-267
 * CLP primal, presolved          26        67    141-171
 * GLOP dual, presolved           72       105          -
 * </pre>
 *
 * <p>(Loss and varying with presolve were measured on an equivalent programme of 4,700 rows.) GLOP
 * by the dual simplex is therefore the default: near CLP's best on the first and last column and
 * well ahead on the middle one, although OR-Tools hands it the whole programme again at each solve.
 * It can also be limited in iterations, which CLP cannot.
 *
 * <p>Speed apart, CLP may not go on from its last basis: on 12,128 re-solves of small random
 * programmes after changes of bounds it called 89 wrong objectives optimal by the dual simplex and
 * 441 by the primal, without presolve, always after a column's bounds had moved; from scratch none.
 * So CLP is solved from scratch each time. On 80,000 further ones GLOP was never wrong, CLP from
 * scratch 4 times. When an engine ends abnormally it starts again from scratch (GLOP: 4 of the
 * 80,000, then right); when that too is abnormal, as on coefficients that span 20 orders of
 * magnitude, the other engine stands in ({@link Solution#engine()} tells) and its optimum counts
 * only if it keeps every bound to 10<sup>-6</sup>.
 *
 * <p>Traffic through JNI does not matter: reading 6,200 values takes 0.2 ms, changing 3,000 bounds
 * 0.08 ms, building 7-60 ms.
 *
 * <p><b>Scale.</b> The engines hold bounds to about 10<sup>-7</sup> of the numbers as given: choose
 * units in which quantities that matter are far above that. A need of 10<sup>-10</sup> is met by 0.
 *
 * <p><b>Reproducibility.</b> The same build and the same sequence of changes and solves give the
 * same bits on any thread. But where several optima exist, and in the last bits of the objective,
 * an answer depends on the solves before it. Work that is divided among threads must therefore
 * either call {@link #restart()} before each solve or be cut into sequences that do not depend on
 * the number of threads, each begun with {@code restart()}.
 *
 * <p>An instance is used by one thread at a time; different instances are independent. Native
 * memory is held until {@link #close()}.
 */
public final class LinearProgram implements AutoCloseable {
  private final LinearModel model;
  private final Engine engine;
  private final long iterationLimit;
  private final NativeProgram main;
  // The other engine's answer to the last solve, where the main one failed.
  private @Nullable NativeProgram stand;
  private long version;
  private boolean closed;

  LinearProgram(LinearModel model, Engine engine, long iterationLimit) {
    this.model = model;
    this.engine = engine;
    this.iterationLimit = iterationLimit;
    this.main = new NativeProgram(model, engine, iterationLimit);
  }

  /** Begins a programme whose objective is made as small as possible. */
  public static LinearProgramBuilder minimise() {
    return new LinearProgramBuilder(false);
  }

  /** Begins a programme whose objective is made as great as possible. */
  public static LinearProgramBuilder maximise() {
    return new LinearProgramBuilder(true);
  }

  /** Number of columns. */
  public int columns() {
    return model.columns();
  }

  /** Number of rows. */
  public int rows() {
    return model.rows();
  }

  /** Replaces both bounds of a column; infinite where it has none. */
  public void setColumnBounds(int column, double lower, double upper) {
    outdate();
    model.setColumnBounds(column, lower, upper);
    main.setColumnBounds(column, lower, upper);
  }

  /** Replaces both bounds of a row; infinite where it has none. */
  public void setRowBounds(int row, double lower, double upper) {
    outdate();
    model.setRowBounds(row, lower, upper);
    main.setRowBounds(row, lower, upper);
  }

  /** Replaces a column's coefficient in the objective. */
  public void setCost(int column, double cost) {
    outdate();
    model.setCost(column, cost);
    main.setCost(column, cost);
  }

  /**
   * Forgets the solves so far: the next one starts as after the build, and its answer depends on
   * nothing but the numbers as they stand.
   */
  public void restart() {
    outdate();
    main.restart();
  }

  /** Solves the programme as it stands. A programme without columns has the optimum 0. */
  public Solution solve() {
    outdate();
    ResultStatus result = main.solve();
    if (result == ResultStatus.ABNORMAL) {
      main.restart();
      result = main.solve();
    }
    if (result != ResultStatus.ABNORMAL) {
      return solution(main, engine, status(result));
    }
    stand = new NativeProgram(model, engine.other(), iterationLimit);
    Status status = status(stand.solve());
    if (status == Status.OPTIMAL && !stand.verifies()) {
      status = Status.FAILED;
    }
    return solution(stand, engine.other(), status);
  }

  /**
   * Goes on by the primal simplex from the last basis, at most so many iterations. That basis stays
   * feasible where only costs have changed, or bounds have been drawn to where the values stand, so
   * that what is reached at the limit is better than before and satisfies all bounds ({@link
   * Status#IMPROVED}); without such a basis it may end {@link Status#LIMIT_REACHED}.
   *
   * <p>On the second objective of a plan (88,800 columns, 32,900 rows) the dual simplex took 54,000
   * iterations to any feasible values, the primal 34,000 to the optimum and 9,000 to within a
   * quarter of it.
   */
  public Solution improve(long iterations) {
    outdate();
    ResultStatus result = main.improve(Math.min(iterations, iterationLimit));
    if (result == ResultStatus.FEASIBLE && main.verifies()) {
      return solution(main, engine, Status.IMPROVED);
    }
    return solution(main, engine, result == ResultStatus.OPTIMAL ? Status.OPTIMAL : status(result));
  }

  /**
   * Solves from scratch by the dual simplex after presolve, at most so many iterations. Where many
   * columns and rows stand fixed, as in a later objective on the optima of an earlier one, presolve
   * takes them out: on the second objective of a plan (21,400 columns, 8,600 rows) 1.0 s of
   * processor time against 1.65 s of {@link #solve()}.
   */
  public Solution solveAfresh(long iterations) {
    outdate();
    ResultStatus result = main.solveAfresh(Math.min(iterations, iterationLimit));
    return solution(main, engine, status(result));
  }

  /**
   * The best values of the programme as it stands of which some columns are whole numbers. It
   * starts from scratch and leaves the linear programme as it was.
   */
  public WholeSolution solveWhole(int[] whole, WholeLimits limits) {
    if (closed) {
      throw new IllegalStateException("The programme is closed.");
    }
    for (int column : whole) {
      LinearModel.checkIndex("column", column, columns());
    }
    return WholeProgram.solve(model, whole, limits);
  }

  private Solution solution(NativeProgram answer, Engine by, Status status) {
    boolean found = status == Status.OPTIMAL || status == Status.IMPROVED;
    double objective = found ? answer.objective() : Double.NaN;
    return new Solution(this, version, status, by, objective, answer.iterations());
  }

  private Status status(ResultStatus result) {
    return switch (result) {
      case OPTIMAL -> Status.OPTIMAL;
      case INFEASIBLE, UNBOUNDED -> infeasibleOrUnbounded();
      case FEASIBLE, NOT_SOLVED -> Status.LIMIT_REACHED;
      case ABNORMAL, MODEL_INVALID -> Status.FAILED;
    };
  }

  /**
   * An engine that finds a programme to have no optimum may not know which of the two reasons holds
   * (both the programme and its dual can be infeasible); the programme without costs tells.
   */
  private Status infeasibleOrUnbounded() {
    if (!model.hasCosts()) {
      return Status.INFEASIBLE;
    }
    try (var feasibility = new NativeProgram(model.withoutCosts(), Engine.GLOP, iterationLimit)) {
      return switch (feasibility.solve()) {
        case OPTIMAL -> Status.UNBOUNDED;
        case INFEASIBLE, UNBOUNDED -> Status.INFEASIBLE;
        case FEASIBLE, NOT_SOLVED -> Status.LIMIT_REACHED;
        case ABNORMAL, MODEL_INVALID -> Status.FAILED;
      };
    }
  }

  /** Where to read the solution of a version. */
  NativeProgram answer(long solvedVersion) {
    if (closed || solvedVersion != version) {
      throw new IllegalStateException(
          "The programme was changed, solved again or closed after this solution. Read values before.");
    }
    return stand == null ? main : stand;
  }

  private void outdate() {
    if (closed) {
      throw new IllegalStateException("The programme is closed.");
    }
    version++;
    dropStand();
  }

  private void dropStand() {
    if (stand != null) {
      stand.close();
      stand = null;
    }
  }

  /** Frees the native memory; a second call does nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      dropStand();
      main.close();
    }
  }
}
