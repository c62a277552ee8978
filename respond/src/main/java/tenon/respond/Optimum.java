package tenon.respond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;
import tenon.numeric.WholeSolution;

/**
 * Solves a programme twice, each time in two steps: first as if nobody reacts, then as the plan,
 * which starts from the same flows before the decision day.
 *
 * <p>The second step of each keeps the optimum of the first exactly: by complementary slackness the
 * optima of a linear programme are the feasible points at which every column with a reduced cost
 * stands at its bound and every row with a dual is tight. Columns and rows are fixed there, and the
 * second objective goes on from the basis of the first.
 *
 * <p>A first solve with a small reward for usual flows finds a basis near them, from which the
 * first objective alone takes few steps.
 */
final class Optimum {
  /** Reduced costs and duals below this are nothing; losses are in days of all demand. */
  private static final double NOTHING = 1e-7;

  /** Losses that differ by no more than this share are the same. */
  private static final double SAME = 1e-9;

  /** A choice within this of no or yes is made. */
  private static final double OPEN = 1e-9;

  /** A solver keeps bounds to about this. */
  private static final double AT_BOUND = 1e-6;

  /**
   * Work for each later objective, iterations times terms of the rows: what a core does in some ten
   * seconds. A plan that is revised on the way gets a fifth of it. A programme so small that it may
   * have the most iterations is solved to the end; none has fewer than the fewest.
   */
  private static final double WORK = 6e9;

  /**
   * How many times as much work may go into the best of all, where a limited search ended short.
   */
  private static final long AFRESH = 20;

  private static final long MOST = 20_000;
  private static final long FEWEST = 1_000;

  private final Programme programme;

  /** Whether all may go on as usual until the decision. */
  private final boolean calm;

  private final Columns columns;
  private final double[] lower;
  private final double[] upper;
  private final double[] rowLower;
  private final double[] rowUpper;

  /** Columns that must be 0 or 1, and whether the first objective holds what they cost. */
  private final int[] choices;

  private final boolean paidFirst;

  /** Whether the plan is sought, not what happens where nobody reacts. */
  private boolean planning;

  /** Whether flows are bound to choices at present. */
  private boolean choicesBound = true;

  /** Objectives after the first, in order. */
  private final List<Goals.Goal> later;

  /** What is fixed where the optimum of an earlier objective wants it. */
  private final boolean[] keptColumn;

  private final boolean[] keptRow;

  /** Values of all columns where nobody reacts, and in the plan. */
  double[] held = {};

  double[] planned = {};

  /** Whether until the decision all goes on as usual. */
  boolean usualBefore;

  /** Duals of rows where nobody reacts. */
  double[] heldDual = {};

  /** Duals of rows and reduced costs of columns of the plan's first step, days of all demand. */
  double[] dual = {};

  double[] reducedCost = {};

  long iterations;

  /** Whether the second objective could not be made least. */
  boolean unsettled;

  /** Money by which what is chosen may cost more than the least; 0 where that is proven. */
  double gap;

  private Optimum(Programme programme, boolean calm) {
    this.programme = programme;
    this.calm = calm && programme.setting.decisionDay <= programme.rules.firstHit();
    columns = programme.columns;
    lower = new double[columns.count];
    upper = Arrays.copyOf(columns.heldUpper, columns.count);
    rowLower = programme.rows.stream().mapToDouble(row -> row.lower).toArray();
    rowUpper = programme.rows.stream().mapToDouble(row -> row.upper).toArray();
    keptColumn = new boolean[columns.count];
    keptRow = new boolean[rowLower.length];
    later = new ArrayList<>(programme.setting.goals.later());
    paidFirst = programme.setting.goals.paidFirst();
    choices = programme.choices.columnNumbers();
    if (!later.contains(Goals.Goal.COST)) {
      later.add(Goals.Goal.COST); // of equal plans the cheapest and calmest
    }
  }

  /** The optimum with all its objectives; {@code calm} unless a solve before told otherwise. */
  static Optimum of(Programme programme, boolean calm) {
    return new Optimum(programme, calm).solved(true, true, true);
  }

