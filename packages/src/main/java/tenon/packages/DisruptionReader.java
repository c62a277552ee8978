package tenon.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Recovery;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Share;

/** Reads one disruption of a scenario; see {@link ScenarioReader} for its keys. */
final class DisruptionReader {
  private static final String CAPACITY_LOSS = "capacity_loss";
  private static final String LINK_CLOSURE = "link_closure";
  private static final String DEMAND_CHANGE = "demand_change";
  private static final String DEMAND_SHIFT = "demand_shift";
  private static final String DELAY = "delay";
  private static final String INFORMATION_DELAY = "information_delay";
  private static final String STOCK_LOSS = "stock_loss";
  private static final String YIELD_LOSS = "yield_loss";
  private static final String PRICE_CHANGE = "price_change";
  private static final String TARIFF_RISE = "tariff_rise";
  private static final String TECHNOLOGY_CUT = "technology_cut";
  private static final String ABSENCE = "absence";
  static final List<String> KINDS =
      List.of(
          CAPACITY_LOSS,
          LINK_CLOSURE,
          DEMAND_CHANGE,
          DEMAND_SHIFT,
          DELAY,
          INFORMATION_DELAY,
          STOCK_LOSS,
          "order_pause",
          "shipment_pause",
          "transit_pause",
          "receipt_pause",
          "export_control",
          YIELD_LOSS,
          PRICE_CHANGE,
          TARIFF_RISE,
          TECHNOLOGY_CUT,
          ABSENCE,
          "insolvency");

  /** The names that stockpyl gives to pauses at a node. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "op", "order_pause",
          "sp", "shipment_pause",
          "tp", "transit_pause",
          "rp", "receipt_pause",
          "order_pausing", "order_pause",
          "shipment_pausing", "shipment_pause",
          "transit_pausing", "transit_pause",
          "receipt_pausing", "receipt_pause");

  static final List<String> RECOVERIES = List.of("step", "linear", "exponential");
  private static final double MOST = 1e9;

  private final YamlObject object;
  private final TargetReader targets;
  private final double horizon;

  DisruptionReader(YamlObject object, TargetReader targets, double horizon) {
    this.object = object;
    this.targets = targets;
    this.horizon = horizon;
  }

  /** The kind of a disruption, or null with a finding. */
  static @Nullable String kind(YamlObject object) {
    if (object.has("kind")) {
      String text = object.text("kind", true);
      String plain = text == null ? "" : text.toLowerCase(Locale.ROOT).replace('-', '_');
      String known = OTHER_NAMES.get(plain);
      if (known != null) {
        return known;
      }
    }
    return object.word("kind", KINDS, true);
  }

  static boolean isDemand(@Nullable String kind) {
    return DEMAND_CHANGE.equals(kind) || DEMAND_SHIFT.equals(kind);
  }

  static boolean isInsolvency(@Nullable String kind) {
    return "insolvency".equals(kind);
  }

  static boolean isAbsence(@Nullable String kind) {
    return ABSENCE.equals(kind);
  }

  /** Whether a kind hits what depends on technologies alone. */
  static boolean isCut(@Nullable String kind) {
    return TECHNOLOGY_CUT.equals(kind);
  }

  /** The disruptions; none where anything is wrong, and what is wrong stands in the findings. */
  List<Disruption> read() {
    String kind = kind(object);
    List<String> allowed = new ArrayList<>(List.of("kind"));
    allowed.addAll(TargetReader.TARGETS);
    allowed.add("start_day");
    if (!STOCK_LOSS.equals(kind)) {
      allowed.add("duration_days");
    }
    allowed.addAll(amountKeys(kind));
    object.allow(allowed);
    List<Target> hit = targets.read(object, kind);
    Window window = window(kind);
    double amount = amount(kind);
    return window == null ? List.of() : effects(kind, hit, window, amount);
  }

  /** Keys of what happens, without when. */
  static List<String> effectKeys(@Nullable String kind) {
    List<String> keys = new ArrayList<>(List.of("kind"));
    keys.addAll(TargetReader.TARGETS);
    keys.addAll(amountKeys(kind));
    return keys;
  }

  private static List<String> amountKeys(@Nullable String kind) {
    List<String> keys = new ArrayList<>();
    if (isOrMayBe(kind, CAPACITY_LOSS, STOCK_LOSS, YIELD_LOSS, TECHNOLOGY_CUT)) {
      keys.add("lost");
    }
    if (isOrMayBe(kind, ABSENCE)) {
      keys.add("absent");
    }
    if (isOrMayBe(kind, DEMAND_CHANGE, PRICE_CHANGE)) {
      keys.add("factor");
    }
    if (isOrMayBe(kind, DEMAND_SHIFT)) {
      keys.add("share");
    }
    if (isOrMayBe(kind, TARIFF_RISE)) {
      keys.add("rate");
    }
    if (isOrMayBe(kind, DELAY)) {
      keys.add("longer_days");
    }
    if (isOrMayBe(kind, INFORMATION_DELAY)) {
      keys.add("late_days");
    }
    if (isOrMayBe(
        kind,
        CAPACITY_LOSS,
        DEMAND_CHANGE,
        DEMAND_SHIFT,
        DELAY,
        YIELD_LOSS,
        PRICE_CHANGE,
        TARIFF_RISE,
        TECHNOLOGY_CUT,
        ABSENCE)) {
      keys.addAll(List.of("recovery", "recovery_days"));
    }
    return keys;
  }

