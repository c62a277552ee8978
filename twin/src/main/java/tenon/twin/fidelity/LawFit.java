package tenon.twin.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tenon.model.Interval;
import tenon.numeric.Laws;
import tenon.twin.fidelity.DayLaw.Family;

/**
 * A law fitted to observed quantities by greatest likelihood.
 *
 * @param law the law, of the least AIC; where there are seasons, that of a day with the factor 1
 * @param mean 95 % interval of its mean by the profile likelihood; a point where nothing varies.
 *     With a share of days at 0 it is widened by what is unknown of the share
 * @param sd the same of its standard deviation; with such a share by the moments of the sample
 * @param seasons how the mean goes with the day of the week and the month
 * @param zeroShare 95 % interval of the share of days without any (Wilson 1927); 0 to 0 where the
 *     law has none
 * @param candidates every law that was tried with its AIC, best first
 * @param fitP chance of a worse fit if the law is true (Pearson's chi-squared over classes of equal
 *     probability); NaN where there are too few observations. Parameters count as fitted to the
 *     classes, so that it errs towards being small (Chernoff and Lehmann 1954)
 * @param autocorrelation correlation of a quantity with the one before; NaN where nothing varies
 * @param count number of observations
 */
public record LawFit(
    DayLaw law,
    Interval mean,
    Interval sd,
    Seasons seasons,
    Interval zeroShare,
    List<Candidate> candidates,
    double fitP,
    double autocorrelation,
    int count) {

  /** Deviance that a parameter may lose within its 95 % interval: quantile of chi squared, 1. */
  static final double DEVIANCE = 3.841458820694124;

  private static final int LEAST_PER_CLASS = 5;
  private static final int MOST_CLASSES = 20;

  public LawFit {
    candidates = List.copyOf(candidates);
  }

  /**
   * A law that was tried.
   *
   * @param seasons whether it goes by {@code week}, {@code year}, both or neither
   * @param aic 2 parameters - 2 log likelihood
   */
  public record Candidate(DayLaw law, String seasons, double aic) {}

  /** The law of a day, days since 1970-01-01. */
  public DayLaw on(long epochDay) {
    return law.times(seasons.factor(epochDay));
  }

  private static final List<Family> OF_DEMAND =
      List.of(
          Family.NORMAL, Family.LOGNORMAL, Family.GAMMA, Family.POISSON, Family.NEGATIVE_BINOMIAL);

  /**
   * Fits daily demand that is the same law every day.
   *
   * @param observed quantities of days in order, at least one, finite, at least 0
   */
  public static LawFit demand(double[] observed) {
    return of(observed, OF_DEMAND);
  }

  /**
   * Fits daily demand, which may go by the day of the week and the month, and have days without
   * any.
   *
   * @param observed quantities of days in order, at least one, finite, at least 0
   * @param firstDay the first of them, days since 1970-01-01
   */
  public static LawFit demand(double[] observed, long firstDay) {
    LawFit alike = demand(observed);
    if (alike.candidates.isEmpty()) {
      return alike;
    }
    return chosen(new Attempts(observed, firstDay, OF_DEMAND).all(), observed, firstDay);
  }

  /**
   * Fits lead times, which the daily run draws from a log-normal law.
   *
   * @param observed days of shipments in order, at least one, finite, at least 0
   */
  public static LawFit leadTime(double[] observed) {
    return of(observed, List.of(Family.LOGNORMAL));
  }

  private static LawFit of(double[] observed, List<Family> families) {
    double least = Arrays.stream(observed).min().orElseThrow();
    double most = Arrays.stream(observed).max().orElseThrow();
    if (least == most) {
      DayLaw law = new DayLaw(Family.DETERMINISTIC, least, 0);
      return new LawFit(
          law,
          new Interval(least, least),
          new Interval(0, 0),
          Seasons.NONE,
          new Interval(0, 0),
          List.of(),
          Double.NaN,
          Double.NaN,
          observed.length);
    }
    List<Attempt> attempts = new Attempts(observed, 0, families).alike();
    return chosen(attempts, observed, 0);
  }

  private static LawFit chosen(List<Attempt> attempts, double[] observed, long firstDay) {
    List<Attempt> sorted =
        attempts.stream().sorted(Comparator.comparingDouble(Attempt::aic)).toList();
    Attempt best = sorted.getFirst();
    DayLaw law = best.law();
    double[] factors = best.seasons().factors(firstDay, observed.length);
    MixtureIntervals ends = new MixtureIntervals(best, observed, factors);
    return new LawFit(
        law,
        ends.mean(),
        ends.sd(),
        best.seasons(),
        ends.zeroShare(),
        sorted.stream()
            .map(one -> new Candidate(one.law(), one.seasons().title(), one.aic()))
            .toList(),
        fit(law, best.seasons(), factors, best.likelihood().resolution(), observed),
        autocorrelation(observed, factors),
        observed.length);
  }

  private static double autocorrelation(double[] observed, double[] factors) {
    double[] freed = new double[observed.length];
    int days = 0;
    for (int day = 0; day < observed.length; day++) {
      if (factors[day] > 0) {
        freed[days++] = observed[day] / factors[day];
      }
    }
    double[] y = Arrays.copyOf(freed, days);
    double mean = Arrays.stream(y).sum() / days;
    double squares = Arrays.stream(y).map(one -> (one - mean) * (one - mean)).sum();
    return autocorrelation(y, mean, squares);
  }

  private static double autocorrelation(double[] y, double mean, double squares) {
    double sum = 0;
    for (int day = 1; day < y.length; day++) {
      sum += (y[day] - mean) * (y[day - 1] - mean);
    }
    return sum / squares;
  }

  /** Pearson's chi-squared over classes that the law holds as likely as each other. */
  private static double fit(
      DayLaw law, Seasons seasons, double[] factors, double resolution, double[] observed) {
    Pooled pooled = new Pooled(law, factors);
    int wanted = Math.min(MOST_CLASSES, observed.length / LEAST_PER_CLASS);
    List<Double> ends = new ArrayList<>();
    for (int nth = 1; nth < wanted; nth++) {
      // Ends lie between two readings, so that none falls on an end.
      double read = Math.rint(pooled.quantile((double) nth / wanted) / resolution);
      double end = (read + 0.5) * resolution;
      if (ends.isEmpty() || end > ends.getLast()) {
        ends.add(end);
      }
    }
    ends.add(Double.POSITIVE_INFINITY);
    double below = 0;
    double statistic = 0;
    double expected = 0;
    double counted = 0;
    int classes = 0;
    for (int at = 0; at < ends.size(); at++) {
      double end = ends.get(at);
      double upTo = end == Double.POSITIVE_INFINITY ? 1 : pooled.cdf(end);
      double low = at == 0 ? Double.NEGATIVE_INFINITY : ends.get(at - 1);
      expected += (upTo - below) * observed.length;
      counted += Arrays.stream(observed).filter(y -> y > low && y <= end).count();
      below = upTo;
      if (expected >= LEAST_PER_CLASS) {
        statistic += (counted - expected) * (counted - expected) / expected;
        classes++;
        expected = 0;
        counted = 0;
      }
    }
    if (expected > 1) {
      statistic += (counted - expected) * (counted - expected) / expected;
      classes++;
    }
    int parameters =
        law.family().parameters() + seasons.parameters() + (law.zeroShare() > 0 ? 1 : 0);
    int degrees = classes - 1 - parameters;
    return degrees < 1 ? Double.NaN : Laws.chiSquaredUpper(statistic, degrees);
  }
}
