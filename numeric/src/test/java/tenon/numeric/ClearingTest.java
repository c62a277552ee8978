package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClearingTest {
  private static double[] clear(double[][] owed, double[] outside, double[] assets) {
    int n = assets.length;
    int[] debtor = new int[n * n];
    int[] creditor = new int[n * n];
    double[] debts = new double[n * n];
    for (int debt = 0; debt < n * n; debt++) {
      debtor[debt] = debt / n;
      creditor[debt] = debt % n;
      debts[debt] = owed[debt / n][debt % n];
    }
    return Clearing.payments(debtor, creditor, debts, outside, assets);
  }

  /** Three banks: Elsinger, Lehar and Summer 2006, Management Science 52(9), section 2. */
  @Test
  void threeBanksPayAsPublished() {
    double[] paid =
        clear(
            new double[][] {{0, 0, 2}, {3, 0, 1}, {3, 1, 0}},
            new double[3],
            new double[] {1, 1, 1});
    assertThat(paid).containsExactly(new double[] {2, 28 / 15.0, 52 / 15.0}, within(1e-12));
  }

  @Test
  void whoOwesOutsideLosesTheShareThatLeaves() {
    // The first has 6 for 12 of debt, half of it outside: it pays 6, the second gets 3 for its 4.
    assertThat(clear(new double[][] {{0, 6}, {0, 0}}, new double[] {6, 4}, new double[] {6, 0}))
        .containsExactly(6, 3);
    assertThat(
            clear(
                new double[][] {{0, 6}, {0, 0}},
                new double[] {6, 4},
                new double[] {Double.POSITIVE_INFINITY, 0}))
        .containsExactly(12, 4);
  }

  @Test
  void aCircleOutOfNothingIsLetPayInFull() {
    // Nobody has anything of its own: both 0 and 5 clear; the greatest is 5.
    assertThat(clear(new double[][] {{0, 5}, {5, 0}}, new double[2], new double[2]))
        .containsExactly(5, 5);
    // A circle whose debts differ: the greatest has both pay the lesser.
    assertThat(clear(new double[][] {{0, 5}, {8, 0}}, new double[2], new double[2]))
        .containsExactly(new double[] {5, 5}, within(1e-9));
  }

  @Test
  void theGreatestFixedPointIsFoundOnRandomNetworks() {
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = new java.util.Random(seed);
      int n = 2 + random.nextInt(8);
      double[][] owed = new double[n][n];
      double[] outside = new double[n];
      double[] assets = new double[n];
      for (int i = 0; i < n; i++) {
        outside[i] = random.nextInt(3) == 0 ? random.nextDouble() * 3 : 0;
        assets[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 4;
        for (int j = 0; j < n; j++) {
          owed[i][j] = i == j || random.nextInt(2) == 0 ? 0 : random.nextDouble() * 5;
        }
      }
      double[] paid = clear(owed, outside, assets);
      assertThat(paid)
          .as("seed %s", seed)
          .containsExactly(plain(owed, outside, assets), within(1e-7));
    }
  }

  /** Pays in full, looks who can, and again, a very long time. */
  private static double[] plain(double[][] owed, double[] outside, double[] assets) {
    int n = assets.length;
    double[] due = outside.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        due[i] += owed[i][j];
      }
    }
    double[] paid = due.clone();
    for (int round = 0; round < 20_000; round++) {
      double[] next = new double[n];
      for (int j = 0; j < n; j++) {
        double has = assets[j];
        for (int i = 0; i < n; i++) {
          has += due[i] > 0 ? paid[i] * owed[i][j] / due[i] : 0;
        }
        next[j] = Math.min(due[j], has);
      }
      paid = next;
    }
    return paid;
  }

  @Test
  void aNegativeOrUnknownAmountIsRefused() {
    assertThatThrownBy(() -> clear(new double[1][1], new double[1], new double[] {-1}))
        .hasMessageContaining("assets of -1.0");
    assertThatThrownBy(() -> clear(new double[1][1], new double[] {Double.NaN}, new double[1]))
        .hasMessageContaining("owed outside of NaN");
  }
}
