package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/**
 * The national tables of China. With a column {@code Origin}, flows of domestic goods and imports
 * are apart; without, flows hold both, and imports are a final use below 0.
 */
final class NbsLayout {
  private static final String REGION = "CHN";
  private static final String ABROAD = "ROW";
  private static final String IMPORTS = "IM";

  private NbsLayout() {}

  static @Nullable IndustryTable read(Path path, Findings findings) {
    Grid grid = Grid.read(path, findings);
    if (findings.hasErrors()) {
      return null;
    }
    int codeAt = grid.column("Code");
    int outputAt = grid.column("GO");
    int originAt = grid.find(0, "Origin");
    List<String> header = grid.row(0);
    List<Integer> industryAt = new ArrayList<>();
    List<Integer> useAt = new ArrayList<>();
    boolean detailed = header.stream().anyMatch(name -> name.startsWith("FU1"));
    for (int at = 0; at < header.size(); at++) {
      String name = header.get(at);
      if (name.matches("\\d+")) {
        industryAt.add(at);
      } else if (name.startsWith("FU")
          || name.equals("EX")
          || name.equals(IMPORTS)
          || (name.equals("TC") && !detailed)) {
        useAt.add(at);
      }
    }
    List<Integer> home = new ArrayList<>();
    List<Integer> foreign = new ArrayList<>();
    List<Integer> added = new ArrayList<>();
    for (int row = 1; row < grid.rows(); row++) {
      String code = grid.cell(row, Math.max(0, codeAt));
      String origin = originAt < 0 ? "" : grid.cell(row, originAt).toLowerCase(Locale.ROOT);
      if (code.matches("\\d+")) {
        (origin.equals("imports") ? foreign : home).add(row);
      } else if (code.matches("VA\\d+")) {
        added.add(row);
      }
    }
    if (home.size() != industryAt.size()) {
      grid.fault(
          "io-not-square",
          0,
          null,
          null,
          Integer.toString(home.size()),
          Integer.toString(industryAt.size()));
    }
    if (findings.hasErrors()) {
      return null;
    }
    Cells cells = new Cells(grid);
    double[][] used = cells.block(home, useAt);
    double[] output = new double[home.size()];
    for (int i = 0; i < output.length; i++) {
      output[i] = grid.number(home.get(i), outputAt);
      for (int f = 0; f < useAt.size(); f++) {
        if (header.get(useAt.get(f)).equals(IMPORTS)) {
          used[i][f] = -used[i][f];
        }
      }
    }
    List<Integer> both = new ArrayList<>(industryAt);
    both.addAll(useAt);
    return new IndustryTable.Parts(
            cells.labels(REGION, home, codeAt), cells.block(home, industryAt))
        .withFinalDemand(cells.titles(REGION, useAt), used)
        .withValueAdded(cells.labels(REGION, added, codeAt), cells.block(added, industryAt))
        .withImports(cells.labels(ABROAD, foreign, codeAt), cells.block(foreign, both))
        .withOutput(output)
        .withNames(cells.names(home, "Description"), cells.names(home, "DescriptionInChinese"))
        .build();
  }

  /** Blocks of a grid. */
  record Cells(Grid grid) {
    double[][] block(List<Integer> rows, List<Integer> columns) {
      double[][] block = new double[rows.size()][columns.size()];
      for (int i = 0; i < block.length; i++) {
        for (int j = 0; j < columns.size(); j++) {
          block[i][j] = grid.number(rows.get(i), columns.get(j));
        }
      }
      return block;
    }

    List<Industry> labels(String region, List<Integer> rows, int column) {
      return rows.stream().map(row -> new Industry(region, grid.cell(row, column))).toList();
    }

    /** A column of the rows; none where it is not there. */
    List<String> names(List<Integer> rows, String column) {
      int at = grid.find(0, column);
      return at < 0 ? List.of() : rows.stream().map(row -> grid.cell(row, at)).toList();
    }

    List<Industry> titles(String region, List<Integer> columns) {
      return columns.stream().map(at -> new Industry(region, grid.cell(0, at))).toList();
    }
  }
}
