package tenon.study.economy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.inputoutput.IndustryTableReader;
import tenon.packages.inputoutput.TableLayout;

/**
 * Where an input-output table comes from.
 *
 * @param files its files, or one package
 * @param layout how the files are laid out, or null to go by their ending
 * @param year the year, or null for the last
 * @param unbalanced whether a table that does not balance is read with a warning
 */
public record TableSource(
    List<Path> files, @Nullable TableLayout layout, @Nullable String year, boolean unbalanced) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");
  private static final String DESCRIPTOR = "datapackage.json";

  public TableSource {
    files = List.copyOf(files);
  }

  /** What findings about the whole table name. */
  String name() {
    Path first = files.getFirst();
    Path name = first.getFileName();
    return name == null ? first.toString() : name.toString();
  }

  private boolean isPackage() {
    Path first = files.getFirst();
    return layout == null
        && files.size() == 1
        && (Files.exists(first.resolve(DESCRIPTOR)) || first.endsWith(DESCRIPTOR));
  }

  /** Files that the answer depends on. */
  List<Path> inputs() {
    if (isPackage()) {
      return PackageReader.files(files.getFirst());
    }
    return files.stream().filter(Files::isRegularFile).toList();
  }

  /** The table, or what is wrong with it. */
  Loaded<IndustryTable> read() {
    if (!isPackage()) {
      TableLayout known = layout == null ? TableLayout.ofFile(name()) : layout;
      return IndustryTableReader.read(known, files, year, unbalanced);
    }
    return switch (PackageReader.read(files.getFirst())) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> of(data, warnings);
    };
  }

  private Loaded<IndustryTable> of(DataPackage data, List<Finding> warnings) {
    Columns rows = data.tables().get(Resource.INDUSTRY_TABLE);
    if (rows == null || rows.rows() == 0) {
      return new Loaded.Rejected<>(
          List.of(EconomyWords.error("no-industry-table", name(), 0, null, null)));
    }
    List<String> years = IndustryTable.years(rows);
    if (year != null && !years.contains(year)) {
      return new Loaded.Rejected<>(
          List.of(
              EconomyWords.error("no-year", name(), 0, "year", year, String.join(", ", years))));
    }
    return new Loaded.Ready<>(
        IndustryTable.of(rows, year == null ? years.getLast() : year), warnings);
  }

  /**
   * One source for each year: of a package its years, of files the last year in each name. Layouts
   * of two files take them two by two.
   */
  Loaded<Map<String, TableSource>> byYear() {
    return isPackage() ? yearsOfPackage() : yearsOfFiles();
  }

  private Loaded<Map<String, TableSource>> yearsOfPackage() {
    return switch (PackageReader.read(files.getFirst())) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        Columns rows = data.tables().get(Resource.INDUSTRY_TABLE);
        Map<String, TableSource> sources = new TreeMap<>();
        for (String one : rows == null ? List.<String>of() : IndustryTable.years(rows)) {
          sources.put(one, new TableSource(files, layout, one, unbalanced));
        }
        yield sources.isEmpty()
            ? new Loaded.Rejected<>(
                List.of(EconomyWords.error("no-industry-table", name(), 0, null, null)))
            : new Loaded.Ready<>(sources, List.of());
      }
    };
  }

  private Loaded<Map<String, TableSource>> yearsOfFiles() {
    int each = layout == null ? 1 : layout.fewest();
    List<Finding> faults = new ArrayList<>();
    Map<String, TableSource> sources = new TreeMap<>();
    for (int at = 0; at < files.size(); at += each) {
      List<Path> one = files.subList(at, Math.min(files.size(), at + each));
      TableSource source = new TableSource(one, layout, null, unbalanced);
      Matcher named = YEAR.matcher(source.name());
      String when = "";
      while (named.find()) {
        when = named.group();
      }
      if (when.isEmpty()) {
        faults.add(EconomyWords.error("no-year-in-name", source.name(), 0, null, null));
      } else if (sources.put(when, source) != null) {
        faults.add(EconomyWords.error("year-twice", source.name(), 0, null, when));
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(sources, List.of())
        : new Loaded.Rejected<>(faults);
  }
}
