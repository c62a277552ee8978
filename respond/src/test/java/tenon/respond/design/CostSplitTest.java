package tenon.respond.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CostSplitTest {
  /** Two gain 60 and 80 of what costs 100: 40 is left, and each adds all of it. */
  @Test
  void whereNoneCanDoItAloneWhatIsLeftIsHalved() {
    CostSplit split = CostSplit.of(new double[] {60, 80}, 100);
    assertThat(split.pays()).containsExactly(new double[] {40, 60}, within(1e-12));
    assertThat(split.exact()).isTrue();
  }

  /**
   * By hand: gains 50, 100 and 120 at a cost of 90. Alone they are worth 0, 10, 30; in pairs 60, 80
   * and 130; together 180.
   */
  @Test
  void threeByAllSixOrders() {
    double[] gains = {50, 100, 120};
    double[] pays = CostSplit.of(gains, 90).pays();
    // Orders 123, 132, 213, 231, 312, 321 add to the first: 0, 0, 50, 50, 50, 50.
    assertThat(gains[0] - pays[0]).isCloseTo(200 / 6.0, within(1e-12));
    // ... to the second: 60, 100, 10, 10, 100, 100; to the third: 120, 80, 120, 120, 30, 30.
    assertThat(gains[1] - pays[1]).isCloseTo(380 / 6.0, within(1e-12));
    assertThat(gains[2] - pays[2]).isCloseTo(500 / 6.0, within(1e-12));
  }

  @Test
  void agreesWithAllOrdersAndNoGroupIsBetterOffByItself() {
    for (int seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      int players = 1 + random.nextInt(6);
      double[] gains = random.doubles(players, 0, 10).toArray();
      if (seed % 4 == 0) {
        gains[0] = -gains[0] / 4;
      }
      double all = Arrays.stream(gains).sum();
      if (all <= 0) {
        continue;
      }
      double cost = random.nextDouble() * all;
      double[] pays = CostSplit.of(gains, cost).pays();
      double[] plain = byOrders(gains, cost);
      assertThat(Arrays.stream(pays).sum()).isCloseTo(cost, within(1e-9));
      for (int i = 0; i < players; i++) {
        assertThat(pays[i]).as("seed " + seed).isCloseTo(gains[i] - plain[i], within(1e-9));
      }
      for (int group = 0; group < 1 << players && seed % 4 != 0; group++) {
        double kept = 0;
        for (int i = 0; i < players; i++) {
          kept += (group >> i & 1) * (gains[i] - pays[i]);
        }
        assertThat(kept).isGreaterThanOrEqualTo(worth(gains, cost, group) - 1e-9);
      }
    }
  }

  @Test
  void manyPayInProportionAndWhoLosesIsCompensated() {
    double[] gains = new double[30];
    Arrays.fill(gains, 2);
    gains[0] = -4;
    CostSplit split = CostSplit.of(gains, 25);
    assertThat(split.exact()).isFalse();
    assertThat(split.pays()[0]).isEqualTo(-4);
    assertThat(split.pays()[7]).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(split.pays()).sum()).isCloseTo(25, within(1e-9));
  }

  @Test
  void whatDoesNotPayTogetherIsNotSplit() {
    assertThatThrownBy(() -> CostSplit.of(new double[] {3, 4}, 8)).hasMessageContaining("7.0");
  }

  private static double worth(double[] gains, double cost, int group) {
    double gain = 0;
    for (int i = 0; i < gains.length; i++) {
      gain += (group >> i & 1) * gains[i];
    }
    return Math.max(0, gain - cost);
  }

  /** The mean over all orders, one after another. */
  private static double[] byOrders(double[] gains, double cost) {
    double[] sums = new double[gains.length];
    int orders = walk(gains, cost, 0, sums, new int[gains.length], 0);
    return Arrays.stream(sums).map(sum -> sum / orders).toArray();
  }

  private static int walk(
      double[] gains, double cost, int group, double[] sums, int[] order, int at) {
    if (at == order.length) {
      int before = 0;
      for (int i : order) {
        sums[i] += worth(gains, cost, before | 1 << i) - worth(gains, cost, before);
        before |= 1 << i;
      }
      return 1;
    }
    int orders = 0;
    for (int i = 0; i < order.length; i++) {
      if ((group >> i & 1) == 0) {
        order[at] = i;
        orders += walk(gains, cost, group | 1 << i, sums, order, at + 1);
      }
    }
    return orders;
  }
}
