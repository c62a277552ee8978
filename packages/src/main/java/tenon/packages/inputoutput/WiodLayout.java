package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/**
 * The World Input-Output Database of 2013 as one matrix: industries {@code AUS|c1}, then five final
 * uses of each country as {@code V1}, {@code V2}, ..., then {@code OUTPUT}.
 */
final class WiodLayout {
  private static final List<String> USES = List.of("c37", "c38", "c39", "c41", "c42");

  private WiodLayout() {}

  static @Nullable IndustryTable read(Path path, Findings findings) {
    Grid grid = Grid.read(path, findings);
    if (findings.hasErrors()) {
      return null;
    }
    int outputAt = grid.column("OUTPUT");
    List<Integer> industryAt = new ArrayList<>();
    List<Integer> useAt = new ArrayList<>();
    LinkedHashSet<String> regions = new LinkedHashSet<>();
    for (int at = 1; at < grid.row(0).size(); at++) {
      String name = grid.cell(0, at);
      if (name.contains("|")) {
        industryAt.add(at);
        regions.add(Industry.of(name).region());
      } else if (name.matches("V\\d+")) {
        useAt.add(at);
      }
    }
    List<String> countries = List.copyOf(regions);
    int n = industryAt.size();
    if (grid.rows() - 1 != n || useAt.size() != countries.size() * USES.size()) {
      grid.fault(
          "io-not-square", 0, null, null, Integer.toString(grid.rows() - 1), Integer.toString(n));
    }
    if (findings.hasErrors()) {
      return null;
    }
    List<Industry> industries = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    double[] output = new double[n];
    for (int row = 1; row < grid.rows(); row++) {
      industries.add(Industry.of(grid.cell(row, 0)));
      rows.add(row);
      output[row - 1] = grid.number(row, outputAt);
    }
    List<Industry> uses = new ArrayList<>();
    for (int f = 0; f < useAt.size(); f++) {
      uses.add(new Industry(countries.get(f / USES.size()), USES.get(f % USES.size())));
    }
    NbsLayout.Cells cells = new NbsLayout.Cells(grid);
    return IndustryTable.of(
        industries, cells.block(rows, industryAt), uses, cells.block(rows, useAt), output);
  }
}
