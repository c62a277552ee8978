package tenon.evaluate.did;

import java.util.List;

/**
 * How far parallel trends may fail.
 *
 * @param restriction what is bounded
 * @param bounds values of the bound, each with an interval of its own
 * @param weights by period after adoption: the effect asked for is their sum with the effects;
 *     empty for the first period
 * @param gridPoints points tested from end to end
 * @param draws draws behind the least favourable critical value
 * @param seed seed of the draws
 */
public record HonestDidSpec(
    Restriction restriction,
    List<Double> bounds,
    List<Double> weights,
    int gridPoints,
    int draws,
    long seed) {

  /** What is bounded about the difference in trends. */
  public enum Restriction {
    /** Its change from period to period may change by at most M. */
    SMOOTHNESS,
    /** Its change after adoption is at most Mbar times the largest before. */
    RELATIVE_MAGNITUDES
  }

  public HonestDidSpec {
    bounds = List.copyOf(bounds);
    weights = List.copyOf(weights);
    if (gridPoints < 2 || draws < 1) {
      throw new IllegalArgumentException("grid points and draws are too few");
    }
  }

  /** The first period after adoption, 1000 points, 1000 draws. */
  public static HonestDidSpec of(Restriction restriction, Double... bounds) {
    return new HonestDidSpec(restriction, List.of(bounds), List.of(), 1000, 1000, 0);
  }
}
