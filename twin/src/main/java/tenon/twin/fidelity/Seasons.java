package tenon.twin.fidelity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;
import tenon.model.Interval;

/**
 * How demand goes with the day of the week and the month of the year.
 *
 * @param week factors of Monday to Sunday, which average 1; null where all days are alike
 * @param year factors of January to December, likewise
 */
public record Seasons(@Nullable Factors week, @Nullable Factors year) {
  /** All days alike. */
  public static final Seasons NONE = new Seasons(null, null);

  /** Fewest days of a period that its factor is told by. */
  private static final int LEAST = 4;

  private static final double NORMAL_95 = 1.959963984540054;

  /**
   * Factors of periods.
   *
   * @param factor demand of a day of the period over the mean
   * @param interval 95 % interval of each, by the deviation within the period
   * @param days days of each that were fitted
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  public record Factors(double[] factor, Interval[] interval, int[] days) {}

  /** How many numbers are fitted beside the law. */
  int parameters() {
    return (week == null ? 0 : 6) + (year == null ? 0 : 11);
  }

  /** In the words of a table: nothing, {@code week}, {@code year} or {@code week year}. */
  public String title() {
    return ((week == null ? "" : "week ") + (year == null ? "" : "year")).strip();
  }

  /** Demand of a day over the mean. */
  public double factor(long epochDay) {
    double factor = week == null ? 1 : week.factor[weekday(epochDay)];
    return year == null ? factor : factor * year.factor[month(epochDay)];
  }

  /** The factors of days from one on. */
  double[] factors(long first, int count) {
    double[] all = new double[count];
    Arrays.setAll(all, day -> factor(first + day));
    return all;
  }

  private static int weekday(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).getDayOfWeek().getValue() - 1;
  }

  private static int month(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).getMonthValue() - 1;
  }

  /**
   * The factors of the days of the week; null where too few of one were seen.
   *
   * @param amounts by day from {@code first} on
   * @param counted whether a day counts
   * @param other factors that the amounts are freed of before
   */
  static @Nullable Factors ofWeek(double[] amounts, boolean[] counted, long first, Seasons other) {
    return factors(amounts, counted, first, 7, Seasons::weekday, other);
  }

  /** The same of the months; null where not each was seen in two years. */
  static @Nullable Factors ofYear(double[] amounts, boolean[] counted, long first) {
    LocalDate from = LocalDate.ofEpochDay(first);
    boolean twice = !from.plusYears(2).isAfter(LocalDate.ofEpochDay(first + amounts.length));
    return twice ? factors(amounts, counted, first, 12, Seasons::month, NONE) : null;
  }

  private static @Nullable Factors factors(
      double[] amounts,
      boolean[] counted,
      long first,
      int periods,
      LongToIntFunction period,
      Seasons other) {
    int[] seen = new int[periods];
    int[] days = new int[periods];
    double[] sum = new double[periods];
    double[] squares = new double[periods];
    for (int day = 0; day < amounts.length; day++) {
      int at = period.applyAsInt(first + day);
      seen[at]++;
      double scale = other.factor(first + day);
      if (counted[day] && scale > 0) {
        double amount = amounts[day] / scale;
        days[at]++;
        sum[at] += amount;
        squares[at] += amount * amount;
      }
    }
    if (Arrays.stream(seen).min().orElse(0) < LEAST) {
      return null;
    }
    if (!differ(amounts, first, periods, period)) {
      return null;
    }
    double[] mean = new double[periods];
    Arrays.setAll(mean, at -> days[at] == 0 ? 0 : sum[at] / days[at]);
    double all = Arrays.stream(mean).sum() / periods;
    double[] factor = Arrays.stream(mean).map(own -> own / all).toArray();
    Interval[] interval = new Interval[periods];
    for (int at = 0; at < periods; at++) {
      double variance = days[at] < 2 ? 0 : squares[at] / days[at] - mean[at] * mean[at];
      double half =
          days[at] < 2 ? 0 : NORMAL_95 * Math.sqrt(Math.max(0, variance) / (days[at] - 1)) / all;
      interval[at] = new Interval(Math.max(0, factor[at] - half), factor[at] + half);
    }
    return all > 0 ? new Factors(factor, interval, days) : null;
  }

  /**
   * Whether the ranks of the amounts differ from period to period more than they would on average
   * by chance (Kruskal and Wallis 1952): where they do not, no gain of likelihood pays for the
   * factors.
   */
  private static boolean differ(
      double[] amounts, long first, int periods, LongToIntFunction period) {
    int n = amounts.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, day -> day);
    Arrays.sort(order, (one, two) -> Double.compare(amounts[one], amounts[two]));
    double[] ranks = new double[n];
    double ties = 0;
    for (int from = 0; from < n; ) {
      int to = from;
      while (to < n && amounts[order[to]] == amounts[order[from]]) {
        to++;
      }
      for (int at = from; at < to; at++) {
        ranks[order[at]] = (from + to + 1) / 2.0;
      }
      double alike = (double) to - from;
      ties += alike * alike * alike - alike;
      from = to;
    }
    double[] sum = new double[periods];
    int[] count = new int[periods];
    for (int day = 0; day < n; day++) {
      sum[period.applyAsInt(first + day)] += ranks[day];
      count[period.applyAsInt(first + day)]++;
    }
    double h = -3.0 * (n + 1);
    for (int at = 0; at < periods; at++) {
      h += 12 / ((double) n * (n + 1)) * sum[at] * sum[at] / count[at];
    }
    double whole = 1 - ties / ((double) n * n * n - n);
    return whole > 0 && h / whole > periods - 1;
  }
}