  /**
   * The optimum of the first objective alone, whose duals say what the programme lacks.
   *
   * @param settleHeld whether where nobody reacts costs are settled all the same: what goes on
   *     before the decision decides what the plan lacks
   */
  static Optimum ofFirst(Programme programme, boolean calm, boolean settleHeld) {
    return new Optimum(programme, calm).solved(true, settleHeld, false);
  }

  /** As of the first objective, of the plan alone, before which all goes on as usual. */
  static Optimum ofPlan(Programme programme) {
    return new Optimum(programme, true).solved(false, false, false);
  }

  private Optimum solved(boolean both, boolean settleHeld, boolean settle) {
    boolean revised = programme.setting.revised;
    if (revised) {
      System.arraycopy(columns.upper, 0, upper, 0, upper.length);
    }
    try (LinearProgram solver = build()) {
      solve(solver);
      cost(solver, columns.loss);
      if (revised) {
        planned = steps(solver, settle);
        held = planned; // what nobody's reacting would lose was told before
        heldDual = dual;
      } else {
        heldDual = new double[rowLower.length];
        usualBefore = !both || nobodyReacts(solver, settleHeld);
        open(solver, usualBefore ? columns.usual : held);
        unsettled = false; // what is told is of the plan
        planning = true;
        planned = steps(solver, settle);
        held = held.length == 0 ? planned : held;
      }
    }
    return this;
  }

  /**
   * Solves nobody's reacting; whether all goes on as usual until the decision. Where it may, at the
   * same loss, that is the calmest, and the later objectives need not be asked.
   */
  private boolean nobodyReacts(LinearProgram solver, boolean settle) {
    Solution first = solve(solver);
    double least = first.objective();
    heldDual = new double[rowLower.length];
    Arrays.setAll(heldDual, first::dual);
    if (calm) {
      double[] low = lower.clone();
      double[] high = upper.clone();
      before(solver, columns.usual);
      Solution usual = attempt(solver);
      if (usual.isOptimal() && usual.objective() - least <= SAME * (1 + Math.abs(least))) {
        held = usualFirst(usual.values());
      }
      System.arraycopy(low, 0, lower, 0, low.length);
      System.arraycopy(high, 0, upper, 0, high.length);
      bound(solver);
      if (held.length > 0) {
        return true;
      }
    }
    held = steps(solver, settle);
    heldDual = dual;
    return false;
  }

  private LinearProgram build() {
    LinearProgramBuilder builder = LinearProgram.minimise();
    for (int column = 0; column < columns.count; column++) {
      builder.column(lower[column], upper[column], columns.loss[column] + columns.start[column]);
    }
    for (Terms.Row row : programme.rows) {
      builder.row(row.lower, row.upper, row.columns, row.coefficients);
    }
    return builder.build();
  }

  private double[] steps(LinearProgram solver, boolean settle) {
    bindChoices(solver, paidFirst);
    Solution first = solve(solver);
    if (settle && paidFirst && isOpenChoice(first.values())) {
      choose(solver, programme.setting.worth.perDay);
      first = afterChoice(solver);
    }
    dual = new double[rowLower.length];
    reducedCost = new double[columns.count];
    Arrays.setAll(dual, first::dual);
    Arrays.setAll(reducedCost, first::reducedCost);
    double[] values = first.values();
    if (!settle) {
      return usualFirst(values);
    }
    keepOptimum(solver, values, reducedCost, dual);
    double[] best = values;
    for (int next = 0; next < later.size(); next++) {
      boolean paid = later.get(next) == Goals.Goal.COST;
      cost(solver, columns.objective(later.get(next)));
      bindChoices(solver, paidFirst || later.indexOf(Goals.Goal.COST) <= next);
      Later step = secondStep(solver);
      if (paid && step.optimal && isOpenChoice(step.values)) {
        choose(solver, programme.costUnit);
        step = taken(afterChoice(solver));
      }
      unsettled |= !step.optimal;
      if (!step.found()) {
        break;
      }
      best = step.values;
      if (!step.optimal) {
        break;
      }
      if (next + 1 < later.size()) {
        keepOptimum(solver, best, step.reduced, step.duals);
      }
    }
    release(solver);
    cost(solver, columns.loss);
    return usualFirst(best);
  }

