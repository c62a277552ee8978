package tenon.twin.site;

import java.util.Arrays;

/**
 * A plan carried out: what is to be ordered over each link and of each recipe per day, what is to
 * be served of each demand, and when standby sources open. Rates are constant within a period;
 * before the first period and after the last one sites go by their own rule.
 *
 * <p>A node of which any source has a rate orders by the plan: each day the planned amount from
 * each source, and what its policy orders beyond the sum by the planned shares (by the usual ones
 * where the plan takes nothing). Orders not yet shipped are placed anew when a period begins. A
 * node of which any claim has a rate first meets its claims up to what was planned for them so far,
 * the rest in proportion.
 *
 * <p>NaN stands for a row that the plan leaves alone: its node orders by its own rule, and its
 * claims count as planned at the usual flow.
 */
public final class Planned implements Response {
  private final int[] firstDay;
  private final double[][] linkPerDay;
  private final double[][] recipePerDay;
  private final double[][] inputPerDay;
  private final double[][] servedPerDay;
  private final double[] linkOpens;
  private final double[] recipeOpens;

  /**
   * A plan of n periods.
   *
   * @param firstDay first day of each period, ascending, and the day after the last one: n + 1 days
   * @param linkPerDay units per day by period and row of sourcing, NaN where left alone
   * @param recipePerDay good units per day by period and row of recipes, NaN where left alone
   * @param inputPerDay units taken per day by period and row of inputs, NaN where left alone
   * @param servedPerDay units per day by period and row of demand, NaN where left alone
   * @param linkOpens day on which each standby link opens, infinite where it never does
   * @param recipeOpens the same of recipes
   * @throws IllegalArgumentException if the days do not ascend, the arrays differ in their number
   *     of periods, or a rate is negative or infinite
   */
  public Planned(
      int[] firstDay,
      double[][] linkPerDay,
      double[][] recipePerDay,
      double[][] inputPerDay,
      double[][] servedPerDay,
      double[] linkOpens,
      double[] recipeOpens) {
    this.firstDay = firstDay.clone();
    for (int i = 1; i < firstDay.length; i++) {
      if (firstDay[i] <= firstDay[i - 1]) {
        throw new IllegalArgumentException(
            "period " + i + " begins on day " + firstDay[i] + ", not after the one before");
      }
    }
    this.linkPerDay = rates("links", linkPerDay);
    this.recipePerDay = rates("recipes", recipePerDay);
    this.inputPerDay = rates("inputs", inputPerDay);
    this.servedPerDay = rates("demands", servedPerDay);
    this.linkOpens = linkOpens.clone();
    this.recipeOpens = recipeOpens.clone();
  }

  private double[][] rates(String what, double[][] given) {
    if (given.length != periods()) {
      throw new IllegalArgumentException(
          given.length + " periods of " + what + " for a plan of " + periods());
    }
    double[][] rates = new double[given.length][];
    for (int period = 0; period < rates.length; period++) {
      rates[period] = given[period].clone();
      for (double rate : rates[period]) {
        if (rate < 0 || Double.isInfinite(rate)) {
          throw new IllegalArgumentException(
              "a rate of " + what + " is " + rate + "; write a finite one of at least 0, or NaN");
        }
      }
    }
    return rates;
  }

  /** Number of periods. */
  public int periods() {
    return firstDay.length - 1;
  }

  /** First day of a period; for {@link #periods()} the day after the last one. */
  public int firstDay(int period) {
    return firstDay[period];
  }

  /** The period that holds a day, or -1. */
  int period(int day) {
    if (day < firstDay[0] || day >= firstDay[periods()]) {
      return -1;
    }
    int found = Arrays.binarySearch(firstDay, day);
    return found >= 0 ? found : -found - 2;
  }

  /** Whether other rules begin on a day: a period begins or ends, or a standby source opens. */
  boolean turns(int day) {
    return Arrays.binarySearch(firstDay, day) >= 0
        || opens(linkOpens, day)
        || opens(recipeOpens, day);
  }

  private static boolean opens(double[] days, int day) {
    for (double opens : days) {
      if (Math.ceil(opens) == day) {
        return true;
      }
    }
    return false;
  }

  /** Units per day over a link, NaN where left alone. */
  public double linkPerDay(int period, int link) {
    return linkPerDay[period][link];
  }

  /** Good units per day of a recipe, NaN where left alone. */
  public double recipePerDay(int period, int recipe) {
    return recipePerDay[period][recipe];
  }

  /** Units per day taken of an input row, NaN where left alone. */
  public double inputPerDay(int period, int input) {
    return inputPerDay[period][input];
  }

  /** Units per day to be served of a demand, NaN where left alone. */
  public double servedPerDay(int period, int demand) {
    return servedPerDay[period][demand];
  }

  /** Day on which a standby link opens; infinite where it never does. */
  public double linkOpens(int link) {
    return linkOpens[link];
  }

  /** Day on which a standby recipe opens; infinite where it never does. */
  public double recipeOpens(int recipe) {
    return recipeOpens[recipe];
  }
}
