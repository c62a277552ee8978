package tenon.respond;

/**
 * Share of a customer's supply of a product above which one supplier's part counts as concentrated.
 *
 * @param most the share, above 0, at most 1; 1 for no cap
 * @param by what counts as one supplier
 */
public record ShareCap(double most, By by) {
  /** Nothing counts as concentrated. */
  public static final ShareCap NONE = new ShareCap(1, By.FIRM);

  /** What counts as one supplier. */
  public enum By {
    /** Each site. */
    SITE,
    /** All sites of a firm. */
    FIRM,
    /** All sites of a region. */
    REGION
  }

  public ShareCap {
    if (!(most > 0 && most <= 1)) {
      throw new IllegalArgumentException("most is " + most + "; write a share above 0, at most 1");
    }
  }

  boolean isNone() {
    return most == 1;
  }
}
