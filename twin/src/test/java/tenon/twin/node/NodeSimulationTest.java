package tenon.twin.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.node.Law;
import tenon.model.node.NodeSpec;
import tenon.model.node.Station;

/** What must hold for every node. */
final class NodeSimulationTest {
  private static final NodeSpec HUB =
      new NodeSpec(
          Law.erlang(1, 2),
          List.of(0.5, 0.3, 0.2),
          List.of(
              new Station(
                  "Unload",
                  2,
                  Law.logNormal(1.2, 0.4),
                  1,
                  1,
                  30,
                  Law.fixed(0.3),
                  new Station.Breakdown(Law.exponential(40), Law.erlang(3, 2)),
                  0.97,
                  1),
              new Station("Kiln", 1, Law.fixed(3), 2, 6, 4, null, null, 0.95, 0.5),
              Station.plain("Pack", 2, Law.uniform(1.4, 0.4))),
          100,
          5_000,
          8);

  @Test
  void sameBytesAtAnyNumberOfThreads() {
    assertThat(NodeSimulation.simulate(HUB, 7, 3)).isEqualTo(NodeSimulation.simulate(HUB, 7, 1));
    assertThat(NodeSimulation.simulate(HUB, 8, 1)).isNotEqualTo(NodeSimulation.simulate(HUB, 7, 1));
  }

  @Test
  void everyMachineHasWorkSetUpRepairBlockingAndRestInEachStation() {
    NodeResult result = NodeSimulation.simulate(HUB, 7, 1);
    NodeResult.AtStation unload = result.stations().getFirst();
    double sum =
        unload.working().mean()
            + unload.setUp().mean()
            + unload.down().mean()
            + unload.blocked().mean()
            + unload.idle().mean();
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(unload.idle().low()).isPositive();
    assertThat(unload.setUp().mean()).isPositive();
    assertThat(unload.blocked().mean()).isPositive();
    // repairs take 3 for every 40 of work
    assertThat(unload.down().mean() / unload.working().mean()).isCloseTo(3.0 / 40, within(0.01));
  }

  @Test
  void jobsAreKeptByLittlesLaw() {
    NodeResult result = NodeSimulation.simulate(HUB, 7, 1);
    for (NodeResult.AtStation one : result.stations()) {
      double queued = one.waiting().mean() * one.throughput().mean();
      assertThat(one.queue().mean()).isCloseTo(queued, within(0.01 * queued + 1e-3));
    }
    double good = result.stations().getLast().throughput().mean();
    assertThat(result.throughput().mean()).isCloseTo(good, within(1e-12));
  }

  @Test
  void effectivenessIsThatOfIso22400() {
    // never short of work: one job every 1.25 of work, planned 1, yield 0.9, no losses of time
    Station station = new Station("A", 1, Law.fixed(1.25), 1, 1, 10, null, null, 0.9, 1);
    NodeResult result =
        NodeSimulation.simulate(
            new NodeSpec(Law.fixed(1), List.of(1.0), List.of(station), 50, 10_000, 4), 1, 1);
    NodeResult.AtStation one = result.stations().getFirst();
    assertThat(one.working().mean()).isCloseTo(1, within(1e-9));
    assertThat(one.performance().mean()).isCloseTo(0.8, within(1e-9));
    assertThat(one.oee().mean()).isCloseTo(0.8 * one.quality().mean(), within(1e-9));
    assertThat(one.quality().mean()).isCloseTo(0.9, within(0.01));
  }

  @Test
  void machinesThatChangeProductsAreSetUp() {
    // two products in turn by chance, half of the jobs need a set-up of 0.5
    Station station =
        new Station("A", 1, Law.fixed(1), 1, 1, Integer.MAX_VALUE, Law.fixed(0.5), null, 1, 1);
    NodeSpec spec =
        new NodeSpec(Law.exponential(2), List.of(0.5, 0.5), List.of(station), 100, 20_000, 8);
    NodeResult.AtStation one = NodeSimulation.simulate(spec, 3, 1).stations().getFirst();
    assertThat(one.setUp().mean() / one.working().mean()).isCloseTo(0.25, within(0.01));
    assertThat(spec.limit(0)).isCloseTo(1 / 1.25, within(1e-12));
  }
}
