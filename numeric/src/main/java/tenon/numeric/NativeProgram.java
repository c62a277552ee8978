package tenon.numeric;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.OptimizationProblemType;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.IncrementalityValues;
import com.google.ortools.linearsolver.MPSolverParameters.IntegerParam;
import com.google.ortools.linearsolver.MPSolverParameters.LpAlgorithmValues;
import com.google.ortools.linearsolver.MPSolverParameters.PresolveValues;
import com.google.ortools.linearsolver.MPVariable;

/** One programme in one engine's native memory, until {@link #close()}. */
final class NativeProgram implements AutoCloseable {
  private final Engine engine;
  private final MPSolver solver;
  private final MPSolverParameters parameters;
  private final MPSolverParameters primal;
  private final MPSolverParameters presolved;
  private final long limit;
  private final MPObjective objective;
  private final MPVariable[] columns;
  private final MPConstraint[] rows;

  NativeProgram(LinearModel model, Engine engine, long iterationLimit) {
    Library.load();
    this.engine = engine;
    solver = new MPSolver("tenon", type(engine));
    solver.suppressOutput();
    objective = solver.objective();
    objective.setOptimizationDirection(model.maximise);
    columns = addColumns(model);
    rows = addRows(model);
    if (columns.length == 0 || rows.length == 0) {
      addNothing();
    }
    parameters = simplex(LpAlgorithmValues.DUAL);
    primal = simplex(LpAlgorithmValues.PRIMAL);
    presolved = simplex(LpAlgorithmValues.DUAL);
    presolved.setIntegerParam(IntegerParam.PRESOLVE, PresolveValues.PRESOLVE_ON.swigValue());
    presolved.setIntegerParam(
        IntegerParam.INCREMENTALITY, IncrementalityValues.INCREMENTALITY_OFF.swigValue());
    limit = iterationLimit;
    limitIterations(limit);
  }

  // Not a field of Engine: OptimizationProblemType reads its numbers from the library when it is
  // loaded.
  private static OptimizationProblemType type(Engine engine) {
    return switch (engine) {
      case GLOP -> OptimizationProblemType.GLOP_LINEAR_PROGRAMMING;
      case CLP -> OptimizationProblemType.CLP_LINEAR_PROGRAMMING;
    };
  }

  private MPVariable[] addColumns(LinearModel model) {
    MPVariable[] added = new MPVariable[model.columns()];
    for (int c = 0; c < added.length; c++) {
      added[c] = solver.makeNumVar(model.columnLower(c), model.columnUpper(c), "");
      if (model.cost(c) != 0) {
        objective.setCoefficient(added[c], model.cost(c));
      }
    }
    return added;
  }

  private MPConstraint[] addRows(LinearModel model) {
    MPConstraint[] added = new MPConstraint[model.rows()];
    for (int r = 0; r < added.length; r++) {
      added[r] = solver.makeConstraint(model.rowLower(r), model.rowUpper(r));
      int[] at = model.rowColumns(r);
      double[] coefficients = model.rowCoefficients(r);
      for (int k = 0; k < at.length; k++) {
        added[r].setCoefficient(columns[at[k]], coefficients[k]);
      }
    }
    return added;
  }

  /**
   * A free row over a column fixed at 0: without any column CLP reads outside its arrays and takes
   * the process down, and without any row it gives up.
   */
  private void addNothing() {
    MPVariable zero = solver.makeNumVar(0, 0, "");
    solver
        .makeConstraint(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
        .setCoefficient(zero, 1);
  }

  /** Presolve would throw away the basis to go on from. */
  private static MPSolverParameters simplex(LpAlgorithmValues algorithm) {
    MPSolverParameters chosen = new MPSolverParameters();
    chosen.setIntegerParam(
        IntegerParam.INCREMENTALITY, IncrementalityValues.INCREMENTALITY_ON.swigValue());
    chosen.setIntegerParam(IntegerParam.PRESOLVE, PresolveValues.PRESOLVE_OFF.swigValue());
    chosen.setIntegerParam(IntegerParam.LP_ALGORITHM, algorithm.swigValue());
    return chosen;
  }

  private void limitIterations(long most) {
    if (engine != Engine.GLOP) {
      return;
    }
    String text = "max_number_of_iterations: " + most;
    if (!solver.setSolverSpecificParametersAsString(text)) {
      throw new IllegalStateException(
          "This build of OR-Tools does not accept \"" + text + "\" for GLOP.");
    }
  }

  /** CLP always starts without a basis; the reason is told at {@link LinearProgram}. */
  ResultStatus solve() {
    if (engine == Engine.CLP) {
      restart();
    }
    return solver.solve(parameters);
  }

  /** From scratch by the dual simplex after presolve, at most so many iterations. */
  ResultStatus solveAfresh(long iterations) {
    restart();
    limitIterations(iterations);
    ResultStatus result = solver.solve(presolved);
    limitIterations(limit);
    return result;
  }

  /** Goes on by the primal simplex, at most so many iterations where the engine can be limited. */
  ResultStatus improve(long iterations) {
    limitIterations(iterations);
    ResultStatus result = solver.solve(primal);
    limitIterations(limit);
    return result;
  }

  /** Whether the values keep every bound to within 10<sup>-6</sup> and give the objective. */
  boolean verifies() {
    return solver.verifySolution(1e-6, false);
  }

  /** The next solve starts without a basis. */
  void restart() {
    solver.reset();
  }

  void setColumnBounds(int column, double lower, double upper) {
    columns[column].setBounds(lower, upper);
  }

  void setRowBounds(int row, double lower, double upper) {
    rows[row].setBounds(lower, upper);
  }

  void setCost(int column, double cost) {
    objective.setCoefficient(columns[column], cost);
  }

  long iterations() {
    return solver.iterations();
  }

  double objective() {
    return objective.value();
  }

  double value(int column) {
    return columns[column].solutionValue();
  }

  double reducedCost(int column) {
    return columns[column].reducedCost();
  }

  double dual(int row) {
    return rows[row].dualValue();
  }

  /** Columns, rows and objective live inside the solver and go with it. */
  @Override
  public void close() {
    parameters.delete();
    primal.delete();
    presolved.delete();
    solver.delete();
  }

  /** Loads the native library, once. */
  static void load() {
    Library.load();
  }

  /** Loading costs most of a second, so it waits for the first programme and happens once. */
  private static final class Library {
    private static final String FAULT = attempt();

    private static String attempt() {
      try {
        Loader.loadNativeLibraries();
        return "";
      } catch (RuntimeException | LinkageError cannotLoad) {
        return String.valueOf(cannotLoad.getMessage())
            .lines()
            .findFirst()
            .orElse("no reason given");
      }
    }

    static void load() {
      if (!FAULT.isEmpty()) {
        throw new UnsupportedOperationException(
            "The linear solver (OR-Tools) cannot be loaded on "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ": "
                + FAULT
                + ". It runs on Linux and macOS (x86-64 and ARM64, glibc) and on Windows (x86-64).");
      }
    }
  }
}
