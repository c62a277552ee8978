package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;

/**
 * How the cash of the firms fared whose cash can run out.
 *
 * @param replications in how many it was measured
 * @param firms in the order of the chain's rows
 */
public record Liquidity(int replications, List<Firm> firms) {
  public Liquidity {
    firms = List.copyOf(firms);
  }

  /**
   * A firm.
   *
   * @param firmId its key
   * @param days each day
   * @param stopped share of the replications in which it was ever overdue, and so stopped
   * @param stoppedUndisturbed the same without the disruptions, under the same draws
   * @param firstDay median over the replications of the first day at whose end it was overdue,
   *     infinite where it never was in half of them or more
   */
  public record Firm(
      String firmId, List<Day> days, double stopped, double stoppedUndisturbed, double firstDay) {
    public Firm {
      days = List.copyOf(days);
    }

    /** The day with the least mean cash; of equals the first. */
    public int leanest() {
      int least = 0;
      for (int day = 1; day < days.size(); day++) {
        least = days.get(day).cash().mean() < days.get(least).cash().mean() ? day : least;
      }
      return least;
    }
  }

  /**
   * A firm at the end of a day.
   *
   * @param cash money at hand over the replications, negative where credit is drawn
   * @param overdue mean of what is due and not paid, money
   * @param stopped share of the replications in which anything is
   */
  public record Day(Spread cash, double overdue, double stopped) {}

  static Liquidity of(Network network, CashBook broken, CashBook calm) {
    List<Firm> firms = new ArrayList<>();
    for (int firm = 0; firm < network.accounts.firms; firm++) {
      if (network.accounts.bound[firm]) {
        firms.add(firm(network, firm, broken, calm));
      }
    }
    return new Liquidity(broken.replications, firms);
  }

  private static Firm firm(Network network, int firm, CashBook broken, CashBook calm) {
    double[] first = broken.firstDays(firm);
    List<Day> days = new ArrayList<>();
    for (int day = 0; day < broken.days; day++) {
      double[] overdue = broken.overdue(firm, day);
      days.add(
          new Day(Spread.of(broken.cash(firm, day)), Quantiles.mean(overdue), positive(overdue)));
    }
    return new Firm(
        network.chain.firms().keys().key(firm),
        days,
        finite(first),
        finite(calm.firstDays(firm)),
        Quantiles.at(Quantiles.sorted(first), 0.5));
  }

  private static double positive(double[] amounts) {
    double count = 0;
    for (double amount : amounts) {
      count += amount > 0 ? 1 : 0;
    }
    return count / amounts.length;
  }

  private static double finite(double[] days) {
    double count = 0;
    for (double day : days) {
      count += Double.isFinite(day) ? 1 : 0;
    }
    return count / days.length;
  }
}
