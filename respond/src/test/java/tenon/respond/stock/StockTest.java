package tenon.respond.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StockTest {
  private static final double ANY = Double.POSITIVE_INFINITY;

  private static StockNetwork network(
      double[] time, double[] coefficient, double[] inbound, double[] greatest, int[]... arcs) {
    List<String> names = IntStream.range(0, time.length).mapToObj(i -> "stage " + i).toList();
    return new StockNetwork(names, time, coefficient, inbound, greatest, arcs);
  }

  /** Snyder and Shen, Fundamentals of Supply Chain Theory (2nd ed.), example 6.5. */
  @Test
  void theTreeOfTheTextbookCostsWhatItSays() {
    double pooled = Math.sqrt(2);
    StockNetwork tree =
        network(
            new double[] {2, 1, 1, 1},
            new double[] {pooled, 2 * pooled, 3, 3},
            new double[] {1, 0, 0, 0},
            new double[] {ANY, ANY, 0, 1},
            new int[] {0, 1},
            new int[] {1, 2},
            new int[] {1, 3});
    GuaranteedService policy = GuaranteedService.of(tree);
    assertThat(policy.objective()).isCloseTo(8.277916867529369, within(1e-9));
    assertThat(policy.proven()).isTrue();
    assertThat(policy.service()).containsExactly(0, 0, 0, 1);
  }

  /** Serial systems by full enumeration. */
  @Test
  void serialSystemsAgreeWithFullEnumeration() {
    double zSigma = 16.448536269514722;
    StockNetwork three =
        network(
            new double[] {5, 3, 2},
            new double[] {10 * zSigma, 20 * zSigma, 40 * zSigma},
            new double[3],
            new double[] {ANY, ANY, 0},
            new int[] {0, 1},
            new int[] {1, 2});
    assertThat(GuaranteedService.of(three).objective()).isCloseTo(1839.002261450286, within(1e-6));
    StockNetwork four =
        network(
            new double[] {28, 14, 7, 3},
            new double[] {1, 1.5, 3, 6},
            new double[4],
            new double[] {ANY, ANY, ANY, 0},
            new int[] {0, 1},
            new int[] {1, 2},
            new int[] {2, 3});
    GuaranteedService policy = GuaranteedService.of(four);
    assertThat(policy.objective()).isCloseTo(28.050669826218826, within(1e-9));
    assertThat(policy.replenishment(four, 1)).isEqualTo(42);
  }

  @Test
  void onSmallNetworksTheOptimumOfEnumerationIsFoundAndProven() {
    for (int seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      StockNetwork network = random(random);
      GuaranteedService policy = GuaranteedService.of(network);
      double best = enumerated(network);
      assertThat(policy.objective()).as("seed " + seed).isCloseTo(best, within(1e-9));
      assertThat(policy.proven()).as("seed " + seed).isTrue();
    }
  }

  private static StockNetwork random(Random random) {
    int n = 2 + random.nextInt(4);
    double[] time = random.ints(n, 0, 3).asDoubleStream().toArray();
    double[] coefficient = random.doubles(n, .1, 3).toArray();
    double[] greatest = new double[n];
    Arrays.fill(greatest, ANY);
    List<int[]> arcs = new ArrayList<>();
    for (int j = 1; j < n; j++) {
      for (int i = 0; i < j; i++) {
        if (random.nextInt(3) > 0) {
          arcs.add(new int[] {i, j});
        }
      }
    }
    for (int i = 0; i < n; i++) {
      int stage = i;
      if (arcs.stream().noneMatch(arc -> arc[0] == stage)) {
        greatest[i] = random.nextInt(2);
      }
    }
    return network(time, coefficient, new double[n], greatest, arcs.toArray(int[][]::new));
  }

  /** Every service time on the grid for every stage. */
  private static double enumerated(StockNetwork network) {
    int n = network.stages();
    int most = (int) Arrays.stream(network.time()).sum();
    int[] service = new int[n];
    double best = ANY;
    long all = (long) Math.pow(most + 1, n);
    for (long code = 0; code < all; code++) {
      long rest = code;
      for (int i = 0; i < n; i++) {
        service[i] = (int) (rest % (most + 1));
        rest /= most + 1;
      }
      best = Math.min(best, cost(network, service));
    }
    return best;
  }

  private static double cost(StockNetwork network, int[] service) {
    double[] inbound = new double[service.length];
    for (int[] arc : network.arcs()) {
      inbound[arc[1]] = Math.max(inbound[arc[1]], service[arc[0]]);
    }
    double cost = 0;
    for (int i = 0; i < service.length; i++) {
      double x = inbound[i] + network.time()[i] - service[i];
      if (x < 0 || service[i] > network.greatest()[i]) {
        return ANY;
      }
      cost += network.coefficient()[i] * Math.sqrt(x);
    }
    return cost;
  }

  @Test
  void circlesAndNegativeTimesAreRefused() {
    StockNetwork circle =
        network(
            new double[] {1, 1},
            new double[2],
            new double[2],
            new double[] {ANY, ANY},
            new int[] {0, 1},
            new int[] {1, 0});
    assertThatThrownBy(() -> GuaranteedService.of(circle)).hasMessageContaining("circle");
    StockNetwork backwards =
        network(new double[] {-1}, new double[1], new double[1], new double[] {0});
    assertThatThrownBy(() -> GuaranteedService.of(backwards)).hasMessageContaining("negative");
  }

  /** z &radic;(L s&sup2; + d&sup2; s_L&sup2;) worked out apart. */
  @Test
  void safetyStockIsThatOfTheFormula() {
    SafetyStock stock = SafetyStock.normal(.95, 100, 20, 4, 1);
    assertThat(stock.z()).isCloseTo(1.6448536269514722, within(1e-12));
    assertThat(stock.safetyStock()).isCloseTo(177.15615729493229, within(1e-9));
    assertThat(stock.reorderPoint()).isCloseTo(577.1561572949323, within(1e-9));
  }

  /** Schmitt, Snyder, Shen 2010: failure .05, recovery .3, holding 1, penalty 19, demand 100. */
  @Test
  void baseStockUnderDisruptionsCoversThreePeriods() {
    SafetyStock.UnderDisruptions stock = SafetyStock.disrupted(.05, .3, 1, 19, 100);
    assertThat(stock.availability()).isCloseTo(.8571428571428572, within(1e-12));
    assertThat(stock.periods()).isEqualTo(3);
    assertThat(stock.baseStock()).isEqualTo(400);
    assertThat(stock.cost()).isCloseTo(579.0476190476187, within(1e-6));
    assertThat(SafetyStock.cost(.05, .3, 1, 19, 100, 200))
        .isCloseTo(719.0476190476189, within(1e-6));
  }
}
