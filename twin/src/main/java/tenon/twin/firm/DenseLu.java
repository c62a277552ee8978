package tenon.twin.firm;

/** Solves a dense linear system by LU with partial pivoting; O(n^3) once, O(n^2) for each side. */
final class DenseLu {
  private final double[] lu;
  private final int[] pivot;
  private final int size;

  /** Factors a matrix given by rows, which is overwritten. */
  DenseLu(double[] matrix, int size) {
    lu = matrix;
    this.size = size;
    pivot = new int[size];
    for (int k = 0; k < size; k++) {
      pivot[k] = pivotRow(k);
      swap(k, pivot[k]);
      double head = lu[k * size + k];
      for (int row = k + 1; row < size && head != 0; row++) {
        double factor = lu[row * size + k] / head;
        lu[row * size + k] = factor;
        for (int col = k + 1; col < size && factor != 0; col++) {
          lu[row * size + col] -= factor * lu[k * size + col];
        }
      }
    }
  }

  private int pivotRow(int k) {
    int best = k;
    for (int row = k + 1; row < size; row++) {
      if (Math.abs(lu[row * size + k]) > Math.abs(lu[best * size + k])) {
        best = row;
      }
    }
    return best;
  }

  private void swap(int a, int b) {
    for (int col = 0; col < size && a != b; col++) {
      double keep = lu[a * size + col];
      lu[a * size + col] = lu[b * size + col];
      lu[b * size + col] = keep;
    }
  }

  /** Solves in place; not finite where the matrix is singular. */
  void solve(double[] b) {
    for (int k = 0; k < size; k++) {
      double keep = b[k];
      b[k] = b[pivot[k]];
      b[pivot[k]] = keep;
    }
    for (int row = 0; row < size; row++) {
      for (int col = 0; col < row; col++) {
        b[row] -= lu[row * size + col] * b[col];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int col = row + 1; col < size; col++) {
        b[row] -= lu[row * size + col] * b[col];
      }
      b[row] /= lu[row * size + row];
    }
  }
}
