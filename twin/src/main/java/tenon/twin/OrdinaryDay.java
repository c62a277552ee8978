package tenon.twin;

/**
 * What an ordinary day serves. Where it cannot serve all demand and several ways of going short
 * cost the same, the solver would take whichever it meets first, and all that is measured against
 * what is served would hang on its path. So the day is solved again with weights that differ: each
 * demand's is raised by up to a ten-thousandth, by a hash of its row. Weights in general position
 * have one optimal set of losses (any two would leave an edge along which the weighted sum is
 * constant), which is the same whatever basis the simplex begins from; together they cost at most a
 * ten-thousandth more than the cheapest.
 */
final class OrdinaryDay {
  private static final double MOST = 1e-4;

  /** Weights of some demands are a millionth of others': raised, so that tolerances see them. */
  private static final double RAISED = 1e3;

  /** Demand that is served, units per day, by demand. */
  final double[] served;

  /** Level of each activity, in the units of its node. */
  final double[] level;

  /**
   * Solves the day; the programme must stand at its demand, with nothing on standby, and is left
   * with its weights.
   *
   * @param weight its weights
   */
  OrdinaryDay(Programme programme, Network network, double[] weight) {
    served = network.perDay.clone();
    level = new double[network.activities.size()];
    Programme.Optimum optimum = programme.solve(0);
    if (isShort(optimum)) {
      programme.weigh(apart(weight));
      optimum = programme.solve(0);
    }
    for (int j = 0; j < served.length; j++) {
      double lost = optimum.lossPerDay(j);
      if (lost > Outages.NOISE * served[j]) {
        served[j] = lost >= served[j] * (1 - Outages.NOISE) ? 0 : served[j] - lost;
      }
    }
    for (int a = 0; a < level.length; a++) {
      level[a] = optimum.level(a);
    }
    programme.weigh(weight);
  }

  private boolean isShort(Programme.Optimum optimum) {
    for (int j = 0; j < served.length; j++) {
      if (optimum.lossPerDay(j) > Outages.NOISE * served[j]) {
        return true;
      }
    }
    return false;
  }

  private static double[] apart(double[] weight) {
    double[] apart = new double[weight.length];
    for (int j = 0; j < apart.length; j++) {
      apart[j] = RAISED * weight[j] * (1 + MOST * share(j));
    }
    return apart;
  }

  /** A number from 0 to 1 that belongs to a row: SplitMix64. */
  private static double share(int row) {
    long z = (row + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
