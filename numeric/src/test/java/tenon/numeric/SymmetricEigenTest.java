package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** By hand: the vectors (1, 1) and (1, -1). */
  @Test
  void twoByTwoIsThatByHand() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertThat(eigen.value(0)).isCloseTo(3, CLOSE);
    assertThat(eigen.value(1)).isCloseTo(1, CLOSE);
  }

  @Test
  void vectorsTurnTheMatrixAndAreOrthonormal() {
    for (int seed = 1; seed <= 100; seed++) {
      check(new Random(seed));
    }
  }

  private static void check(Random random) {
    int n = 1 + random.nextInt(8);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = random.nextInt(4) == 0 ? 0 : random.nextGaussian();
        a[j][i] = a[i][j];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(a);
    double trace = 0;
    double sum = 0;
    for (int k = 0; k < n; k++) {
      trace += a[k][k];
      sum += eigen.value(k);
      assertThat(k == 0 || eigen.value(k) <= eigen.value(k - 1)).isTrue();
      for (int i = 0; i < n; i++) {
        double product = 0;
        double inner = 0;
        for (int j = 0; j < n; j++) {
          product += a[i][j] * eigen.component(k, j);
          inner += eigen.component(k, j) * eigen.component(i, j);
        }
        assertThat(product).isCloseTo(eigen.value(k) * eigen.component(k, i), CLOSE);
        assertThat(inner).isCloseTo(i == k ? 1 : 0, CLOSE);
      }
    }
    assertThat(sum).isCloseTo(trace, CLOSE);
  }

  @Test
  void theNearestCovarianceLosesOnlyWhatIsNegative() {
    double[][] nearest = SymmetricEigen.of(new double[][] {{0, 1}, {1, 0}}).withoutNegative();
    assertThat(nearest[0]).containsExactly(new double[] {.5, .5}, CLOSE);
    assertThat(nearest[1]).containsExactly(new double[] {.5, .5}, CLOSE);
  }
}
