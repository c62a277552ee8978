package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/**
 * Eurostat's long layout: one line for each cell, with codes {@code prod_na} and {@code induse}.
 */
final class EurostatLayout {
  private static final List<String> ADDED = List.of("D21X31", "D1", "D29X39", "K1", "B2A3N");
  private static final String IMPORTS = "P7";
  private static final String OUTPUT = "P1";

  private EurostatLayout() {}

  static @Nullable IndustryTable read(Path path, Findings findings) {
    Grid grid = Grid.read(path, findings);
    if (findings.hasErrors()) {
      return null;
    }
    int rowAt = grid.column("prod_na");
    int columnAt = grid.column("induse");
    int valueAt = grid.column("values");
    int regionAt = grid.column("geo");
    if (findings.hasErrors()) {
      return null;
    }
    Map<String, Integer> industries = new LinkedHashMap<>();
    Map<String, Integer> uses = new LinkedHashMap<>();
    String region = grid.rows() > 1 ? grid.cell(1, regionAt) : "ALL";
    for (int row = 1; row < grid.rows(); row++) {
      String from = grid.cell(row, rowAt);
      String to = grid.cell(row, columnAt);
      if (isIndustry(from)) {
        industries.putIfAbsent(from, industries.size());
      }
      if (to.matches("P[356].*")) {
        uses.putIfAbsent(to, uses.size());
      }
    }
    int n = industries.size();
    double[][] sold = new double[n][n];
    double[][] used = new double[n][uses.size()];
    double[][] added = new double[ADDED.size()][n];
    double[][] imports = new double[1][n + uses.size()];
    double[] output = new double[n];
    for (int row = 1; row < grid.rows(); row++) {
      String from = grid.cell(row, rowAt);
      Integer seller = industries.get(from);
      Integer buyer = industries.get(grid.cell(row, columnAt));
      Integer use = uses.get(grid.cell(row, columnAt));
      double value = grid.number(row, valueAt);
      if (seller != null && buyer != null) {
        sold[seller][buyer] = value;
      } else if (seller != null && use != null) {
        used[seller][use] = value;
      } else if (buyer != null && ADDED.contains(from)) {
        added[ADDED.indexOf(from)][buyer] = value;
      } else if (from.equals(IMPORTS) && (buyer != null || use != null)) {
        imports[0][buyer != null ? buyer : n + (use == null ? 0 : use)] = value;
      } else if (from.equals(OUTPUT) && buyer != null) {
        output[buyer] = value;
      }
    }
    return new IndustryTable.Parts(labels(region, industries.keySet()), sold)
        .withFinalDemand(labels(region, uses.keySet()), used)
        .withValueAdded(labels(region, ADDED), added)
        .withImports(List.of(new Industry("ROW", IMPORTS)), imports)
        .withOutput(output)
        .build();
  }

  private static boolean isIndustry(String code) {
    return code.startsWith("CPA_") && !code.equals("CPA_TOTAL");
  }

  private static List<Industry> labels(String region, Iterable<String> codes) {
    List<Industry> labels = new ArrayList<>();
    codes.forEach(code -> labels.add(new Industry(region, code)));
    return labels;
  }
}
