package tenon.respond;

/**
 * What a demand, or all demands for a product, lose in the programme.
 *
 * @param siteId site where the demand arises; empty for a product as a whole
 * @param productId product demanded
 * @param withPlan with the plan
 * @param withoutPlan where nobody reacts: no arc above its usual flow, no standby source
 */
public record DemandLoss(String siteId, String productId, Losses withPlan, Losses withoutPlan) {}
