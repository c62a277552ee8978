package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.respond.ServiceLimit.Demand;
import tenon.respond.ServiceLimit.Limit;
import tenon.twin.site.DrawnChain;

class ServiceLimitTest {
  private static final int SEEDS = 100;

  /** By hand: 7 of 10 come by the active way; the way that stands by brings 2 more. */
  @Test
  void standbySourcesServeMoreAndTheFullWaysAreWorthAUnit() {
    Chain chain =
        DrawnChain.of(
            """
            West -> Shop: ore, share 1, cap 7, lead 1, id west
            Spare -> Shop: ore, cap 2, lead 2, standby 3, id spare
            Shop sells ore: 10, lost 1""");
    ServiceLimit limit = ServiceLimit.of(chain, PlanSpec.standard());
    assertThat(limit.demands())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(new Demand("Shop", "ore", 10, 7, 9));
    assertThat(limit.limits()).extracting(Limit::rowId).containsExactly("west", "spare");
    for (Limit bound : limit.limits()) {
      assertThat(bound.worth()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void whereAllIsServedNothingBinds() {
    Chain chain =
        DrawnChain.of(
            """
            West -> Shop: ore, share 1, cap 10, lead 1, id west
            Shop sells ore: 10, lost 1""");
    ServiceLimit limit = ServiceLimit.of(chain, PlanSpec.standard());
    assertThat(limit.servedWithStandby()).isEqualTo(10);
    assertThat(limit.limits()).isEmpty();
  }

  /**
   * Plants that share what they can do among customers: the most is the least cut, over all sets of
   * customers (Hall 1935, Ford and Fulkerson 1956): what the others ask for, and what the plants of
   * these can do.
   */
  @Test
  void theMostIsTheLeastCut() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int plants = 2 + random.nextInt(3);
      int customers = 2 + random.nextInt(4);
      int[] capacity = random.ints(plants, 1, 20).toArray();
      int[] asked = random.ints(customers, 1, 15).toArray();
      boolean[][] serves = new boolean[plants][customers];
      StringBuilder text = new StringBuilder();
      for (int plant = 0; plant < plants; plant++) {
        text.append(
            "Mine -> P%d: ore, share 1, cap %d, lead 1, id m%d%n"
                .formatted(plant, capacity[plant], plant));
        for (int customer = 0; customer < customers; customer++) {
          serves[plant][customer] = customer % plants == plant || random.nextInt(3) == 0;
          if (serves[plant][customer]) {
            String kind = customer % plants == plant ? "share 1" : "standby 2";
            text.append(
                "P%d -> C%d: ore, %s, lead 1, id l%d-%d%n"
                    .formatted(plant, customer, kind, plant, customer));
          }
        }
      }
      for (int customer = 0; customer < customers; customer++) {
        text.append("C%d sells ore: %d, lost 1%n".formatted(customer, asked[customer]));
      }
      ServiceLimit limit = ServiceLimit.of(DrawnChain.of(text.toString()), PlanSpec.standard());
      assertThat(limit.servedWithStandby())
          .as("seed %d:%n%s", seed, text)
          .isCloseTo(leastCut(capacity, asked, serves), within(1e-6));
    }
  }

  private static double leastCut(int[] capacity, int[] asked, boolean[][] serves) {
    double least = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << asked.length; set++) {
      double cut = 0;
      for (int customer = 0; customer < asked.length; customer++) {
        cut += (set >> customer & 1) == 0 ? asked[customer] : 0;
      }
      for (int plant = 0; plant < capacity.length; plant++) {
        boolean needed = false;
        for (int customer = 0; customer < asked.length; customer++) {
          needed |= (set >> customer & 1) == 1 && serves[plant][customer];
        }
        cut += needed ? capacity[plant] : 0;
      }
      least = Math.min(least, cut);
    }
    return least;
  }
}
