package tenon.assess.pipeline;

/**
 * Skewness and kurtosis of ascending values of which some at both ends are drawn in to the next
 * one: worked out at once for any number of them, from sums of powers that are kept.
 *
 * <p>Powers are taken of the distance from the median and summed from there outwards, so that an
 * outlier is in no sum that does not want it. The median stays where it is as long as it is not
 * drawn in itself, and no mean is further from the median than a standard deviation: nothing
 * cancels when the sums are moved to the mean. They differ from the moments about the mean by
 * rounding alone; {@link #isClose} tells where that could matter.
 */
final class DrawingIn {
  private static final int POWERS = 4;
  private static final double CLOSE = 1e-9;

  private final double[] sorted;
  private final int middle;

  /** By power and position: the sum from the middle to there, both included. */
  private final double[][] sums;

  /**
   * Sums the powers.
   *
   * @param sorted known values, ascending; not to be written to afterwards
   */
  DrawingIn(double[] sorted) {
    this.sorted = sorted;
    middle = sorted.length / 2;
    sums = new double[POWERS][sorted.length];
    gather(middle, sorted.length, 1);
    gather(middle - 1, -1, -1);
  }

  private void gather(int from, int end, int step) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int at = from; at != end; at += step) {
      double distance = sorted[at] - sorted[middle];
      double square = distance * distance;
      sums[0][at] = first += distance;
      sums[1][at] = second += square;
      sums[2][at] = third += square * distance;
      sums[3][at] = fourth += square * square;
    }
  }

  /** Sum of a power over all values, the lowest and highest few drawn in. */
  private double sum(int power, int low, int high) {
    double least = sorted[low] - sorted[middle];
    double greatest = sorted[sorted.length - 1 - high] - sorted[middle];
    double ends = (low + 1) * pow(least, power) + (high + 1) * pow(greatest, power);
    int from = low + 1;
    int to = sorted.length - 2 - high;
    double inside = from < middle ? sums[power - 1][from] : 0;
    return ends + inside + (to >= middle ? sums[power - 1][to] : 0);
  }

  private static double pow(double base, int power) {
    double square = base * base;
    return switch (power) {
      case 1 -> base;
      case 2 -> square;
      case 3 -> square * base;
      default -> square * square;
    };
  }

  /** Moments with the lowest and highest few values drawn in to the next ones. */
  Moments moments(int low, int high) {
    double least = sorted[low];
    double greatest = sorted[sorted.length - 1 - high];
    boolean beyond = low >= middle || sorted.length - 1 - high <= middle;
    if (beyond || least == greatest) {
      return Moments.clamped(sorted, least, greatest);
    }
    double n = sorted.length;
    double first = sum(1, low, high) / n;
    double second = sum(2, low, high);
    double third = sum(3, low, high);
    double fourth = sum(4, low, high);
    return Moments.of(
        sorted.length,
        sorted[middle] + first,
        second - n * first * first,
        third - 3 * first * second + 2 * n * first * first * first,
        fourth - first * (4 * third - 6 * first * second + 3 * n * first * first * first));
  }

  /** Whether rounding could decide which side of a bound an amount lies. */
  static boolean isClose(double amount, double bound) {
    return Math.abs(amount - bound) <= CLOSE * (1 + Math.abs(bound));
  }
}
