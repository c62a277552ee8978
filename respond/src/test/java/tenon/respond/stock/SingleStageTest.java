package tenon.respond.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Newsvendor, (R, Q) and (s, S) against published figures and plain slow versions. */
class SingleStageTest {

  /** Snyder and Shen, Fundamentals of Supply Chain Theory (2nd ed.), examples 4.3 and 4.5. */
  @Test
  void newsvendorsOfTheTextbook() {
    Newsvendor normal = Newsvendor.normal(0.18, 0.70, 50, 8);
    assertThat(normal.stock()).isCloseTo(56.60395592743389, within(1e-9));
    assertThat(normal.cost()).isCloseTo(1.9976051931766445, within(1e-9));
    Newsvendor poisson = Newsvendor.of(1, 4, DiscreteLaw.poisson(6));
    assertThat(poisson.stock()).isEqualTo(8);
    assertThat(poisson.cost()).isCloseTo(3.570106945770532, within(1e-9));
  }

  /** Zheng and Federgruen (1991), table I: h = 1, p = 9, K = 64, no lead time, Poisson demand. */
  @ParameterizedTest
  @CsvSource({
    "10, 6, 40, 35.022",
    "15, 10, 49, 42.698",
    "20, 14, 62, 49.173",
    "21, 15, 65, 50.406",
    "51, 43, 110, 71.611",
    "55, 47, 118, 74.149",
    "61, 52, 131, 77.929",
    "64, 55, 74, 78.402"
  })
  void theTableOfZhengAndFedergruen(double mean, int s, int upTo, double cost) {
    MinMaxPolicy policy = MinMaxPolicy.of(64, 1, 9, DiscreteLaw.poisson(mean), 0);
    assertThat(policy.reorder()).isEqualTo(s);
    assertThat(policy.upTo()).isEqualTo(upTo);
    assertThat(policy.cost()).isCloseTo(cost, within(5.1e-4));
  }

  /** Snyder and Shen, example 4.7. */
  @Test
  void aMinMaxPolicyOfTheTextbook() {
    MinMaxPolicy policy = MinMaxPolicy.of(5, 1, 4, DiscreteLaw.poisson(6), 0);
    assertThat(policy.reorder()).isEqualTo(4);
    assertThat(policy.upTo()).isEqualTo(10);
    assertThat(policy.cost()).isCloseTo(8.034111561471642, within(1e-9));
  }

  /** Snyder and Shen, example 5.8: K = 100, h = 20, p = 150, 1.5 a period, 2 periods. */
  @Test
  void aLotOfTheTextbook() {
    LotPolicy policy = LotPolicy.poisson(100, 20, 150, 1.5, 2);
    assertThat(policy.reorderPoint()).isEqualTo(3);
    assertThat(policy.lot()).isEqualTo(5);
    assertThat(policy.cost()).isCloseTo(107.92358063314975, within(1e-9));
  }

  /** Known demand is the economic lot with backorders: Q and R by hand. */
  @Test
  void withoutSpreadTheLotIsTheEconomicOne() {
    LotPolicy policy = LotPolicy.normal(50, 2, 8, 100, 300, 0);
    assertThat(policy.lot()).isCloseTo(Math.sqrt(2 * 50 * 100 * 10 / 16.0), within(1e-6));
    assertThat(policy.reorderPoint()).isCloseTo(300 - 0.2 * policy.lot(), within(1e-6));
    assertThat(policy.cost()).isCloseTo(Math.sqrt(2 * 50 * 100 * 16 / 10.0), within(1e-6));
    assertThat(policy.fillRate()).isCloseTo(0.8, within(1e-6));
  }

  /** Position uniform over R to R + Q, demand drawn: costs and shares within five errors. */
  @Test
  void aNormalLotIsTheLeastNearbyAndCostsWhatDrawsSay() {
    double mean = 400;
    double sd = 60;
    LotPolicy best = LotPolicy.normal(200, 0.5, 4.5, 100, mean, sd);
    Random random = new Random(7);
    int draws = 4_000_000;
    double sum = 0;
    double squares = 0;
    double waiting = 0;
    for (int n = 0; n < draws; n++) {
      double y = best.reorderPoint() + best.lot() * random.nextDouble();
      double left = y - mean - sd * random.nextGaussian();
      double cost = left > 0 ? 0.5 * left : -4.5 * left;
      sum += cost;
      squares += cost * cost;
      waiting += Math.max(0, -left);
    }
    double drawn = sum / draws;
    double error = Math.sqrt((squares / draws - drawn * drawn) / draws);
    assertThat(best.cost() - 200 * 100 / best.lot()).isCloseTo(drawn, within(5 * error));
    assertThat(best.waiting()).isCloseTo(waiting / draws, within(0.05));
    for (double lot = best.lot() * 0.8; lot < best.lot() * 1.2; lot += 5) {
      for (double r = best.reorderPoint() - 40; r < best.reorderPoint() + 40; r += 4) {
        assertThat(integrated(r, lot, mean, sd)).isGreaterThan(best.cost() - 1e-4);
      }
    }
    assertThat(integrated(best.reorderPoint(), best.lot(), mean, sd))
        .isCloseTo(best.cost(), within(1e-4));
  }

