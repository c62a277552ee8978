package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Hazard;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.site.NodeDays.Amount;

/** Buyers that go by the landed cost of the day, worked out by hand. */
class CheapSourcesTest {
  private static final Window TEN_DAYS = new Window(new Days(10), new Days(10));
  private static final Target NEAR = new Target(Target.Kind.SITE, "Near");

  /** Near usually sends 8 of the 10 a day at 10, Far 2 at 11, at most 6. */
  private static final String TWO =
      """
      Near -> Shop: ore, lead 2, price 10, share .8
      Far -> Shop: ore, lead 2, price 11, share .2, cap 6
      Shop sells ore: 10, margin 5
      """;

  private static double[] shares(String lines, Disruption event, int day) {
    Chain chain = DrawnChain.of(lines);
    Network network = Network.of(chain, SimulationSpec.of(1, 1), new Blanks());
    Regimes regimes = Regimes.of(network, List.of(event), 30, 0.5, Response.CHEAPEST);
    return Arrays.copyOf(regimes.on(day).share, network.links);
  }

  private static Trajectory run(Response response, List<Hazard> hazards, Disruption... events) {
    Scenario scenario = new Scenario("tariff", new Days(30), List.of(events), hazards);
    SimulationSpec spec = SimulationSpec.of(3, 1).withResponse(response);
    return Simulation.simulate(DrawnChain.of(TWO), scenario, spec, Progress.NONE);
  }

  /**
   * At a tariff of a fifth Near lands at 12, Far at 11. Far takes 6 of the 10, all that its link
   * carries. Of ten days each costs 4 x 12 + 6 x 11 = 114, not 8 x 12 + 2 x 11 = 118; usual is 102.
   */
  @Test
  void aTariffTurnsBuyersToTheOtherSourceAsFarAsItCarries() {
    Disruption rise = new Disruption.TariffRise(NEAR, TEN_DAYS, 0.2);
    assertThat(shares(TWO, rise, 9)).containsExactly(0.8, 0.2);
    assertThat(shares(TWO, rise, 10)[0]).isCloseTo(0.4, within(1e-12));
    assertThat(shares(TWO, rise, 19)[1]).isCloseTo(0.6, within(1e-12));
    assertThat(shares(TWO, rise, 20)).containsExactly(0.8, 0.2);
    Purchases moved = purchases(run(Response.CHEAPEST, List.of(), rise));
    Purchases stayed = purchases(run(Response.OWN_RULE, List.of(), rise));
    assertThat(moved.cost().mean()).isCloseTo(30 * 102 + 10 * 12, within(1e-9));
    assertThat(stayed.cost().mean()).isCloseTo(30 * 102 + 10 * 16, within(1e-9));
    assertThat(moved.undisturbed().mean()).isCloseTo(30 * 102, within(1e-9));
    // What is still bought from Near: 4 a day at 2 more.
    assertThat(moved.dearer().mean()).isCloseTo(80, within(1e-9));
    assertThat(run(Response.CHEAPEST, List.of(), rise).loss().mean()).isZero();
  }

  private static Purchases purchases(Trajectory run) {
    return Objects.requireNonNull(run.purchases());
  }

  /** Drawn in every replication alike: the columns of lock step say the same as the one rule. */
  @Test
  void aDrawnTariffTurnsThemJustSo() {
    Disruption rise = new Disruption.TariffRise(NEAR, TEN_DAYS, 0.2);
    Hazard.Arrivals sure = new Hazard.Once(1, 10, 10, new Hazard.Fixed(10));
    Hazard round = new Hazard("round", sure, List.of(rise), 1);
    assertThat(purchases(run(Response.CHEAPEST, List.of(round))).cost().mean())
        .isCloseTo(30 * 102 + 10 * 12, within(1e-9));
  }

  static Stream<Arguments> cases() {
    Disruption rise = new Disruption.TariffRise(NEAR, TEN_DAYS, 0.2);
    String late = TWO.replace("Far -> Shop: ore, lead 2", "Far -> Shop: ore, lead 3");
    String alone = ", share .2, cap 6";
    String standby = TWO.replace(alone, ", standby 3").replace("share .8", "share 1");
    return Stream.of(
        Arguments.of("a rise that leaves the order of prices", TWO, tariff(0.1), 0.8),
        Arguments.of("a price that falls elsewhere", TWO, price("Far", 0.5), 0.4),
        Arguments.of("a price that doubles", TWO, price("Near", 2), 0.4),
        Arguments.of(
            "a source that takes longer",
            late.replace(", share .2", ", share 0").replace("share .8", "share 1"),
            rise,
            1),
        Arguments.of("no price known", TWO.replace(", price 11", ""), rise, 0.8),
        Arguments.of("dearer by more than it was", TWO.replace("price 11", "price 9"), rise, 0.4),
        Arguments.of(
            "a maker takes what it can make beyond its use",
            TWO.replace(", cap 6", "") + "Far makes ore, cap 5\n",
            rise,
            0.5),
        Arguments.of("a standby source, once it is ready", standby, rise, 0.0));
  }

