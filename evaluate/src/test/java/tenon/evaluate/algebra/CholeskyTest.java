package tenon.evaluate.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class CholeskyTest {

  @Test
  void inversesAreThoseOfAnotherLibrary() {
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
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
              double expected = inverse.get(i, j);
              assertThat(ours[i][j]).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
            }
          }
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
