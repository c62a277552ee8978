package tenon.study.cascade;

import java.util.Arrays;

/** Spearman's correlation of ranks; equal values share the mean of their ranks. */
final class RankCorrelation {
  private RankCorrelation() {}

  /** From -1 to 1; NaN where one side does not vary. */
  static double of(double[] one, double[] other) {
    double[] first = ranks(one);
    double[] second = ranks(other);
    double middle = (one.length - 1) / 2.0;
    double both = 0;
    double ones = 0;
    double others = 0;
    for (int at = 0; at < first.length; at++) {
      both += (first[at] - middle) * (second[at] - middle);
      ones += (first[at] - middle) * (first[at] - middle);
      others += (second[at] - middle) * (second[at] - middle);
    }
    return both / Math.sqrt(ones * others);
  }

  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int at = 0; at < values.length; at++) {
      int first = Arrays.binarySearch(sorted, values[at]);
      int last = first;
      while (first > 0 && sorted[first - 1] == values[at]) {
        first--;
      }
      while (last + 1 < sorted.length && sorted[last + 1] == values[at]) {
        last++;
      }
      ranks[at] = (first + last) / 2.0;
    }
    return ranks;
  }
}
