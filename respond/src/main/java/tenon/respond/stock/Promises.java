package tenon.respond.stock;

import java.util.Arrays;
import java.util.List;

/** Service times that follow from what stages are willing to be promised. */
final class Promises {
  private final StockNetwork network;
  private final TimeGrid grid;
  private final int[] order;
  private final List<List<Integer>> suppliers;
  private final List<List<Integer>> customers;
  private final int[] time;
  private final int[] greatest;
  private final int[] outside;
  private final int[] service;
  private final int[] inbound;
  private final double[] root;

  Promises(StockNetwork network, TimeGrid grid) {
    this.network = network;
    this.grid = grid;
    order = network.downward().stream().mapToInt(Integer::intValue).toArray();
    suppliers = network.suppliers();
    customers = network.customers();
    time = Arrays.stream(network.time()).mapToInt(grid::steps).toArray();
    greatest = Arrays.stream(network.greatest()).mapToInt(grid::steps).toArray();
    outside = Arrays.stream(network.inbound()).mapToInt(grid::steps).toArray();
    service = new int[network.stages()];
    inbound = new int[network.stages()];
    root = grid.roots();
  }

  /** Every stage willing to be promised anything, in steps. */
  int[] anything() {
    return grid.longest().clone();
  }

  /**
   * Fills service and inbound times for what stages are willing to be promised, in steps; returns
   * the cost.
   */
  double run(int[] willing) {
    double cost = 0;
    for (int i : order) {
      int from = outside[i];
      for (int k : suppliers.get(i)) {
        from = Math.max(from, service[k]);
      }
      int promise = Math.min(from + time[i], greatest[i]);
      for (int j : customers.get(i)) {
        promise = Math.min(promise, willing[j]);
      }
      inbound[i] = from;
      service[i] = promise;
      cost += network.coefficient()[i] * root[from + time[i] - promise];
    }
    return cost;
  }

  /** Service times of the last run, in days, by stage. */
  double[] service() {
    return grid.times(service);
  }

  /** Inbound times of the last run, in days, by stage. */
  double[] inbound() {
    return grid.times(inbound);
  }
}
