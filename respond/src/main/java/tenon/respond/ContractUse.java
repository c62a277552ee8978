package tenon.respond;

/**
 * What a contract obliges to order over the horizon, and what the plan orders of it.
 *
 * @param linkId link of the contract
 * @param purchase whether it must be ordered; else what is not ordered is paid for
 * @param dueUnits units to order from the decision on: the minimum, as far as the capacity of each
 *     day and, for a link in use, the usual flow go
 * @param missedUnits units of them that the plan does not order
 * @param paid what is paid for units not ordered, money; 0 where they must be ordered
 */
public record ContractUse(
    String linkId, boolean purchase, double dueUnits, double missedUnits, double paid) {}
