package tenon.twin.fidelity;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The law of a day picked at random from days with factors of their own. */
final class Pooled {
  private final DayLaw[] laws;
  private final double[] shares;

  Pooled(DayLaw law, double[] factors) {
    Map<Double, Integer> counts = new TreeMap<>();
    for (double factor : factors) {
      counts.merge(factor, 1, Integer::sum);
    }
    laws = counts.keySet().stream().map(law::times).toArray(DayLaw[]::new);
    shares =
        counts.values().stream().mapToDouble(count -> (double) count / factors.length).toArray();
  }

  double cdf(double y) {
    double sum = 0;
    for (int at = 0; at < laws.length; at++) {
      sum += shares[at] * laws[at].cdf(y);
    }
    return sum;
  }

  double quantile(double p) {
    if (laws.length == 1) {
      return laws[0].quantile(p);
    }
    if (cdf(0) >= p) {
      return 0;
    }
    double low = 0;
    double high = Arrays.stream(laws).mapToDouble(law -> law.mean() + law.sd()).max().orElse(1);
    while (cdf(high) < p) {
      high *= 2;
    }
    for (int step = 0; step < 60 && high - low > 1e-9 * high; step++) {
      double middle = (low + high) / 2;
      if (cdf(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
