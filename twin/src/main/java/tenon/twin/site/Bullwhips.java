package tenon.twin.site;

import java.util.List;
import tenon.model.Interval;

/**
 * How orders swing from echelon to echelon, with and without the disruptions under the same draws.
 *
 * @param replications replications measured, the first of the run
 * @param echelons those nearest to the customers first
 */
public record Bullwhips(int replications, List<Echelon> echelons) {
  public Bullwhips {
    echelons = List.copyOf(echelons);
  }

  /**
   * The nodes at the same distance from demand. A node is at echelon 1 if it serves a demand, else
   * one above the nearest node that it supplies or goes into. The ratio is the variance in time of
   * what its nodes order over that of what is asked of them, in each replication; nodes are added
   * up in units of the mean asked of each undisturbed, so that unlike products can be: sum
   * Var(o)/m^2 / sum Var(d)/m^2. Of one node it is Chen et al.'s ratio {@link
   * tenon.twin.echelon.Bullwhip}.
   *
   * @param number 1 next to the customers
   * @param nodes nodes that were asked for something that varied
   * @param undisturbed mean ratio without the disruptions; NaN where nothing that was asked varied
   * @param undisturbedInterval of the mean, 95 % by the normal approximation; from 0 to infinity
   *     where it is unknown
   * @param ratio mean ratio with them; NaN likewise
   * @param interval of that mean
   */
  public record Echelon(
      int number,
      int nodes,
      double undisturbed,
      Interval undisturbedInterval,
      double ratio,
      Interval interval) {}
}
