package tenon.twin.site;

import tenon.model.Interval;

/**
 * What one of many cases costs, each simulated under the same draws.
 *
 * @param loss mean loss beside the undisturbed run, in the unit of {@link Loss}
 * @param interval of the mean, 95 % by the normal approximation; the mean alone where there is one
 *     replication
 * @param inMoney whether the loss is money
 * @param service how service fared, all demands together; times count from day 0
 */
public record CaseOutcome(double loss, Interval interval, boolean inMoney, Outcome service) {}
