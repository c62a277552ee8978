package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.IndustryTable;
import tenon.model.Resource;

/** The resource {@code industry_table} as a file by itself. */
final class LongLayout {
  private static final List<String> TEXTS =
      List.of("from_region", "from_sector", "to_region", "to_sector");

  private LongLayout() {}

  static @Nullable IndustryTable read(Path path, @Nullable String year, Findings findings) {
    Grid grid = Grid.read(path, findings);
    if (findings.hasErrors()) {
      return null;
    }
    int yearAt = grid.find(0, "year");
    int kindAt = grid.column("kind");
    int valueAt = grid.column("value");
    int[] textAt = TEXTS.stream().mapToInt(grid::column).toArray();
    if (findings.hasErrors()) {
      return null;
    }
    List<String> kinds =
        Resource.INDUSTRY_TABLE.fields().get(Resource.INDUSTRY_TABLE.position("kind")).categories();
    Columns.Builder rows = new Columns.Builder(Resource.INDUSTRY_TABLE);
    TreeSet<String> years = new TreeSet<>();
    for (int row = 1; row < grid.rows(); row++) {
      String kind = grid.cell(row, kindAt);
      if (!kinds.contains(kind)) {
        grid.fault("io-kind", grid.line(row), "kind", kind, String.join(", ", kinds));
        continue;
      }
      String when = yearAt < 0 ? "" : grid.cell(row, yearAt);
      years.add(when);
      rows.row().set("year", when).set("kind", kind).set("value", grid.number(row, valueAt));
      for (int at = 0; at < textAt.length; at++) {
        rows.set(TEXTS.get(at), grid.cell(row, textAt[at]));
      }
    }
    if (years.isEmpty()) {
      grid.fault("io-empty", 0, null, null);
    } else if (year != null && !years.contains(year)) {
      grid.fault("io-year", 0, "year", year, String.join(", ", years));
    }
    return findings.hasErrors()
        ? null
        : IndustryTable.of(rows.build(), year == null ? years.last() : year);
  }
}
