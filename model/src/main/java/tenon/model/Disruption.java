package tenon.model;

/** One thing that breaks, for a time. */
public sealed interface Disruption {

  /** What is hit. */
  Target target();

  /** When. */
  Window window();

  /** The same at another time. */
  default Disruption at(Window other) {
    return switch (this) {
      case CapacityLoss is -> new CapacityLoss(is.target, other, is.lost);
      case LinkClosure is -> new LinkClosure(is.target, other);
      case DemandChange is -> new DemandChange(is.target, other, is.factor);
      case Delay is -> new Delay(is.target, other, is.longer);
      case InformationDelay is -> new InformationDelay(is.target, other, is.late);
      case StockLoss is -> new StockLoss(is.target, other, is.lost);
      case OrderPause is -> new OrderPause(is.target, other);
      case ShipmentPause is -> new ShipmentPause(is.target, other);
      case TransitPause is -> new TransitPause(is.target, other);
      case ReceiptPause is -> new ReceiptPause(is.target, other);
      case ExportControl is -> new ExportControl(is.target, other);
      case YieldLoss is -> new YieldLoss(is.target, other, is.lost);
      case PriceChange is -> new PriceChange(is.target, other, is.factor);
      case TariffRise is -> new TariffRise(is.target, other, is.rate);
      case Absence is -> new Absence(is.target, other, is.absent);
      case Insolvency is -> new Insolvency(is.target, other);
    };
  }

  /** The same at another target; an insolvency, which is of a firm alone, stays where it is. */
  default Disruption hitting(Target other) {
    return switch (this) {
      case CapacityLoss is -> new CapacityLoss(other, is.window, is.lost);
      case LinkClosure is -> new LinkClosure(other, is.window);
      case DemandChange is -> new DemandChange(other, is.window, is.factor);
      case Delay is -> new Delay(other, is.window, is.longer);
      case InformationDelay is -> new InformationDelay(other, is.window, is.late);
      case StockLoss is -> new StockLoss(other, is.window, is.lost);
      case OrderPause is -> new OrderPause(other, is.window);
      case ShipmentPause is -> new ShipmentPause(other, is.window);
      case TransitPause is -> new TransitPause(other, is.window);
      case ReceiptPause is -> new ReceiptPause(other, is.window);
      case ExportControl is -> new ExportControl(other, is.window);
      case YieldLoss is -> new YieldLoss(other, is.window, is.lost);
      case PriceChange is -> new PriceChange(other, is.window, is.factor);
      case TariffRise is -> new TariffRise(other, is.window, is.rate);
      case Absence is -> new Absence(other, is.window, is.absent);
      case Insolvency is -> is;
    };
  }

  /**
   * Sites, or all sites of a firm or region, lose a share of their production. Where a technology
   * is the target, what depends on it loses its own share of that share, when it is felt there.
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
   * Orders of the target reach its suppliers a number of days late.
   *
   * @param late whole days; more are rounded
   */
  record InformationDelay(Target target, Window window, Days late) implements Disruption {}

  /**
   * A share of the stock on hand is destroyed when the window opens.
   *
   * @param lost share of the stock that is lost
   */
  record StockLoss(Target target, Window window, Share lost) implements Disruption {}

  /** Nobody at the target places orders with suppliers; what is ordered already still comes. */
  record OrderPause(Target target, Window window) implements Disruption {}

  /** Nothing is shipped to the target; what is ready for it is kept at its suppliers. */
  record ShipmentPause(Target target, Window window) implements Disruption {}

  /** What is on its way to the target stays where it is, and what is shipped waits at the start. */
  record TransitPause(Target target, Window window) implements Disruption {}

  /** What comes to the target waits at its door; all of it is received once the window closes. */
  record ReceiptPause(Target target, Window window) implements Disruption {}

  /** Nothing is shipped from within the target to sites outside it. */
  record ExportControl(Target target, Window window) implements Disruption {}

  /**
   * A share of what recipes at the target start, or of what is shipped over a link that is the
   * target, turns out bad, beside their usual yield.
   *
   * @param lost share of good units that is lost
   */
  record YieldLoss(Target target, Window window, Share lost) implements Disruption {}

  /**
   * The price of what is bought over the links of the target is multiplied. It moves costs, and
   * what is bought only where sites go by the cheapest source.
   *
   * @param factor times the usual price, not negative
   */
  record PriceChange(Target target, Window window, double factor) implements Disruption {
    public PriceChange {
      if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("price times " + factor + "; write 0 or more");
      }
    }
  }

  /**
   * A tariff is added to the links of the target. It moves costs, and what is bought only where
   * sites go by the cheapest source.
   *
   * @param rate fraction of the price, beside the usual tariff, not negative
   */
  record TariffRise(Target target, Window window, double rate) implements Disruption {
    public TariffRise {
      if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a tariff of " + rate + "; write 0 or more");
      }
    }
  }

  /**
   * A share of the workers at the target is absent.
   *
   * @param absent share of the workers, 0 to 1
   */
  record Absence(Target target, Window window, Share absent) implements Disruption {}

  /** A firm is insolvent: it makes nothing, ships nothing, is shipped nothing, and pays nothing. */
  record Insolvency(Target target, Window window) implements Disruption {}

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
      /** A technology: what depends on it. */
      TECHNOLOGY,
      /** All that a vendor provides: what depends on it. */
      VENDOR,
      /** All technologies of a kind: hardware, software, cloud, licence or tool. */
      TECHNOLOGY_KIND,
      /** All that is provided under a country's law: what depends on it. */
      TECHNOLOGY_JURISDICTION,
      /** All links from one site to another: {@code SUPPLIER>CUSTOMER}. */
      LANE,
      /** All links of a mode of transport. */
      MODE,
      /** All sites in regions under a country's law. */
      JURISDICTION,
      /** All demands of a market. */
      MARKET,
      /** All sites of a kind: supplier, plant, warehouse, hub, port or store. */
      SITE_KIND;

      /** Whether it names technologies, and so hits what depends on them. */
      public boolean isTechnology() {
        return switch (this) {
          case TECHNOLOGY, VENDOR, TECHNOLOGY_KIND, TECHNOLOGY_JURISDICTION -> true;
          case SITE, FIRM, REGION, PRODUCT, LINK, LANE, MODE, JURISDICTION, MARKET, SITE_KIND ->
              false;
        };
      }
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
