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

  /**
   * The quantile of numbers that may be rearranged: the same as of the sorted ones, by selection
   * (Hoare 1961, in three parts), in time of their number.
   */
  static double among(double[] numbers, double p) {
    double h = (numbers.length - 1) * p;
    int below = (int) h;
    double rest = h - below;
    select(numbers, below);
    double low = numbers[below];
    if (rest == 0) {
      return low;
    }
    double next = Double.POSITIVE_INFINITY;
    for (int at = below + 1; at < numbers.length; at++) {
      next = Math.min(next, numbers[at]);
    }
    return low == next ? low : low + rest * (next - low);
  }

  /** Puts the number of a place there, smaller ones before and larger ones behind it. */
  private static void select(double[] numbers, int place) {
    int from = 0;
    int to = numbers.length - 1;
    while (from < to) {
      double pivot = middle(numbers[from], numbers[(from + to) >>> 1], numbers[to]);
      int less = from;
      int more = to;
      int at = from;
      while (at <= more) {
        double number = numbers[at];
        if (number < pivot) {
          numbers[at++] = numbers[less];
          numbers[less++] = number;
        } else if (number > pivot) {
          numbers[at] = numbers[more];
          numbers[more--] = number;
        } else {
          at++;
        }
      }
      if (place < less) {
        to = less - 1;
      } else if (place > more) {
        from = more + 1;
      } else {
        return;
      }
    }
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
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
