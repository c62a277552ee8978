package tenon.respond.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenon.model.Interval;
import tenon.numeric.Laws;

/**
 * How often a cause strikes.
 *
 * @param cause code of the cause
 * @param cases number of cases within the years observed
 * @param perYear expected number a year
 * @param interval 90 % interval of that rate
 * @param probability chance of at least one in the year to come
 * @param meanDurationDays mean duration of the cases that tell it; NaN where none does
 * @param meanLossShare mean share lost of the cases that tell it; NaN where none does
 */
public record CauseRate(
    String cause,
    int cases,
    double perYear,
    Interval interval,
    double probability,
    double meanDurationDays,
    double meanLossShare) {

  /**
   * What is known before the cases.
   *
   * @param perYear rate that was thought right before, above 0
   * @param worthYears years of observation that this is worth, above 0
   */
  public record Prior(double perYear, double worthYears) {
    public Prior {
      if (!(perYear > 0) || !(worthYears > 0)) {
        throw new IllegalArgumentException(perYear + " a year, worth " + worthYears + " years");
      }
    }
  }

  /**
   * Rates of every cause of the cases, in the order of the causes, by those that began within the
   * years; none of a cause within them is told by them as well.
   *
   * @param firstYear first year observed
   * @param lastYear last year observed, whole; not before the first
   * @param prior what holds for a cause before any case; the same for all
   */
  public static List<CauseRate> of(List<Case> cases, int firstYear, int lastYear, Prior prior) {
    int years = years(firstYear, lastYear);
    Map<String, List<Case>> byCause = new TreeMap<>();
    cases.forEach(one -> byCause.computeIfAbsent(one.cause(), _ -> new ArrayList<>()).add(one));
    return byCause.entrySet().stream()
        .map(of -> of(of.getKey(), within(of.getValue(), firstYear, lastYear), years, prior))
        .toList();
  }

  /**
   * The rate of one cause, by the cases that began within the years.
   *
   * @param cases cases of that cause
   */
  public static CauseRate of(
      String cause, List<Case> cases, int firstYear, int lastYear, Prior prior) {
    return of(cause, within(cases, firstYear, lastYear), years(firstYear, lastYear), prior);
  }

  private static int years(int firstYear, int lastYear) {
    if (lastYear < firstYear) {
      throw new IllegalArgumentException("no year from " + firstYear + " to " + lastYear);
    }
    return lastYear - firstYear + 1;
  }

  private static List<Case> within(List<Case> cases, int firstYear, int lastYear) {
    return cases.stream()
        .filter(one -> one.from().getYear() >= firstYear && one.from().getYear() <= lastYear)
        .toList();
  }

  private static CauseRate of(String cause, List<Case> cases, int years, Prior prior) {
    double shape = prior.perYear() * prior.worthYears() + cases.size();
    double rate = prior.worthYears() + years;
    Interval interval =
        new Interval(Laws.gammaQuantile(.05, shape) / rate, Laws.gammaQuantile(.95, shape) / rate);
    double none = StrictMath.exp(shape * StrictMath.log(rate / (rate + 1)));
    return new CauseRate(
        cause,
        cases.size(),
        shape / rate,
        interval,
        1 - none,
        mean(cases.stream().mapToDouble(Case::durationDays).toArray()),
        mean(cases.stream().mapToDouble(Case::lossShare).toArray()));
  }

  static double mean(double[] numbers) {
    double sum = 0;
    int known = 0;
    for (double number : numbers) {
      if (!Double.isNaN(number)) {
        sum += number;
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }
}
