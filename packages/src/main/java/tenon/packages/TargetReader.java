package tenon.packages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Disruption.Target;
import tenon.model.Keys;
import tenon.model.Resource;

/**
 * Reads what a disruption hits. Exactly one of
 *
 * <pre>
 * site: FAB-01          firm: F-7        region: Anhui (and all within)   product: chip
 * link: L-0042          lane: S1>S2 (all links from the first site to the second)
 * mode: sea             technology: EUV  (what depends on it)
 * vendor: V-1           technology_kind: cloud
 * technology_jurisdiction: US (what depends on technology provided under that law)
 * jurisdiction: CN      market: EU       site_kind: port
 * tag: coast            (the sites that the scenario names so)
 * busiest: [port, hub]  (the busiest of the first of these that the chain has)
 * </pre>
 */
final class TargetReader {
  static final List<String> TARGETS =
      List.of(
          "site",
          "firm",
          "region",
          "product",
          "link",
          "technology",
          "vendor",
          "technology_kind",
          "technology_jurisdiction",
          "lane",
          "mode",
          "jurisdiction",
          "market",
          "site_kind",
          "tag",
          "busiest");
  private static final List<String> TECHNOLOGIES =
      List.of("technology", "vendor", "technology_kind", "technology_jurisdiction");
  private static final List<String> NO_PEOPLE = List.of("product", "link", "lane", "mode");
  private static final List<String> KINDS =
      List.of("supplier", "plant", "warehouse", "hub", "port", "store");

  final Chain chain;
  private final Map<String, List<String>> tags;

  TargetReader(Chain chain, Map<String, List<String>> tags) {
    this.chain = chain;
    this.tags = tags;
  }

  /** The targets, several for a tag; none where anything about them is wrong. */
  List<Target> read(YamlObject object, @Nullable String kind) {
    List<String> given = TARGETS.stream().filter(object::has).toList();
    if (given.size() != 1) {
      String code = given.isEmpty() ? "no-target" : "two-targets";
      object.add(object.at(code, given.isEmpty() ? "site" : given.get(1)).args(targets(kind)));
      return List.of();
    }
    String key = given.getFirst();
    if (!fits(kind, key)) {
      object.add(object.at("target-unfit", key).args(String.valueOf(kind), targets(kind)));
      return List.of();
    }
    if (key.equals("busiest")) {
      return busiest(object, kind);
    }
    String id = object.text(key, true);
    if (id == null) {
      return List.of();
    }
    if (!isKnown(object, key, id, known(key))) {
      return List.of();
    }
    return key.equals("tag")
        ? members(object, id)
        : List.of(new Target(Target.Kind.valueOf(key.toUpperCase(Locale.ROOT)), id));
  }

  private static boolean isKnown(YamlObject object, String key, String id, Keys known) {
    if (known.id(id) >= 0) {
      return true;
    }
    String nearest = Nearest.of(id, known.stream().toList());
    Fault fault = object.at("unknown-target", key).value(id);
    object.add(nearest == null ? fault.args(key) : fault.args(key, nearest).mend("nearest"));
    return false;
  }

  private List<Target> members(YamlObject object, String tag) {
    List<String> sites = tags.getOrDefault(tag, List.of());
    boolean sound =
        sites.stream().allMatch(site -> isKnown(object, "site", site, chain.sites().keys()));
    return sound
        ? sites.stream().map(site -> new Target(Target.Kind.SITE, site)).toList()
        : List.of();
  }

  private List<Target> busiest(YamlObject object, @Nullable String kind) {
    List<String> wanted = new ArrayList<>();
    if (object.isSequence("busiest")) {
      wanted.addAll(object.texts("busiest"));
    } else {
      String only = object.text("busiest", true);
      if (only != null) {
        wanted.add(only);
      }
    }
    Busiest busiest = new Busiest(chain);
    List<String> known =
        DisruptionReader.isCut(kind)
            ? Busiest.TECHNOLOGIES
            : DisruptionReader.isInsolvency(kind) ? Busiest.FIRMS : Busiest.KNOWN;
    for (String what : wanted) {
      if (!known.contains(what)) {
        object.add(
            object
                .at("unknown-category", "busiest")
                .value(what)
                .args(String.join(", ", known))
                .mend("one"));
        return List.of();
      }
      Target found = busiest.of(what);
      if (found != null) {
        return List.of(found);
      }
    }
    if (!wanted.isEmpty()) {
      object.add(object.at("no-busiest", "busiest").args(String.join(", ", wanted)));
    }
    return List.of();
  }

  private static String targets(@Nullable String kind) {
    return String.join(", ", TARGETS.stream().filter(key -> fits(kind, key)).toList());
  }

  /**
   * Demand arises at sites, not on links, and needs no technology; markets have demand alone; a cut
   * hits technologies alone; workers are at sites.
   */
  private static boolean fits(@Nullable String kind, String key) {
    if (kind == null) {
      return true;
    }
    if (DisruptionReader.isCut(kind)) {
      return TECHNOLOGIES.contains(key) || key.equals("busiest");
    }
    if (DisruptionReader.isInsolvency(kind)) {
      return key.equals("firm") || key.equals("busiest");
    }
    boolean demand = DisruptionReader.isDemand(kind);
    boolean noPlace = TECHNOLOGIES.contains(key) || NO_PEOPLE.contains(key);
    return demand
        ? !noPlace || key.equals("product")
        : !key.equals("market") && !(DisruptionReader.isAbsence(kind) && noPlace);
  }

  private Keys known(String key) {
    return switch (key) {
      case "site" -> chain.sites().keys();
      case "firm" -> chain.firms().keys();
      case "region" -> chain.regions().keys();
      case "product" -> chain.products().keys();
      case "link" -> chain.links().keys();
      case "lane" -> keys(chain.links().count(), this::lane);
      case "mode" -> keys(chain.links().count(), chain.links()::mode);
      case "jurisdiction" ->
          keys(
              chain.regions().count(),
              row -> chain.table(Resource.REGIONS).text("jurisdiction", row));
      case "market" ->
          keys(chain.demands().count(), row -> chain.table(Resource.DEMAND).text("market", row));
      case "site_kind" -> Keys.of(new LinkedHashSet<>(KINDS));
      case "tag" -> Keys.of(new LinkedHashSet<>(tags.keySet()));
      case "vendor" -> keys(chain.dependencies().count(), chain.dependencies()::vendor);
      case "technology_kind" -> keys(chain.dependencies().count(), chain.dependencies()::kind);
      case "technology_jurisdiction" ->
          keys(chain.dependencies().count(), chain.dependencies()::jurisdiction);
      default -> keys(chain.dependencies().count(), chain.dependencies()::technology);
    };
  }

  private String lane(int link) {
    return chain.sites().keys().key(chain.links().supplier(link))
        + ">"
        + chain.sites().keys().key(chain.links().customer(link));
  }

  private static Keys keys(int rows, IntFunction<@Nullable String> name) {
    Set<String> names = new LinkedHashSet<>();
    IntStream.range(0, rows)
        .forEach(
            row -> {
              String found = name.apply(row);
              if (found != null) {
                names.add(found);
              }
            });
    return Keys.of(names);
  }
}
