package tenon.respond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
final class Optimum implements AutoCloseable {
  /** Losses that differ by no more than this share are the same. */
  private static final double SAME = 1e-9;

  /** A choice within this of no or yes is made. */
  private static final double OPEN = 1e-9;

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
  private final Face face;

  /** The solver from which later objectives may go on. */
  private @Nullable LinearProgram open;

  /** Values of all columns where nobody reacts, and in the plan. */
  double[] held = {};

  double[] planned = {};

  /** Whether until the decision all goes on as usual. */
  boolean usualBefore;

  /** Least value of the plan's first objective, without what is constant in it. */
  double leastLoss;

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
    face = new Face(programme, lower, upper, rowLower, rowUpper);
    later = new ArrayList<>(programme.setting.goals.later());
    paidFirst = programme.setting.goals.paidFirst();
    choices = programme.choices.columnNumbers();
    if (!later.contains(Goals.Goal.COST)) {
      later.add(Goals.Goal.COST); // of equal plans the cheapest and calmest
    }
  }

  /** The optimum with all its objectives; {@code calm} unless a solve before told otherwise. */
  static Optimum of(Programme programme, boolean calm) {
    try (Optimum both = new Optimum(programme, calm).solved(true, true)) {
      return both; // only its values are read from here on
    }
  }

  /**
   * The optimum of the first objective alone, whose duals say what the programme lacks. Later
   * objectives may go on from a large one until it is closed.
   *
   * @param settleHeld whether where nobody reacts costs are settled all the same: what goes on
   *     before the decision decides what the plan lacks
   */
  static Optimum ofFirst(Programme programme, boolean calm, boolean settleHeld) {
    Optimum both = new Optimum(programme, calm).solved(settleHeld, false);
    if (!both.isLarge()) {
      both.close();
    }
    return both;
  }

  /**
   * As of the first objective, of the plan alone, before which all goes on as usual if {@code
   * calm}, else as it likes. Later objectives may go on from it until it is closed.
   */
  static Optimum ofPlan(Programme programme, boolean calm) {
    Optimum alone = new Optimum(programme, calm);
    alone.heldDual = new double[alone.rowLower.length];
    alone.usualBefore = alone.calm;
    alone.open = alone.begin();
    alone.plan(alone.open, false);
    return alone;
  }

  private Optimum solved(boolean settleHeld, boolean settle) {
    boolean revised = programme.setting.revised;
    if (revised) {
      System.arraycopy(columns.upper, 0, upper, 0, upper.length);
    }
    open = begin();
    if (revised) {
      planned = steps(open, settle);
      held = planned; // what nobody's reacting would lose was told before
      heldDual = dual;
    } else {
      usualBefore = nobodyReacts(open, settleHeld);
      plan(open, settle);
    }
    return this;
  }

  /**
   * A plan alone with what happens where nobody reacts; if that does not allow all to go on as
   * usual before it, another plan.
   */
  Optimum completed() {
    Optimum both = new Optimum(programme, true);
    both.open = both.begin();
    both.usualBefore = both.nobodyReacts(both.open, true);
    iterations += both.iterations;
    if (both.usualBefore) {
      both.close();
      held = both.held;
      heldDual = both.heldDual;
      return this;
    }
    both.plan(both.open, false);
    return both;
  }

  /** The same with all its objectives: a large programme goes on from where it is. */
  Optimum settled() {
    if (open == null || !isLarge()) {
      return of(programme, usualBefore);
    }
    planned = steps(open, true);
    if (programme.setting.revised) {
      held = planned;
      heldDual = dual;
    }
    return this;
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private void plan(LinearProgram solver, boolean settle) {
    open(solver, usualBefore ? columns.usual : held);
    unsettled = false; // what is told is of the plan
    planning = true;
    planned = steps(solver, settle);
    held = held.length == 0 ? planned : held;
  }

  /** The programme as it begins: at flows near the usual ones. */
  private LinearProgram begin() {
    LinearProgram solver = build();
    solve(solver);
    cost(solver, columns.loss);
    return solver;
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
    leastLoss = first.objective();
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
    face.keep(solver, values, reducedCost, dual);
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
        face.keep(solver, best, step.reduced, step.duals);
      }
    }
    face.release(solver);
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
      if (!face.keeps(flow)) {
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
    double work = programme.setting.revised ? programme.setting.work / 5 : programme.setting.work;
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

  /**
   * Lets the plan use what is idle and open standby sources; what came before is given, if known.
   */
  private void open(LinearProgram solver, double[] given) {
    System.arraycopy(columns.upper, 0, upper, 0, upper.length);
    if (given.length > 0) {
      before(solver, given);
    } else {
      bound(solver);
    }
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
