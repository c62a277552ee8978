package tenon.twin;

import java.util.Arrays;
import java.util.List;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;

/**
 * The linear programme of a network over a window of T days, written per day, so that only s = 1/T
 * changes with the window:
 *
 * <pre>
 *   min  sum_j w_j l_j
 *   s.t. stock_v s + sum_{a fills v} x_a - sum_a q_av x_a + sum_{j at v} l_j >= d_v   for each node v
 *        x_a - slope_a s &lt;= capacity_a                     where the limit of a depends on s
 *        0 &lt;= x_a &lt;= capacity_a,   x_a = 0 where a is shut or not yet started,   0 &lt;= l_j &lt;= d_j
 * </pre>
 *
 * It always has a solution: serve nothing, l = d. s is a column fixed at its value, whose reduced
 * cost is the slope of the optimum in s. For one thread; holds native memory until closed.
 */
final class Programme implements AutoCloseable {
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;
  private static final int NO_ROW = -1;

  private final Network network;
  private final LinearProgram program;
  private final int inverseDays;
  private final int[] lossColumn;
  private final int[] limitRow;
  private final int[] shutBy;
  private final boolean[] waiting;
  private final double[] capacity;
  private long solves;

  /**
   * Builds the programme with every activity open that is not on standby.
   *
   * @param weight cost of each unit of demand not served, above 0, by demand
   */
  Programme(Network network, double[] weight) {
    this.network = network;
    int activities = network.activities.size();
    limitRow = new int[activities];
    shutBy = new int[activities];
    waiting = new boolean[activities];
    capacity = network.activities.stream().mapToDouble(activity -> activity.capacity).toArray();
    lossColumn = new int[network.demandNode.length];
    LinearProgramBuilder builder = LinearProgram.minimise();
    for (int a = 0; a < activities; a++) {
      waiting[a] = network.activities.get(a).standby();
      builder.column(0, waiting[a] ? 0 : limit(a), 0);
    }
    inverseDays = builder.column(0, 0, 0);
    for (int j = 0; j < lossColumn.length; j++) {
      double scale = network.scale[network.demandNode[j]];
      lossColumn[j] = builder.column(0, network.perDay[j] / scale, weight[j] * scale);
    }
    new Balance(network, inverseDays, lossColumn).addTo(builder);
    for (int a = 0; a < activities; a++) {
      limitRow[a] = addLimit(builder, a);
    }
    program = builder.build();
  }

  private int addLimit(LinearProgramBuilder builder, int a) {
    Activity activity = network.activities.get(a);
    double slope = activity.limitSlope();
    if (slope == 0) {
      return NO_ROW;
    }
    double scale = network.scale[activity.fills];
    double most = waiting[a] ? UNLIMITED : activity.capacity / scale;
    return builder.row(
        -UNLIMITED, most, new int[] {a, inverseDays}, new double[] {1, -slope / scale});
  }

  /** Bound of an open activity's column, in the units of its node. */
  private double limit(int a) {
    Activity activity = network.activities.get(a);
    return activity.drawsOn > 0 ? UNLIMITED : capacity[a] / network.scale[activity.fills];
  }

  /**
   * Gives an activity another capacity, units per day. It must draw on no stock; one on standby
   * must have had no capacity but infinity or 0, since only then is its limit no row.
   */
  void limit(int a, double unitsPerDay) {
    capacity[a] = unitsPerDay;
    bound(a);
  }

  /** Gives the losses other weights, by demand. */
  void weigh(double[] weight) {
    for (int j = 0; j < lossColumn.length; j++) {
      program.setCost(lossColumn[j], weight[j] * network.scale[network.demandNode[j]]);
    }
  }

  /** Replaces the demands, units per day. */
  void demand(double[] perDay) {
    double[] atNode = Balance.demand(network, perDay);
    for (int node = 0; node < atNode.length; node++) {
      program.setRowBounds(node, atNode[node], UNLIMITED);
    }
    for (int j = 0; j < lossColumn.length; j++) {
      program.setColumnBounds(lossColumn[j], 0, perDay[j] / network.scale[network.demandNode[j]]);
    }
  }

  /** Begins the outage of a site; outages of several sites may hold at once. */
  void shut(int site) {
    for (int nth = 0; nth < network.shutCount(site); nth++) {
      int a = network.shut(site, nth);
      shutBy[a]++;
      bound(a);
    }
  }

  /** Ends the outage of a site. */
  void reopen(int site) {
    for (int nth = 0; nth < network.shutCount(site); nth++) {
      int a = network.shut(site, nth);
      shutBy[a]--;
      bound(a);
    }
  }

