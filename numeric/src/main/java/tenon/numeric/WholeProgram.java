package tenon.numeric;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.OptimizationProblemType;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.DoubleParam;
import com.google.ortools.linearsolver.MPVariable;

/**
 * A programme of which some columns must be whole numbers, solved once by SCIP (branch and cut;
 * Bolusani et al. 2024, The SCIP Optimization Suite 9.0). One thread and a limit of nodes, so that
 * the same numbers give the same answer.
 */
final class WholeProgram {
  private WholeProgram() {}

  static WholeSolution solve(LinearModel model, int[] whole, WholeLimits limits) {
    NativeProgram.load();
    MPSolver solver = new MPSolver("tenon", OptimizationProblemType.SCIP_MIXED_INTEGER_PROGRAMMING);
    MPSolverParameters parameters = new MPSolverParameters();
    try {
      solver.suppressOutput();
      boolean[] must = new boolean[model.columns()];
      for (int column : whole) {
        must[column] = true;
      }
      MPObjective objective = solver.objective();
      objective.setOptimizationDirection(model.maximise);
      MPVariable[] columns = new MPVariable[model.columns()];
      for (int c = 0; c < columns.length; c++) {
        columns[c] = solver.makeVar(model.columnLower(c), model.columnUpper(c), must[c], "");
        if (model.cost(c) != 0) {
          objective.setCoefficient(columns[c], model.cost(c));
        }
      }
      for (int r = 0; r < model.rows(); r++) {
        MPConstraint row = solver.makeConstraint(model.rowLower(r), model.rowUpper(r));
        int[] at = model.rowColumns(r);
        double[] coefficients = model.rowCoefficients(r);
        for (int k = 0; k < at.length; k++) {
          row.setCoefficient(columns[at[k]], coefficients[k]);
        }
      }
      parameters.setDoubleParam(DoubleParam.RELATIVE_MIP_GAP, limits.gap());
      limit(solver, limits);
      ResultStatus status = solver.solve(parameters);
      boolean found = status == ResultStatus.OPTIMAL || status == ResultStatus.FEASIBLE;
      if (!found) {
        return new WholeSolution(false, new double[0], Double.NaN, Double.NaN, solver.nodes());
      }
      double[] values = new double[columns.length];
      for (int c = 0; c < values.length; c++) {
        double value = columns[c].solutionValue();
        values[c] = must[c] ? Math.rint(value) : value;
      }
      return new WholeSolution(
          true, values, objective.value(), objective.bestBound(), solver.nodes());
    } finally {
      parameters.delete();
      solver.delete();
    }
  }

  private static void limit(MPSolver solver, WholeLimits limits) {
    String text = "limits/nodes = " + limits.nodes() + "\nrandomization/randomseedshift = 0\n";
    if (!solver.setSolverSpecificParametersAsString(text)) {
      throw new IllegalStateException("This build of OR-Tools does not accept SCIP's limits.");
    }
    if (Double.isFinite(limits.seconds())) {
      solver.setTimeLimit((long) Math.max(1, limits.seconds() * 1e3));
    }
  }
}
