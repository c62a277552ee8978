package tenon.evaluate.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;

class LawsTest {

  /** Abramowitz and Stegun 1964, tables 26.1, 26.7, 26.8, 26.9 and 26.10. */
  @Test
  void quantilesAndTailsAreThoseOfTheTables() {
    assertThat(Laws.normal(1)).isCloseTo(.841344746068543, within(1e-14));
    assertThat(Laws.normalQuantile(.975)).isCloseTo(1.959963984540054, within(1e-13));
    assertThat(Laws.normalQuantile(.001)).isCloseTo(-3.090232306167813, within(1e-12));
    assertThat(Laws.studentTwoSidedQuantile(.05, 10)).isCloseTo(2.228138851986274, within(1e-12));
    assertThat(Laws.studentTwoSidedQuantile(.05, 1)).isCloseTo(12.7062047361747, within(1e-9));
    assertThat(Laws.studentTwoSidedQuantile(.1, Double.POSITIVE_INFINITY))
        .isCloseTo(1.644853626951472, within(1e-12));
    assertThat(Laws.chiSquaredUpper(3.841458820694124, 1)).isCloseTo(.05, within(1e-13));
    assertThat(Laws.chiSquaredUpper(18.30703805327515, 10)).isCloseTo(.05, within(1e-13));
    assertThat(Laws.fUpper(3.325834530413011, 5, 10)).isCloseTo(.05, within(1e-12));
  }

  @Test
  void eigenvaluesAndInversesAreThoseOfAnotherLibrary() {
    forSeeds(
        50,
        random -> {
          int n = 1 + random.nextInt(6);
          double[][] a = new double[n][n];
          for (int v = 0; v < n + 2; v++) {
            double[] row = random.doubles(n, -1, 1).toArray();
            Matrices.addOuter(a, row, 1);
          }
          Matrices.mirror(a);
          DMatrixRMaj other = new DMatrixRMaj(a);
          DMatrixRMaj inverse = new DMatrixRMaj(n, n);
          CommonOps_DDRM.invert(other, inverse);
          double[][] ours = Cholesky.of(a, 1e-13).inverse();
          EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, true);
          assertThat(eigen.decompose(new DMatrixRMaj(a))).isTrue();
          double[] theirs = new double[n];
          for (int i = 0; i < n; i++) {
            theirs[i] = eigen.getEigenvalue(i).getReal();
            for (int j = 0; j < n; j++) {
              double expected = inverse.get(i, j);
              assertThat(ours[i][j]).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
            }
          }
          java.util.Arrays.sort(theirs);
          double[] values = SymmetricEigen.of(a).values().clone();
          java.util.Arrays.sort(values);
          assertThat(values).containsExactly(theirs, within(1e-10));
        });
  }

  @Test
  void dependentRowsDropAndTheRestIsSolved() {
    double[][] a = {{2, 4, 1}, {4, 8, 2}, {1, 2, 3}};
    Cholesky factor = Cholesky.of(a, 1e-12);
    assertThat(factor.rank()).isEqualTo(2);
    assertThat(factor.keeps(1)).isFalse();
    double[] x = factor.solve(new double[] {3, 6, 4});
    assertThat(x).containsExactly(new double[] {1, 0, 1}, within(1e-12));
  }
}
