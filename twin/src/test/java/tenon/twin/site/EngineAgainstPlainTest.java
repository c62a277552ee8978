package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Scenario;
import tenon.numeric.RandomStreams;
import tenon.twin.site.SimulationSpec.Allocation;

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

  @Test
  void theyAgreeWithShelvesDaysOffSeasonsTurnsAndEchelons() {
    int perished = 0;
    for (long seed = 0; seed < CASES; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Random random = new Random(seed);
      String text = rhythm(drawn.text(), random);
      SimulationSpec spec =
          SimulationSpec.of(LANES, seed)
              .withAllocation(List.of(Allocation.values()).get(random.nextInt(3)));
      perished += compare(seed, drawn, text, spec, _ -> Response.OWN_RULE);
    }
    assertThat(perished).as("chains that throw something away").isGreaterThan(CASES / 10);
  }

  /** Policies, shelves, days off, seasons and priorities strewn over a chain without cycles. */
  private static String rhythm(String text, Random random) {
    String[] policies = {"echelon_base_stock", "balanced_echelon", "mrp", "periodic_review"};
    StringBuilder lines = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("Shop0 -> Plant0")) {
        continue;
      }
      String more = line;
      if (line.contains(" holds ")) {
        more =
            random.nextInt(3) == 0
                ? more
                : more.replaceAll("policy .*", "policy " + policies[random.nextInt(4)]);
        more += random.nextBoolean() ? ", keeps " + (1 + random.nextInt(9)) : "";
        more += random.nextInt(4) == 0 ? ", review " + (1 + random.nextInt(4)) : "";
      }
      if (line.contains(" sells ")) {
        String shop = line.substring(0, line.indexOf(' '));
        more += ", priority " + random.nextInt(3) + (random.nextBoolean() ? ", zero .3" : "");
        more += "\n" + shop + " varies part: sun 0, mon 1.5, jan 1.2";
        more += random.nextBoolean() ? "\n" + shop + " works mon-sat" : "";
      }
      if (line.contains(" makes part") && random.nextBoolean()) {
        more += "\n" + line.substring(0, line.indexOf(' ')) + " works mon-fri";
      }
      lines.append(more).append('\n');
    }
    return lines.append("land rests 2024-01-10 2024-01-12\n").toString();
  }

  private static void compare(long seed, RandomChain drawn, Function<Network, Response> answer) {
    compare(seed, drawn, drawn.text(), SimulationSpec.of(LANES, seed), answer);
  }

  /** Compares; 1 where something perished, else 0. */
  private static int compare(
      long seed,
      RandomChain drawn,
      String text,
      SimulationSpec spec,
      Function<Network, Response> answer) {
    Chain chain = DrawnChain.of(text);
    Scenario scenario = drawn.scenario(DAYS);
    Blanks blanks = new Blanks();
    Network network = Network.of(chain, spec, blanks);
    Stakes stakes = new Stakes(chain, spec, blanks);
    Regimes regimes = Regimes.of(network, scenario.disruptions(), DAYS, 0.5, answer.apply(network));
    Ledger ledger =
        new Ledger(network.demands(), DAYS, LANES).withPerished(network.perishable.length);
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
    return Arrays.stream(ledger.perished).flatMapToDouble(Arrays::stream).sum() > 0 ? 1 : 0;
  }

  private static void same(String what, double ours, double plain, long seed, String text) {
    assertThat(ours)
        .as(() -> "seed " + seed + ", " + what + "\n" + text)
        .isCloseTo(plain, within(1e-8 * (1 + plain)));
  }
}
