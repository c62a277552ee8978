package tenon.twin.fidelity;

import tenon.model.Interval;

/** Intervals of 95 % of mean, deviation and share at 0 of a law that may have such a share. */
final class MixtureIntervals {
  private static final double NORMAL_95 = 1.959963984540054;

  private final DayLaw law;
  private final Profile profile;
  private final double[] freed;
  private final int days;

  MixtureIntervals(Attempt attempt, double[] observed, double[] factors) {
    law = attempt.law();
    profile = new Profile(attempt.likelihood(), law.above());
    freed = new double[observed.length];
    int count = 0;
    for (int day = 0; day < observed.length; day++) {
      if (factors[day] > 0) {
        freed[count++] = observed[day] / factors[day];
      }
    }
    days = count;
  }

  /** Where there is a share at 0, its variance is added on the scale of logarithms. */
  Interval mean() {
    Interval above = profile.mean();
    double share = law.zeroShare();
    if (share == 0) {
      return above;
    }
    double inner = law.above().mean();
    double ofShare = NORMAL_95 * NORMAL_95 * share / ((1 - share) * days);
    double down = above.low() > 0 ? StrictMath.log(inner / above.low()) : Double.POSITIVE_INFINITY;
    double up = StrictMath.log(above.high() / inner);
    return new Interval(
        law.mean() * StrictMath.exp(-Math.sqrt(down * down + ofShare)),
        law.mean() * StrictMath.exp(Math.sqrt(up * up + ofShare)));
  }

  /** Where there is a share at 0, by the fourth moment of the days, whatever their law. */
  Interval sd() {
    if (law.zeroShare() == 0) {
      return profile.sd();
    }
    double mean = 0;
    for (int day = 0; day < days; day++) {
      mean += freed[day] / days;
    }
    double second = 0;
    double fourth = 0;
    for (int day = 0; day < days; day++) {
      double square = (freed[day] - mean) * (freed[day] - mean);
      second += square / days;
      fourth += square * square / days;
    }
    double half =
        NORMAL_95 * Math.sqrt(Math.max(0, fourth - second * second) / days) / (2 * second);
    return new Interval(law.sd() * StrictMath.exp(-half), law.sd() * StrictMath.exp(half));
  }

  /** Wilson (1927). */
  Interval zeroShare() {
    double p = law.zeroShare();
    if (p == 0) {
      return new Interval(0, 0);
    }
    double square = NORMAL_95 * NORMAL_95;
    double middle = p + square / (2 * days);
    double half = NORMAL_95 * Math.sqrt(p * (1 - p) / days + square / (4.0 * days * days));
    double whole = 1 + square / days;
    return new Interval((middle - half) / whole, (middle + half) / whole);
  }
}
