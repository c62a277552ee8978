package tenon.twin;

/**
 * What one demand loses while a site is out.
 *
 * @param demand row of the demand
 * @param units units not served within the time to recover
 * @param margin margin lost with them, weighted by the criticality of the product, money
 */
public record DemandLoss(int demand, double units, double margin) {}
