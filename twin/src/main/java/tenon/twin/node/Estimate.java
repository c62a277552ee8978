package tenon.twin.node;

import tenon.numeric.Laws;

/**
 * Mean over replications with its 95 % interval by Student's t.
 *
 * @param mean mean; NaN where no replication has a value
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double mean, double low, double high) {

  static Estimate of(double[] values) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    if (count < 2) {
      double mean = count == 0 ? Double.NaN : sum;
      return new Estimate(mean, Double.NaN, Double.NaN);
    }
    double mean = sum / count;
    double squares = 0;
    for (double value : values) {
      squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
    }
    double error = Math.sqrt(squares / (count - 1) / count);
    double half = error == 0 ? 0 : Laws.studentQuantile(0.975, count - 1) * error;
    return new Estimate(mean, mean - half, mean + half);
  }
}
