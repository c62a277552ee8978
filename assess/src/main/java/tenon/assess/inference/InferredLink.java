package tenon.assess.inference;

/**
 * A link that is inferred, never one that is known.
 *
 * @param supplier row of the site that would ship
 * @param customer row of the site that would receive
 * @param product row of the product
 * @param confidence how likely the link exists, 0 to 1
 * @param fillsGap whether nobody is known to supply this product to the customer
 * @param byDelivery part of deliveries of this product
 * @param byOther part of deliveries of other or unnamed products
 * @param bySister part of other sites of the customer's firm
 * @param byMarket part of the supplier's share among known suppliers of the product
 * @param byTrade part of what the customer's country imports from the supplier's
 */
public record InferredLink(
    int supplier,
    int customer,
    int product,
    double confidence,
    boolean fillsGap,
    double byDelivery,
    double byOther,
    double bySister,
    double byMarket,
    double byTrade) {}
