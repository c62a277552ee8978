package tenon.twin;

import java.util.List;
import tenon.model.Basis;
import tenon.model.Interval;

/**
 * What the chain stands to lose when one site is out completely.
 *
 * @param site row of the site
 * @param ttrDays time to recover, days
 * @param ttrBasis how the time to recover is known
 * @param ttr interval of the time to recover that its basis suggests, days
 * @param lostMargin least margin lost while the site recovers, weighted by criticality, money
 * @param lostMarginInterval range of the lost margin at the ends and the middle of {@code ttr}
 * @param ttsDays time to survive: how long every demand can be served in full, days; infinite where it
 *     reaches the horizon
 * @param probabilityPerYear probability of such an outage within a year
 * @param probabilityAssumed whether that probability fills a blank
 * @param priority probability x days of shortage x margin per day at risk, money per year; see the
 *     package
 * @param losses demands that lose something, by row; among optima that cost the same, which demand
 *     loses is the solver's choice
 */
public record SiteExposure(
    int site,
    double ttrDays,
    Basis ttrBasis,
    Interval ttr,
    double lostMargin,
    Interval lostMarginInterval,
    double ttsDays,
    double probabilityPerYear,
    boolean probabilityAssumed,
    double priority,
    List<DemandLoss> losses) {

  public SiteExposure {
    losses = List.copyOf(losses);
  }

  /** Whether the chain runs short before the site is back. */
  public boolean exposed() {
    return ttrDays > ttsDays;
  }
}
