package tenon.study.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.assess.spatial.SpatialWeights;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.packages.JsonFile;
import tenon.study.method.Asked;
import tenon.study.method.MethodOption;
import tenon.study.text.Refusal;
import tenon.study.workbook.TableFile;
import tools.jackson.databind.JsonNode;

/** Who is whose neighbour: from a table of pairs, or from coordinates. */
public final class Neighbours {
  /** Options that say it. */
  static final List<MethodOption> OPTIONS =
      List.of(
          MethodOption.text("neighbours"),
          MethodOption.text("latitude"),
          MethodOption.text("longitude"),
          MethodOption.whole("nearest", 1, 10_000, ""),
          MethodOption.number("power", 0, 100, ""),
          MethodOption.number("within", 1e-6, 1e9, ""),
          MethodOption.flag("plane"),
          MethodOption.choice("style", "row", "binary"));

  private Neighbours() {}

  /**
   * The weights between units.
   *
   * @param table the table of units, for coordinates; its rows are the units
   */
  static Loaded<SpatialWeights> of(Asked asked, List<String> units, FlatTable table) {
    Path pairs = asked.path("neighbours");
    JsonNode links = pairs == null ? links(asked.source()) : null;
    Loaded<SpatialWeights> weights =
        links != null
            ? ofJson(links, units, table.file())
            : pairs == null ? ofCoordinates(asked, units, table) : ofPairs(pairs, units, Set.of());
    return asked.text("style").equals("row")
            && weights instanceof Loaded.Ready<SpatialWeights>(var raw, var warnings)
        ? new Loaded.Ready<>(raw.rowStandardised(), warnings)
        : weights;
  }

  /** Whether anything says who is whose neighbour. */
  static boolean given(Asked asked) {
    return asked.path("neighbours") != null
        || !asked.text("latitude").isEmpty()
        || links(asked.source()) != null;
  }

  /** Neighbours inside a JSON source: a matrix under W, or pairs under neighbours or edges. */
  private static @Nullable JsonNode links(Path source) {
    return source.toString().toLowerCase(Locale.ROOT).endsWith(".json")
            && JsonFile.read(source) instanceof Loaded.Ready<JsonNode>(var root, var _)
        ? DataMatrix.first(root, List.of("W", "neighbours", "edges"))
        : null;
  }

  private static Loaded<SpatialWeights> ofJson(JsonNode links, List<String> units, String file) {
    int n = units.size();
    double[][] matrix = new double[n][n];
    List<Finding> faults = new ArrayList<>();
    boolean square = links.size() == n && links.get(0).size() == n && n > 2;
    for (int row = 0; row < links.size(); row++) {
      JsonNode line = links.get(row);
      if (square) {
        double[] cells = DataMatrix.numbers(line);
        matrix[row] = Arrays.copyOf(cells, n);
        continue;
      }
      int i = line.size() < 2 ? -1 : units.indexOf(line.get(0).asString(""));
      int j = line.size() < 2 ? -1 : units.indexOf(line.get(1).asString(""));
      if (i < 0 || j < 0) {
        faults.add(Refusal.of("neighbour-unknown", file, line.toString()));
      } else {
        matrix[i][j] = line.size() > 2 ? line.get(2).asDouble(Double.NaN) : 1;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (!(matrix[i][j] >= 0) || (i == j && matrix[i][j] != 0)) {
          String place = units.get(i) + ", " + units.get(j);
          faults.add(Refusal.of("neighbour-weight", file, Double.toString(matrix[i][j]), place));
        }
      }
    }
    return faults.isEmpty() ? ready(matrix, units, file) : new Loaded.Rejected<>(faults);
  }

