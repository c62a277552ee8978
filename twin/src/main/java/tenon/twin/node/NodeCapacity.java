package tenon.twin.node;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import tenon.model.node.NodeSpec;

/**
 * The rate of arrivals at which the mean wait reaches a target.
 *
 * <p>Found by bisection between nothing and the rate that the bottleneck can keep up with, under
 * the same draws at every rate (common random numbers): only their spacing changes, so the wait
 * rises with the rate but for the noise of ties. Where batches wait to be full, a low rate waits
 * too; what is found is then the upper crossing.
 *
 * @param rate arrivals in a unit of time at which the mean wait reaches the target
 * @param low the rate at which the upper end of the wait's interval reaches it
 * @param high the rate at which the lower end does
 * @param limit arrivals that the bottleneck can keep up with at most
 * @param bottleneck index of the station that limits
 */
public record NodeCapacity(double rate, double low, double high, double limit, int bottleneck) {
  private static final int HALVINGS = 12;

  /** What of an estimate is compared with the target. */
  private enum End {
    MEAN,
    HIGH,
    LOW;

    double of(Estimate wait) {
      double end =
          switch (this) {
            case MEAN -> wait.mean();
            case HIGH -> wait.high();
            case LOW -> wait.low();
          };
      return Double.isNaN(end) ? wait.mean() : end;
    }
  }

  /**
   * Assesses a node.
   *
   * @param target greatest mean wait that is acceptable, above 0
   */
  public static NodeCapacity of(NodeSpec spec, double target, long seed, int threads) {
    if (!(target > 0)) {
      throw new IllegalArgumentException("target " + target + " of the wait must be above 0");
    }
    int bottleneck = spec.bottleneck();
    double limit = spec.limit(bottleneck);
    // The three searches begin at the same rates: each rate is simulated once.
    Map<Double, Estimate> waits = new HashMap<>();
    DoubleFunction<Estimate> wait =
        rate ->
            waits.computeIfAbsent(
                rate, _ -> NodeSimulation.simulate(spec.withRate(rate), seed, threads).waiting());
    return new NodeCapacity(
        crossing(wait, target, limit, End.MEAN),
        crossing(wait, target, limit, End.HIGH),
        crossing(wait, target, limit, End.LOW),
        limit,
        bottleneck);
  }

  private static double crossing(
      DoubleFunction<Estimate> wait, double target, double limit, End end) {
    double low = 0;
    double high = limit;
    for (int half = 0; half < HALVINGS; half++) {
      double middle = (low + high) / 2;
      if (end.of(wait.apply(middle)) <= target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
