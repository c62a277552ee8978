package tenon.model;

/** One thing that breaks, for a time. */
public sealed interface Disruption {

  /** What is hit. */
  Target target();

  /** When. */
  Window window();

  /**
   * Sites, or all sites of a firm or region, lose a share of their production.
   *
   * @param lost share of the capacity that is lost
   */
  record CapacityLoss(Target target, Window window, Share lost) implements Disruption {}

  /** Nothing is shipped over a link, or to and from a site, firm or region. */
  record LinkClosure(Target target, Window window) implements Disruption {}

  /**
   * Demand is multiplied.
   *
   * @param factor above 1 for a surge, below 1 for a collapse, not negative
   */
  record DemandChange(Target target, Window window, double factor) implements Disruption {
    public DemandChange {
      if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("demand times " + factor + "; write 0 or more");
      }
    }
  }

  /** Shipments take longer by a number of days. */
  record Delay(Target target, Window window, Days longer) implements Disruption {}

  /**
   * A share of the stock on hand is destroyed when the window opens.
   *
   * @param lost share of the stock that is lost
   */
  record StockLoss(Target target, Window window, Share lost) implements Disruption {}

  /**
   * What a disruption hits.
   *
   * @param kind what the id names
   * @param id key in the resource of that kind
   */
  record Target(Kind kind, String id) {
    /** What the id of a target names. */
    public enum Kind {
      SITE,
      FIRM,
      REGION,
      PRODUCT,
      LINK,
      TECHNOLOGY
    }
  }

  /**
   * When a disruption lasts.
   *
   * @param start day on which it begins, counted from 0
   * @param duration how long it lasts, above 0
   */
  record Window(Days start, Days duration) {
    public Window {
      if (duration.value() == 0) {
        throw new IllegalArgumentException(
            "a disruption of 0 days is none; write more, or drop it");
      }
    }
  }
}