  /** The mean cost by the trapezoidal rule. */
  private static double integrated(double r, double lot, double mean, double sd) {
    NormalLead lead = new NormalLead(0.5, 4.5, mean, sd);
    int steps = 2000;
    double sum = (lead.cost(r) + lead.cost(r + lot)) / 2;
    for (int i = 1; i < steps; i++) {
      sum += lead.cost(r + lot * i / steps);
    }
    return sum / steps + 200 * 100 / lot;
  }

  /** A long run of the inventory itself, order by order, without any of the formulas. */
  @Test
  void bothPoliciesCostWhatTheirInventoriesSay() {
    DiscreteLaw demand = DiscreteLaw.listed(new double[] {0.3, 0.3, 0.2, 0.1, 0.1});
    for (int lead = 0; lead <= 3; lead++) {
      MinMaxPolicy policy = MinMaxPolicy.of(12, 1, 7, demand, lead);
      double ran = run(policy.reorder(), policy.upTo(), lead, new Random(lead + 1L));
      assertThat(policy.cost()).as("lead time " + lead).isCloseTo(ran, within(0.02));
    }
  }

  private static double run(int s, int upTo, int lead, Random random) {
    int periods = 3_000_000;
    int[] due = new int[lead + 1];
    int stock = upTo;
    int position = upTo;
    double cost = 0;
    for (int t = 0; t < periods; t++) {
      if (position <= s) {
        due[(t + lead) % (lead + 1)] += upTo - position;
        position = upTo;
        cost += 12;
      }
      stock += due[t % (lead + 1)];
      due[t % (lead + 1)] = 0;
      double u = random.nextDouble();
      int asked = u < 0.3 ? 0 : u < 0.6 ? 1 : u < 0.8 ? 2 : u < 0.9 ? 3 : 4;
      stock -= asked;
      position -= asked;
      cost += stock > 0 ? stock : -7.0 * stock;
    }
    return cost / periods;
  }

  /** Every s and S tried. */
  @Test
  void noOtherPolicyIsBetter() {
    for (int seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      double[] chances = new double[2 + random.nextInt(6)];
      for (int i = 0; i < chances.length; i++) {
        chances[i] = random.nextDouble();
      }
      DiscreteLaw demand = DiscreteLaw.listed(chances);
      double order = seed % 5 == 0 ? 0 : 30 * random.nextDouble();
      double penalty = 1 + 20 * random.nextDouble();
      int lead = random.nextInt(3);
      double least = Double.POSITIVE_INFINITY;
      for (int s = -25; s < 25; s++) {
        for (int upTo = s + 1; upTo < 50; upTo++) {
          least =
              Math.min(least, MinMaxPolicy.priced(order, 1, penalty, demand, lead, s, upTo).cost());
        }
      }
      assertThat(MinMaxPolicy.of(order, 1, penalty, demand, lead).cost())
          .as("seed " + seed)
          .isCloseTo(least, within(1e-9));
      LotPolicy lots = LotPolicy.poisson(order, 1, penalty, 1 + random.nextInt(4), 1.5);
      assertThat(lots.cost())
          .as("seed " + seed)
          .isCloseTo(lotByTrial(lots, order, penalty), within(1e-9));
    }
  }

  /** Mean cost of every lot and reorder point, its rate found again from the policy. */
  private static double lotByTrial(LotPolicy lots, double order, double penalty) {
    double mean = lots.reorderPoint() + (lots.lot() + 1) / 2 - lots.onHand() + lots.waiting();
    DiscreteLaw demand = DiscreteLaw.poisson(mean);
    double least = Double.POSITIVE_INFINITY;
    for (int r = -30; r < 40; r++) {
      double sum = order * mean / 1.5;
      for (int lot = 1; lot < 60; lot++) {
        double beyond = demand.beyond(r + lot);
        sum += r + lot - mean + beyond + penalty * beyond;
        least = Math.min(least, sum / lot);
      }
    }
    return least;
  }
}
