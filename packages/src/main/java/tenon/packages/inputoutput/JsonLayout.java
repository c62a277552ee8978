package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.model.Severity;
import tenon.packages.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * One object: {@code Z}, then {@code Y} or {@code x} or both; {@code sectors} if they have names.
 */
final class JsonLayout {
  private final String file;
  private final Findings findings;

  private JsonLayout(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  static @Nullable IndustryTable read(Path path, Findings findings) {
    JsonLayout layout = new JsonLayout(Grid.shown(path), findings);
    return switch (JsonFile.read(path)) {
      case Loaded.Rejected<JsonNode>(var errors) -> {
        errors.forEach(findings::add);
        yield null;
      }
      case Loaded.Ready<JsonNode>(var root, var none) ->
          layout.table(root.isArray() && root.size() == 1 ? root.get(0) : root);
    };
  }

  private @Nullable IndustryTable table(JsonNode root) {
    double[][] sold = matrix(root.get("Z"), "Z");
    JsonNode used = root.get("Y");
    JsonNode made = root.has("x") ? root.get("x") : root.get("x_");
    if (used == null && made == null) {
      fault("io-json-part", "x");
    }
    double[][] sales = used == null ? new double[0][] : matrix(used, "Y");
    double @Nullable [] output = made == null ? null : vector(made, "x");
    int n = sold.length;
    boolean fits = output == null || output.length == n;
    for (double[] row : sold) {
      fits &= row.length == n;
    }
    fits &= used == null || sales.length == n;
    for (double[] row : sales) {
      fits &= row.length == sales[0].length;
    }
    List<Industry> names = names(root.get("sectors"), n);
    if (!fits || names.size() != n) {
      fault("io-json-size", "Z");
    }
    if (findings.hasErrors()) {
      return null;
    }
    IndustryTable.Parts parts = new IndustryTable.Parts(names, sold);
    if (used != null) {
      parts.withFinalDemand(uses(n == 0 ? 0 : sales[0].length), sales);
    } else if (output != null) {
      parts.withFinalDemand(uses(1), FlowsLayout.rest(sold, output));
    }
    return output == null ? parts.build() : parts.withOutput(output).build();
  }

  private static List<Industry> uses(int count) {
    List<Industry> uses = new ArrayList<>();
    for (int f = 1; f <= count; f++) {
      uses.add(new Industry("", count == 1 ? "final_demand" : "final_" + f));
    }
    return uses;
  }

  private static List<Industry> names(@Nullable JsonNode given, int count) {
    List<Industry> names = new ArrayList<>();
    if (given != null && given.isArray()) {
      given.forEach(name -> names.add(Industry.of(name.asString())));
      return names;
    }
    for (int i = 1; i <= count; i++) {
      names.add(new Industry("", "s" + i));
    }
    return names;
  }

  private double[][] matrix(@Nullable JsonNode rows, String key) {
    if (rows == null || !rows.isArray()) {
      fault("io-json-part", key);
      return new double[0][];
    }
    double[][] matrix = new double[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = vector(rows.get(i), key);
    }
    return matrix;
  }

  private double[] vector(JsonNode cells, String key) {
    double[] vector = new double[cells.isArray() ? cells.size() : 1];
    for (int at = 0; at < vector.length; at++) {
      JsonNode cell = cells.isArray() ? cells.get(at) : cells;
      vector[at] =
          cell.isNumber()
              ? cell.asDouble()
              : cell.isString() ? Grid.parse(cell.asString()) : Double.NaN;
      if (!Double.isFinite(vector[at])) {
        findings.add(Grid.finding(Severity.ERROR, "io-no-number", file, 0, key, cell.toString()));
        vector[at] = 0;
      }
    }
    return vector;
  }

  private void fault(String code, String key) {
    findings.add(Grid.finding(Severity.ERROR, code, file, 0, key, null, key));
  }
}
