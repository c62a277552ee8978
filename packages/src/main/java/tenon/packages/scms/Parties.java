package tenon.packages.scms;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Resource;
import tenon.packages.word.Places;

/** Regions, firms and sites of the lines known by the date of the import. */
final class Parties {
  private static final String HUB_NAME = "Regional distribution centre";

  private final DeliveryFile file;
  private final Makers makers;
  private final Places places;
  private final Remarks remarks;

  /** First line of each, by short id. */
  private final SortedMap<String, Long> countries = new TreeMap<>();

  private final SortedMap<String, Long> plants = new TreeMap<>();
  private final SortedMap<String, Long> traders = new TreeMap<>();

  /** Jurisdiction by region; blank where it is not recognised. */
  private final SortedMap<String, String> regions = new TreeMap<>();

  private final SortedMap<String, String> regionOfCountry = new TreeMap<>();
  private final SortedMap<String, String> regionOfPlant = new TreeMap<>();
  private final SortedMap<String, String> regionOfTrader = new TreeMap<>();
  private final Map<Places.Basis, Integer> plantGuesses = new EnumMap<>(Places.Basis.class);
  private final Map<Places.Basis, Integer> traderGuesses = new EnumMap<>(Places.Basis.class);
  private boolean centre;

  Parties(DeliveryFile file, List<Delivery> known, Makers makers, Places places, Remarks remarks) {
    this.file = file;
    this.makers = makers;
    this.places = places;
    this.remarks = remarks;
    known.forEach(this::meet);
    countries.forEach(this::placeCountry);
    plants.forEach((id, line) -> placePlant(id, known));
    traders.keySet().forEach(this::placeTrader);
    if (centre) {
      regions.put(Ids.UNKNOWN_REGION, "");
    }
  }

  private void meet(Delivery d) {
    countries.putIfAbsent(d.country(), d.line());
    plants.putIfAbsent(d.plant(), d.line());
    if (d.fromCentre()) {
      centre = true;
    } else {
      traders.putIfAbsent(d.vendor(), d.line());
    }
  }

  private void placeCountry(String id, long line) {
    String name = file.countries().text(id);
    String jurisdiction = places.country(name);
    if (jurisdiction == null) {
      remarks.warning("scms-country", line, Column.COUNTRY, name, places.nearest(name));
    }
    String region = jurisdiction == null ? "country-" + id : jurisdiction;
    regions.put(region, jurisdiction == null ? "" : jurisdiction);
    regionOfCountry.put(id, region);
  }

  private void placePlant(String id, List<Delivery> known) {
    String name = file.plants().text(id);
    if (Makers.unknown(name)) {
      long lines = known.stream().filter(d -> d.plant().equals(id)).count();
      long first = plants.getOrDefault(id, 0L);
      remarks.warning("scms-unknown-maker", first, Column.PLANT, name, Long.toString(lines));
    }
    regionOfPlant.put(id, place(places.guess(name), plantGuesses));
  }

  private void placeTrader(String id) {
    regionOfTrader.put(id, place(places.guess(file.vendors().text(id)), traderGuesses));
  }

  private String place(Places.Guess guess, Map<Places.Basis, Integer> guesses) {
    guesses.merge(guess.basis(), 1, Integer::sum);
    String jurisdiction = guess.jurisdiction();
    String region = jurisdiction == null ? Ids.UNKNOWN_REGION : jurisdiction;
    regions.put(region, jurisdiction == null ? "" : jurisdiction);
    return region;
  }

  int plants() {
    return plants.size();
  }

  int traders() {
    return traders.size();
  }

  int countries() {
    return countries.size();
  }

  /** How many plants are placed on a basis. */
  int plantsPlaced(Places.Basis basis) {
    return plantGuesses.getOrDefault(basis, 0);
  }

  /** How many trading vendors are placed on no basis at all. */
  int tradersNotPlaced() {
    return traderGuesses.getOrDefault(Places.Basis.NONE, 0);
  }

  Columns regionTable() {
    Columns.Builder table = new Columns.Builder(Resource.REGIONS);
    regions.forEach(
        (id, jurisdiction) -> {
          table.row().set("region_id", id);
          if (!jurisdiction.isEmpty()) {
            table
                .set("name", Places.name(jurisdiction))
                .set("name_zh", Places.chineseName(jurisdiction))
                .set("level", "jurisdiction")
                .set("jurisdiction", jurisdiction);
          } else if (id.equals(Ids.UNKNOWN_REGION)) {
            table.set("name", "Country not stated in the source").set("name_zh", "来源未注明国家");
          } else {
            table.set("name", file.countries().text(id.substring("country-".length())));
          }
        });
    return table.build();
  }

  Columns firmTable() {
    Columns.Builder table = new Columns.Builder(Resource.FIRMS);
    if (centre) {
      firm(table, Ids.PROGRAMME, "SCMS programme", null);
    }
    traders
        .keySet()
        .forEach(
            id -> firm(table, Ids.vendor(id), file.vendors().text(id), regionOfTrader.get(id)));
    for (String id : plants.keySet()) {
      if (makers.vendor(id) == null) {
        firm(table, Ids.maker(id), file.plants().text(id), null);
      }
    }
    regionOfCountry.forEach(
        (id, region) ->
            firm(
                table,
                Ids.client(id),
                "Receiving programme, " + file.countries().text(id),
                region));
    return table.build();
  }

  private static void firm(Columns.Builder table, String id, String name, @Nullable String region) {
    table.row().set("firm_id", id).set("name", name);
    if (region != null && !region.equals(Ids.UNKNOWN_REGION)) {
      table.set("region_id", region);
    }
  }

  Columns siteTable() {
    Columns.Builder table = new Columns.Builder(Resource.SITES);
    regionOfPlant.forEach(
        (id, region) -> {
          String vendor = makers.vendor(id);
          String firm = vendor == null ? Ids.maker(id) : Ids.vendor(vendor);
          site(table, Ids.plant(id), firm, region, "plant", file.plants().text(id));
        });
    regionOfTrader.forEach(
        (id, region) ->
            site(
                table,
                Ids.office(id),
                Ids.vendor(id),
                region,
                "supplier",
                file.vendors().text(id)));
    if (centre) {
      site(table, Ids.HUB, Ids.PROGRAMME, Ids.UNKNOWN_REGION, "hub", HUB_NAME);
    }
    regionOfCountry.forEach(
        (id, region) ->
            site(table, Ids.store(id), Ids.client(id), region, "store", file.countries().text(id)));
    return table.build();
  }

  private static void site(
      Columns.Builder table, String id, String firm, String region, String kind, String name) {
    table
        .row()
        .set("site_id", id)
        .set("firm_id", firm)
        .set("region_id", region)
        .set("kind", kind)
        .set("name", name);
  }
}