  /** Rows that bind flows to choices hold from the objective on that holds what choices cost. */
  private void bindChoices(LinearProgram solver, boolean bind) {
    if (choicesBound == bind) {
      return; // some may be kept where an earlier objective wants them
    }
    choicesBound = bind;
    for (int row : programme.choices.rows) {
      solver.setRowBounds(
          row,
          bind ? rowLower[row] : Double.NEGATIVE_INFINITY,
          bind ? rowUpper[row] : Double.POSITIVE_INFINITY);
    }
  }

  /** Whether a choice stands between no and yes. */
  private boolean isOpenChoice(double[] values) {
    for (int choice : choices) {
      if (values[choice] > OPEN && values[choice] < 1 - OPEN) {
        return true;
      }
    }
    return false;
  }

  /**
   * Chooses by branch and cut, and fixes what is chosen; everything where the search finds nothing
   * within its limits, which is always possible.
   *
   * @param unit money that a unit of the objective stands for
   */
  private void choose(LinearProgram solver, double unit) {
    WholeSolution chosen = solver.solveWhole(choices, programme.setting.search);
    gap = chosen.gap() == 0 ? 0 : Math.abs(chosen.objective() - chosen.bound()) * unit;
    for (int choice : choices) {
      fix(solver, choice, chosen.found() ? chosen.values()[choice] : upper[choice]);
    }
  }

  private void fix(LinearProgram solver, int choice, double value) {
    solver.setColumnBounds(choice, value, value);
    for (int flow : programme.choices.flowsOf(choice)) {
      boolean fixed = keptColumn[flow];
      if (!fixed) {
        solver.setColumnBounds(flow, lower[flow], value == 0 ? lower[flow] : upper[flow]);
      }
    }
  }

  /** What is best with the choices made; where rounding left no room, with all of them yes. */
  private Solution afterChoice(LinearProgram solver) {
    Solution solution = attempt(solver);
    if (!solution.isOptimal()) {
      for (int choice : choices) {
        fix(solver, choice, upper[choice]);
      }
      gap = Double.NaN;
      solution = attempt(solver);
    }
    return solution;
  }

  /**
   * The same flows, of which nothing counts as beyond the usual while the usual is not reached. An
   * optimum is so anyhow, as what is beyond it costs more; values that stay short of one need not
   * be, and would tell of costs that nobody has.
   */
  private double[] usualFirst(double[] values) {
    Layout at = programme.at;
    for (int arc = 0; arc < at.base.length; arc++) {
      for (int period = 0; period < at.base[arc].length; period++) {
        int base = at.base[arc][period];
        int extra = at.extra[arc][period];
        if (base >= 0 && extra >= 0) {
          double moved = Math.min(values[extra], columns.upper[base] - values[base]);
          if (moved > 0) {
            values[base] += moved;
            values[extra] -= moved;
          }
        }
      }
    }
    return values;
  }

  /**
   * The best of the optima by a later objective, from scratch with presolve, as little is left
   * free. A large programme first goes on from the optimum of the objective before, so that
   * whatever it reaches within its iterations loses least too, and keeps that where the best is not
   * found within a larger number of them; where nobody reacts, and of a plan that is revised, it
   * keeps it at once. No values where the solver, even from scratch, cannot tell, as the fixed
   * columns and rows leave it hardly any room.
   */
  private Later secondStep(LinearProgram solver) {
    long most = budget();
    Later reached = Later.NONE;
    if (isLarge()) {
      reached = taken(solver.improve(most));
      if (reached.optimal || (reached.found() && (!planning || programme.setting.revised))) {
        return reached;
      }
    }
    Later best = taken(solver.solveAfresh(isLarge() ? AFRESH * most : Long.MAX_VALUE));
    if (best.optimal) {
      return best;
    }
    if (!reached.found()) {
      solver.restart();
      return taken(solver.solve());
    }
    return reached;
  }

  private Later taken(Solution solution) {
    iterations += solution.iterations();
    if (!solution.hasValues()) {
      return Later.NONE;
    }
    if (!solution.isOptimal()) {
      return new Later(false, solution.values(), new double[0], new double[0]);
    }
    double[] reduced = new double[columns.count];
    double[] duals = new double[rowLower.length];
    Arrays.setAll(reduced, solution::reducedCost);
    Arrays.setAll(duals, solution::dual);
    return new Later(true, solution.values(), reduced, duals);
  }

