package tenon.twin.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.twin.fidelity.DayLaw.Family;

/**
 * The laws that daily quantities may go by: each family, alike on all days or by the day of the
 * week, the month or both, with or without a share of days that have none. Factors are those of the
 * means of the days of a period, which is the greatest likelihood for gamma and Poisson laws. A
 * period that had nothing at all has the factor 0, and its days say nothing more.
 */
final class Attempts {
  /** Fewest days that are not 0 to which a law beside a share at 0 is fitted. */
  private static final int LEAST = 8;

  /** Deviation over the mean below which nothing is left to fit a law to. */
  private static final double STEADY = 1e-9;

  /** Families that are tried with seasons. */
  private static final int LIKELY = 2;

  private final double[] observed;
  private final long firstDay;
  private final List<Family> families;
  private final List<Attempt> made = new ArrayList<>();

  Attempts(double[] observed, long firstDay, List<Family> families) {
    this.observed = observed;
    this.firstDay = firstDay;
    this.families = families;
  }

  /** All days alike, without a share at 0. */
  List<Attempt> alike() {
    add(Seasons.NONE, false);
    return made;
  }

  List<Attempt> all() {
    for (boolean zeros : new boolean[] {false, true}) {
      boolean[] counted = new boolean[observed.length];
      for (int day = 0; day < counted.length; day++) {
        counted[day] = !zeros || observed[day] > 0;
      }
      Seasons.@Nullable Factors week = Seasons.ofWeek(observed, counted, firstDay, Seasons.NONE);
      Seasons.@Nullable Factors year = Seasons.ofYear(observed, counted, firstDay);
      List<Family> likely = likely(zeros);
      if (week != null) {
        add(new Seasons(week, null), zeros, likely);
      }
      if (year != null) {
        Seasons months = new Seasons(null, year);
        add(months, zeros, likely);
        Seasons.@Nullable Factors within =
            week == null ? null : Seasons.ofWeek(observed, counted, firstDay, months);
        if (within != null) {
          add(new Seasons(within, year), zeros, likely);
        }
      }
    }
    return made;
  }

  /** The families that fit best where days are alike: others are not tried with seasons. */
  private List<Family> likely(boolean zeros) {
    List<Attempt> before = List.copyOf(made);
    add(Seasons.NONE, zeros);
    return made.stream()
        .skip(before.size())
        .sorted(Comparator.comparingDouble(Attempt::aic))
        .limit(LIKELY)
        .map(attempt -> attempt.law().family())
        .toList();
  }

  private void add(Seasons seasons, boolean zeros) {
    add(seasons, zeros, families);
  }

  private void add(Seasons seasons, boolean zeros, List<Family> tried) {
    double[] factors = seasons.factors(firstDay, observed.length);
    double[] values = new double[observed.length];
    double[] scales = new double[observed.length];
    double[] freed = new double[observed.length];
    int count = 0;
    int empty = 0;
    for (int day = 0; day < observed.length; day++) {
      if (factors[day] > 0 && zeros && observed[day] == 0) {
        empty++;
      } else if (factors[day] > 0) {
        values[count] = observed[day];
        freed[count] = observed[day] / factors[day];
        scales[count++] = factors[day];
      }
    }
    if (zeros && (empty == 0 || count < LEAST)) {
      return;
    }
    double mean = Arrays.stream(freed, 0, count).sum() / count;
    double squares = Arrays.stream(freed, 0, count).map(y -> (y - mean) * (y - mean)).sum();
    double sd = Math.sqrt(squares / count);
    if (!(sd > (seasons.parameters() > 0 || zeros ? STEADY * mean : 0))) {
      return;
    }
    double share = (double) empty / (empty + count);
    double ofZeros = zeros ? empty * StrictMath.log(share) + count * StrictMath.log1p(-share) : 0;
    Likelihood likelihood =
        new Likelihood(Arrays.copyOf(values, count), Arrays.copyOf(scales, count));
    for (Family family : tried) {
      boolean known = !zeros || !family.inWhole();
      if (known && likelihood.allows(family, mean, sd)) {
        DayLaw law = likelihood.best(family, mean, sd);
        int parameters = family.parameters() + seasons.parameters() + (zeros ? 1 : 0);
        made.add(
            new Attempt(
                zeros ? law.withZeros(share) : law,
                seasons,
                likelihood,
                2 * parameters - 2 * (likelihood.of(law) + ofZeros)));
      }
    }
  }
}
