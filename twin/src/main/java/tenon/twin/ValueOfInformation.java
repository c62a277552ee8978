package tenon.twin;

import java.util.Arrays;

/**
 * What it is worth to know a number before deciding which sites to protect first.
 *
 * <p>The decision is a set of k sites; protecting a site saves its expected loss of a year (its
 * priority). Without knowing, the best set is that of the greatest expected savings; knowing the
 * state s of the number first, the best set for s can be chosen. The expected value of perfect
 * information is the difference: EVPI = sum_s p_s max_A L_s(A) - max_A sum_s p_s L_s(A), with L the
 * priorities summed over the set A. It is 0 where no state changes the set. Source: H. Raiffa and
 * R. Schlaifer, "Applied Statistical Decision Theory", 1961; R. A. Howard, "Information Value
 * Theory", 1966.
 */
public final class ValueOfInformation {

  /**
   * Weights of the 5, 50 and 95 per cent points that stand for a continuous number (Pearson and
   * Tukey 1965; D. L. Keefer and S. E. Bodily, Management Science 29, 1983).
   */
  private static final double[] THREE_POINTS = {0.185, 0.63, 0.185};

  private ValueOfInformation() {}

  /** Weights of a low, a middle and a high state. */
  public static double[] threePoints() {
    return THREE_POINTS.clone();
  }

  /**
   * The expected value of perfect information.
   *
   * @param probabilities of the states, summing to 1
   * @param priorities by state and site, money per year, not negative
   * @param protectedSites number of sites that can be protected, k
   * @return money per year, at least 0
   */
  public static double of(double[] probabilities, double[][] priorities, int protectedSites) {
    double[] expected = new double[priorities[0].length];
    double knowing = 0;
    for (int state = 0; state < probabilities.length; state++) {
      knowing += probabilities[state] * greatest(priorities[state], protectedSites);
      for (int site = 0; site < expected.length; site++) {
        expected[site] += probabilities[state] * priorities[state][site];
      }
    }
    return Math.max(0, knowing - greatest(expected, protectedSites));
  }

  private static double greatest(double[] priorities, int count) {
    double[] sorted = priorities.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int i = sorted.length - 1; i >= Math.max(0, sorted.length - count); i--) {
      sum += sorted[i];
    }
    return sum;
  }
}
