package tenon.study.economy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;
import tenon.packages.PackageReader;
import tenon.study.chart.Place;

/**
 * An amount at places with coordinates.
 *
 * @param measure what the amount is
 * @param places with amounts of at least 0, by the name that is shown
 * @param keys what each place is in its table
 */
record PlacedAmounts(String measure, List<Place> places, List<String> keys, List<Path> inputs) {
  private static final List<String> LATITUDE = List.of("latitude", "lat", "纬度");
  private static final List<String> LONGITUDE = List.of("longitude", "lon", "lng", "long", "经度");
  private static final List<String> NAME =
      List.of("name", "place", "city", "region", "region_id", "id", "地区", "城市");
  private static final List<String> VALUE = List.of("value", "amount", "score", "index");

  PlacedAmounts {
    places = List.copyOf(places);
    keys = List.copyOf(keys);
    inputs = List.copyOf(inputs);
  }

  /**
   * From a package: an indicator of its regions in the last period, {@code workers} of sites, or a
   * column of firms in equal parts over their sites; from CSV: columns of name, coordinates, value.
   *
   * @param value indicator or column; empty for a usual one
   */
  static Loaded<PlacedAmounts> read(Path source, String value, Locale locale) {
    return Files.isDirectory(source) || source.endsWith("datapackage.json")
        ? ofPackage(source, value, locale)
        : ofTable(source, value);
  }

  private static Loaded<PlacedAmounts> ofTable(Path file, String value) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var none) -> {
        List<Finding> faults = new ArrayList<>();
        String north = column(table, LATITUDE, faults);
        String east = column(table, LONGITUDE, faults);
        String name = column(table, NAME, faults);
        String amount = value.isEmpty() ? column(table, VALUE, faults) : value;
        if (!value.isEmpty() && !table.has(value)) {
          faults.add(table.unknown(value));
        }
        for (String column : List.of(north, east, amount)) {
          if (faults.isEmpty()) {
            faults.addAll(table.noNumbers(column));
          }
        }
        if (!faults.isEmpty()) {
          yield new Loaded.Rejected<>(faults);
        }
        Gathered gathered = new Gathered(table.file(), amount);
        List<String> names = table.texts(name);
        double[] latitude = table.numbers(north);
        double[] longitude = table.numbers(east);
        double[] amounts = table.numbers(amount);
        for (int row = 0; row < table.rows(); row++) {
          gathered.add(
              table.line(row),
              names.get(row),
              names.get(row),
              latitude[row],
              longitude[row],
              amounts[row]);
        }
        yield gathered.done(amount, List.of(file));
      }
    };
  }

  private static String column(FlatTable table, List<String> usual, List<Finding> faults) {
    String found = usual.stream().filter(table::has).findFirst().orElse(usual.getFirst());
    if (!table.has(found)) {
      faults.add(table.unknown(found));
    }
    return found;
  }

  private static Loaded<PlacedAmounts> ofPackage(Path directory, String value, Locale locale) {
    return switch (PackageReader.read(directory)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        String file = String.valueOf(directory.getFileName());
        Panel panel = data.panel();
        int indicator = panel.hierarchy().keys().id(value);
        String measure = value.isEmpty() ? "workers" : value;
        Gathered gathered = new Gathered(file, measure);
        if (indicator >= 0) {
          regions(data.chain(), panel, indicator, locale, gathered);
        } else if (!sites(data.chain(), measure, locale, gathered)) {
          yield new Loaded.Rejected<>(
              List.of(
                  EconomyWords.error(
                      "placed-measure",
                      file,
                      0,
                      "--value",
                      value,
                      EconomyWords.some(panel.hierarchy().keys().stream().toList()))));
        }
        yield gathered.done(measure, PackageReader.files(directory));
      }
    };
  }

  private static void regions(
      Chain chain, Panel panel, int indicator, Locale locale, Gathered gathered) {
    int last = panel.periods().count() - 1;
    for (int unit = 0; unit < panel.units().count(); unit++) {
      String key = panel.units().key(unit);
      int region = chain.regions().keys().id(key);
      if (region >= 0) {
        gathered.add(
            0,
            key,
            region(chain, region, locale),
            chain.regions().latitude(region),
            chain.regions().longitude(region),
            panel.value(unit, last, indicator));
      } else {
        gathered.left++;
      }
    }
  }

  private static String region(Chain chain, int region, Locale locale) {
    boolean chinese = locale.getLanguage().equals("zh");
    String name = chinese ? chain.regions().nameZh(region) : chain.regions().name(region);
    return name == null ? chain.regions().keys().key(region) : name;
  }

  /** Sites, shown by the name of their region. */
  private static boolean sites(Chain chain, String value, Locale locale, Gathered gathered) {
    boolean own = value.equals("workers");
    if (!own && Resource.FIRMS.fields().stream().noneMatch(field -> field.name().equals(value))) {
      return false;
    }
    Columns table = chain.table(own ? Resource.SITES : Resource.FIRMS);
    int[] count = new int[chain.firms().count()];
    for (int site = 0; site < chain.sites().count(); site++) {
      count[chain.sites().firm(site)]++;
    }
    for (int site = 0; site < chain.sites().count(); site++) {
      int firm = chain.sites().firm(site);
      String key = chain.sites().keys().key(site);
      double amount =
          own ? table.number(value, site) : table.number(value, firm) / (double) count[firm];
      gathered.add(
          0,
          key,
          region(chain, chain.sites().region(site), locale),
          chain.sites().latitude(site),
          chain.sites().longitude(site),
          amount);
    }
    return true;
  }

  /** Places so far. */
  private static final class Gathered {
    private final String file;
    private final String column;
    private final List<Place> places = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();
    private int left;

    Gathered(String file, String column) {
      this.file = file;
      this.column = column;
    }

    void add(long line, String key, String name, double latitude, double longitude, double amount) {
      if (Plants.isNoSize(amount)) {
        faults.add(
            EconomyWords.error("plant-size", file, line, column, Double.toString(amount), key));
      } else if (Math.abs(latitude) > 90) {
        String degrees = Double.toString(latitude);
        faults.add(EconomyWords.error("place-degrees", file, line, "latitude", degrees));
      } else if (Math.abs(longitude) > 180) {
        String degrees = Double.toString(longitude);
        faults.add(EconomyWords.error("place-degrees", file, line, "longitude", degrees));
      } else if (Double.isNaN(amount + latitude + longitude)) {
        left++;
      } else {
        places.add(new Place(name, latitude, longitude, amount));
        keys.add(key);
      }
    }

    Loaded<PlacedAmounts> done(String measure, List<Path> inputs) {
      if (faults.isEmpty() && places.stream().noneMatch(place -> place.value() > 0)) {
        faults.add(EconomyWords.error("no-places", file, 0, column, null));
      }
      if (!faults.isEmpty()) {
        return new Loaded.Rejected<>(faults);
      }
      return new Loaded.Ready<>(
          new PlacedAmounts(measure, places, keys, inputs),
          left == 0
              ? List.of()
              : List.of(
                  EconomyWords.warning("places-left", file, column, null, Integer.toString(left))));
    }
  }
}