  /** What a later objective came to; no values where nothing was found. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Later(boolean optimal, double[] values, double[] reduced, double[] duals) {
    static final Later NONE = new Later(false, new double[0], new double[0], new double[0]);

    boolean found() {
      return values.length > 0;
    }
  }

  /** Whether later objectives get a limited number of iterations. */
  boolean isLarge() {
    return budget() < MOST;
  }

  private long budget() {
    double terms = 1;
    for (Terms.Row row : programme.rows) {
      terms += row.columns.length;
    }
    double work = programme.setting.revised ? WORK / 5 : WORK;
    return (long) Math.clamp(work / terms, FEWEST, MOST);
  }

  private Solution attempt(LinearProgram solver) {
    Solution solution = solver.solve();
    iterations += solution.iterations();
    return solution;
  }

  private Solution solve(LinearProgram solver) {
    Solution solution = attempt(solver);
    if (!solution.isOptimal()) {
      solver.restart();
      solution = attempt(solver);
    }
    if (!solution.isOptimal()) {
      throw new IllegalStateException(
          "the programme of a plan ended " + solution.status() + "; it always has an optimum");
    }
    return solution;
  }

  private void cost(LinearProgram solver, double[] cost) {
    for (int column = 0; column < columns.count; column++) {
      if (columns.loss[column] != 0
          || columns.cost[column] != 0
          || columns.start[column] != 0
          || columns.co2[column] != 0
          || columns.share[column] != 0
          || columns.change[column] != 0) {
        solver.setCost(column, cost[column]);
      }
    }
  }

  private void keepOptimum(
      LinearProgram solver, double[] values, double[] reduced, double[] duals) {
    for (int column = 0; column < columns.count; column++) {
      double bound = reduced[column] > 0 ? lower[column] : upper[column];
      if (!keptColumn[column]
          && Math.abs(reduced[column]) > NOTHING
          && isAt(values[column], bound)) {
        solver.setColumnBounds(column, bound, bound);
        keptColumn[column] = true;
      }
    }
    for (int row = 0; row < rowLower.length; row++) {
      if (!keptRow[row] && Math.abs(duals[row]) > NOTHING && rowLower[row] != rowUpper[row]) {
        double bound = duals[row] > 0 ? rowLower[row] : rowUpper[row];
        if (isAt(programme.rows.get(row).activity(values), bound)) {
          solver.setRowBounds(row, bound, bound);
          keptRow[row] = true;
        }
      }
    }
  }

  private static boolean isAt(double value, double bound) {
    return Double.isFinite(bound) && Math.abs(value - bound) <= AT_BOUND * (1 + Math.abs(bound));
  }

  private void release(LinearProgram solver) {
    for (int column = 0; column < columns.count; column++) {
      if (keptColumn[column]) {
        solver.setColumnBounds(column, lower[column], upper[column]);
        keptColumn[column] = false;
      }
    }
    for (int row = 0; row < rowLower.length; row++) {
      if (keptRow[row]) {
        solver.setRowBounds(row, rowLower[row], rowUpper[row]);
        keptRow[row] = false;
      }
    }
  }

  /** Lets the plan use what is idle and open standby sources; what came before is given. */
  private void open(LinearProgram solver, double[] given) {
    System.arraycopy(columns.upper, 0, upper, 0, upper.length);
    before(solver, given);
  }

  /** Fixes what goes on before the decision. */
  private void before(LinearProgram solver, double[] given) {
    Layout at = programme.at;
    Timeline timeline = programme.timeline;
    for (int period = 0; period < timeline.periods(); period++) {
      if (timeline.start(period) < programme.setting.decisionDay) {
        for (int[][] flows :
            new int[][][] {at.base, at.extra, at.served, at.catchUp, at.with, at.without}) {
          give(flows, period, given);
        }
      }
    }
    bound(solver);
  }

  private void bound(LinearProgram solver) {
    for (int column = 0; column < columns.count; column++) {
      solver.setColumnBounds(column, lower[column], upper[column]);
    }
  }

  private void give(int[][] flows, int period, double[] given) {
    for (int[] row : flows) {
      int column = row[period];
      if (column >= 0) {
        double value = Math.min(Math.max(lower[column], given[column]), upper[column]);
        lower[column] = value;
        upper[column] = value;
      }
    }
  }
}
