package tenon.respond;

import java.util.Arrays;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;
import tenon.twin.site.Rules;

/**
 * Solves a programme twice, each time in two steps: first as if nobody reacts, then as the plan,
 * which must leave as much at the end and starts from the same flows before the decision day.
 *
 * <p>The second step of each keeps the optimum of the first exactly: by complementary slackness the
 * optima of a linear programme are the feasible points at which every column with a reduced cost
 * stands at its bound and every row with a dual is tight. Columns and rows are fixed there, and the
 * second objective goes on from the basis of the first.
 */
final class Optimum {
  /** Reduced costs and duals below this are nothing; losses are in days of all demand. */
  private static final double NOTHING = 1e-9;

  private final Programme programme;
  private final Rules rules;
  private final double[] lower;
  private final double[] upper;
  private final double[][] rowBounds;

  /** Values of all columns where nobody reacts, and in the plan. */
  double[] held = {};

  double[] planned = {};

  /** Duals of rows and reduced costs of columns of the plan's first step, days of all demand. */
  double[] dual = {};

  double[] reducedCost = {};

  long iterations;

  private Optimum(Programme programme) {
    this.programme = programme;
    rules = programme.rules;
    lower = Arrays.copyOf(programme.lower, programme.columns);
    upper = Arrays.copyOf(programme.heldUpper, programme.columns);
    rowBounds = programme.rowBounds.stream().map(double[]::clone).toArray(double[][]::new);
  }

  static Optimum of(Programme programme) {
    Optimum optimum = new Optimum(programme);
    try (LinearProgram solver = optimum.build()) {
      optimum.held = optimum.twoSteps(solver);
      optimum.open(solver);
      optimum.planned = optimum.twoSteps(solver);
    }
    return optimum;
  }

  private LinearProgram build() {
    LinearProgramBuilder builder = LinearProgram.minimise();
    for (int column = 0; column < programme.columns; column++) {
      builder.column(lower[column], upper[column], programme.loss[column]);
    }
    for (int row = 0; row < rowBounds.length; row++) {
      Terms terms = programme.rows.get(row);
      builder.row(rowBounds[row][0], rowBounds[row][1], terms.columns(), terms.coefficients());
    }
    return builder.build();
  }

  private double[] twoSteps(LinearProgram solver) {
    Solution first = solve(solver);
    dual = new double[rowBounds.length];
    reducedCost = new double[programme.columns];
    double[] values = first.values();
    Arrays.setAll(dual, first::dual);
    Arrays.setAll(reducedCost, first::reducedCost);
    keepOptimum(solver, values);
    double[] best = solve(solver).values();
    release(solver);
    return best;
  }

  private Solution solve(LinearProgram solver) {
    Solution solution = solver.solve();
    iterations += solution.iterations();
    if (!solution.isOptimal()) {
      throw new IllegalStateException(
          "the programme of a plan ended " + solution.status() + "; it always has an optimum");
    }
    return solution;
  }

  private void keepOptimum(LinearProgram solver, double[] values) {
    for (int column = 0; column < values.length; column++) {
      if (Math.abs(reducedCost[column]) > NOTHING) {
        boolean low = reducedCost[column] > 0;
        double bound = low ? lower[column] : upper[column];
        solver.setColumnBounds(column, bound, bound);
      }
      if (programme.loss[column] != programme.cost[column]) {
        solver.setCost(column, programme.cost[column]);
      }
    }
    for (int row = 0; row < rowBounds.length; row++) {
      double[] bounds = rowBounds[row];
      if (Math.abs(dual[row]) > NOTHING && bounds[0] != bounds[1]) {
        double bound = dual[row] > 0 ? bounds[0] : bounds[1];
        solver.setRowBounds(row, bound, bound);
      }
    }
  }

  private void release(LinearProgram solver) {
    for (int column = 0; column < lower.length; column++) {
      if (Math.abs(reducedCost[column]) > NOTHING) {
        solver.setColumnBounds(column, lower[column], upper[column]);
      }
      if (programme.loss[column] != programme.cost[column]) {
        solver.setCost(column, programme.loss[column]);
      }
    }
    for (int row = 0; row < rowBounds.length; row++) {
      if (Math.abs(dual[row]) > NOTHING) {
        solver.setRowBounds(row, rowBounds[row][0], rowBounds[row][1]);
      }
    }
  }

  /** Lets the plan use what is idle and open standby sources; what came before is given. */
  private void open(LinearProgram solver) {
    System.arraycopy(programme.upper, 0, upper, 0, upper.length);
    Layout at = programme.at;
    Timeline timeline = programme.timeline;
    int last = timeline.periods() - 1;
    for (int period = 0; period < timeline.periods(); period++) {
      if (timeline.start(period) < programme.setting.decisionDay) {
        for (int[][] flows : new int[][][] {at.base, at.extra, at.served, at.with, at.without}) {
          give(flows, period);
        }
      }
    }
    for (int node = 0; node < rules.nodes(); node++) {
      int stock = at.stock[node][last];
      if (stock >= 0) {
        double usual = rules.startStock(node) / programme.setting.nodeScale(node);
        lower[stock] = Math.max(0, Math.min(usual, held[stock]));
      }
      if (programme.pipelineRow[node] >= 0) {
        keepPipeline(node);
      }
    }
    for (int column = 0; column < lower.length; column++) {
      solver.setColumnBounds(column, lower[column], upper[column]);
    }
    for (int row = 0; row < rowBounds.length; row++) {
      solver.setRowBounds(row, rowBounds[row][0], rowBounds[row][1]);
    }
  }

  private void give(int[][] columns, int period) {
    for (int[] row : columns) {
      int column = row[period];
      if (column >= 0) {
        double value = Math.min(Math.max(lower[column], held[column]), upper[column]);
        lower[column] = value;
        upper[column] = value;
      }
    }
  }

  private void keepPipeline(int node) {
    int row = programme.pipelineRow[node];
    Terms terms = programme.rows.get(row);
    int[] columns = terms.columns();
    double[] units = terms.coefficients();
    double under = 0;
    for (int i = 0; i < columns.length; i++) {
      under += units[i] * held[columns[i]];
    }
    double usual = 0;
    for (int arc : rules.into(node)) {
      usual += rules.usualFlow(arc) * rules.leadDays(arc);
    }
    rowBounds[row][0] = Math.min(usual / programme.setting.nodeScale(node), under);
  }
}