  private static Disruption tariff(double rate) {
    return new Disruption.TariffRise(NEAR, TEN_DAYS, rate);
  }

  private static Disruption price(String site, double factor) {
    return new Disruption.PriceChange(new Target(Target.Kind.SITE, site), TEN_DAYS, factor);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void nearKeepsThisShare(String what, String lines, Disruption event, double share) {
    assertThat(shares(lines, event, 14)[0]).as(what).isCloseTo(share, within(1e-12));
  }

  @Test
  void aStandbySourceIsCalledAndOpensAfterItsDays() {
    String lines = TWO.replace(", share .2, cap 6", ", standby 3").replace("share .8", "share 1");
    Disruption rise = tariff(0.2);
    assertThat(shares(lines, rise, 12)).containsExactly(1, 0);
    assertThat(shares(lines, rise, 13)).containsExactly(0, 1);
    assertThat(shares(lines, rise, 20)).containsExactly(1, 0);
  }

  /**
   * On random chains with random prices and tariffs: shares sum to what they did, no link gets more
   * than it carries, nobody stays with a dear link beside a cheaper one with room, and replications
   * in lock step go as each alone.
   */
  @Test
  void randomMarketsAreCleared() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Chain chain = DrawnChain.of(market(random));
      Network network = Network.of(chain, SimulationSpec.of(1, 1), new Blanks());
      List<Disruption> events = new ArrayList<>();
      for (int site = 0; site < 4; site++) {
        events.add(price("S" + site, 0.5 + random.nextInt(4) / 2.0));
      }
      Regimes own = Regimes.of(network, events, 30, 0.5, Response.OWN_RULE);
      Regimes cheap = Regimes.of(network, events, 30, 0.5, Response.CHEAPEST);
      cleared("seed " + seed, network, own.on(15), cheap.on(15));
      goesAsAlone(chain, events, seed);
    }
  }

  private static String market(Random random) {
    StringBuilder lines = new StringBuilder();
    int buyers = 1 + random.nextInt(3);
    for (int buyer = 0; buyer < buyers; buyer++) {
      for (int site = 0; site < 4; site++) {
        String cap = random.nextBoolean() ? ", cap " + (1 + random.nextInt(9)) : "";
        lines
            .append("S" + site + " -> B" + buyer + ": ore, lead " + random.nextInt(3))
            .append(", price " + (5 + random.nextInt(6)) + cap + '\n');
      }
      lines.append("B" + buyer + " sells ore: 10, sd 2, margin 5\n");
    }
    return lines.toString();
  }

  private static void cleared(String what, Network network, Regime own, Regime cheap) {
    CheapSources rule = new CheapSources(network);
    for (int node = 0; node < network.nodes; node++) {
      double before = 0;
      double after = 0;
      for (int arc : network.into[node]) {
        before += own.share[arc];
        after += cheap.share[arc];
        double most = Math.max(own.share[arc], cheap.limit[arc] / network.use[node]);
        assertThat(cheap.share[arc]).as(what).isBetween(0.0, most + 1e-12);
        for (int other : network.into[node]) {
          boolean links = network.isLink(arc) && network.isLink(other);
          boolean room =
              links && cheap.share[other] < cheap.limit[other] / network.use[node] - 1e-9;
          if (room
              && rule.outpriced(arc, other, cheap.pressure)
              && rule.inTime(other, cheap.pressure)) {
            assertThat(cheap.share[arc]).as(what).isZero();
          }
        }
      }
      assertThat(after).as(what).isCloseTo(before, within(1e-12));
    }
  }

  private static void goesAsAlone(Chain chain, List<Disruption> events, long seed) {
    Hazard.Arrivals often = new Hazard.Poisson(30, new Hazard.Fixed(6));
    List<Hazard> hazards = List.of(new Hazard("round", often, events, 0.5));
    Scenario scenario = new Scenario("drawn", new Days(30), List.of(), hazards);
    SimulationSpec spec = SimulationSpec.of(4, seed).withResponse(Response.CHEAPEST);
    List<List<DayOfNode>> alone = new ArrayList<>();
    for (int r = 0; r < 4; r++) {
      List<DayOfNode> trace = new ArrayList<>();
      Simulation.trace(chain, scenario, spec, r, trace::add);
      alone.add(trace);
    }
    NodeDays rows = Simulation.nodeDays(chain, scenario, spec);
    int[] at = new int[4];
    while (rows.next()) {
      DayOfNode day = alone.get(rows.replication()).get(at[rows.replication()]++);
      assertThat(rows.units(Amount.RECEIVED)).as("seed " + seed).isEqualTo(day.received());
      assertThat(rows.units(Amount.ORDERED)).as("seed " + seed).isEqualTo(day.ordered());
    }
  }
}
