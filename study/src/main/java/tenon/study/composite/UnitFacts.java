package tenon.study.composite;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tenon.assess.structure.UnitKind;
import tenon.assess.structure.UnitMeasures;
import tenon.model.Chain;
import tenon.model.Keys;
import tenon.model.Regions;

/** What a chain or a table says of units beside their indicators: groups and places. */
final class UnitFacts {
  private static final List<String> LATITUDE = List.of("latitude", "lat");
  private static final List<String> LONGITUDE = List.of("longitude", "lon", "lng");

  private UnitFacts() {}

  /** What groups may be made of: by name and unit; blank where unknown. */
  static Map<String, Map<String, String>> labels(Chain chain, UnitKind kind) {
    Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    Regions regions = chain.regions();
    switch (kind) {
      case REGIONS -> {
        Keys keys = regions.keys();
        labels.put("parent_id", by(keys, region -> key(keys, regions.parent(region))));
        labels.put("level", by(keys, regions::level));
        labels.put("jurisdiction", by(keys, regions::jurisdiction));
      }
      case FIRMS -> {
        Keys keys = chain.firms().keys();
        labels.put("region_id", by(keys, firm -> key(regions.keys(), chain.firms().region(firm))));
        labels.put("sector", by(keys, chain.firms()::sector));
        labels.put("role", by(keys, chain.firms()::role));
      }
      case SECTORS -> {}
    }
    return labels;
  }

  private static @Nullable String key(Keys keys, int id) {
    return id < 0 ? null : keys.key(id);
  }

  private static Map<String, String> by(Keys keys, IntFunction<@Nullable String> label) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int unit = 0; unit < keys.count(); unit++) {
      String text = label.apply(unit);
      labels.put(keys.key(unit), text == null ? "" : text);
    }
    return labels;
  }

  /** Where units lie: as their region says, or else in the middle of their sites. */
  static Map<String, double[]> places(Chain chain, UnitKind kind) {
    Map<String, double[]> places = new LinkedHashMap<>();
    UnitMeasures measures = UnitMeasures.of(chain, kind);
    for (int unit = 0; unit < measures.units().count(); unit++) {
      boolean region = kind == UnitKind.REGIONS;
      double north = region ? chain.regions().latitude(unit) : Double.NaN;
      double east = region ? chain.regions().longitude(unit) : Double.NaN;
      if (Double.isNaN(north + east)) {
        int[] sites =
            Arrays.stream(measures.sites(unit))
                .filter(
                    site ->
                        !Double.isNaN(chain.sites().latitude(site) + chain.sites().longitude(site)))
                .toArray();
        north = Arrays.stream(sites).mapToDouble(chain.sites()::latitude).average().orElse(north);
        east = Arrays.stream(sites).mapToDouble(chain.sites()::longitude).average().orElse(east);
      }
      if (!Double.isNaN(north + east)) {
        places.put(measures.units().key(unit), new double[] {north, east});
      }
    }
    return places;
  }

  /** Where units lie by the columns of a wide table; the first known place of each. */
  static Map<String, double[]> places(Map<String, Map<String, Double>> numbers) {
    Map<String, Double> north = column(numbers, LATITUDE);
    Map<String, Double> east = column(numbers, LONGITUDE);
    Map<String, double[]> places = new LinkedHashMap<>();
    north.forEach(
        (key, latitude) -> {
          double longitude = east.getOrDefault(key, Double.NaN);
          boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
          if (onEarth) {
            places.putIfAbsent(
                key.substring(0, key.indexOf('\n')), new double[] {latitude, longitude});
          }
        });
    return places;
  }

  private static Map<String, Double> column(
      Map<String, Map<String, Double>> numbers, List<String> names) {
    return numbers.entrySet().stream()
        .filter(column -> names.contains(column.getKey().toLowerCase(java.util.Locale.ROOT)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Map.of());
  }
}
