package tenon.packages.inputoutput;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.model.Message;
import tenon.model.Resource;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;

/** Makes a package of an input-output table. */
public final class TableImport {

  /** Stands for the only region of a table that names none. */
  private static final String WHOLE = "ALL";

  private TableImport() {}

  /**
   * The package.
   *
   * @param layout the layout the table came in
   * @param file name of its file
   * @param year year of the table
   */
  public static DataPackage of(IndustryTable table, TableLayout layout, String file, String year) {
    String stem =
        file.toLowerCase(Locale.ROOT)
            .replaceFirst("\\.[a-z]+$", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    List<Message> assumptions =
        List.of(message("assume-" + layout.title()), message("assume-discrepancy"));
    PackageInfo info =
        new PackageInfo(
            "io-" + (stem.isEmpty() ? layout.title() : stem),
            sentence("title", file),
            sentence("about", file, layout.title())
                + "\n\nAssumptions:\n- "
                + String.join("\n- ", assumptions.stream().map(m -> m.in(Locale.ENGLISH)).toList()),
            null,
            null,
            false,
            null,
            assumptions.stream().map(Bilingual::of).toList());
    return new DataPackage(info, Map.of(Resource.INDUSTRY_TABLE, named(table).columns(year)));
  }

  private static String sentence(String key, String... arguments) {
    return message(key, arguments).in(Locale.ENGLISH);
  }

  private static Message message(String key, String... arguments) {
    return Message.of("tenon.packages.inputoutput.words", key, arguments);
  }

  /** The table with a region for every industry: in a package none may be blank. */
  private static IndustryTable named(IndustryTable table) {
    int n = table.count();
    double[][] added = new double[table.valueAddedKinds().size()][n];
    for (int k = 0; k < added.length; k++) {
      for (int j = 0; j < n; j++) {
        added[k][j] = table.valueAdded(k, j);
      }
    }
    double[][] imports = new double[table.origins().size()][n + table.finalUses().size()];
    for (int o = 0; o < imports.length; o++) {
      for (int j = 0; j < imports[o].length; j++) {
        imports[o][j] = table.imports(o, j);
      }
    }
    return new IndustryTable.Parts(named(table.industries()), table.intermediate())
        .withFinalDemand(named(table.finalUses()), table.finalDemand())
        .withValueAdded(table.valueAddedKinds(), added)
        .withImports(named(table.origins()), imports)
        .withOutput(table.output())
        .build();
  }

  private static List<Industry> named(List<Industry> industries) {
    return industries.stream()
        .map(
            industry ->
                industry.region().isEmpty() ? new Industry(WHOLE, industry.sector()) : industry)
        .toList();
  }
}
