package tenon.twin.site;

/**
 * Order statistics. The quantile p of n sorted numbers lies at position h = (n - 1) p, between the
 * neighbours by linear interpolation (Hyndman and Fan 1996, type 7); next to an infinite number it
 * is infinite.
 */
final class Quantiles {
  private Quantiles() {}

  static double[] sorted(double[] numbers) {
    double[] sorted = numbers.clone();
    java.util.Arrays.sort(sorted);
    return sorted;
  }

  static double at(double[] sorted, double p) {
    double h = (sorted.length - 1) * p;
    int below = (int) h;
    double rest = h - below;
    if (rest == 0 || sorted[below] == sorted[below + 1]) {
      return sorted[below];
    }
    return sorted[below] + rest * (sorted[below + 1] - sorted[below]);
  }

  static double mean(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum / numbers.length;
  }

  /** Half-width of the interval of the mean, 95 % by the normal approximation; of at least two. */
  static double halfWidth(double[] numbers) {
    return 1.959963984540054 * deviation(numbers) / Math.sqrt(numbers.length);
  }

  /** Sample standard deviation; NaN of a single number. */
  static double deviation(double[] numbers) {
    double mean = mean(numbers);
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    return numbers.length < 2 ? Double.NaN : Math.sqrt(squares / (numbers.length - 1));
  }
}
