package tenon.respond.standby;

/**
 * What is known of a site and a product from elsewhere than the package: past sourcing, a case, an
 * answer to a call.
 *
 * @param site row of the site
 * @param product row of the product
 * @param perDay most that it delivered or offered, units per day
 * @param readyDays days until it yields; NaN where untold
 * @param costPerUnit price of a unit; NaN where untold
 * @param evidence where it is told
 * @param answer {@code yes} or {@code no} where it is an answer to a call, else empty
 */
public record Witness(
    int site,
    int product,
    double perDay,
    double readyDays,
    double costPerUnit,
    String evidence,
    String answer) {

  /** Whether the site said no. */
  boolean declined() {
    return answer.equals("no");
  }
}
