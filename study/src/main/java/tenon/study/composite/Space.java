package tenon.study.composite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tenon.assess.spatial.SpatialWeights;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.packages.YamlObject;
import tenon.study.measure.Neighbours;
import tenon.study.text.Refusal;

/** Who is whose neighbour in a study: a table of pairs, distance, or likeness in a column. */
sealed interface Space {
  /** The key of a study file. */
  String KEY = "neighbours";

  /** Pairs of units in a table, with a weight where there is a third column. */
  record Pairs(Path file) implements Space {}

  /** The nearest units by great circle. */
  record Nearest(int count) implements Space {}

  /** Distance by great circle to the power of the negative of this, up to so many km. */
  record Distance(double power, double within) implements Space {}

  /** 1 / |difference| of the means over time of a column that is no indicator. */
  record Economic(String column) implements Space {}

  /** What a study file asks for, or null where it names no neighbours. */
  static @Nullable Space of(YamlObject root, @Nullable Path folder, IndexData data) {
    if (!root.isMapping(KEY)) {
      String file = root.text(KEY, false);
      return file == null || folder == null ? null : new Pairs(folder.resolve(file));
    }
    YamlObject chosen = root.object(KEY);
    if (chosen == null) {
      return null;
    }
    chosen.allow(List.of("nearest", "distance", "within", "economic"));
    List<String> ways =
        chosen.keys().stream()
            .filter(key -> !key.equals("within") || !chosen.has("distance"))
            .toList();
    if (ways.size() != 1 || ways.contains("within")) {
      PipelineReader.refuse(root, KEY, "space-one", String.join(", ", chosen.keys()));
      return null;
    }
    double nearest = chosen.number("nearest", false, 1, 10_000);
    double power = chosen.number("distance", false, 0, 100);
    double within = chosen.number("within", false, 1e-6, 1e5);
    String column = chosen.text("economic", false);
    if (column != null && !data.numbers().containsKey(column)) {
      String known = String.join(", ", data.numbers().keySet());
      PipelineReader.refuse(chosen, "economic", "outside-unknown", column, known);
      return null;
    }
    if (!Double.isNaN(nearest)) {
      return new Nearest((int) nearest);
    }
    return column == null
        ? new Distance(power, Double.isNaN(within) ? Double.POSITIVE_INFINITY : within)
        : new Economic(column);
  }

  /** The weights among units, each row summing to 1. */
  default Loaded<SpatialWeights> weights(IndexData data, Keys units, Keys periods) {
    List<String> names = units.stream().toList();
    Loaded<SpatialWeights> raw =
        switch (this) {
          case Pairs(Path file) -> {
            Set<String> left =
                data.panel().units().stream().collect(Collectors.toCollection(HashSet::new));
            names.forEach(left::remove);
            yield Neighbours.ofPairs(file, names, left);
          }
          case Nearest(int count) ->
              located(data, names) instanceof Loaded.Ready<double[][]>(var km, var _)
                  ? new Loaded.Ready<>(SpatialWeights.nearest(km, count), List.of())
                  : new Loaded.Rejected<>(located(data, names).findings());
          case Distance(double power, double within) ->
              located(data, names) instanceof Loaded.Ready<double[][]>(var km, var _)
                  ? Neighbours.ready(SpatialWeights.inverseDistance(km, power, within), names, KEY)
                  : new Loaded.Rejected<>(located(data, names).findings());
          case Economic(String column) -> economic(data, units, periods, column);
        };
    return raw instanceof Loaded.Ready<SpatialWeights>(var ready, var doubts)
        ? new Loaded.Ready<>(ready.rowStandardised(), doubts)
        : raw;
  }

  /** Distances in km, or the units whose place is unknown or that of another. */
  private static Loaded<double[][]> located(IndexData data, List<String> units) {
    List<Finding> faults = new ArrayList<>();
    double[] latitude = new double[units.size()];
    double[] longitude = new double[units.size()];
    Map<String, String> taken = new HashMap<>();
    for (int unit = 0; unit < latitude.length; unit++) {
      double[] at = data.places().get(units.get(unit));
      if (at == null) {
        faults.add(Refusal.of("space-place", KEY, units.get(unit)));
        continue;
      }
      latitude[unit] = at[0];
      longitude[unit] = at[1];
      String other = taken.putIfAbsent(Arrays.toString(at), units.get(unit));
      if (other != null) {
        faults.add(Refusal.of("space-same", KEY, units.get(unit), other));
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(SpatialWeights.greatCircleKm(latitude, longitude), List.of())
        : new Loaded.Rejected<>(faults);
  }

  private static Loaded<SpatialWeights> economic(
      IndexData data, Keys units, Keys periods, String column) {
    double[] levels =
        Arrays.stream(data.outside(column, units, periods))
            .mapToDouble(
                row ->
                    Arrays.stream(row)
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN))
            .toArray();
    List<Finding> faults = new ArrayList<>();
    Map<Double, String> taken = new HashMap<>();
    for (int unit = 0; unit < levels.length; unit++) {
      if (Double.isNaN(levels[unit])) {
        faults.add(Refusal.of("space-level", KEY, units.key(unit), column));
        continue;
      }
      String other = taken.putIfAbsent(levels[unit], units.key(unit));
      if (other != null) {
        faults.add(Refusal.of("space-level-same", KEY, units.key(unit), other, column));
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(SpatialWeights.economicDistance(levels), List.of())
        : new Loaded.Rejected<>(faults);
  }
}
