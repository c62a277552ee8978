package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Share;
import tenon.numeric.RandomStreams;

/** Replications that meet different disruptions in lock step, against each run alone. */
class MixedTest {
  private static final int CASES = 150;
  private static final int DAYS = 50;
  private static final int LANES = 6;

  @Test
  void everyReplicationTakesTheCourseItTakesAloneToTheLastBit() {
    for (long seed = 0; seed < CASES; seed++) {
      compare(seed, seed % 3 == 0 ? Response.NOTHING : Response.OWN_RULE);
    }
  }

  @Test
  void underAPlanTooEveryReplicationTakesTheCourseItTakesAlone() {
    for (long seed = 0; seed < CASES; seed++) {
      compare(seed, null);
    }
  }

  @Test
  void withSitesInDetailTooEveryReplicationTakesTheCourseItTakesAlone() {
    for (long seed = 0; seed < CASES; seed++) {
      Response response = seed % 3 == 0 ? Response.NOTHING : Response.OWN_RULE;
      compare(seed, seed % 5 == 0 ? null : response, true);
    }
  }

  private static void compare(long seed, @Nullable Response given) {
    compare(seed, given, false);
  }

  /**
   * @param given the response; null for a random plan
   * @param detailed whether lines of machines work at some of the sites
   */
  private static void compare(long seed, @Nullable Response given, boolean detailed) {
    RandomChain drawn = new RandomChain(seed);
    String text =
        seed % 2 == 0
            ? drawn.text()
            : drawn.text().replace("yield .8", "yield .8, workers 2")
                + "\nPlant0 employs 50, shifts 2, crew 10";
    Chain plain = DrawnChain.of(text);
    Chain chain = detailed ? RandomLines.on(plain, seed) : plain;
    SimulationSpec spec =
        SimulationSpec.of(LANES, seed).withStart(SimulationSpec.Pipeline.USUAL, (int) seed % 4);
    Blanks blanks = new Blanks();
    Network network = Network.of(chain, spec, blanks);
    Stakes stakes = new Stakes(chain, spec, blanks);
    Response response = given == null ? RandomPlan.of(network, DAYS, seed) : given;
    List<List<Disruption>> happened = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int r = 0; r < LANES; r++) {
      happened.add(draw(random, chain, drawn.scenario(DAYS).disruptions()));
    }
    Ledger together = new Ledger(network.demands(), DAYS, LANES);
    Course mixed = new Mixed(network, happened, 0.5, response);
    engine(network, stakes, spec, mixed, together, 0, LANES).run(DAYS);
    for (int r = 0; r < LANES; r++) {
      Ledger alone = new Ledger(network.demands(), DAYS, r, 1);
      Course own = Regimes.of(network, happened.get(r), DAYS, 0.5, response);
      engine(network, stakes, spec, own, alone, r, 1).run(DAYS);
      String what = "seed " + seed + ", replication " + r + ": " + happened.get(r) + "\n";
      assertThat(together.loss[r]).as(what + text).isEqualTo(alone.loss[0]);
      for (int day = 0; day < DAYS; day++) {
        for (int demand = 0; demand < network.demands(); demand++) {
          assertThat(together.service[demand][day][r])
              .as(what + "day " + day + "\n" + text)
              .isEqualTo(alone.service[demand][day][0]);
        }
      }
    }
  }

  private static Engine engine(
      Network network,
      Stakes stakes,
      SimulationSpec spec,
      Course course,
      Ledger ledger,
      int first,
      int count) {
    RandomStreams random = RandomStreams.of(spec.seed());
    return new Engine(
            network,
            course,
            spec,
            new DemandDraws(network, random, first, count, spec.warmUpDays()),
            new LeadTimeDraws(network, random, first, count),
            new Tally(stakes, ledger, first - ledger.first, count),
            new Balance(network, count))
        .withLines(random, IntStream.range(first, first + count).toArray());
  }

  /** Some of the given disruptions at other times, and some of every other kind. */
  private static List<Disruption> draw(
      SplittableRandom random, Chain chain, List<Disruption> given) {
    List<Disruption> some = new ArrayList<>();
    for (Disruption disruption : given) {
      if (random.nextBoolean()) {
        some.add(disruption.at(window(random)));
      }
    }
    for (int more = random.nextInt(4); more > 0; more--) {
      Target site =
          new Target(
              Target.Kind.SITE, chain.sites().keys().key(random.nextInt(chain.sites().count())));
      some.add(another(random.nextInt(11), site, window(random)));
    }
    return some;
  }

  private static Window window(SplittableRandom random) {
    Window plain = new Window(new Days(random.nextInt(DAYS)), new Days(1 + random.nextInt(12)));
    return random.nextBoolean()
        ? plain
        : new Window(
            plain.start(),
            plain.duration(),
            Disruption.Recovery.LINEAR,
            new Days(1 + random.nextInt(8)));
  }

  private static Disruption another(int kind, Target site, Window window) {
    return switch (kind) {
      case 0 -> new Disruption.ShipmentPause(site, plain(window));
      case 1 -> new Disruption.TransitPause(site, plain(window));
      case 2 -> new Disruption.ReceiptPause(site, plain(window));
      case 3 -> new Disruption.OrderPause(site, plain(window));
      case 4 -> new Disruption.ExportControl(site, plain(window));
      case 5 -> new Disruption.YieldLoss(site, window, new Share(0.4));
      case 6 -> new Disruption.Delay(site, window, new Days(3));
      case 7 -> new Disruption.StockLoss(site, plain(window), new Share(0.7));
      case 9 -> new Disruption.InformationDelay(site, plain(window), new Days(3));
      case 8 -> new Disruption.Absence(site, window, new Share(0.5));
      default -> new Disruption.CapacityLoss(site, window, new Share(0.6));
    };
  }

  private static Window plain(Window window) {
    return new Window(window.start(), window.duration());
  }
}
