package tenon.study.economy;

import static tenon.study.economy.ArioFile.given;
import static tenon.study.economy.ArioFile.number;
import static tenon.study.economy.ArioFile.whole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.packages.YamlObject;
import tenon.twin.sector.ArioEvent;
import tenon.twin.sector.ArioEvent.Course;

/** Reads one event: what is lost, where, when, and how it comes back. */
final class EventReader {
  private static final double MOST = Double.MAX_VALUE;
  private static final double WHOLE = 1e-9;
  private static final List<String> TYPES = List.of("recovery", "rebuild", "arbitrary");
  private static final Map<String, Course> COURSES =
      Map.of(
          "linear", Course.LINEAR,
          "convexe", Course.CONVEXE_SCALED,
          "convexe noscale", Course.CONVEXE,
          "concave", Course.CONCAVE);

  private final YamlObject from;
  private final IndustryTable table;
  private final double money;
  private final double rebuildTau;

  EventReader(YamlObject from, IndustryTable table, double money, double rebuildTau) {
    this.from = from;
    this.table = table;
    this.money = money;
    this.rebuildTau = rebuildTau;
  }

  @Nullable ArioEvent read() {
    String type = from.word("event_type", TYPES, true);
    if (type == null) {
      return null;
    }
    double[] lost = lost(type.equals("arbitrary"));
    int occurrence = whole(from, "occurrence", 1, 0, 1_000_000);
    int duration = whole(from, "duration", 1, 0, 1_000_000);
    ArioEvent.End end =
        switch (type) {
          case "rebuild" -> rebuild();
          case "arbitrary" ->
              new ArioEvent.Capacity(course(), number(from, "recovery_tau", 0, 0, MOST));
          default ->
              new ArioEvent.Recovery(
                  course(),
                  given(from, "recovery_tau")
                      ? number(from, "recovery_tau", 1, 1e-9, MOST)
                      : from.number("recovery_tau", true, 1e-9, MOST));
        };
    // What could not be read has been told; it is unknown here.
    if (lost == null || end == null || Arrays.stream(lost).anyMatch(amount -> !(amount >= 0))) {
      return null;
    }
    return new ArioEvent(lost, occurrence, duration, end);
  }

  private Course course() {
    String name =
        given(from, "recovery_function")
            ? from.word("recovery_function", COURSES.keySet().stream().sorted().toList(), false)
            : null;
    return name == null ? Course.LINEAR : COURSES.getOrDefault(name, Course.LINEAR);
  }

  private ArioEvent.@Nullable Rebuild rebuild() {
    Map<String, Double> shares = new LinkedHashMap<>();
    YamlObject sectors =
        from.isMapping("rebuilding_sectors") ? from.object("rebuilding_sectors") : null;
    if (sectors == null) {
      from.missing("rebuilding_sectors");
      return null;
    }
    double sum = 0;
    for (String sector : sectors.keys()) {
      if (!table.sectors().contains(sector)) {
        refuse(from, "rebuilding_sectors", "ario-sector", sector, table.sectors());
      }
      double share = sectors.number(sector, true, 0, 1);
      shares.put(sector, share);
      sum += share;
    }
    if (!(Math.abs(sum - 1) <= WHOLE)) {
      refuse(from, "rebuilding_sectors", "ario-shares", Double.toString(sum), List.of());
    }
    return new ArioEvent.Rebuild(
        number(from, "rebuild_tau", rebuildTau, 1e-9, MOST),
        shares,
        number(from, "rebuilding_factor", 1, 1e-9, MOST));
  }

