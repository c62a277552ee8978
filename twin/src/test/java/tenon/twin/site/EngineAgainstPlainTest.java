package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Scenario;
import tenon.numeric.RandomStreams;

class EngineAgainstPlainTest {
  private static final int CASES = 200;
  private static final int DAYS = 60;
  private static final int LANES = 3;

  @Test
  void engineAndPlainSimulatorAgreeOnRandomChains() {
    for (long seed = 0; seed < CASES; seed++) {
      RandomChain drawn = new RandomChain(seed);
      compare(seed, drawn, _ -> Response.OWN_RULE);
    }
  }

  @Test
  void theyAgreeWhereNobodyReacts() {
    for (long seed = 0; seed < CASES; seed++) {
      compare(seed, new RandomChain(seed), _ -> Response.NOTHING);
    }
  }

  @Test
  void theyAgreeOnRandomPlans() {
    for (long seed = 0; seed < CASES; seed++) {
      long drawn = seed;
      compare(seed, new RandomChain(seed), chain -> RandomPlan.of(chain, DAYS, drawn));
    }
  }

  private static void compare(long seed, RandomChain drawn, Function<Network, Response> answer) {
    Chain chain = DrawnChain.of(drawn.text());
    Scenario scenario = drawn.scenario(DAYS);
    String text = drawn.text();
    SimulationSpec spec = SimulationSpec.of(LANES, seed);
    Blanks blanks = new Blanks();
    Network network = Network.of(chain, spec, blanks);
    Stakes stakes = new Stakes(chain, spec, blanks);
    Regimes regimes = Regimes.of(network, scenario.disruptions(), DAYS, 0.5, answer.apply(network));
    Ledger ledger = new Ledger(network.demands(), DAYS, LANES);
    RandomStreams random = RandomStreams.of(seed);
    new Engine(
            network,
            regimes,
            spec,
            new DemandDraws(network, random, 0, LANES),
            new LeadTimeDraws(network, random, 0, LANES),
            new Tally(stakes, ledger, 0, LANES),
            new Balance(network, LANES))
        .run(DAYS);
    for (int r = 0; r < LANES; r++) {
      PlainSimulator plain = new PlainSimulator(network, regimes, stakes, seed, r, DAYS);
      for (int demand = 0; demand < network.demands(); demand++) {
        double lost = ledger.lostUnits[demand][r];
        String what = "demand " + demand + ", replication " + r;
        same(what + ", lost", lost, plain.lost[demand], seed, text);
        for (int day = 0; day < DAYS; day++) {
          double service = ledger.service[demand][day][r];
          same(what + ", day " + day, service, plain.service[demand][day], seed, text);
        }
      }
    }
  }

  private static void same(String what, double ours, double plain, long seed, String text) {
    assertThat(ours)
        .as(() -> "seed " + seed + ", " + what + "\n" + text)
        .isCloseTo(plain, within(1e-8 * (1 + plain)));
  }
}
