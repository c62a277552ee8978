package tenon.study.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;

/**
 * Firms layered by digital maturity, and a core industry with those that support it.
 *
 * @param firms number of firms by layer: leading, mature, developing, starting
 * @param known number of firms that tell their maturity
 * @param bounds least maturity of the first three layers
 * @param low least of the scale
 * @param core sector of the core industry; empty where no sector is told
 * @param supporting other sectors by their links with the core, most first
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Layers(
    int[] firms, int known, double[] bounds, double low, String core, List<Support> supporting) {
  /** Share of the firms of the published study in each layer, percent. */
  static final List<Double> PUBLISHED_SHARES = List.of(12.345, 23.567, 35.678, 28.410);

  /** Keys of the layers, highest first. */
  static final List<String> NAMES = List.of("leading", "mature", "developing", "starting");

  /**
   * A sector beside the core.
   *
   * @param links links to or from the core
   * @param inferred how many of them nobody declared
   */
  record Support(String sector, int firms, int links, int inferred) {}

  /** The four layers cut the span of the scale, 0 or 1 to its top, into equal parts. */
  static Layers of(Chain chain, String core) {
    Columns firms = chain.table(Resource.FIRMS);
    List<Double> scores = new ArrayList<>();
    for (int firm = 0; firm < firms.rows(); firm++) {
      double score = firms.number("digital_maturity", firm);
      if (!Double.isNaN(score)) {
        scores.add(score);
      }
    }
    double greatest = scores.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double top = greatest <= 1 ? 1 : greatest <= 5 ? 5 : greatest <= 10 ? 10 : 100;
    double low = top == 5 ? 1 : 0;
    double[] bounds = new double[3];
    for (int at = 0; at < bounds.length; at++) {
      bounds[at] = low + (top - low) * (3 - at) / 4;
    }
    int[] counts = new int[NAMES.size()];
    for (double score : scores) {
      int layer = 0;
      while (layer < bounds.length && score < bounds[layer]) {
        layer++;
      }
      counts[layer]++;
    }
    return industries(chain, core, counts, scores.size(), bounds, low);
  }

  /** Sectors that have links with another, in order. */
  static List<String> linked(Chain chain) {
    TreeSet<String> sectors = new TreeSet<>();
    for (int link = 0; link < chain.links().count(); link++) {
      String one = sector(chain, chain.links().supplier(link));
      String other = sector(chain, chain.links().customer(link));
      if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
        sectors.add(one);
        sectors.add(other);
      }
    }
    return List.copyOf(sectors);
  }

  private static Layers industries(
      Chain chain, String wanted, int[] counts, int known, double[] bounds, double low) {
    TreeMap<String, Integer> crossing = new TreeMap<>();
    TreeMap<String, TreeMap<String, Integer>> between = new TreeMap<>();
    TreeMap<String, TreeMap<String, Integer>> undeclared = new TreeMap<>();
    for (int link = 0; link < chain.links().count(); link++) {
      String one = sector(chain, chain.links().supplier(link));
      String other = sector(chain, chain.links().customer(link));
      if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
        crossing.merge(one, 1, Integer::sum);
        crossing.merge(other, 1, Integer::sum);
        between.computeIfAbsent(one, _ -> new TreeMap<>()).merge(other, 1, Integer::sum);
        between.computeIfAbsent(other, _ -> new TreeMap<>()).merge(one, 1, Integer::sum);
        int inferred = chain.links().inferred(link) ? 1 : 0;
        undeclared.computeIfAbsent(one, _ -> new TreeMap<>()).merge(other, inferred, Integer::sum);
        undeclared.computeIfAbsent(other, _ -> new TreeMap<>()).merge(one, inferred, Integer::sum);
      }
    }
    String core = wanted;
    for (String sector : crossing.keySet()) {
      boolean more = core.isEmpty() || crossing.get(sector) > crossing.getOrDefault(core, 0);
      core = wanted.isEmpty() && more ? sector : core;
    }
    TreeMap<String, Integer> firms = new TreeMap<>();
    for (int firm = 0; firm < chain.firms().count(); firm++) {
      String sector = chain.firms().sector(firm);
      if (sector != null) {
        firms.merge(sector, 1, Integer::sum);
      }
    }
    List<Support> supporting = new ArrayList<>();
    String chosen = core;
    between
        .getOrDefault(core, new TreeMap<>())
        .forEach(
            (sector, links) ->
                supporting.add(
                    new Support(
                        sector,
                        firms.getOrDefault(sector, 0),
                        links,
                        undeclared.getOrDefault(chosen, new TreeMap<>()).getOrDefault(sector, 0))));
    supporting.sort((a, b) -> Integer.compare(b.links(), a.links()));
    return new Layers(counts, known, bounds, low, core, supporting);
  }

  private static String sector(Chain chain, int site) {
    String sector = chain.firms().sector(chain.sites().firm(site));
    return sector == null ? "" : sector;
  }

  /** Share of a layer among the firms that tell their maturity; NaN where none does. */
  double share(int layer) {
    return known == 0 ? Double.NaN : (double) firms[layer] / known;
  }

  /** Firms in all layers. */
  int total() {
    return Arrays.stream(firms).sum();
  }
}
