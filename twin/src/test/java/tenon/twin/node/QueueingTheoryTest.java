package tenon.twin.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.node.Law;
import tenon.model.node.NodeSpec;
import tenon.model.node.Station;

/**
 * Agreement with closed forms: Gross, Shortle, Thompson and Harris, Fundamentals of Queueing
 * Theory, 4th ed. Each estimate must lie within twice the half width of its interval.
 */
final class QueueingTheoryTest {
  private static final long SEED = 20;

  @Test
  void oneExponentialMachineWaitsAsMM1() {
    NodeResult result = run(0.8, Station.plain("A", 1, Law.exponential(1)));
    near(result.waiting(), 0.8 / 0.2);
    near(result.stations().getFirst().queue(), 0.64 / 0.2);
    near(result.stations().getFirst().working(), 0.8);
    near(result.timeInNode(), 5);
    near(result.throughput(), 0.8);
  }

  @Test
  void threeMachinesWaitAsErlangC() {
    // a = 2.4, c = 3: P(wait) = 0.6471910112, Wq = P / (3 - 2.4)
    double a = 2.4;
    double top = a * a * a / 6 * 3 / (3 - a);
    double waits = top / (1 + a + a * a / 2 + top);
    NodeResult result = run(a, Station.plain("A", 3, Law.exponential(1)));
    assertThat(waits).isCloseTo(0.6471910112, within(1e-9));
    near(result.waiting(), waits / (3 - a));
  }

  @Test
  void otherServiceTimesWaitAsPollaczekAndKhinchineSay() {
    for (Law law :
        List.of(Law.fixed(1), Law.erlang(1, 3), Law.uniform(1, 0.9), Law.logNormal(1, 1.2))) {
      NodeResult result = run(0.7, Station.plain("A", 1, law));
      near(result.waiting(), 0.7 * (1 + law.variance()) / (2 * 0.3));
    }
  }

  @Test
  void breakdownsWaitByTheMomentsOfTheCompletionTime() {
    // C = S + repairs of a Poisson number with mean S / work; work exponential, mean 10
    Law repair = Law.exponential(2);
    Station station =
        Station.plain("A", 1, Law.exponential(1)).breaking(Law.exponential(10), repair);
    double mean = 1 + 0.1 * 2;
    double square = 1.2 * 1.2 * 2 + 0.1 * 8;
    NodeResult result = run(0.6, station);
    near(result.waiting(), 0.6 * square / (2 * (1 - 0.6 * mean)));
    near(result.stations().getFirst().down(), 0.6 * 0.2);
    near(result.stations().getFirst().working(), 0.6);
  }

  @Test
  void aFullQueueTurnsAwayAsMM1K() {
    // K = 5 in the node: P = (1 - r) r^5 / (1 - r^6), r = 0.9
    Station station = new Station("A", 1, Law.exponential(1), 1, 1, 4, null, null, 1, 1);
    double turned = 0.1 * Math.pow(0.9, 5) / (1 - Math.pow(0.9, 6));
    near(run(0.9, station).turnedAway(), turned);
  }

  @Test
  void batchesWaitAsBulkService() {
    // up to 4 at once: mu r^5 - (lambda + mu) r + lambda = 0; Lq = q0 r / (1 - r)^2
    double lambda = 2.5;
    double r = 0.5;
    for (int step = 0; step < 500; step++) {
      r = (Math.pow(r, 5) + lambda) / (lambda + 1);
    }
    double q0 = 1 / (1 / lambda + 1 / (1 - r));
    Station station =
        new Station("A", 1, Law.exponential(1), 1, 4, Integer.MAX_VALUE, null, null, 1, 1);
    NodeResult result = run(lambda, station);
    near(result.stations().getFirst().queue(), q0 * r / ((1 - r) * (1 - r)));
  }

  @Test
  void exponentialStationsInLineWaitEachAsIfAlone() {
    NodeResult result =
        run(
            0.7,
            Station.plain("A", 1, Law.exponential(1)),
            Station.plain("B", 2, Law.exponential(2)));
    near(result.stations().get(0).waiting(), 0.7 / 0.3);
    // M/M/2 with rho = 0.7: Wq = rho^2 / (1 - rho^2) / mu
    near(result.stations().get(1).waiting(), 0.49 / 0.51 * 2);
  }

  @Test
  void aLineWithoutPlacesBetweenMakesWhatHuntSays() {
    // two exponential stations, one place between them, never short of work: Hunt (1956),
    // r = (q + 2) / (q + 3) with q = 1 place in the queue
    Station first = Station.plain("A", 1, Law.exponential(1));
    Station second = new Station("B", 1, Law.exponential(1), 1, 1, 1, null, null, 1, 1);
    NodeResult result = run(1.5, first, second);
    near(result.throughput(), 3.0 / 4);
  }

  @Test
  void capacityIsTheRateAtWhichTheWaitReachesItsTarget() {
    // lambda = mu^2 T / (1 + mu T): T = 3 gives 0.75
    NodeSpec spec =
        NodeSpec.of(
            Law.exponential(2), List.of(Station.plain("A", 1, Law.exponential(1))), 20_000, 10);
    NodeCapacity capacity = NodeCapacity.of(spec, 3, SEED, 1);
    assertThat(capacity.limit()).isEqualTo(1);
    assertThat(capacity.low()).isLessThanOrEqualTo(capacity.rate());
    assertThat(capacity.high()).isGreaterThanOrEqualTo(capacity.rate());
    assertThat(capacity.rate()).isCloseTo(0.75, within(0.01));
  }

  private static NodeResult run(double rate, Station... stations) {
    NodeSpec spec = NodeSpec.of(Law.exponential(1 / rate), List.of(stations), 40_000, 20);
    return NodeSimulation.simulate(spec, SEED, 1);
  }

  private static void near(Estimate estimate, double theory) {
    assertThat(estimate.mean()).isCloseTo(theory, within(estimate.high() - estimate.low()));
    assertThat(estimate.high() - estimate.low()).isLessThan(0.2 * theory);
  }
}