  /**
   * The first two columns name a unit and its neighbour, in that direction; a third weighs.
   *
   * @param left units that were left out before; pairs with them say nothing
   */
  public static Loaded<SpatialWeights> ofPairs(Path file, List<String> units, Set<String> left) {
    return switch (TableFile.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) -> ofPairs(table, units, left);
    };
  }

  private static Loaded<SpatialWeights> ofPairs(
      FlatTable table, List<String> units, Set<String> left) {
    if (table.names().size() < 2) {
      return new Loaded.Rejected<>(List.of(Refusal.of("neighbours-columns", table.file(), null)));
    }
    Map<String, Integer> number = new HashMap<>();
    units.forEach(unit -> number.putIfAbsent(unit, number.size()));
    List<String> from = table.texts(table.names().get(0));
    List<String> to = table.texts(table.names().get(1));
    boolean weighs = table.names().size() > 2 && table.isNumeric(table.names().get(2));
    double[] weight = weighs ? table.numbers(table.names().get(2)) : new double[0];
    double[][] matrix = new double[units.size()][units.size()];
    List<Finding> faults = new ArrayList<>();
    if (table.names().size() > 2) {
      faults.addAll(table.spoilt(table.names().get(2)));
    }
    for (int row = 0; row < table.rows(); row++) {
      Integer i = number.get(from.get(row));
      Integer j = number.get(to.get(row));
      if (i == null || j == null) {
        for (String unit : List.of(from.get(row), to.get(row))) {
          if (!number.containsKey(unit) && !left.contains(unit)) {
            faults.add(Refusal.of("neighbour-unknown", table.place(row), unit));
          }
        }
      } else {
        matrix[i][j] = weighs ? weight[row] : 1;
        if (!(matrix[i][j] >= 0) || i.equals(j)) {
          String place = from.get(row) + ", " + to.get(row);
          faults.add(
              Refusal.of(
                  "neighbour-weight", table.place(row), Double.toString(matrix[i][j]), place));
        }
      }
    }
    return faults.isEmpty() ? ready(matrix, units, table.file()) : new Loaded.Rejected<>(faults);
  }

  private static Loaded<SpatialWeights> ready(double[][] matrix, List<String> units, String file) {
    return ready(SpatialWeights.of(matrix), units, file);
  }

  /** The weights, with a warning for each unit that has no neighbours by them. */
  public static Loaded<SpatialWeights> ready(
      SpatialWeights weights, List<String> units, String file) {
    List<Finding> warnings = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      if (weights.count(unit) == 0) {
        warnings.add(Refusal.warning("island", file, units.get(unit)));
      }
    }
    return new Loaded.Ready<>(weights, warnings);
  }

  private static Loaded<SpatialWeights> ofCoordinates(
      Asked asked, List<String> units, FlatTable table) {
    String latitude = asked.text("latitude");
    String longitude = asked.text("longitude");
    List<Finding> faults = new ArrayList<>();
    if (latitude.isEmpty() || longitude.isEmpty()) {
      faults.add(Refusal.of("neighbours-missing", table.file(), null));
    }
    for (String name : List.of(latitude, longitude)) {
      if (!name.isEmpty() && !table.has(name)) {
        faults.add(table.unknown(name));
      } else if (!name.isEmpty()) {
        faults.addAll(table.noNumbers(name));
      }
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    double[] y = table.numbers(latitude);
    double[] x = table.numbers(longitude);
    double[][] distances = asked.flag("plane") ? plane(x, y) : SpatialWeights.greatCircleKm(y, x);
    double power = asked.number("power");
    double within = asked.number("within");
    if (Double.isNaN(power) && Double.isNaN(within)) {
      return new Loaded.Ready<>(
          SpatialWeights.nearest(distances, asked.whole("nearest", 4)), List.of());
    }
    return ready(
        SpatialWeights.inverseDistance(
            distances,
            Double.isNaN(power) ? 0 : power,
            Double.isNaN(within) ? Double.POSITIVE_INFINITY : within),
        units,
        table.file());
  }

  private static double[][] plane(double[] x, double[] y) {
    double[][] distances = new double[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        distances[i][j] = Math.hypot(x[i] - x[j], y[i] - y[j]);
      }
    }
    return distances;
  }
}
