package tenon.evaluate.prepare;

import java.util.Arrays;
import tenon.evaluate.Observations;

/**
 * Descriptives of a column over its known cells.
 *
 * @param column its name
 * @param count number of known cells
 * @param mean their mean
 * @param deviation standard deviation, divisor n - 1
 * @param least least value
 * @param median the middle
 * @param most largest value
 */
public record Descriptives(
    String column,
    int count,
    double mean,
    double deviation,
    double least,
    double median,
    double most) {

  /** Of a column of numbers; all NaN where nothing is known. */
  public static Descriptives of(Observations data, String column) {
    double[] known =
        Arrays.stream(data.numbers(column)).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = known.length;
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
    return new Descriptives(
        column,
        n,
        mean,
        n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)),
        n == 0 ? Double.NaN : known[0],
        n == 0 ? Double.NaN : (known[(n - 1) / 2] + known[n / 2]) / 2,
        n == 0 ? Double.NaN : known[n - 1]);
  }
}
