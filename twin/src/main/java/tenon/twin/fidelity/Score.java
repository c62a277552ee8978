package tenon.twin.fidelity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import tenon.numeric.Laws;

/**
 * How a law foretold quantities that it had not seen.
 *
 * @param count number of quantities
 * @param inside how many of them lay within the band of 5 to 95 %
 * @param expected share that the laws themselves put within their bands: 90 % where they have no
 *     masses, more where they have (whole numbers, days without any)
 * @param crps mean continuous ranked probability score, in the unit of the quantity
 * @param reference the same score of the fitted quantities themselves taken as the forecast
 * @param sum sum of the quantities
 * @param sumLow lower end of the band of 5 to 95 % of the sum, by the normal law that a sum of many
 *     independent draws nears
 * @param sumHigh upper end
 * @param ranks probability that the law gave to what is below each quantity and half of the
 *     quantity itself; uniform from 0 to 1 where the law is right
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record Score(
    int count,
    int inside,
    double expected,
    double crps,
    double reference,
    double sum,
    double sumLow,
    double sumHigh,
    double[] ranks) {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  public Score {
    ranks = ranks.clone();
  }

  /** Share of the quantities within the band. */
  public double coverage() {
    return (double) inside / count;
  }

  /** Whether the sum lies within its band. */
  public boolean sumInside() {
    return sum >= sumLow && sum <= sumHigh;
  }

  /** 1 - score / score of the reference; above 0 where the law is better. NaN where both are 0. */
  public double skill() {
    return 1 - crps / reference;
  }

  /**
   * Scores a law.
   *
   * @param fitted what the law was fitted to
   * @param held what was held back, at least one
   * @param whole whether the daily run rounds what it draws to whole numbers
   */
  public static Score of(DayLaw law, double[] fitted, double[] held, boolean whole) {
    return of(_ -> law, fitted, held, whole);
  }

  /**
   * Scores a law that goes by the day.
   *
   * @param laws law of each day held back, from 0
   */
  public static Score of(IntFunction<DayLaw> laws, double[] fitted, double[] held, boolean whole) {
    Map<DayLaw, double[]> bands = new HashMap<>();
    Map<Case, Case.Found> cases = new HashMap<>(); // most days are alike, above all those without
    double within = 0;
    double middle = 0;
    double variance = 0;
    Climatology before = new Climatology(fitted);
    int inside = 0;
    double crps = 0;
    double reference = 0;
    double sum = 0;
    double[] ranks = new double[held.length];
    for (int nth = 0; nth < held.length; nth++) {
      double y = held[nth];
      DayLaw law = laws.apply(nth);
      double[] band = bands.computeIfAbsent(law, own -> band(own, whole));
      double low = band[0];
      double high = band[1];
      within += band[2];
      middle += law.mean();
      variance += law.sd() * law.sd();
      inside += y >= low && y <= high ? 1 : 0;
      Case.Found found = cases.computeIfAbsent(new Case(law, y), Case::found);
      crps += found.crps();
      reference += before.crps(y);
      sum += y;
      ranks[nth] = found.rank();
    }
    double half = Laws.normalQuantile(HIGH) * Math.sqrt(variance);
    return new Score(
        held.length,
        inside,
        within / held.length,
        crps / held.length,
        reference / held.length,
        sum,
        middle - half,
        middle + half,
        ranks);
  }

  /** A law and what happened. */
  private record Case(DayLaw law, double y) {
    /**
     * What the law says of it.
     *
     * @param rank P(Y less than y) + P(Y = y) / 2
     */
    record Found(double crps, double rank) {}

    Found found() {
      double step = law.family().inWhole() ? 1 : 0;
      double below = y == 0 ? 0 : law.cdf(y - step);
      return new Found(law.crps(y), (law.cdf(y) + below) / 2);
    }
  }

  /** Lower and upper end of the band of 5 to 95 %, and the probability of what lies within. */
  private static double[] band(DayLaw law, boolean whole) {
    double low = law.quantile(LOW);
    double high = law.quantile(HIGH);
    if (whole) {
      double from = Math.rint(low);
      double to = Math.rint(high);
      return new double[] {from, to, law.cdf(to + 0.5) - law.cdf(from - 0.5)};
    }
    boolean masses = law.family().inWhole() || law.family() == DayLaw.Family.DETERMINISTIC;
    double below = low == 0 ? 0 : masses ? law.cdf(low - 1) : law.cdf(low);
    return new double[] {low, high, law.cdf(high) - below};
  }

  /** Past quantities, each as likely, as a forecast. */
  static final class Climatology {
    private final double[] sorted;
    private final double spread;

    Climatology(double[] fitted) {
      sorted = fitted.clone();
      Arrays.sort(sorted);
      double weighted = 0;
      int n = sorted.length;
      for (int i = 0; i < n; i++) {
        weighted += (2.0 * i - n + 1) * sorted[i];
      }
      spread = weighted / ((double) n * n);
    }

    /** Mean |X - y| less half the mean |X - X'| (Gneiting and Raftery 2007, equation 21). */
    double crps(double y) {
      double sum = 0;
      for (double x : sorted) {
        sum += Math.abs(x - y);
      }
      return sum / sorted.length - spread;
    }
  }
}
