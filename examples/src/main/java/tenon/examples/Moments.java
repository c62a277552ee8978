package tenon.examples;

/**
 * What a published table of descriptives says of a variable; draws are bent until they agree.
 *
 * @param mean mean over the rows that count
 * @param deviation standard deviation over them
 * @param least least value
 * @param most largest value
 */
record Moments(double mean, double deviation, double least, double most) {
  private static final int ROUNDS = 60;

  /**
   * Moves and stretches values to the moments. The outermost draws become the published extremes,
   * which lie far out; the others keep inside.
   *
   * @param counts the places that count for the moments; the others are moved alike
   */
  void bend(double[] values, int[] counts) {
    int low = counts[0];
    int high = counts[0];
    for (int at : counts) {
      low = values[at] < values[low] ? at : low;
      high = values[at] > values[high] ? at : high;
    }
    double inner = (most - least) * .01;
    for (int round = 0; round < ROUNDS; round++) {
      values[low] = least;
      values[high] = most;
      double[] now = of(values, counts);
      for (int at = 0; at < values.length; at++) {
        double moved = mean + (values[at] - now[0]) * deviation / now[1];
        values[at] = Math.clamp(moved, least + inner, most - inner);
      }
      values[low] = least;
      values[high] = most;
    }
  }

  /** Mean and standard deviation. */
  static double[] of(double[] values, int[] counts) {
    double sum = 0;
    for (int at : counts) {
      sum += values[at];
    }
    double mean = sum / counts.length;
    double squares = 0;
    for (int at : counts) {
      squares += (values[at] - mean) * (values[at] - mean);
    }
    return new double[] {mean, Math.sqrt(squares / (counts.length - 1))};
  }
}
