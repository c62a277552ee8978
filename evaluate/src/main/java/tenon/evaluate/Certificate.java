package tenon.evaluate;

/**
 * How well the normal equations are solved, relative: the largest cosine between the residual and a
 * regressor or a level of an absorbed effect, and, where effects were eliminated by iteration, the
 * largest between a demeaned column and a level. Together they prove the slopes and the demeaned
 * regressors that the standard errors use.
 */
final class Certificate {
  private Certificate() {}

  static double of(
      Layout layout,
      Absorption absorption,
      Equations equations,
      double[][] cross,
      ScorePass.Result pass) {
    double[] weights = new double[layout.others];
    for (int[] codes : layout.codes) {
      for (int p = 0; p < layout.n; p++) {
        weights[codes[p]] += layout.weights == null ? 1 : layout.weights[p];
      }
    }
    double worst = worst(pass.levels(), weights, pass.squares());
    for (int j = 0; j < equations.kept.length; j++) {
      double length = cross[equations.kept[j]][equations.kept[j]];
      worst = Math.max(worst, Math.abs(pass.normal()[j]) / Math.sqrt(length * pass.squares()));
    }
    for (int column = 0; column < absorption.count(); column++) {
      double[] left = absorption.left(column);
      boolean counts = column == 0 || cross[column][column] > 1e-12 * absorption.total(column);
      if (left != null && counts) {
        worst = Math.max(worst, worst(left, weights, cross[column][column]));
      }
    }
    return worst;
  }

  private static double worst(double[] sums, double[] weights, double squares) {
    double worst = 0;
    for (int level = 0; level < sums.length; level++) {
      worst = Math.max(worst, Math.abs(sums[level]) / Math.sqrt(weights[level] * squares));
    }
    return worst;
  }
}
