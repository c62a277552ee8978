package tenon.packages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Recovery;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Keys;
import tenon.model.Share;

/** Reads one disruption of a scenario; see {@link ScenarioReader} for its keys. */
final class DisruptionReader {
  private static final String CAPACITY_LOSS = "capacity_loss";
  private static final String LINK_CLOSURE = "link_closure";
  private static final String DEMAND_CHANGE = "demand_change";
  private static final String DELAY = "delay";
  private static final String STOCK_LOSS = "stock_loss";
  private static final String ORDER_PAUSE = "order_pause";
  private static final List<String> KINDS =
      List.of(CAPACITY_LOSS, LINK_CLOSURE, DEMAND_CHANGE, DELAY, STOCK_LOSS, ORDER_PAUSE);
  private static final List<String> TARGETS =
      List.of("site", "firm", "region", "product", "link", "technology");
  private static final List<String> RECOVERIES = List.of("step", "linear", "exponential");
  private static final double MOST = 1e9;

  private final YamlObject object;
  private final Chain chain;
  private final double horizon;

  DisruptionReader(YamlObject object, Chain chain, double horizon) {
    this.object = object;
    this.chain = chain;
    this.horizon = horizon;
  }

  /**
   * The disruption, or null where anything about it is wrong; what is wrong stands in the findings.
   */
  @Nullable Disruption read() {
    String kind = object.word("kind", KINDS, true);
    object.allow(allowed(kind));
    Target target = target(kind);
    Window window = window(kind);
    double amount = amount(kind);
    if (kind == null || target == null || window == null || Double.isNaN(amount)) {
      return null;
    }
    return switch (kind) {
      case CAPACITY_LOSS -> new Disruption.CapacityLoss(target, window, new Share(amount));
      case LINK_CLOSURE -> new Disruption.LinkClosure(target, window);
      case DEMAND_CHANGE -> new Disruption.DemandChange(target, window, amount);
      case DELAY -> new Disruption.Delay(target, window, new Days(amount));
      case STOCK_LOSS -> new Disruption.StockLoss(target, window, new Share(amount));
      default -> new Disruption.OrderPause(target, window);
    };
  }

  private static List<String> allowed(@Nullable String kind) {
    List<String> keys = new ArrayList<>(List.of("kind"));
    keys.addAll(TARGETS);
    keys.add("start_day");
    if (!STOCK_LOSS.equals(kind)) {
      keys.add("duration_days");
    }
    if (isOrMayBe(kind, CAPACITY_LOSS, STOCK_LOSS)) {
      keys.add("lost");
    }
    if (isOrMayBe(kind, DEMAND_CHANGE)) {
      keys.add("factor");
    }
    if (isOrMayBe(kind, DELAY)) {
      keys.add("longer_days");
    }
    if (isOrMayBe(kind, CAPACITY_LOSS, DEMAND_CHANGE, DELAY)) {
      keys.addAll(List.of("recovery", "recovery_days"));
    }
    return keys;
  }

  /** Whether a kind is among several, or could not be read, so that it might be. */
  private static boolean isOrMayBe(@Nullable String kind, String... kinds) {
    return kind == null || List.of(kinds).contains(kind);
  }

  private double amount(@Nullable String kind) {
    return switch (kind) {
      case CAPACITY_LOSS, STOCK_LOSS -> object.number("lost", true, 0, 1);
      case DEMAND_CHANGE -> object.number("factor", true, 0, MOST);
      case DELAY -> object.number("longer_days", true, 0, 3650);
      case null, default -> 0;
    };
  }

  private @Nullable Target target(@Nullable String kind) {
    List<String> given = TARGETS.stream().filter(object::has).toList();
    if (given.size() != 1) {
      String code = given.isEmpty() ? "no-target" : "two-targets";
      object.add(object.at(code, given.isEmpty() ? "site" : given.get(1)).args(targets(kind)));
      return null;
    }
    String key = given.getFirst();
    if (!fits(kind, key)) {
      object.add(object.at("target-unfit", key).args(String.valueOf(kind), targets(kind)));
      return null;
    }
    String id = object.text(key, true);
    if (id == null) {
      return null;
    }
    Keys known = known(key);
    if (known.id(id) >= 0) {
      return new Target(Target.Kind.valueOf(key.toUpperCase(Locale.ROOT)), id);
    }
    String nearest = Nearest.of(id, known.stream().toList());
    Fault fault = object.at("unknown-target", key).value(id);
    object.add(nearest == null ? fault.args(key) : fault.args(key, nearest).mend("nearest"));
    return null;
  }

  private static String targets(@Nullable String kind) {
    return String.join(", ", TARGETS.stream().filter(key -> fits(kind, key)).toList());
  }

  /** Demand arises at sites, not on links, and needs no technology; stock needs none either. */
  private static boolean fits(@Nullable String kind, String key) {
    boolean demand = DEMAND_CHANGE.equals(kind);
    return !(demand && (key.equals("link") || key.equals("technology")));
  }

  private Keys known(String key) {
    return switch (key) {
      case "site" -> chain.sites().keys();
      case "firm" -> chain.firms().keys();
      case "region" -> chain.regions().keys();
      case "product" -> chain.products().keys();
      case "link" -> chain.links().keys();
      default -> technologies();
    };
  }

  private Keys technologies() {
    Set<String> names = new LinkedHashSet<>();
    for (int row = 0; row < chain.dependencies().count(); row++) {
      String name = chain.dependencies().technology(row);
      if (name != null) {
        names.add(name);
      }
    }
    return Keys.of(names);
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
    String shape = object.word("recovery", RECOVERIES, false);
    boolean step = shape == null || shape.equals("step");
    double days = step ? 0 : object.number("recovery_days", true, 0, MOST);
    if (step ? object.has("recovery_days") && !object.has("recovery") : days == 0) {
      object.add(object.at(step ? "no-shape" : "no-duration", "recovery_days"));
      return null;
    }
    if (Double.isNaN(start) || Double.isNaN(duration) || Double.isNaN(days)) {
      return null;
    }
    Recovery recovery =
        step || shape == null ? Recovery.STEP : Recovery.valueOf(shape.toUpperCase(Locale.ROOT));
    return new Window(new Days(start), new Days(duration), recovery, new Days(days));
  }

  private static String shown(double days) {
    return days == Math.rint(days) ? Long.toString((long) days) : Double.toString(days);
  }
}
