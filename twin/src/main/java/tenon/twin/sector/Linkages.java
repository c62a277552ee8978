package tenon.twin.sector;

import java.util.Arrays;

/**
 * How strongly each industry pulls on its suppliers and pushes its customers, by industry.
 *
 * @param directBackward inputs from industries per unit of output: column sums of A
 * @param directForward share of output sold to industries: row sums of B
 * @param totalBackward column sums of the Leontief inverse: the output multipliers
 * @param totalForward row sums of the Leontief inverse
 * @param totalForwardGhosh row sums of the Ghosh inverse
 * @param powerOfDispersion backward linkage over its mean; above 1 pulls more than usual
 * @param sensitivityLeontief row sums of the Leontief inverse over their mean
 * @param sensitivityGhosh row sums of the Ghosh inverse over their mean
 * @param variationBackward standard deviation (n - 1) over mean of a column of the Leontief
 *     inverse: low where an industry pulls on many
 * @param income value added called for by one unit of final demand; 1 where nothing leaks
 * @param extractionLoss output lost to the economy, its own included, if the industry fell away
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record Linkages(
    double[] directBackward,
    double[] directForward,
    double[] totalBackward,
    double[] totalForward,
    double[] totalForwardGhosh,
    double[] powerOfDispersion,
    double[] sensitivityLeontief,
    double[] sensitivityGhosh,
    double[] variationBackward,
    double[] income,
    double[] extractionLoss) {

  /** The linkages of a model; solves three systems and works out one inverse. */
  public static Linkages of(SectorModel model) {
    int n = model.count();
    double[] directBackward = new double[n];
    double[] directForward = new double[n];
    double[] added = new double[n];
    for (int i = 0; i < n; i++) {
      added[i] = model.valueAdded(i);
      for (int j = 0; j < n; j++) {
        directBackward[j] += model.input(i, j);
        directForward[i] += model.allocation(i, j);
      }
    }
    double[] backward = model.backward();
    double[] forward = model.forward();
    double[] ghosh = model.forwardGhosh();
    double[] extraction = new double[n];
    for (int j = 0; j < n; j++) {
      extraction[j] = model.table().output(j) * backward[j] / model.leontief(j, j);
    }
    return new Linkages(
        directBackward,
        directForward,
        backward,
        forward,
        ghosh,
        overMean(backward),
        overMean(forward),
        overMean(ghosh),
        variation(model, backward),
        model.leontiefFactors().solveTransposed(added),
        extraction);
  }

  private static double[] overMean(double[] sums) {
    double mean = Arrays.stream(sums).sum() / sums.length;
    return Arrays.stream(sums).map(sum -> sum / mean).toArray();
  }

  private static double[] variation(SectorModel model, double[] columnSums) {
    int n = columnSums.length;
    double[] squares = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double off = model.leontief(i, j) - columnSums[j] / n;
        squares[j] += off * off;
      }
    }
    double[] variation = new double[n];
    for (int j = 0; j < n; j++) {
      variation[j] = n == 1 ? 0 : Math.sqrt(squares[j] / (n - 1)) / (columnSums[j] / n);
    }
    return variation;
  }

  /** Whether an industry pulls and pushes more than usual. */
  public boolean isKey(int i) {
    return powerOfDispersion[i] > 1 && sensitivityGhosh[i] > 1;
  }
}
