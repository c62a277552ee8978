package tenon.twin.sector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.model.IndustryTable;

/**
 * The adaptive regional input-output model with inventories, step by step: lost capital lowers
 * capacity; what cannot be made is rationed among all who ordered; stocks of inputs bridge gaps
 * until they fall below a share psi of their goal; industries overproduce while demand exceeds what
 * they make, and reorder what their stocks lack.
 *
 * <pre>
 * demand   D = sum_j O_ij + sum Y_i + rebuilding
 * excess   z = (D - x_prev) / D;  a += (a_max - a) z / tau_a, or (a_base - a) / tau_a where z = 0
 * capacity cap = x0 (1 - lost / K) a;   wanted  w = min(D, cap)
 * output   x = w min_s min(1, stock_s / (psi S_s w A_s))
 * stocks   stock_s += what arrives of s - x A_s
 * orders   O = (max(0, S_s min(D, cap) A_s - stock_s) / tau_s + x A_s) by supplier
 * </pre>
 */
public final class Ario {

  /** As {@code numpy.allclose}: equal up to a part in 1e5 of the second, or 1e-8. */
  private static final double RELATIVE = 1e-5;

  private static final double ABSOLUTE = 1e-8;

  private final ArioSetup setup;
  private final ArioSpec spec;
  private final List<ArioEvent> recoveries = new ArrayList<>();
  private final List<ArioEvent> capacities = new ArrayList<>();
  private final List<Rebuilding> rebuildings = new ArrayList<>();
  private final int n;
  private final double[][] orders;
  private final double[][] stock;
  private final double[] over;
  private final double[] ordered;
  private final double[] wantedFinally;
  private final double[] demand;
  private final double[] lost;
  private final double[] capacity;
  private final double[] made;
  private final double[] served;
  private final double[] wanted;
  private final double[] limit;
  private final double[][] arrived;
  private final double[][] reorder;
  private final double[] ratio;

  private Ario(IndustryTable table, ArioSpec spec, List<ArioEvent> events) {
    this.spec = spec;
    setup = new ArioSetup(table, spec);
    n = setup.industries;
    for (ArioEvent event : events) {
      if (event.lost().length != n) {
        throw new IllegalArgumentException("an event is not about the industries of the table");
      }
      switch (event.end()) {
        case ArioEvent.Recovery recovery -> recoveries.add(event);
        case ArioEvent.Capacity share -> capacities.add(event);
        case ArioEvent.Rebuild rule ->
            rebuildings.add(new Rebuilding(event, rule, setup, table, spec.unitsByStep()));
      }
    }
    orders = Arrays.stream(setup.flows).map(double[]::clone).toArray(double[][]::new);
    stock = new double[setup.sectors][n];
    for (int s = 0; s < setup.sectors; s++) {
      if (!Double.isInfinite(setup.cover[s])) {
        for (int j = 0; j < n; j++) {
          stock[s][j] = setup.output[j] * setup.technology[s][j] * setup.cover[s];
        }
      }
    }
    over = new double[n];
    Arrays.fill(over, spec.alphaBase());
    ordered = Arrays.stream(orders).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    wantedFinally =
        Arrays.stream(setup.finalDemand).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    demand = new double[n];
    lost = new double[n];
    capacity = new double[n];
    made = setup.output.clone();
    served = new double[n];
    wanted = new double[n];
    limit = new double[n];
    arrived = new double[setup.sectors][n];
    reorder = new double[setup.sectors][n];
    ratio = new double[n];
  }

  /**
   * Runs the model.
   *
   * @throws IllegalArgumentException if an event is not about the industries of the table
   */
  public static ArioResult run(IndustryTable table, ArioSpec spec, List<ArioEvent> events) {
    return new Ario(table, spec, events).run();
  }

  private ArioResult run() {
    int steps = spec.steps();
    ArioResult result =
        new ArioResult(
            setup.output.clone(),
            new double[steps][],
            new double[steps][],
            new double[steps][],
            new double[steps][],
            new double[steps][],
            new double[steps][],
            new int[steps]);
    for (int step = 0; step < steps; step++) {
      loseCapital(step);
      for (Rebuilding rebuilding : rebuildings) {
        rebuilding.ask(step);
      }
      addDemand();
      if (step > 1) {
        overproduce();
      }
      limitCapacity(step);
      result.limited()[step] = produce();
      distribute(step);
      result.production()[step] = made.clone();
      result.capacity()[step] = capacity.clone();
      result.overproduction()[step] = over.clone();
      result.capitalLost()[step] = lost.clone();
      unmet(result, step);
      order();
    }
    return result;
  }

  private void loseCapital(int step) {
    Arrays.fill(lost, 0);
    for (ArioEvent event : recoveries) {
      double left = event.left(step);
      for (int i = 0; left > 0 && i < n; i++) {
        lost[i] += left * event.lost()[i];
      }
    }
    for (Rebuilding rebuilding : rebuildings) {
      rebuilding.addLost(step, lost);
    }
  }

  private void addDemand() {
    for (int i = 0; i < n; i++) {
      demand[i] = ordered[i] + wantedFinally[i];
    }
    for (Rebuilding rebuilding : rebuildings) {
      rebuilding.addDemand(demand);
    }
  }

  private void overproduce() {
    double rate = spec.unitsByStep() / spec.alphaTau();
    for (int i = 0; i < n; i++) {
      double excess = demand[i] == 0 ? 0 : (demand[i] - made[i]) / demand[i];
      double change =
          excess == 0
              ? (spec.alphaBase() - over[i]) * rate
              : (spec.alphaMax() - over[i]) * excess * rate;
      over[i] = Math.max(1, over[i] + change);
    }
  }

