package tenon.study.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.packages.JsonFile;
import tenon.study.method.Asked;
import tenon.study.text.Refusal;
import tenon.study.workbook.TableFile;
import tools.jackson.databind.JsonNode;

/**
 * Units by indicators, from CSV (one row a unit, one column an indicator) or JSON (an array of rows
 * under {@code matrix} or another of its usual names).
 *
 * @param units names of the rows
 * @param indicators names of the columns
 * @param columns by indicator and unit; NaN is unknown
 * @param weights by indicator, as the file or an option gives them; null where neither does
 * @param lessIsBetter by indicator
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record DataMatrix(
    List<String> units,
    List<String> indicators,
    double[][] columns,
    double @Nullable [] weights,
    boolean[] lessIsBetter) {

  /** Names under which a matrix may stand in JSON. */
  private static final List<String> MATRIX = List.of("matrix", "X", "U", "Z", "R", "data");

  /**
   * Reads what is asked for. Options used where the method has them: {@code columns}, {@code id},
   * {@code weights}, {@code cost}.
   */
  static Loaded<DataMatrix> read(Asked asked) {
    boolean json = asked.source().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    return json ? ofJson(asked) : ofCsv(asked);
  }

  private static Loaded<DataMatrix> ofCsv(Asked asked) {
    return switch (TableFile.read(asked.source())) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) -> ofTable(asked, table);
    };
  }

  private static Loaded<DataMatrix> ofTable(Asked asked, FlatTable table) {
    List<Finding> faults = new ArrayList<>();
    List<String> chosen = texts(asked, "columns");
    String id = text(asked, "id");
    List<String> names = chosen.isEmpty() ? numeric(table, id) : chosen;
    for (String name : names) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      } else {
        faults.addAll(table.isNumeric(name) ? table.spoilt(name) : table.noNumbers(name));
      }
    }
    if (chosen.isEmpty()) {
      String first = table.names().getFirst();
      faults.addAll(spoilt(table, name -> name.equals(id) || name.equals(first)));
    }
    if (!id.isEmpty() && !table.has(id)) {
      faults.add(table.unknown(id));
    }
    if (names.isEmpty()) {
      faults.add(Refusal.of("no-numbers", table.file(), null));
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    double[][] columns = names.stream().map(table::numbers).toArray(double[][]::new);
    return complete(asked, units(table, id), names, columns, null, null);
  }

  /** What spoils columns that would be numbers; those that are no numbers are left out unsaid. */
  static List<Finding> spoilt(FlatTable table, Predicate<String> without) {
    return table.names().stream()
        .filter(name -> !without.test(name) && !table.isNumeric(name))
        .flatMap(name -> table.spoilt(name).stream())
        .toList();
  }

  /** Columns of numbers but those that name or date the rows. */
  private static List<String> numeric(FlatTable table, String id) {
    List<String> labels = List.of("id", "unit", "unit_id", "year", "period", "time", "");
    return table.names().stream()
        .filter(name -> table.isNumeric(name) && !name.equals(id))
        .filter(name -> !labels.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static List<String> units(FlatTable table, String id) {
    String column = id;
    if (column.isEmpty()) {
      String first = table.names().getFirst();
      boolean names = !table.isNumeric(first) || first.isEmpty() || first.equals("id");
      column = names ? first : "";
    }
    return names(table.rows(), column.isEmpty() ? List.of() : table.texts(column));
  }

  /** Names as given, or the numbers of the rows from 1. */
  private static List<String> names(int count, List<String> given) {
    if (given.size() == count) {
      return List.copyOf(given);
    }
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }

  private static Loaded<DataMatrix> ofJson(Asked asked) {
    return switch (JsonFile.read(asked.source())) {
      case Loaded.Rejected<JsonNode>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<JsonNode>(var root, var _) -> ofJson(asked, root);
    };
  }

  private static Loaded<DataMatrix> ofJson(Asked asked, JsonNode root) {
    String file = file(asked.source());
    JsonNode matrix = root.isArray() ? root : first(root, MATRIX);
    if (matrix == null || !matrix.isArray() || matrix.isEmpty() || matrix.get(0).isObject()) {
      return new Loaded.Rejected<>(List.of(Refusal.of("json-matrix", file, null)));
    }
    List<Finding> faults = new ArrayList<>();
    boolean single = !matrix.get(0).isArray(); // one unit alone
    int width = single ? matrix.size() : matrix.get(0).size();
    int height = single ? 1 : matrix.size();
    double[][] columns = new double[width][height];
    for (int row = 0; row < height; row++) {
      JsonNode line = single ? matrix : matrix.get(row);
      noNumbers(line, file, row, faults);
      double[] cells = numbers(line);
      if (cells.length != width) {
        faults.add(
            Refusal.of(
                "json-ragged",
                file,
                Integer.toString(row + 1),
                Integer.toString(cells.length),
                Integer.toString(width)));
      }
      for (int column = 0; column < Math.min(width, cells.length); column++) {
        columns[column][row] = cells[column];
      }
    }
    JsonNode units = first(root, List.of("units", "alternatives", "rows", "names"));
    JsonNode names = first(root, List.of("indicators", "criteria", "columns", "items"));
    JsonNode weights = first(root, List.of("weights", "w"));
    JsonNode direction = first(root, List.of("direction", "directions"));
    length(units, height, file, faults);
    length(names, width, file, faults);
    length(direction, width, file, faults);
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return complete(
        asked,
        names(height, units == null ? List.of() : words(units)),
        names(width, names == null ? List.of() : words(names)),
        columns,
        weights == null ? null : numbers(weights),
        direction == null ? null : numbers(direction));
  }

  /** Cells that are neither finite numbers nor null. */
  static void noNumbers(JsonNode row, String file, int number, List<Finding> faults) {
    for (JsonNode cell : row) {
      boolean finite = cell.isNumber() && Double.isFinite(cell.asDouble());
      if (!finite && !cell.isNull() && !cell.asString("").equals("NA")) {
        faults.add(Refusal.of("json-number", file, cell.toString(), Integer.toString(number + 1)));
      }
    }
  }

  private static void length(
      @Nullable JsonNode list, int wanted, String file, List<Finding> faults) {
    if (list != null && list.size() != wanted) {
      faults.add(Refusal.of("json-length", file, list.toString(), "" + list.size(), "" + wanted));
    }
  }

  /** Adds what options say, and checks that lengths fit. */
  private static Loaded<DataMatrix> complete(
      Asked asked,
      List<String> units,
      List<String> indicators,
      double[][] columns,
      double @Nullable [] givenWeights,
      double @Nullable [] direction) {
    List<Finding> faults = new ArrayList<>();
    String file = file(asked.source());
    double[] weights = givenWeights;
    List<String> optionWeights = texts(asked, "weights");
    if (!optionWeights.isEmpty()) {
      weights = numbers(optionWeights);
    }
    if (weights != null && weights.length != indicators.size()) {
      faults.add(
          Refusal.of(
              "weights-length",
              file,
              Integer.toString(weights.length),
              Integer.toString(indicators.size())));
    } else if (weights != null) {
      faults.addAll(weightFaults(file, weights));
    }
    boolean[] less = new boolean[indicators.size()];
    for (int k = 0; direction != null && k < Math.min(less.length, direction.length); k++) {
      less[k] = direction[k] < 0;
    }
    for (String cost : texts(asked, "cost")) {
      int at = indicators.indexOf(cost);
      if (at < 0) {
        faults.add(Refusal.of("cost-unknown", file, cost, String.join(", ", indicators)));
      } else {
        less[at] = true;
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(new DataMatrix(units, indicators, columns, weights, less), List.of())
        : new Loaded.Rejected<>(faults);
  }

  /** Weights below 0, or that do not sum to 1. */
  static List<Finding> weightFaults(String file, double[] weights) {
    boolean sound = Arrays.stream(weights).allMatch(weight -> weight >= 0);
    double sum = Arrays.stream(weights).sum();
    if (!sound) {
      return List.of(Refusal.of("weights-negative", file, Arrays.toString(weights)));
    }
    return Math.abs(sum - 1) > 1e-6
        ? List.of(Refusal.of("weights-sum", file, Double.toString(sum)))
        : List.of();
  }

  /** Weights as given, or equal ones. */
  double[] weightsOrEqual() {
    double[] given = weights;
    if (given != null) {
      return given;
    }
    double[] equal = new double[indicators.size()];
    Arrays.fill(equal, 1.0 / equal.length);
    return equal;
  }

  /** One unit's values by indicator. */
  double[] row(int unit) {
    double[] row = new double[columns.length];
    for (int k = 0; k < row.length; k++) {
      row[k] = columns[k][unit];
    }
    return row;
  }

  /** The columns turned so that more is better. */
  double[][] turned() {
    double[][] turned = new double[columns.length][];
    for (int k = 0; k < turned.length; k++) {
      turned[k] = lessIsBetter[k] ? Arrays.stream(columns[k]).map(v -> -v).toArray() : columns[k];
    }
    return turned;
  }

  static String file(Path path) {
    return String.valueOf(path.getFileName());
  }

  static @Nullable JsonNode first(JsonNode root, List<String> keys) {
    return keys.stream().filter(root::has).map(root::get).findFirst().orElse(null);
  }

  static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble(Double.NaN);
    }
    return numbers;
  }

  /** Numbers of an option; what is none is NaN. */
  static double[] numbers(List<String> texts) {
    return texts.stream()
        .mapToDouble(
            text -> {
              try {
                return Double.parseDouble(text);
              } catch (NumberFormatException none) {
                return Double.NaN;
              }
            })
        .toArray();
  }

  static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asString("")));
    return words;
  }

  private static List<String> texts(Asked asked, String option) {
    return asked.values().containsKey(option) ? asked.texts(option) : List.of();
  }

  private static String text(Asked asked, String option) {
    return asked.values().getOrDefault(option, "");
  }
}