  /** Capital lost by industry, in the money of the table; or shares of capacity. */
  private double @Nullable [] lost(boolean shares) {
    double unit = shares ? 1 : number(from, "event_monetary_factor", money, 1e-12, MOST) / money;
    double[] lost = new double[table.count()];
    if (from.isMapping("impact")) {
      YamlObject byIndustry = from.object("impact");
      for (String label : byIndustry == null ? List.<String>of() : byIndustry.keys()) {
        int at = table.industries().indexOf(Industry.of(label));
        double impact =
            byIndustry == null ? 0 : byIndustry.number(label, true, 0, shares ? 1 : MOST);
        if (at < 0) {
          refuse(from, "impact", "ario-industry", label, labels());
        } else {
          lost[at] = impact * unit;
        }
      }
      return lost;
    }
    double impact = from.number("impact", true, 0, shares ? 1 : MOST);
    List<String> regions = names("affected_regions", table.regions(), "ario-region");
    List<String> sectors = names("affected_sectors", table.sectors(), "ario-sector");
    Map<String, Double> byRegion = weights("impact_regional_distrib", regions, null);
    for (String region : regions) {
      Map<String, Double> bySector = weights("impact_sectoral_distrib", sectors, region);
      for (String sector : sectors) {
        int at = table.industries().indexOf(new Industry(region, sector));
        if (at < 0) {
          refuse(from, "affected_sectors", "ario-industry", region + "|" + sector, labels());
        } else {
          double share = byRegion.getOrDefault(region, 0.0) * bySector.getOrDefault(sector, 0.0);
          lost[at] = shares ? impact : impact * unit * share;
        }
      }
    }
    return lost;
  }

  private List<String> labels() {
    return table.industries().stream().map(Industry::label).toList();
  }

  private List<String> names(String key, List<String> known, String code) {
    if (!given(from, key)) {
      return known;
    }
    String single = from.isSequence(key) ? null : from.text(key, true);
    if ("all".equals(single)) {
      return known;
    }
    List<String> names = single == null ? from.texts(key) : List.of(single);
    for (String name : names) {
      if (!known.contains(name)) {
        refuse(from, key, code, name, known);
      }
    }
    return names.stream().filter(known::contains).distinct().toList();
  }

  /** Shares of a loss: equal, by value added, or as given; they add up to 1. */
  private Map<String, Double> weights(String key, List<String> names, @Nullable String region) {
    Map<String, Double> weights = new LinkedHashMap<>();
    if (from.isSequence(key)) {
      List<String> given = from.texts(key);
      for (int at = 0; at < names.size(); at++) {
        weights.put(names.get(at), at < given.size() ? share(key, given.get(at)) : 0);
      }
      if (given.size() != names.size()) {
        refuse(from, key, "ario-shares", given.toString(), List.of());
      }
    } else if (from.isMapping(key)) {
      YamlObject given = from.object(key);
      for (String name : names) {
        weights.put(name, given == null ? 0 : given.number(name, true, 0, MOST));
      }
    } else {
      String rule = given(from, key) ? from.word(key, List.of("equal", "gdp"), false) : "equal";
      for (String name : names) {
        weights.put(name, "gdp".equals(rule) ? valueAdded(name, region) : 1);
      }
    }
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(sum > 0) && !names.isEmpty()) {
      refuse(from, key, "ario-shares", Double.toString(sum), List.of());
    }
    weights.replaceAll((name, weight) -> weight / sum);
    return weights;
  }

  private double share(String key, String text) {
    double share;
    try {
      share = Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      share = Double.NaN;
    }
    if (!(share >= 0 && share <= MOST)) {
      refuse(from, key, "ario-shares", text, List.of());
      return 0;
    }
    return share;
  }

  /** Value added of a region, or of a sector of a region. */
  private double valueAdded(String name, @Nullable String region) {
    double sum = 0;
    for (int j = 0; j < table.count(); j++) {
      Industry industry = table.industries().get(j);
      boolean counts =
          region == null
              ? industry.region().equals(name)
              : industry.region().equals(region) && industry.sector().equals(name);
      sum += counts ? Math.max(0, table.output(j) - table.inputs(j)) : 0;
    }
    return sum;
  }

  static void refuse(YamlObject from, String key, String code, String value, List<String> known) {
    String some = EconomyWords.some(new ArrayList<>(known));
    from.refuse(
        key,
        code,
        EconomyWords.message(code, value, some),
        EconomyWords.message(code + ".mend", value, some));
  }
}
