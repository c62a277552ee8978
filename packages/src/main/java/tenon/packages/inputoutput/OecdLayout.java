package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/** The national tables of the OECD: industries are those of the rows that are columns too. */
final class OecdLayout {
  private static final Pattern COUNTRY = Pattern.compile("_([A-Z]{3})_");

  private OecdLayout() {}

  static @Nullable IndustryTable read(Path path, Findings findings) {
    Grid grid = Grid.read(path, findings);
    if (findings.hasErrors()) {
      return null;
    }
    Matcher named = COUNTRY.matcher(grid.file());
    String region = named.find() ? named.group(1) : "ALL";
    List<Integer> industryAt = new ArrayList<>();
    List<Integer> useAt = new ArrayList<>();
    List<Integer> industries = new ArrayList<>();
    List<Integer> added = new ArrayList<>();
    int output = -1;
    List<String> header = grid.row(0);
    for (int row = 1; row < grid.rows(); row++) {
      String code = grid.cell(row, 0);
      int at = header.indexOf(code);
      if (at > 1) {
        industries.add(row);
        industryAt.add(at);
      } else if (code.equals("OUTPUT")) {
        output = row;
      } else if (code.startsWith("TXS_") || code.equals("VALU")) {
        added.add(row);
      }
    }
    for (int at = 2; at < header.size(); at++) {
      if (!industryAt.contains(at)) {
        useAt.add(at);
      }
    }
    if (output < 0) {
      grid.fault("io-missing-row", 0, null, "OUTPUT");
      return null;
    }
    NbsLayout.Cells cells = new NbsLayout.Cells(grid);
    double[] made = cells.block(List.of(output), industryAt)[0];
    List<Industry> kinds = cells.labels(region, added, 0);
    return new IndustryTable.Parts(
            cells.labels(region, industries, 0), cells.block(industries, industryAt))
        .withFinalDemand(cells.titles(region, useAt), cells.block(industries, useAt))
        .withValueAdded(kinds, cells.block(added, industryAt))
        .withOutput(made)
        .withNames(cells.names(industries, "Description"), List.of())
        .build();
  }
}
