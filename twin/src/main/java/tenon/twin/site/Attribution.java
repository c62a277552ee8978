package tenon.twin.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Interval;

/**
 * The loss of a scenario shared out among what happens in it. With v(S) the loss, beside the
 * undisturbed run under the same draws, when only the disruptions and hazards S happen, and N all
 * of them, each gets
 *
 * <ul>
 *   <li>{@link Rule#SHAPLEY}: sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S)),
 *       the one division that is symmetric, gives nothing to what adds nothing, and adds up to v(N)
 *       (Shapley 1953); for up to four, since it takes 2^n runs;
 *   <li>{@link Rule#LAST}: v(N) - v(N without i), what would be saved if i alone did not happen;
 *       what this leaves of v(N), positive or not, is due to several together.
 * </ul>
 *
 * The shares of every replication add up to its loss exactly, but for rounding.
 *
 * @param rule by which rule
 * @param shares one for each disruption, then one for each hazard, in the order of the scenario
 * @param together what is due to several together, zero by Shapley's rule
 */
public record Attribution(Rule rule, List<Part> shares, Part together) {
  public Attribution {
    shares = List.copyOf(shares);
  }

  /** How the loss is divided. */
  public enum Rule {
    SHAPLEY,
    LAST
  }

  /**
   * A part of the loss.
   *
   * @param disruption number of the disruption in the scenario, from 0; -1 for others
   * @param hazard name of the hazard; null for others
   * @param loss mean over the replications, in the unit of {@link Loss}
   * @param interval of the mean, 95 % by the normal approximation
   * @param share of the mean loss; NaN where that is 0
   */
  public record Part(
      int disruption, @Nullable String hazard, double loss, Interval interval, double share) {}
}