  /** Whether a kind is among several, or could not be read, so that it might be. */
  private static boolean isOrMayBe(@Nullable String kind, String... kinds) {
    return kind == null || List.of(kinds).contains(kind);
  }

  /** What happens at each target within a window. */
  List<Disruption> effects(@Nullable String kind, Window window) {
    return effects(kind, targets.read(object, kind), window, amount(kind));
  }

  private List<Disruption> effects(
      @Nullable String kind, List<Target> hit, Window window, double amount) {
    if (kind == null || Double.isNaN(amount)) {
      return List.of();
    }
    List<Disruption> effects = new ArrayList<>();
    for (Target target : hit) {
      if (kind.equals(DEMAND_SHIFT)) {
        effects.addAll(new DemandShift(targets.chain, target, window, amount).changes());
      } else {
        effects.add(effect(kind, target, window, amount));
      }
    }
    return effects;
  }

  private static Disruption effect(String kind, Target target, Window window, double amount) {
    return switch (kind) {
      case CAPACITY_LOSS, TECHNOLOGY_CUT ->
          new Disruption.CapacityLoss(target, window, new Share(amount));
      case ABSENCE -> new Disruption.Absence(target, window, new Share(amount));
      case LINK_CLOSURE -> new Disruption.LinkClosure(target, window);
      case DEMAND_CHANGE -> new Disruption.DemandChange(target, window, amount);
      case DELAY -> new Disruption.Delay(target, window, new Days(amount));
      case INFORMATION_DELAY -> new Disruption.InformationDelay(target, window, new Days(amount));
      case STOCK_LOSS -> new Disruption.StockLoss(target, window, new Share(amount));
      case YIELD_LOSS -> new Disruption.YieldLoss(target, window, new Share(amount));
      case PRICE_CHANGE -> new Disruption.PriceChange(target, window, amount);
      case TARIFF_RISE -> new Disruption.TariffRise(target, window, amount);
      case "shipment_pause" -> new Disruption.ShipmentPause(target, window);
      case "transit_pause" -> new Disruption.TransitPause(target, window);
      case "receipt_pause" -> new Disruption.ReceiptPause(target, window);
      case "insolvency" -> new Disruption.Insolvency(target, window);
      case "export_control" -> new Disruption.ExportControl(target, window);
      default -> new Disruption.OrderPause(target, window);
    };
  }

  private double amount(@Nullable String kind) {
    return switch (kind) {
      case CAPACITY_LOSS, STOCK_LOSS, YIELD_LOSS -> object.number("lost", true, 0, 1);
      case TECHNOLOGY_CUT -> object.has("lost") ? object.number("lost", true, 0, 1) : 1;
      case ABSENCE -> object.number("absent", true, 0, 1);
      case DEMAND_CHANGE, PRICE_CHANGE -> object.number("factor", true, 0, MOST);
      case DEMAND_SHIFT -> object.number("share", true, 0, 1);
      case TARIFF_RISE -> object.number("rate", true, 0, 100);
      case DELAY -> object.number("longer_days", true, 0, 3650);
      case INFORMATION_DELAY -> object.number("late_days", true, 1, 365);
      case null, default -> 0;
    };
  }

  private @Nullable Window window(@Nullable String kind) {
    double start = object.number("start_day", true, 0, MOST);
    boolean once = STOCK_LOSS.equals(kind);
    double duration = once ? 1 : object.number("duration_days", true, 0, MOST);
    if (start >= horizon) {
      object.add(object.at("start-after-horizon", "start_day").args(shown(horizon)));
      return null;
    }
    if (duration == 0) {
      object.add(object.at("no-duration", "duration_days"));
      return null;
    }
    Window shape = recovery(object);
    if (shape == null || Double.isNaN(start) || Double.isNaN(duration)) {
      return null;
    }
    return new Window(new Days(start), new Days(duration), shape.recovery(), shape.recoveryDays());
  }

  /** A window of one day with the recovery that is stated, or null with a finding. */
  static @Nullable Window recovery(YamlObject object) {
    String shape = object.word("recovery", RECOVERIES, false);
    boolean step = shape == null || shape.equals("step");
    double days = step ? 0 : object.number("recovery_days", true, 0, MOST);
    if (step ? object.has("recovery_days") && !object.has("recovery") : days == 0) {
      object.add(object.at(step ? "no-shape" : "no-duration", "recovery_days"));
      return null;
    }
    if (Double.isNaN(days)) {
      return null;
    }
    Recovery recovery =
        step || shape == null ? Recovery.STEP : Recovery.valueOf(shape.toUpperCase(Locale.ROOT));
    return new Window(new Days(0), new Days(1), recovery, new Days(days));
  }

  private static String shown(double days) {
    return days == Math.rint(days) ? Long.toString((long) days) : Double.toString(days);
  }
}
