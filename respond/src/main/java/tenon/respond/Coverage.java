package tenon.respond;

/**
 * Who else could make what a disrupted site makes.
 *
 * @param siteId the disrupted site
 * @param productId product it usually makes or supplies
 * @param lostPerDay usual output lost at the worst of the disruption, units per day
 * @param makersElsewhere sites that make it, or supply it out of nothing, on standby or not, beside
 *     the disrupted ones
 * @param sparePerDay what they could make beyond their usual output, units per day, infinite where
 *     unlimited
 * @param coverablePerDay least of lost and spare
 * @param deliveredPerDay what they make beyond their usual output in that period of the disruption
 *     in which they make most, at most what is lost
 * @param gap why that is less than what is lost
 */
public record Coverage(
    String siteId,
    String productId,
    double lostPerDay,
    int makersElsewhere,
    double sparePerDay,
    double coverablePerDay,
    double deliveredPerDay,
    Gap gap) {

  /** Why what is lost is not made elsewhere. */
  public enum Gap {
    /** It is. */
    NONE,
    /** Nobody else makes it. */
    NO_MAKER,
    /** The other makers lack capacity. */
    CAPACITY,
    /** They have capacity that no link, or no link with capacity left, takes to the customers. */
    LINKS,
    /** Standby sources or goods come too late to help within the horizon. */
    TOO_LATE,
    /** The makers lack inputs. */
    INPUTS,
    /** More would save nothing: stock, goods under way or other sources cover what is lost. */
    NOT_NEEDED
  }

  /** Whether no open or standby source elsewhere makes or supplies the product. */
  public boolean isUncovered() {
    return makersElsewhere == 0;
  }
}
