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

  /** Nothing is shipped over a link, or to, from and by way of a site, firm or region. */
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

  /** Nobody at the target places orders with suppliers; what is ordered already still comes. */
  record OrderPause(Target target, Window window) implements Disruption {}

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
   * When a disruption lasts, and how it fades.
   *
   * @param start day on which it begins, counted from 0
   * @param duration how long it lasts at full strength, above 0
   * @param recovery how it fades afterwards
   * @param recoveryDays how long that takes, above 0 where it fades, 0 where it ends at once
   */
  record Window(Days start, Days duration, Recovery recovery, Days recoveryDays) {
    public Window {
      if (duration.value() == 0) {
        throw new IllegalArgumentException(
            "a disruption of 0 days is none; write more, or drop it");
      }
      if ((recovery == Recovery.STEP) != (recoveryDays.value() == 0)) {
        throw new IllegalArgumentException(
            "a recovery of " + recoveryDays.value() + " days does not fit the shape " + recovery);
      }
    }

    /** A disruption that ends at once. */
    public Window(Days start, Days duration) {
      this(start, duration, Recovery.STEP, new Days(0));
    }

    /** First day that is hit: days are hit whole, so a start within a day hits all of it. */
    public double firstDay() {
      return Math.floor(start.value());
    }

    /** First day after the full strength. */
    public double firstDayAfter() {
      return Math.ceil(start.value() + duration.value());
    }

    /** Strength on a day, from 0 (not hit) to 1; while it fades, that of noon. */
    public double strength(int day) {
      if (day < firstDay()) {
        return 0;
      }
      return day < firstDayAfter() ? 1 : recovery.rest(day + 0.5 - firstDayAfter(), recoveryDays);
    }
  }

  /** How a disruption fades once its full strength is over. */
  enum Recovery {
    /** It ends at once. */
    STEP,
    /** Its strength falls evenly to 0 within the recovery days. */
    LINEAR,
    /** Its strength falls as exp(-t / recovery days), and ends when a thousandth is left. */
    EXPONENTIAL;

    private static final double NEGLIGIBLE = 1e-3;

    private double rest(double since, Days recoveryDays) {
      return switch (this) {
        case STEP -> 0;
        case LINEAR -> Math.max(0, 1 - since / recoveryDays.value());
        case EXPONENTIAL -> {
          // StrictMath: Math.exp may differ in the last bit from one processor to the next.
          double left = StrictMath.exp(-since / recoveryDays.value());
          yield left < NEGLIGIBLE ? 0 : left;
        }
      };
    }
  }
}
