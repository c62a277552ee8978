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
 * @param law the law, of the least AIC
 * @param mean 95 % interval of its mean by the profile likelihood; a point where nothing varies
 * @param sd the same of its standard deviation
 * @param candidates every family that was tried with its AIC, best first
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
   * A family that was tried.
   *
   * @param aic 2 parameters - 2 log likelihood
   */
  public record Candidate(DayLaw law, double aic) {}

  /**
   * Fits daily demand.
   *
   * @param observed quantities of days in order, at least one, finite, at least 0
   */
  public static LawFit demand(double[] observed) {
    return of(
        observed,
        List.of(
            Family.NORMAL,
            Family.LOGNORMAL,
            Family.GAMMA,
            Family.POISSON,
            Family.NEGATIVE_BINOMIAL));
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
    double average = Arrays.stream(observed).sum() / observed.length;
    if (least == most) {
      DayLaw law = new DayLaw(Family.DETERMINISTIC, least, 0);
      Interval point = new Interval(least, least);
      return new LawFit(
          law, point, new Interval(0, 0), List.of(), Double.NaN, Double.NaN, observed.length);
    }
    double squares = Arrays.stream(observed).map(y -> (y - average) * (y - average)).sum();
    double sd = Math.sqrt(squares / observed.length);
    Likelihood likelihood = new Likelihood(observed);
    List<Candidate> candidates = new ArrayList<>();
    for (Family family : families) {
      if (likelihood.allows(family, average, sd)) {
        DayLaw law = likelihood.best(family, average, sd);
        candidates.add(new Candidate(law, 2 * family.parameters() - 2 * likelihood.of(law)));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::aic));
    DayLaw law = candidates.getFirst().law();
    Profile profile = new Profile(likelihood, law);
    return new LawFit(
        law,
        profile.mean(),
        profile.sd(),
        candidates,
        fit(law, likelihood.resolution(), observed),
        autocorrelation(observed, average, squares),
        observed.length);
  }

  private static double autocorrelation(double[] y, double mean, double squares) {
    double sum = 0;
    for (int day = 1; day < y.length; day++) {
      sum += (y[day] - mean) * (y[day - 1] - mean);
    }
    return sum / squares;
  }

  /** Pearson's chi-squared over classes that the law holds as likely as each other. */
  private static double fit(DayLaw law, double resolution, double[] observed) {
    int wanted = Math.min(MOST_CLASSES, observed.length / LEAST_PER_CLASS);
    List<Double> ends = new ArrayList<>();
    for (int nth = 1; nth < wanted; nth++) {
      // Ends lie between two readings, so that none falls on an end.
      double read = Math.rint(law.quantile((double) nth / wanted) / resolution);
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
      double upTo = end == Double.POSITIVE_INFINITY ? 1 : law.cdf(end);
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
    int degrees = classes - 1 - law.family().parameters();
    return degrees < 1 ? Double.NaN : Laws.chiSquaredUpper(statistic, degrees);
  }
}
