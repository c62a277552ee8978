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
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;

class AlgebraTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void eigenvaluesAreThoseOfEjmlAndVectorsTurnTheMatrix() {
    forSeeds(100, AlgebraTest::compareEigen);
  }

  private static void compareEigen(Random random) {
    int n = 1 + random.nextInt(8);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = random.nextInt(4) == 0 ? 0 : random.nextGaussian();
        a[j][i] = a[i][j];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(a);
    var other = DecompositionFactory_DDRM.eig(n, false, true);
    assertThat(other.decompose(new DMatrixRMaj(a))).isTrue();
    double[] values = new double[n];
    for (int k = 0; k < n; k++) {
      values[k] = other.getEigenvalue(k).getReal();
    }
    Arrays.sort(values);
    for (int k = 0; k < n; k++) {
      assertThat(eigen.value(k)).isCloseTo(values[n - 1 - k], CLOSE);
      for (int i = 0; i < n; i++) {
        double product = 0;
        for (int j = 0; j < n; j++) {
          product += a[i][j] * eigen.component(k, j);
        }
        assertThat(product).isCloseTo(eigen.value(k) * eigen.component(k, i), CLOSE);
      }
    }
  }

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
    Lu lu = Lu.of(a);
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
    assertThat(Lu.of(new double[][] {{1, 2}, {2, 4}}).isSingular()).isTrue();
    assertThat(Lu.of(new double[][] {{0, 1}, {1, 0}}).isSingular()).isFalse();
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

  /** Values that stand in any table (Abramowitz and Stegun 26; R prints the same digits). */
  @Test
  void tailsAndQuantilesAreThoseOfTheTables() {
    assertThat(Distributions.normalUpper(1.959963984540054)).isCloseTo(.025, within(1e-15));
    assertThat(Distributions.normalUpper(-1)).isCloseTo(.8413447460685429, within(1e-15));
    assertThat(Distributions.normalUpper(6) / 9.865876450376946e-10).isCloseTo(1, within(1e-12));
    assertThat(Distributions.normalQuantile(.975)).isCloseTo(1.959963984540054, within(1e-12));
    assertThat(Distributions.chiSquaredUpper(3.841458820694124, 1)).isCloseTo(.05, within(1e-14));
    assertThat(Distributions.chiSquaredUpper(18.307038053275146, 10)).isCloseTo(.05, within(1e-14));
    assertThat(Distributions.studentTwoSided(2.2281388519862744, 10)).isCloseTo(.05, within(1e-13));
    assertThat(Distributions.studentQuantile(.975, 10)).isCloseTo(2.2281388519862744, within(1e-9));
    // With one degree of freedom Student's t is Cauchy's.
    assertThat(Distributions.studentTwoSided(1, 1)).isCloseTo(.5, within(1e-14));
    assertThat(Distributions.logGamma(5)).isCloseTo(Math.log(24), within(1e-13));
  }

  @Test
  void ranksShareTheirMean() {
    assertThat(Correlation.meanRanks(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
    assertThat(Correlation.spearman(new double[] {1, 2, 9, Double.NaN}, new double[] {1, 5, 6, 7}))
        .isCloseTo(1, CLOSE);
    assertThat(Correlation.pearson(new double[] {1, 1}, new double[] {1, 2})).isNaN();
  }
}
