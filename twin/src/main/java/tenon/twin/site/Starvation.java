package tenon.twin.site;

/**
 * One step of the transmission path: a site that ran short of a product, and why.
 *
 * @param siteId site that ran short
 * @param productId product it ran short of
 * @param firstDay first day on which it could not hand over what it could have delivered
 *     undisturbed
 * @param missingUnits units it failed to hand over that day
 * @param cause why
 */
public record Starvation(
    String siteId, String productId, int firstDay, double missingUnits, Cause cause) {

  /** Why a node ran short. */
  public sealed interface Cause {

    /**
     * A disruption hits the node, or a link or recipe that feeds it.
     *
     * @param disruption its position in the scenario
     */
    record Hit(int disruption) implements Cause {}

    /** Less came over a link, since its supplier ran short of the product. */
    record Supplier(String linkId, String siteId) implements Cause {}

    /** Less was made, since the site ran short of an input. */
    record Input(String recipeId, String productId) implements Cause {}

    /** More was ordered of it than undisturbed, above all by this customer or for this product. */
    record Customer(String siteId, String productId) implements Cause {}

    /**
     * Its firm had run out of cash, and was stopped.
     *
     * @param debtorId firm that owed it most of what was overdue then; empty where none did
     */
    record Cash(String firmId, String debtorId) implements Cause {}

    /** Nothing above it ran short first: its own draws or levels explain it. */
    record Own() implements Cause {}
  }
}
