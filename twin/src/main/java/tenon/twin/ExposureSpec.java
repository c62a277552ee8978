package tenon.twin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exposure is computed with.
 *
 * @param horizonDays longest time to survive that is told apart from infinity, days, above 0
 * @param assumedTtrDays time to recover of a site where none is stated, and time to start of a standby
 *     recipe or link where none is stated, days, not negative
 * @param assumedProbabilityPerYear probability of a full outage within a year where none is stated, 0
 *     to 1
 * @param stockLost whether the stock on hand at the disrupted site is lost; the paper keeps it usable
 * @param siteIds sites to assess, in any order; null assesses all
 * @param threads platform threads to work on, at least 1; the result does not depend on it
 */
public record ExposureSpec(
    double horizonDays,
    double assumedTtrDays,
    double assumedProbabilityPerYear,
    boolean stockLost,
    @Nullable List<String> siteIds,
    int threads) {

  private static final double CENTURY_DAYS = 36_500;
  private static final double TTR_DAYS = 30;
  private static final double PROBABILITY_PER_YEAR = 0.05;

  public ExposureSpec {
    if (!(horizonDays > 0 && horizonDays < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "horizonDays " + horizonDays + " is no length of time; write days above 0");
    }
    if (!(assumedTtrDays >= 0 && assumedTtrDays < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "assumedTtrDays " + assumedTtrDays + " is no length of time; write days, at least 0");
    }
    if (!(assumedProbabilityPerYear >= 0 && assumedProbabilityPerYear <= 1)) {
      throw new IllegalArgumentException(
          "assumedProbabilityPerYear "
              + assumedProbabilityPerYear
              + " is no probability; write a fraction from 0 to 1");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads + " is too few; write at least 1");
    }
    siteIds = siteIds == null ? null : List.copyOf(siteIds);
  }

  /**
   * All sites over a horizon of 100 years, stock kept as in the paper, 30 days to recover and 5% a year
   * where nothing is known, as many threads as the machine has processors.
   */
  public static ExposureSpec standard() {
    return new ExposureSpec(
        CENTURY_DAYS,
        TTR_DAYS,
        PROBABILITY_PER_YEAR,
        false,
        null,
        Runtime.getRuntime().availableProcessors());
  }

  public ExposureSpec withHorizonDays(double days) {
    return new ExposureSpec(
        days, assumedTtrDays, assumedProbabilityPerYear, stockLost, siteIds, threads);
  }

  public ExposureSpec withAssumedTtrDays(double days) {
    return new ExposureSpec(
        horizonDays, days, assumedProbabilityPerYear, stockLost, siteIds, threads);
  }

  public ExposureSpec withAssumedProbabilityPerYear(double probability) {
    return new ExposureSpec(horizonDays, assumedTtrDays, probability, stockLost, siteIds, threads);
  }

  public ExposureSpec withStockLost(boolean lost) {
    return new ExposureSpec(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, lost, siteIds, threads);
  }

  public ExposureSpec withSiteIds(@Nullable List<String> ids) {
    return new ExposureSpec(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, stockLost, ids, threads);
  }

  public ExposureSpec withThreads(int count) {
    return new ExposureSpec(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, stockLost, siteIds, count);
  }
}
