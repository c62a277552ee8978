package tenon.respond.stock;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A policy of guaranteed service times; see the package page.
 *
 * @param service S by stage
 * @param inbound SI by stage
 * @param objective cost of the safety stock
 * @param bound proven lower bound of the cost
 * @param proven whether the policy is optimal
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record GuaranteedService(
    double[] service, double[] inbound, double objective, double bound, boolean proven) {
  private static final double OPTIMAL = 1e-9;
  private static final double NOTHING = 1e-7;

  /** Beyond so many pairs of times no bound is computed; it is then 0. */
  private static final double MOST_WORK = 2e9;

  /** Beyond so many, forests are searched over times carried downward only. */
  private static final double MANY_WORK = 2e8;

  /**
   * Places the stock.
   *
   * @throws IllegalArgumentException if arcs lead in a circle, or a time is negative
   */
  public static GuaranteedService of(StockNetwork network) {
    if (network.downward().size() < network.stages()) {
      throw new IllegalArgumentException("arcs lead in a circle");
    }
    if (Arrays.stream(network.time()).anyMatch(time -> !(time >= 0))) {
      throw new IllegalArgumentException("a time is negative or unknown");
    }
    TimeGrid grid = TimeGrid.of(network);
    Candidates all = Candidates.of(network, grid, true);
    boolean workable = all.work() <= MOST_WORK;
    Candidates times = all.work() <= MANY_WORK ? all : Candidates.of(network, grid, false);
    SpanningForest forest =
        new SpanningForest(network, grid, workable ? all : times, SpanningForest.dearFirst(network))
            .solved();
    double lower = workable ? forest.cost() : 0;
    Promises promises = new Promises(network, grid);
    int[] willing = promises.search(forest.inbound(), lower);
    willing = new ForestSearch(network, grid, promises).improved(willing, times, lower);
    promises.run(willing);
    double objective = promises.cost();
    double bound = Math.min(lower, objective);
    boolean proven = objective - bound <= OPTIMAL * Math.max(1, objective);
    return new GuaranteedService(promises.service(), promises.inbound(), objective, bound, proven);
  }

  /** Net replenishment time of a stage. */
  public double replenishment(StockNetwork network, int stage) {
    double x = inbound[stage] + network.time()[stage] - service[stage];
    return x < NOTHING ? 0 : x;
  }

  /** Cost of a stage. */
  public double cost(StockNetwork network, int stage) {
    return network.coefficient()[stage] * Math.sqrt(replenishment(network, stage));
  }

  /** (objective - bound) / objective; 0 where nothing costs anything. */
  public double gap() {
    return objective == 0 ? 0 : (objective - bound) / objective;
  }

  /** Names of the stages that hold stock. */
  public List<String> holding(StockNetwork network) {
    return IntStream.range(0, service.length)
        .filter(stage -> replenishment(network, stage) > 0)
        .mapToObj(stage -> network.names().get(stage))
        .toList();
  }
}
