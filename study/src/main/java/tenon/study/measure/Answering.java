package tenon.study.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.workbook.TableFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer in the making: numbers, lines, tables. */
final class Answering {
  private final Asked asked;
  private final String command;
  private final List<String> lines = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Path> inputs = new ArrayList<>();
  final ObjectNode root = Json.object();

  Answering(Asked asked, String method) {
    this.asked = asked;
    command = MeasureMethods.FAMILY + " " + method;
    inputs.add(TableFile.file(asked.source()));
    Path neighbours = asked.values().containsKey("neighbours") ? asked.path("neighbours") : null;
    if (neighbours != null) {
      inputs.add(TableFile.file(neighbours));
    }
  }

  Answering line(String line) {
    lines.add(line);
    return this;
  }

  /** A line of a name and numbers for reading. */
  Answering line(String name, double... numbers) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-24s", name));
    for (double number : numbers) {
      line.append(String.format(Locale.ROOT, " %12s", shown(number)));
    }
    lines.add(line.toString());
    return this;
  }

  static String shown(double number) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "" : Numbers.cell(number);
    }
    double size = Math.abs(number);
    return size != 0 && (size < 1e-4 || size >= 1e7)
        ? String.format(Locale.ROOT, "%.3e", number)
        : String.format(Locale.ROOT, "%.4f", number);
  }

  Answering put(String key, double number) {
    root.set(key, Json.exact(number));
    return this;
  }

  Answering put(String key, double[] numbers) {
    root.set(key, Json.exact(numbers));
    return this;
  }

  Answering names(String key, List<String> names) {
    root.set(key, Json.array(names));
    return this;
  }

  Answering matrix(String key, double[][] rows) {
    ArrayNode array = root.putArray(key);
    for (double[] row : rows) {
      array.add(Json.exact(row));
    }
    return this;
  }

  /** A table of a column of names and columns of numbers. */
  Answering table(
      String file, String key, List<String> names, List<String> headers, double[]... columns) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < names.size(); row++) {
      List<String> cells = new ArrayList<>(List.of(names.get(row)));
      for (double[] column : columns) {
        cells.add(Numbers.exactCell(column[row]));
      }
      rows.add(cells);
    }
    List<String> header = new ArrayList<>(List.of(key));
    header.addAll(headers);
    tables.add(new Table(file, header, rows));
    return this;
  }

  Answering table(Table table) {
    tables.add(table);
    return this;
  }

  Answer done() {
    return done(true);
  }

  Answer done(boolean holds) {
    Map<String, String> settings = new TreeMap<>(asked.settings());
    return new Answer(command, lines, root, tables, null, inputs, settings, holds);
  }
}
