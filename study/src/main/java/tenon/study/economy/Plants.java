package tenon.study.economy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;
import tenon.packages.PackageReader;

/**
 * Plants, or sums of them: in which region and sector each is, and how large.
 *
 * @param measure column that tells the size
 * @param single whether each row is one plant, so that their concentration is known
 * @param inputs files they were read from
 */
record Plants(String measure, boolean single, List<Plant> rows, List<Path> inputs) {

  /**
   * One row.
   *
   * @param time period, or empty
   * @param size at least 0
   */
  record Plant(String region, String sector, String time, double size) {}

  /**
   * Columns of a table; where empty, a usual name is looked for.
   *
   * @param value column of the size
   */
  record Layout(String region, String sector, String value, String time) {}

  /** The same bound as in a package. */
  private static final double LARGEST = 1e18;

  private static final List<String> REGION = List.of("region", "region_id", "地区");
  private static final List<String> SECTOR = List.of("sector", "industry", "行业", "产业");
  private static final List<String> VALUE =
      List.of("employees", "workers", "employment", "output_per_year", "output", "value");
  private static final List<String> TIME = List.of("year", "time", "period", "年份");
  private static final List<String> PLANT = List.of("plant", "site", "site_id", "firm", "firm_id");
  private static final List<String> OF_FIRMS =
      List.of(
          "employees",
          "output_per_year",
          "revenue_per_year",
          "value_added_per_year",
          "total_assets",
          "rd_expenditure_per_year",
          "invention_patents");

  Plants {
    rows = List.copyOf(rows);
    inputs = List.copyOf(inputs);
  }

  /** Whether an amount is below 0, or so great that sums of squares would overflow. */
  static boolean isNoSize(double amount) {
    return amount < 0 || amount > LARGEST;
  }

  /** From a package, or from a table as CSV. */
  static Loaded<Plants> read(Path source, Layout layout) {
    return Files.isDirectory(source) || source.endsWith("datapackage.json")
        ? ofPackage(source, layout)
        : ofTable(source, layout);
  }

  private static Loaded<Plants> ofTable(Path file, Layout layout) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var warnings) -> ofTable(file, table, layout);
    };
  }

  private static Loaded<Plants> ofTable(Path file, FlatTable table, Layout layout) {
    List<Finding> faults = new ArrayList<>();
    String region = column(table, layout.region(), REGION, faults);
    String sector = column(table, layout.sector(), SECTOR, faults);
    String value = column(table, layout.value(), VALUE, faults);
    String time =
        layout.time().isEmpty()
            ? TIME.stream().filter(table::has).findFirst().orElse("")
            : column(table, layout.time(), TIME, faults);
    if (faults.isEmpty()) {
      faults.addAll(table.noNumbers(value));
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    List<String> regions = table.texts(region);
    List<String> sectors = table.texts(sector);
    List<String> times = time.isEmpty() ? List.of() : table.texts(time);
    double[] sizes = table.numbers(value);
    List<Plant> rows = new ArrayList<>();
    int blank = 0;
    for (int row = 0; row < table.rows(); row++) {
      if (isNoSize(sizes[row])) {
        faults.add(
            EconomyWords.error(
                "plant-size", table.file(), table.line(row), value, Double.toString(sizes[row])));
      } else if (Double.isNaN(sizes[row])
          || regions.get(row).isBlank()
          || sectors.get(row).isBlank()) {
        blank++;
      } else {
        String when = times.isEmpty() ? "" : times.get(row);
        rows.add(new Plant(regions.get(row), sectors.get(row), when, sizes[row]));
      }
    }
    Set<String> all = new TreeSet<>(rows.isEmpty() ? List.of("") : times(rows));
    all.removeAll(times(rows.stream().filter(row -> row.size() > 0).toList()));
    if (faults.isEmpty()) {
      for (String empty : all) {
        String period = empty.isEmpty() ? null : empty;
        faults.add(EconomyWords.error("no-plants", table.file(), 0, value, period));
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(
            new Plants(value, PLANT.stream().anyMatch(table::has), rows, List.of(file)),
            left(table.file(), value, blank))
        : new Loaded.Rejected<>(faults);
  }

  private static List<String> times(List<Plant> rows) {
    return rows.stream().map(Plant::time).toList();
  }

  private static List<Finding> left(String file, String column, int blank) {
    return blank == 0
        ? List.of()
        : List.of(EconomyWords.warning("plants-left", file, column, null, Integer.toString(blank)));
  }

  private static String column(
      FlatTable table, String asked, List<String> usual, List<Finding> faults) {
    String name =
        asked.isEmpty()
            ? usual.stream().filter(table::has).findFirst().orElse(usual.getFirst())
            : asked;
    if (!table.has(name)) {
      faults.add(table.unknown(name));
    }
    return name;
  }

  private static Loaded<Plants> ofPackage(Path directory, Layout layout) {
    return switch (PackageReader.read(directory)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        Loaded<Plants> plants = ofChain(directory, data.chain(), layout.value());
        List<Finding> all = new ArrayList<>(warnings);
        all.addAll(plants.findings());
        yield switch (plants) {
          case Loaded.Ready<Plants>(var read, var none) -> new Loaded.Ready<>(read, all);
          case Loaded.Rejected<Plants>(var errors) -> plants;
        };
      }
    };
  }

  /** Sites by their workers where these are known or asked for, or else firms by a column. */
  private static Loaded<Plants> ofChain(Path directory, Chain chain, String asked) {
    String name = String.valueOf(directory.getFileName());
    double[] workers = column(chain.table(Resource.SITES), "workers", chain.sites().count());
    boolean known = Arrays.stream(workers).anyMatch(size -> size > 0);
    boolean sites = asked.equals("workers") || (asked.isEmpty() && known);
    String measure = asked.isEmpty() ? "employees" : asked;
    if (!sites && !OF_FIRMS.contains(measure)) {
      return new Loaded.Rejected<>(
          List.of(
              EconomyWords.error(
                  "plant-measure",
                  name,
                  0,
                  "--value",
                  asked,
                  "workers, " + String.join(", ", OF_FIRMS))));
    }
    List<Plant> rows = new ArrayList<>();
    int blank = 0;
    double[] sizes =
        sites ? workers : column(chain.table(Resource.FIRMS), measure, chain.firms().count());
    for (int row = 0; row < sizes.length; row++) {
      int firm = sites ? chain.sites().firm(row) : row;
      int region = sites ? chain.sites().region(row) : chain.firms().region(row);
      String sector = chain.firms().sector(firm);
      if (!(sizes[row] >= 0) || region < 0 || sector == null) {
        blank++;
      } else {
        rows.add(new Plant(chain.regions().keys().key(region), sector, "", sizes[row]));
      }
    }
    if (rows.stream().noneMatch(row -> row.size() > 0)) {
      return new Loaded.Rejected<>(
          List.of(EconomyWords.error("no-plants", name, 0, sites ? "workers" : measure, null)));
    }
    return new Loaded.Ready<>(
        new Plants(
            sites ? "sites.workers" : "firms." + measure,
            true,
            rows,
            PackageReader.files(directory)),
        left(name, sites ? "workers" : measure, blank));
  }

  private static double[] column(@Nullable Columns table, String name, int rows) {
    double[] column = new double[rows];
    for (int row = 0; row < rows; row++) {
      column[row] = table == null ? Double.NaN : table.number(name, row);
    }
    return column;
  }
}
