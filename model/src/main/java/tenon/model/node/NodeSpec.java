package tenon.model.node;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A site in detail and how long to watch it. Times are all in one unit.
 *
 * @param interarrival time between two arrivals, mean above 0
 * @param shares shares of the products among arrivals, summing to 1
 * @param stations stations in the order in which jobs pass them
 * @param warmUp time before anything is counted
 * @param horizon time during which it is counted, above 0
 * @param replications number of replications, at least 2
 */
public record NodeSpec(
    Law interarrival,
    List<Double> shares,
    List<Station> stations,
    double warmUp,
    double horizon,
    int replications) {

  public NodeSpec {
    shares = List.copyOf(shares);
    stations = List.copyOf(stations);
    if (!(interarrival.mean() > 0)) {
      throw new IllegalArgumentException("the mean time between arrivals must be above 0");
    }
    if (stations.isEmpty() || shares.isEmpty()) {
      throw new IllegalArgumentException("a node needs a station and a product");
    }
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    if (!(Math.abs(sum - 1) < 1e-9) || shares.stream().anyMatch(share -> !(share >= 0))) {
      throw new IllegalArgumentException("shares " + shares + " of products do not sum to 1");
    }
    if (!(warmUp >= 0) || !(horizon > 0) || Double.isInfinite(warmUp + horizon)) {
      throw new IllegalArgumentException("warm-up " + warmUp + ", horizon " + horizon);
    }
    if (replications < 2) {
      throw new IllegalArgumentException("intervals need at least 2 replications");
    }
    Set<String> names = new HashSet<>();
    for (Station station : stations) {
      if (!names.add(station.name())) {
        throw new IllegalArgumentException("two stations are called " + station.name());
      }
    }
  }

  /** One product through stations, watched after a tenth of the horizon. */
  public static NodeSpec of(Law interarrival, List<Station> stations, double horizon, int runs) {
    return new NodeSpec(interarrival, List.of(1.0), stations, horizon / 10, horizon, runs);
  }

  /** Arrivals in a unit of time. */
  public double rate() {
    return 1 / interarrival.mean();
  }

  /** The same node with another rate of arrivals; the draws behind them stay the same. */
  public NodeSpec withRate(double rate) {
    return new NodeSpec(
        interarrival.scaled(rate() / rate), shares, stations, warmUp, horizon, replications);
  }

  /** Chance that two jobs in a row are of different products: 1 - sum of squared shares. */
  public double changeProbability() {
    return 1 - shares.stream().mapToDouble(share -> share * share).sum();
  }

  /**
   * Arrivals in a unit of time that a station can keep up with at most: machines x batch / mean
   * hold, over the share of arrivals that reach it.
   */
  public double limit(int station) {
    double reaching = 1;
    for (int before = 0; before < station; before++) {
      reaching *= stations.get(before).yield();
    }
    Station one = stations.get(station);
    return one.machines() * (double) one.most() / one.meanHold(changeProbability()) / reaching;
  }

  /** The station that can keep up with the least; the first of equals. */
  public int bottleneck() {
    int least = 0;
    for (int station = 1; station < stations.size(); station++) {
      if (limit(station) < limit(least)) {
        least = station;
      }
    }
    return least;
  }
}
