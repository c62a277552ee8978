package tenon.twin.site;

import java.util.List;
import tenon.model.Finding;
import tenon.model.Interval;

/**
 * What a scenario with chance in it is expected to cost each of several groups of sites.
 *
 * @param losses one for each group, in their order
 * @param days days simulated
 * @param inMoney whether losses are money; else units, as in {@link Loss}
 * @param findings every assumption that filled a blank, every doubt about the scenario, and what of
 *     it belongs to no group
 */
public record GroupLosses(
    List<Expected> losses, int days, boolean inMoney, List<Finding> findings) {
  public GroupLosses {
    losses = List.copyOf(losses);
    findings = List.copyOf(findings);
  }

  /** Which loss counts as that of a group. */
  public enum Origin {
    /**
     * What the chain loses anywhere when nothing happens but what hits sites of the group. What
     * hits other sites as well is confined to those of the group; what does not hit sites (links,
     * products, markets, technologies) belongs to no group.
     */
    CAUSED,
    /** What demands at sites of the group lose when all of the scenario happens. */
    ARISING
  }

  /**
   * The loss of a group over the days, beside the undisturbed run under the same draws.
   *
   * @param mean mean over the replications
   * @param interval of the mean, 95 % by the normal approximation; the mean alone where there is
   *     one replication
   */
  public record Expected(double mean, Interval interval) {
    static Expected of(double[] losses) {
      double mean = Quantiles.mean(losses);
      double half = losses.length < 2 ? 0 : Quantiles.halfWidth(losses);
      return new Expected(mean, new Interval(mean - half, mean + half));
    }
  }
}