  private void limitCapacity(int step) {
    for (int i = 0; i < n; i++) {
      double share = setup.capital[i] == 0 ? 0 : lost[i] / setup.capital[i];
      for (ArioEvent event : capacities) {
        share = Math.max(share, event.left(step) * event.lost()[i]);
      }
      capacity[i] = setup.output[i] * Math.max(0, 1 - share) * over[i];
    }
  }

  /** Makes what is wanted as far as stocks go; returns how many industries a stock limited. */
  private int produce() {
    for (int i = 0; i < n; i++) {
      wanted[i] = Math.min(demand[i], capacity[i]);
      limit[i] = 1;
    }
    for (int s = 0; s < setup.sectors; s++) {
      double[] held = stock[s];
      double[] technology = setup.technology[s];
      double goal = spec.psi() * setup.cover[s];
      for (int j = 0; j < n; j++) {
        if (setup.limits[s][j]) {
          double need = wanted[j] * technology[j] * goal;
          if (held[j] < need) {
            limit[j] = Math.min(limit[j], Math.max(0, held[j] / need));
          }
        }
      }
    }
    int limited = 0;
    for (int i = 0; i < n; i++) {
      made[i] = wanted[i] * limit[i];
      limited += limit[i] < 1 ? 1 : 0;
      served[i] = demand[i] == 0 ? 0 : made[i] / demand[i];
    }
    return limited;
  }

  private void distribute(int step) {
    for (double[] row : arrived) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < n; i++) {
      double[] into = arrived[setup.sector[i]];
      double[] from = orders[i];
      double share = served[i];
      for (int j = 0; j < n; j++) {
        into[j] += from[j] * share;
      }
    }
    if (!spec.rounding() || !isBalanced()) {
      for (int s = 0; s < setup.sectors; s++) {
        double[] held = stock[s];
        double[] technology = setup.technology[s];
        double[] came = arrived[s];
        for (int j = 0; j < n; j++) {
          held[j] = held[j] - made[j] * technology[j] + came[j];
        }
      }
    }
    for (Rebuilding rebuilding : rebuildings) {
      rebuilding.serve(step, served, spec.rounding() ? spec.rest() : 0);
    }
  }

  private boolean isBalanced() {
    for (int s = 0; s < setup.sectors; s++) {
      for (int j = 0; j < n; j++) {
        if (!close(arrived[s][j], made[j] * setup.technology[s][j])) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean close(double one, double other) {
    return Math.abs(one - other) <= ABSOLUTE + RELATIVE * Math.abs(other);
  }

  private void unmet(ArioResult result, int step) {
    double[] byUse = new double[setup.uses];
    double[] byIndustry = new double[n];
    for (int i = 0; i < n; i++) {
      double missing = 1 - served[i];
      double[] row = setup.finalDemand[i];
      for (int f = 0; f < byUse.length; f++) {
        byUse[f] += row[f] - row[f] * served[i];
      }
      byIndustry[i] = missing * wantedFinally[i];
    }
    result.unmetByUse()[step] = byUse;
    result.unmetByIndustry()[step] = byIndustry;
  }

  private void order() {
    addDemand();
    for (int i = 0; i < n; i++) {
      wanted[i] = Math.min(demand[i], capacity[i]);
      ratio[i] = setup.output[i] == 0 ? 1 : capacity[i] / setup.output[i];
    }
    boolean full = spec.rounding() && isFull();
    for (int s = 0; s < setup.sectors; s++) {
      double[] technology = setup.technology[s];
      double[] held = stock[s];
      double[] need = reorder[s];
      double cover = full || Double.isInfinite(setup.cover[s]) ? 0 : setup.cover[s];
      double rate = cover == 0 ? 0 : setup.restored[s];
      for (int j = 0; j < n; j++) {
        need[j] =
            Math.max(0, wanted[j] * technology[j] * cover - held[j]) * rate
                + made[j] * technology[j];
      }
    }
    if (spec.alternative()) {
      orderByCapacity();
    } else {
      orderAsEver();
    }
  }

  private boolean isFull() {
    for (int s = 0; s < setup.sectors; s++) {
      for (int j = 0; !Double.isInfinite(setup.cover[s]) && j < n; j++) {
        if (!close(stock[s][j], wanted[j] * setup.technology[s][j] * setup.cover[s])) {
          return false;
        }
      }
    }
    return true;
  }

  private void orderByCapacity() {
    for (double[] row : arrived) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < n; i++) {
      double[] able = arrived[setup.sector[i]];
      double[] flow = setup.flows[i];
      double share = ratio[i];
      for (int j = 0; j < n; j++) {
        able[j] += flow[j] * share;
      }
    }
    for (int s = 0; s < setup.sectors; s++) {
      double[] able = arrived[s];
      double[] need = reorder[s];
      for (int j = 0; j < n; j++) {
        need[j] = able[j] == 0 ? 0 : need[j] / able[j];
      }
    }
    for (int i = 0; i < n; i++) {
      split(i, setup.flows[i], ratio[i]);
    }
  }

  private void orderAsEver() {
    for (int i = 0; i < n; i++) {
      split(i, setup.sourcing[i], 1);
    }
  }

  private void split(int supplier, double[] weights, double share) {
    double[] need = reorder[setup.sector[supplier]];
    double[] row = orders[supplier];
    for (int j = 0; j < n; j++) {
      row[j] = need[j] * (weights[j] * share);
    }
    double total = 0;
    for (int j = 0; j < n; j++) {
      total += row[j];
    }
    ordered[supplier] = total;
  }
}
