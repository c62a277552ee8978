package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LuFactorsTest {

  @Test
  void smallSystemsComeOutByHand() {
    LuFactors factors = LuFactors.of(new double[][] {{0, 2, 1}, {1, 1, 0}, {3, 0, 1}});
    assertThat(factors.isSingular()).isFalse();
    // x = (1, 2, 3): 0 + 4 + 3, 1 + 2, 3 + 3.
    assertThat(factors.solve(new double[] {7, 3, 6}))
        .containsExactly(new double[] {1, 2, 3}, within(1e-15));
    // The transpose times (1, 2, 3): 0 + 2 + 9, 2 + 2 + 0, 1 + 0 + 3.
    assertThat(factors.solveTransposed(new double[] {11, 4, 4}))
        .containsExactly(new double[] {1, 2, 3}, within(1e-15));
  }

  @Test
  void aMatrixWithoutInverseIsTold() {
    assertThat(LuFactors.of(new double[][] {{1, 2}, {2, 4}}).isSingular()).isTrue();
  }

  @Test
  void blocksAndThreadsLeaveNoResidual() {
    SplittableRandom random = new SplittableRandom(7);
    int n = 331;
    double[][] matrix = new double[n][n];
    for (double[] row : matrix) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextDouble() - 0.5;
      }
    }
    LuFactors factors = LuFactors.of(matrix);
    double[][] inverse = factors.inverse();
    double[] unit = new double[n];
    unit[17] = 1;
    double[] solved = factors.solve(unit);
    double[] transposed = factors.solveTransposed(unit);
    for (int i = 0; i < n; i++) {
      assertThat(inverse[i][17]).isCloseTo(solved[i], within(1e-10));
      assertThat(inverse[17][i]).isCloseTo(transposed[i], within(1e-10));
      for (int j = 0; j < n; j += 50) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += matrix[i][k] * inverse[k][j];
        }
        assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-10));
      }
    }
  }
}
