package tenon.twin.firm;

import java.util.Arrays;
import tenon.model.Interval;

/** The index of every firm over networks drawn by {@link Reconstruction}. */
public final class ReconstructedEsri {
  /** Sorted, by firm. */
  private final double[][] esri;

  ReconstructedEsri(double[][] esri) {
    this.esri = esri;
    for (double[] ofFirm : esri) {
      Arrays.sort(ofFirm);
    }
  }

  /** Mean over the draws. */
  public double mean(int firm) {
    return Arrays.stream(esri[firm]).sum() / esri[firm].length;
  }

  /**
   * The middle part of the draws, as order statistics (type 1 of Hyndman and Fan 1996).
   *
   * @param share part of the draws the interval holds, 0 to 1, for example 0.9
   */
  public Interval interval(int firm, double share) {
    double[] sorted = esri[firm];
    int cut = (int) Math.floor((1 - share) / 2 * sorted.length);
    return new Interval(sorted[cut], sorted[sorted.length - 1 - cut]);
  }
}
