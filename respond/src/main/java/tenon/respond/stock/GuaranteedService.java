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
 * @param bound proven lower bound of the cost: the cost itself where the policy is optimal to a
 *     relative 1e-9, 0 where the network has too many times for a proof
 * @param proven whether the policy is optimal
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record GuaranteedService(
    double[] service, double[] inbound, double objective, double bound, boolean proven) {
  private static final double NOTHING = 1e-7;

  /** Beyond so many pairs of times some are left out, and nothing is proven. */
  private static final double MOST_WORK = 5e8;

  /** Times by stage that are then tried. */
  private static final int MOST_TIMES = 200;

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
    Candidates all = Candidates.of(network, grid);
    boolean workable = all.work(network) <= MOST_WORK;
    Promises promises = new Promises(network, grid);
    BranchAndBound search = new BranchAndBound(promises);
    double bound =
        search.search(new Relaxation(network, grid, workable ? all : all.thinned(MOST_TIMES)));
    double objective = promises.run(search.best());
    return new GuaranteedService(
        promises.service(),
        promises.inbound(),
        objective,
        workable ? Math.min(bound, objective) : 0,
        workable && bound >= objective);
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
