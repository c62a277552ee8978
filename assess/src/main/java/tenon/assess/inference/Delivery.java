package tenon.assess.inference;

/**
 * Deliveries observed between two sites.
 *
 * @param supplier row of the site that ships
 * @param customer row of the site that receives
 * @param product row of the product, or -1 where the record does not say
 * @param times number of deliveries, above 0; a fraction where a record of firms is divided among
 *     their sites
 */
public record Delivery(int supplier, int customer, int product, double times) {}
