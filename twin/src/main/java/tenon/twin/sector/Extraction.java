package tenon.twin.sector;

import tenon.numeric.LuFactors;

/** What the economy loses if industries fell away: hypothetical extraction. */
public final class Extraction {

  /** What of the industries falls away. */
  public enum Part {
    /** The industries altogether: purchases, sales, and final demand for them. */
    TOTAL,
    /** Their purchases from industries: they would import all inputs. */
    BACKWARD,
    /** Their sales to industries, in the Ghosh model. */
    FORWARD
  }

  private Extraction() {}

  /**
   * Output lost by industry.
   *
   * @param extracted places of the industries, each once
   */
  public static double[] loss(SectorModel model, Part part, int... extracted) {
    int n = model.count();
    int size = extracted.length;
    boolean sales = part == Part.FORWARD;
    double[][] corner = new double[size][size];
    double[] output = new double[size];
    for (int a = 0; a < size; a++) {
      output[a] = model.table().output(extracted[a]);
      for (int b = 0; b < size; b++) {
        corner[a][b] = element(model, sales, extracted[a], extracted[b]);
      }
    }
    double[] weight = size == 0 ? output : LuFactors.of(corner).solve(output);
    double[] loss = new double[n];
    for (int i = 0; i < n; i++) {
      for (int b = 0; b < size; b++) {
        double kept = part != Part.TOTAL && i == extracted[b] ? 1 : 0;
        loss[i] += (element(model, sales, i, extracted[b]) - kept) * weight[b];
      }
    }
    return loss;
  }

  /** What i loses with j: of the Leontief inverse upwards, of the Ghosh inverse downwards. */
  private static double element(SectorModel model, boolean sales, int i, int j) {
    return sales ? model.ghosh(j, i) : model.leontief(i, j);
  }
}
