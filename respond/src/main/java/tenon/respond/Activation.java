package tenon.respond;

/**
 * A standby source that the plan uses.
 *
 * @param link whether it is a link; else a recipe
 * @param rowId id of the link or recipe
 * @param productId product it brings
 * @param siteId site that gets it
 * @param decisionDay day on which it is called
 * @param opensDay first day on which it can deliver
 * @param firstUsedDay first day on which the plan uses it
 * @param units units over the horizon
 * @param cost cost of taking it into use, money; 0 where unknown, or paid before
 */
public record Activation(
    boolean link,
    String rowId,
    String productId,
    String siteId,
    int decisionDay,
    int opensDay,
    int firstUsedDay,
    double units,
    double cost) {}
