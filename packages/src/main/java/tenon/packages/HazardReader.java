package tenon.packages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Hazard;
import tenon.model.Loaded;

/** Reads what may happen; see {@link ScenarioReader} for its keys. */
final class HazardReader {
  static final List<String> PROCESSES = List.of("poisson", "once", "on_off");
  static final List<String> LENGTHS = List.of("exponential", "fixed");
  static final List<String> KEYS =
      List.of(
          "name",
          "process",
          "rate_per_year",
          "events",
          "from",
          "to",
          "fail_per_day",
          "recover_per_day",
          "probability",
          "earliest_day",
          "latest_day",
          "duration_days",
          "length",
          "hit_probability");
  private static final double MOST = 1e6;
  private static final double YEAR = 365;

  private final YamlObject object;
  private final TargetReader targets;
  private final double horizon;
  private final @Nullable Path folder;

  HazardReader(YamlObject object, TargetReader targets, double horizon, @Nullable Path folder) {
    this.object = object;
    this.targets = targets;
    this.horizon = horizon;
    this.folder = folder;
  }

  /** The hazard, or null where anything is wrong; what is wrong stands in the findings. */
  @Nullable Hazard read() {
    String kind = DisruptionReader.kind(object);
    List<String> allowed = new ArrayList<>(KEYS);
    allowed.addAll(DisruptionReader.effectKeys(kind));
    object.allow(allowed);
    String name = object.text("name", true);
    Hazard.Arrivals process = process();
    double hit = object.has("hit_probability") ? object.number("hit_probability", true, 0, 1) : 1;
    Window shape = DisruptionReader.recovery(object);
    List<Disruption> marks =
        shape == null
            ? List.of()
            : new DisruptionReader(object, targets, horizon).effects(kind, shape);
    if (name == null || process == null || marks.isEmpty() || !(hit > 0)) {
      if (hit == 0) {
        object.add(object.at("no-duration", "hit_probability"));
      }
      return null;
    }
    return new Hazard(name, process, hit < 1 ? bySite(marks) : marks, hit);
  }

  /** Marks that hit a region are told apart by its sites, since each is hit on its own. */
  private List<Disruption> bySite(List<Disruption> marks) {
    Chain chain = targets.chain;
    List<Disruption> apart = new ArrayList<>();
    for (Disruption mark : marks) {
      if (mark.target().kind() != Target.Kind.REGION) {
        apart.add(mark);
        continue;
      }
      for (int site = 0; site < chain.sites().count(); site++) {
        if (isWithin(chain, chain.sites().region(site), mark.target().id())) {
          apart.add(mark.hitting(new Target(Target.Kind.SITE, chain.sites().keys().key(site))));
        }
      }
    }
    return apart;
  }

  private static boolean isWithin(Chain chain, int region, String id) {
    int at = region;
    while (at >= 0 && !chain.regions().keys().key(at).equals(id)) {
      at = chain.regions().parent(at);
    }
    return at >= 0;
  }

  private Hazard.@Nullable Arrivals process() {
    String process = object.word("process", PROCESSES, true);
    return switch (process) {
      case "poisson" -> object.has("events") ? calibrated() : poisson();
      case "once" -> once();
      case "on_off" -> onOff();
      case null, default -> null;
    };
  }

  private Hazard.@Nullable Arrivals poisson() {
    double rate = object.number("rate_per_year", true, 0, MOST);
    Hazard.Length length = length();
    return Double.isNaN(rate) || length == null ? null : new Hazard.Poisson(rate, length);
  }

  private Hazard.@Nullable Arrivals onOff() {
    double fail = object.number("fail_per_day", true, 0, 1);
    double recover = object.number("recover_per_day", true, 1e-9, 1);
    return Double.isNaN(fail) || Double.isNaN(recover) ? null : new Hazard.OnOff(fail, recover);
  }

  private Hazard.@Nullable Arrivals once() {
    double probability = object.number("probability", true, 0, 1);
    double last = Math.max(0, horizon - 1);
    double earliest = object.has("earliest_day") ? object.number("earliest_day", true, 0, last) : 0;
    double latest =
        object.has("latest_day") ? object.number("latest_day", true, earliest, last) : last;
    Hazard.Length length = length();
    boolean known = !Double.isNaN(probability + earliest + latest);
    return known && length != null
        ? new Hazard.Once(probability, (int) earliest, (int) latest, length)
        : null;
  }

  private Hazard.@Nullable Length length() {
    double days = object.number("duration_days", true, 0, MOST);
    String law = object.word("length", LENGTHS, false);
    if (days == 0) {
      object.add(object.at("no-duration", "duration_days"));
    }
    if (!(days > 0)) {
      return null;
    }
    return "fixed".equals(law) ? new Hazard.Fixed(days) : new Hazard.Exponential(days);
  }

  /** Rate and lengths from a list of events: columns {@code date} and {@code duration_days}. */
  private Hazard.@Nullable Arrivals calibrated() {
    String file = object.text("events", true);
    LocalDate from = date("from");
    LocalDate to = date("to");
    List<EventList.Event> events = file == null ? List.of() : events(file);
    if (from == null || to == null || events.isEmpty()) {
      return null;
    }
    if (!to.isAfter(from)) {
      object.add(object.at("no-duration", "to"));
      return null;
    }
    List<Double> lengths =
        events.stream()
            .filter(event -> !event.day().isBefore(from) && !event.day().isAfter(to))
            .map(EventList.Event::days)
            .toList();
    if (lengths.isEmpty()) {
      object.add(object.at("no-events", "events").args(from, to));
      return null;
    }
    double years = (ChronoUnit.DAYS.between(from, to) + 1) / YEAR;
    return new Hazard.Poisson(lengths.size() / years, new Hazard.Observed(lengths));
  }

  /** All events of a list; none where anything about it is wrong. */
  private List<EventList.Event> events(String file) {
    return switch (EventList.read(folder == null ? Path.of(file) : folder.resolve(file))) {
      case Loaded.Rejected<List<EventList.Event>>(var errors) -> {
        errors.forEach(object::tell);
        yield List.of();
      }
      case Loaded.Ready<List<EventList.Event>>(var all, var _) -> all;
    };
  }

  private @Nullable LocalDate date(String key) {
    String text = object.text(key, true);
    LocalDate date = text == null ? null : EventList.day(text);
    if (text != null && date == null) {
      object.add(object.at("no-yaml-date", key).value(text));
    }
    return date;
  }
}
