package tenon.evaluate.did;

/** Gauss's elimination with row pivots for a few unknowns. */
final class Elimination {
  private static final double SINGULAR = 1e-12;

  private Elimination() {}

  /**
   * Solves a system, which is overwritten.
   *
   * @param system by row: the coefficients, then the right-hand side
   * @return the solution; empty where there is none or more than one
   */
  static double[] solve(double[][] system) {
    int n = system.length;
    for (int column = 0; column < n; column++) {
      int best = column;
      for (int row = column + 1; row < n; row++) {
        best = Math.abs(system[row][column]) > Math.abs(system[best][column]) ? row : best;
      }
      if (Math.abs(system[best][column]) < SINGULAR) {
        return new double[0];
      }
      double[] pivot = system[best];
      system[best] = system[column];
      system[column] = pivot;
      for (int row = 0; row < n; row++) {
        double factor = system[row][column] / pivot[column];
        for (int j = column; row != column && j <= n; j++) {
          system[row][j] -= factor * pivot[j];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = system[i][n] / system[i][i];
    }
    return solution;
  }
}
