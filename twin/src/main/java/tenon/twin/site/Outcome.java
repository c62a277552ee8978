package tenon.twin.site;

/**
 * How service fared. With q(t) the service level of day t in one replication, b(t) that of the
 * undisturbed chain under the same draws (1 where it was not run), and s the day on which the first
 * disruption begins, each replication has
 *
 * <ul>
 *   <li>performance loss: the sum over all days of max(0, b(t) - q(t)), in days of full service
 *       (the area of the resilience triangle, Bruneau et al. 2003, overshoot cut off);
 *   <li>resilience: 1 - performance loss / days from s to the end;
 *   <li>robustness: the least q(t) from day s on;
 *   <li>rapidity: the greatest gap b(t) - q(t) over the days from the end of the last day that has
 *       it to the beginning of the day of recovery, at least one; 0 where it does not recover.
 *       Replications that never fall below recoveredAt x b(t) have none;
 *   <li>time to survive: days from s to the first day with q(t) below b(t), infinite where there is
 *       none;
 *   <li>time to recover: days from s to the day from which on q(t) is never again below recoveredAt
 *       x b(t); 0 where it never was, infinite where it still is on the last day.
 * </ul>
 *
 * @param service service level in time
 * @param performanceLossDays performance loss, days of full service
 * @param resilience share of the service that is left, 1 where none is lost
 * @param robustness least service level
 * @param rapidityPerDay service regained a day; NaN where no replication falls
 * @param timeToSurviveDays time to survive
 * @param timeToRecoverDays time to recover
 * @param recoveredShare share of the replications that recovered within the horizon
 */
public record Outcome(
    ServiceCurve service,
    Spread performanceLossDays,
    Spread resilience,
    Spread robustness,
    Spread rapidityPerDay,
    Spread timeToSurviveDays,
    Spread timeToRecoverDays,
    double recoveredShare) {}
