package tenon.assess.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Seeds.forSeeds;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import tenon.numeric.LuFactors;

class AlgebraTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void inverseAndDeterminantAreThoseOfEjml() {
    forSeeds(100, AlgebraTest::compareLu);
  }

  private static void compareLu(Random random) {
    int n = 1 + random.nextInt(6);
    double[][] a = new double[n][n];
    for (double[] row : a) {
      Arrays.setAll(row, _ -> random.nextGaussian());
    }
    DMatrixRMaj other = new DMatrixRMaj(a);
    LuFactors lu = LuFactors.of(a);
    assertThat(lu.logAbsDeterminant())
        .isCloseTo(Math.log(Math.abs(CommonOps_DDRM.det(other))), CLOSE);
    assertThat(CommonOps_DDRM.invert(other)).isTrue();
    double[][] inverse = lu.inverse();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double size = Math.max(1, Math.abs(other.get(i, j)));
        assertThat(inverse[i][j]).isCloseTo(other.get(i, j), within(1e-9 * size));
      }
    }
  }

  @Test
  void aSingularMatrixIsCalledSo() {
    assertThat(LuFactors.of(new double[][] {{1, 2}, {2, 4}}).isSingular()).isTrue();
    assertThat(LuFactors.of(new double[][] {{0, 1}, {1, 0}}).isSingular()).isFalse();
  }

  /** The normal equations, solved by Cramer's rule for two regressors. */
  @Test
  void leastSquaresAreTheNormalEquations() {
    forSeeds(100, AlgebraTest::compareFit);
  }

  private static void compareFit(Random random) {
    int n = 3 + random.nextInt(20);
    double[][] x = new double[n][2];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i][0] = 1;
      x[i][1] = random.nextGaussian();
      y[i] = random.nextGaussian();
    }
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (int i = 0; i < n; i++) {
      sx += x[i][1];
      sy += y[i];
      sxx += x[i][1] * x[i][1];
      sxy += x[i][1] * y[i];
    }
    double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    double constant = (sy - slope * sx) / n;
    double left = 0;
    for (int i = 0; i < n; i++) {
      left += Math.pow(y[i] - constant - slope * x[i][1], 2);
    }
    LeastSquares fit = Objects.requireNonNull(LeastSquares.fit(x, y));
    double size = Math.max(1, Math.abs(slope));
    assertThat(fit.coefficient(1)).isCloseTo(slope, within(1e-9 * size));
    assertThat(fit.coefficient(0)).isCloseTo(constant, within(1e-9 * size));
    assertThat(fit.residualSum()).isCloseTo(left, CLOSE);
    double error = Math.sqrt(left / (n - 2) * n / (n * sxx - sx * sx));
    assertThat(fit.standardError(1)).isCloseTo(error, within(1e-9 * Math.max(1, error)));
  }

  @Test
  void columnsThatDependOnEachOtherAreNotFitted() {
    double[][] x = {{1, 2, 3}, {1, 3, 4}, {1, 5, 6}, {1, 7, 8}};
    assertThat(LeastSquares.fit(x, new double[] {1, 2, 3, 4})).isNull();
    assertThat(LeastSquares.fit(new double[][] {{1, 2}}, new double[] {1})).isNull();
  }

  @Test
  void ranksShareTheirMean() {
    assertThat(Correlation.meanRanks(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
    assertThat(Correlation.spearman(new double[] {1, 2, 9, Double.NaN}, new double[] {1, 5, 6, 7}))
        .isCloseTo(1, CLOSE);
    assertThat(Correlation.pearson(new double[] {1, 1}, new double[] {1, 2})).isNaN();
  }
}
