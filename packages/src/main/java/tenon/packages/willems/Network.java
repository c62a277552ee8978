package tenon.packages.willems;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import tenon.model.Grouping;

/** The stages and the arcs between them, which lead in no circle. */
final class Network {
  private final List<Stage> stages;
  private final List<Arc> arcs;

  /** Arcs into each stage. */
  private final Grouping into;

  /** Arcs out of each stage. */
  private final Grouping out;

  Network(List<Stage> stages, List<Arc> arcs) {
    this.stages = stages;
    this.arcs = arcs;
    into = Grouping.of(arcs.size(), stages.size(), arc -> arcs.get(arc).destination());
    out = Grouping.of(arcs.size(), stages.size(), arc -> arcs.get(arc).source());
  }

  List<Stage> stages() {
    return stages;
  }

  List<Arc> arcs() {
    return arcs;
  }

  boolean hasCustomers(int stage) {
    return out.size(stage) > 0;
  }

  /** Whether the stage time is the lead time of the one link into the stage. */
  boolean timeIsOnLink(int stage) {
    return stages.get(stage).kind().moves() && into.size(stage) == 1;
  }

  /**
   * Cost of one unit of each stage: what the stage adds, and the cost of one unit of each supplying
   * stage; {@code NaN} where any part of it is unknown.
   */
  double[] unitCosts() {
    double[] costs = new double[stages.size()];
    int[] open = new int[costs.length];
    Arrays.setAll(costs, stage -> stages.get(stage).addedCost());
    Arrays.setAll(open, into::size);
    Deque<Integer> ready = new ArrayDeque<>();
    for (int stage = 0; stage < open.length; stage++) {
      if (open[stage] == 0) {
        ready.add(stage);
      }
    }
    while (!ready.isEmpty()) {
      int stage = ready.remove();
      for (int nth = 0; nth < out.size(stage); nth++) {
        int customer = arcs.get(out.item(stage, nth)).destination();
        costs[customer] += costs[stage];
        open[customer]--;
        if (open[customer] == 0) {
          ready.add(customer);
        }
      }
    }
    return costs;
  }
}
