package tenon.twin.sector;

import tenon.numeric.LuFactors;

/**
 * What a shock does to output, value added and final use, by industry.
 *
 * @param outputLoss output lost
 * @param valueAddedLoss value added lost with it
 * @param finalLoss final demand that is lost or goes unserved
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record SectorShock(double[] outputLoss, double[] valueAddedLoss, double[] finalLoss) {

  /** Final demand falls: output falls with it upstream. */
  public static SectorShock demand(SectorModel model, double[] fall) {
    return of(model, model.output(fall), fall.clone());
  }

  /**
   * Primary inputs fall: output falls with them downstream, each customer losing in proportion to
   * what it buys (Ghosh).
   */
  public static SectorShock supply(SectorModel model, double[] fall) {
    double[] lost = model.outputOfInputs(fall);
    double[] unserved = new double[lost.length];
    for (int i = 0; i < lost.length; i++) {
      double x = model.table().output(i);
      unserved[i] = x == 0 ? 0 : lost[i] * model.table().finalDemand(i) / x;
    }
    return of(model, lost, unserved);
  }

  /**
   * Output of some industries is fixed below what it was (mixed model): they order less of their
   * suppliers, and final users get what the industries leave of it.
   *
   * @param fall output lost by industry; 0 where it follows from the rest
   */
  public static SectorShock capacity(SectorModel model, double[] fall) {
    int n = model.count();
    double[][] matrix = new double[n][n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean fixed = fall[j] != 0;
        double own = i == j ? 1 : 0;
        // Unknown is the loss of output where it is free, of final demand where it is fixed.
        matrix[i][j] = fixed ? -own : own - model.input(i, j);
        right[i] -= fixed ? (own - model.input(i, j)) * fall[j] : 0;
      }
    }
    double[] solved = LuFactors.of(matrix).solve(right);
    double[] lost = new double[n];
    double[] unserved = new double[n];
    for (int i = 0; i < n; i++) {
      lost[i] = fall[i] != 0 ? fall[i] : solved[i];
      unserved[i] = fall[i] != 0 ? solved[i] : 0;
    }
    return of(model, lost, unserved);
  }

  /**
   * Capacity and final demand fall together, with feedback both ways; see {@link Rationing}.
   *
   * @param capacityShare share of capacity lost, 0 to 1
   * @param demandShare share of final demand lost, 0 to 1
   */
  public static SectorShock both(SectorModel model, double[] capacityShare, double[] demandShare) {
    int n = model.count();
    double[] capacity = new double[n];
    double[] demanded = new double[n];
    double[] before = new double[n];
    for (int i = 0; i < n; i++) {
      before[i] = Math.max(0, model.table().finalDemand(i));
      demanded[i] = before[i] * (1 - demandShare[i]);
    }
    double[] usual = model.output(before);
    for (int i = 0; i < n; i++) {
      capacity[i] = usual[i] * (1 - capacityShare[i]);
    }
    Rationing rationing = Rationing.of(model, capacity, demanded);
    double[] lost = new double[n];
    double[] unserved = new double[n];
    for (int i = 0; i < n; i++) {
      lost[i] = usual[i] - rationing.output()[i];
      unserved[i] = before[i] - rationing.finalDemand()[i];
    }
    return of(model, lost, unserved);
  }

  private static SectorShock of(SectorModel model, double[] lost, double[] unserved) {
    double[] added = new double[lost.length];
    for (int j = 0; j < lost.length; j++) {
      added[j] = model.valueAdded(j) * lost[j];
    }
    return new SectorShock(lost, added, unserved);
  }
}