  /**
   * Lets exactly those standby activities take part that start by the given day.
   *
   * @param days the day
   * @param including whether those that start on that very day do
   */
  void start(double days, boolean including) {
    for (int a = 0; a < waiting.length; a++) {
      Activity activity = network.activities.get(a);
      boolean started =
          activity.activationDays < days || (including && activity.activationDays == days);
      if (activity.standby() && waiting[a] == started) {
        waiting[a] = !started;
        bound(a);
        if (limitRow[a] != NO_ROW) {
          double scale = network.scale[activity.fills];
          double most = started ? activity.capacity / scale : UNLIMITED;
          program.setRowBounds(limitRow[a], -UNLIMITED, most);
        }
      }
    }
  }

  private void bound(int a) {
    boolean still = waiting[a] || shutBy[a] > 0;
    program.setColumnBounds(a, 0, still ? 0 : limit(a));
  }

  /** The optimum at s, 1/days. */
  Optimum solve(double s) {
    program.setColumnBounds(inverseDays, s, s);
    Solution solution = program.solve();
    solves++;
    if (!solution.isOptimal()) {
      program.restart();
      solution = program.solve();
      solves++;
    }
    if (!solution.isOptimal()) {
      throw new ArithmeticException(
          "the exposure programme at s = "
              + s
              + " per day ended "
              + solution.status()
              + "; maybe quantities of the chain differ by too many orders of magnitude");
    }
    return new Optimum(this, solution);
  }

  long solves() {
    return solves;
  }

  @Override
  public void close() {
    program.close();
  }

  /** The optimum of the last solve; void after the next. */
  static final class Optimum {
    private final Programme programme;
    private final Solution solution;

    Optimum(Programme programme, Solution solution) {
      this.programme = programme;
      this.solution = solution;
    }

    /** Sum of weighted losses per day. */
    double weightedLoss() {
      return solution.objective();
    }

    /** Slope of {@link #weightedLoss} in s, from below. */
    double slope() {
      return solution.reducedCost(programme.inverseDays);
    }

    /** Loss of a demand, units per day. */
    double lossPerDay(int demand) {
      int node = programme.network.demandNode[demand];
      return Math.max(0, solution.value(programme.lossColumn[demand]))
          * programme.network.scale[node];
    }

    /** Level of an activity, in the units of its node. */
    double level(int activity) {
      return solution.value(activity);
    }
  }

  /** The balance rows: one per node. */
  private static final class Balance {
    private final Network network;
    private final int[] count;
    private final int[][] columns;
    private final double[][] coefficients;

    Balance(Network network, int inverseDays, int[] lossColumn) {
      this.network = network;
      int nodes = network.nodes();
      count = new int[nodes];
      columns = new int[nodes][INITIAL];
      coefficients = new double[nodes][INITIAL];
      List<Activity> activities = network.activities;
      for (int a = 0; a < activities.size(); a++) {
        add(activities.get(a), a);
      }
      for (int node = 0; node < nodes; node++) {
        if (network.stock[node] > 0) {
          put(node, inverseDays, network.stock[node] / network.scale[node]);
        }
      }
      for (int j = 0; j < lossColumn.length; j++) {
        put(network.demandNode[j], lossColumn[j], 1);
      }
    }

    private static final int INITIAL = 4;

    private void add(Activity activity, int a) {
      double own = 1;
      for (int k = 0; k < activity.takes.length; k++) {
        int node = activity.takes[k];
        double taken = activity.quantity[k] * network.scale[activity.fills] / network.scale[node];
        if (node == activity.fills) {
          own -= taken;
        } else {
          put(node, a, -taken);
        }
      }
      put(activity.fills, a, own);
    }

    private void put(int node, int column, double coefficient) {
      int n = count[node]++;
      if (n == columns[node].length) {
        columns[node] = Arrays.copyOf(columns[node], 2 * n);
        coefficients[node] = Arrays.copyOf(coefficients[node], 2 * n);
      }
      columns[node][n] = column;
      coefficients[node][n] = coefficient;
    }

    /** Bounds of the balance rows, which are the first rows: one per node. */
    private static double[] demand(Network network, double[] perDay) {
      double[] demand = new double[network.nodes()];
      for (int j = 0; j < network.demandNode.length; j++) {
        int node = network.demandNode[j];
        demand[node] += perDay[j] / network.scale[node];
      }
      return demand;
    }

    void addTo(LinearProgramBuilder builder) {
      double[] demand = demand(network, network.perDay);
      for (int node = 0; node < demand.length; node++) {
        builder.row(
            demand[node],
            UNLIMITED,
            Arrays.copyOf(columns[node], count[node]),
            Arrays.copyOf(coefficients[node], count[node]));
      }
    }
  }
}
