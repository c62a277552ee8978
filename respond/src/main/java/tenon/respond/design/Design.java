package tenon.respond.design;

import java.util.ArrayList;
import java.util.List;

/**
 * One choice of levers, judged.
 *
 * @param levers indices of the chosen levers, ascending
 * @param costPerYear what they cost, money a year
 * @param risk of a year's loss on the years drawn to choose by
 * @param outOfSample the same on years drawn anew
 * @param served share of demand served, mean of the scenarios by their frequency
 * @param co2PerYear kg a year of the levers, and of the scenarios' shipments beyond those without
 *     any lever, by frequency
 * @param concentration mean Herfindahl index of suppliers during the scenarios, by frequency
 */
public record Design(
    List<Integer> levers,
    double costPerYear,
    Risk risk,
    Risk outOfSample,
    double served,
    double co2PerYear,
    double concentration) {
  public Design {
    levers = List.copyOf(levers);
  }

  /** Value that is made least. */
  public double objective(double lambda) {
    return costPerYear + risk.weighted(lambda);
  }

  static List<Integer> members(int set) {
    List<Integer> members = new ArrayList<>();
    for (int lever = 0; lever < Integer.SIZE - 1; lever++) {
      if ((set & 1 << lever) != 0) {
        members.add(lever);
      }
    }
    return members;
  }
}
