package tenon.study.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Dependencies;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code tenon economy chokepoints}: what stops, and where, if a technology, cloud or licence of a
 * vendor or jurisdiction is cut.
 */
public final class ChokepointsAnswer {
  private static final int SHOWN = 5;
  private static final List<String> HEADER =
      List.of(
          "technology",
          "vendor",
          "jurisdiction",
          "kind",
          "rows",
          "essential_rows",
          "without_substitute",
          "sites_stopped",
          "firms",
          "regions",
          "output_per_year",
          "share_of_output",
          "site_ids");

  /** What hangs on one technology of one vendor under one law. */
  private static final class Point {
    private final List<String> key;
    private int rows;
    private int essential;
    private int bare;
    private final TreeSet<Integer> sites = new TreeSet<>();
    private double output;

    Point(List<String> key) {
      this.key = key;
    }
  }

  /** What points are joined by: the places of its words in the key of a point. */
  private enum Joined {
    TECHNOLOGY("technology", 0),
    VENDOR("vendor", 1),
    JURISDICTION("jurisdiction", 2);

    private final String title;
    private final int at;

    Joined(String title, int at) {
      this.title = title;
      this.at = at;
    }
  }

  private final Chain chain;
  private final Map<List<String>, Point> points = new LinkedHashMap<>();

  private ChokepointsAnswer(Chain chain) {
    this.chain = chain;
  }

  /** The answer from the table {@code dependencies} of a package. */
  public static Loaded<Answer> of(Path directory, Locale locale) {
    return switch (PackageReader.read(directory)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        Chain chain = data.chain();
        if (chain.dependencies().count() == 0) {
          List<Finding> none =
              List.of(
                  EconomyWords.error(
                      "no-dependencies", String.valueOf(directory.getFileName()), 0, null, null));
          yield new Loaded.Rejected<>(none);
        }
        yield new Loaded.Ready<>(
            new ChokepointsAnswer(chain).answer(PackageReader.files(directory), locale), warnings);
      }
    };
  }

  private Answer answer(List<Path> inputs, Locale locale) {
    gather();
    double[] yearly = outputBySite();
    double all = 0;
    for (double part : yearly) {
      all += part;
    }
    List<Point> ranked = ranked(points.values(), yearly);
    List<List<String>> rows = new ArrayList<>();
    ArrayNode nodes = Json.array();
    List<String> lines = new ArrayList<>();
    for (Point point : ranked) {
      double share = share(point, all);
      List<String> row = row(point, share);
      rows.add(row);
      ObjectNode node = Json.object();
      node.put("technology", row.get(0));
      node.put("vendor", row.get(1));
      node.put("jurisdiction", row.get(2));
      node.put("sites_stopped", point.sites.size());
      node.set("share_of_output", Json.exact(share));
      nodes.add(node);
      if (lines.size() < SHOWN && !point.sites.isEmpty()) {
        lines.add(
            EconomyWords.say(
                locale,
                "chokepoint.line",
                row.get(0),
                row.get(1),
                row.get(2),
                Integer.toString(point.sites.size()),
                row.get(9),
                Double.isNaN(share) ? "?" : EconomyTables.percent(share, locale)));
      }
    }
    lines.addFirst(
        EconomyWords.say(
            locale,
            "chokepoint.done",
            Integer.toString(chain.dependencies().count()),
            Integer.toString(points.size())));
    ObjectNode result = Json.object();
    result.set("chokepoints", nodes);
    List<Table> tables = new ArrayList<>(List.of(new Table("chokepoints.csv", HEADER, rows)));
    for (Joined by : Joined.values()) {
      List<Point> joined = ranked(joined(by), yearly);
      tables.add(table(by, joined, all));
      result.set("by_" + by.title, nodes(by, joined, all));
      most(by, joined, all, locale).ifPresent(lines::add);
    }
    return new Answer("economy chokepoints", lines, result, tables, null, inputs, Map.of(), true);
  }

  /** Points with the output that stops with each, the most first. */
  private static List<Point> ranked(Collection<Point> points, double[] yearly) {
    for (Point point : points) {
      point.output = point.sites.stream().mapToDouble(site -> yearly[site]).sum();
    }
    return points.stream()
        .sorted(
            Comparator.comparingDouble((Point point) -> point.output)
                .thenComparingInt(point -> point.sites.size())
                .reversed())
        .toList();
  }

  /** Points of the same word as one: a site that several of them stop counts once. */
  private Collection<Point> joined(Joined by) {
    Map<String, Point> joined = new LinkedHashMap<>();
    for (Point point : points.values()) {
      String word = point.key.get(by.at);
      Point sum = joined.computeIfAbsent(word, key -> new Point(List.of(key)));
      sum.rows += point.rows;
      sum.essential += point.essential;
      sum.bare += point.bare;
      sum.sites.addAll(point.sites);
    }
    return joined.values();
  }

  private Table table(Joined by, List<Point> joined, double all) {
    List<String> header = new ArrayList<>(HEADER.subList(4, HEADER.size()));
    header.addFirst(by.title);
    List<List<String>> rows = joined.stream().map(point -> row(point, share(point, all))).toList();
    return new Table("chokepoints_by_" + by.title + ".csv", header, rows);
  }

  private static ArrayNode nodes(Joined by, List<Point> joined, double all) {
    ArrayNode nodes = Json.array();
    for (Point point : joined) {
      ObjectNode node = Json.object();
      node.put(by.title, point.key.getFirst());
      node.put("sites_stopped", point.sites.size());
      node.set("share_of_output", Json.exact(share(point, all)));
      nodes.add(node);
    }
    return nodes;
  }

  private static Optional<String> most(Joined by, List<Point> joined, double all, Locale locale) {
    Point first = joined.getFirst();
    if (first.sites.isEmpty()) {
      return Optional.empty();
    }
    double share = share(first, all);
    return Optional.of(
        EconomyWords.say(
            locale,
            "chokepoint.most." + by.title,
            first.key.getFirst().isEmpty() ? "?" : first.key.getFirst(),
            Integer.toString(first.sites.size()),
            Double.isNaN(share) ? "?" : EconomyTables.percent(share, locale)));
  }

  private static double share(Point point, double all) {
    return all > 0 ? point.output / all : Double.NaN;
  }

  private void gather() {
    Dependencies rows = chain.dependencies();
    for (int row = 0; row < rows.count(); row++) {
      List<String> key =
          List.of(
              text(rows.technology(row)),
              text(rows.vendor(row)),
              text(rows.jurisdiction(row)),
              text(rows.kind(row)));
      Point point = points.computeIfAbsent(key, Point::new);
      point.rows++;
      if (rows.essential(row)) {
        int recipe = rows.recipe(row);
        int site =
            rows.site(row) >= 0 ? rows.site(row) : recipe < 0 ? -1 : chain.recipes().site(recipe);
        point.essential++;
        point.bare += rows.substitute(row) == null ? 1 : 0;
        if (site >= 0) {
          point.sites.add(site);
        }
      }
    }
  }

  private static String text(@Nullable String cell) {
    return cell == null ? "" : cell;
  }

  /** Output of a year by site: that of its firm in equal parts; 0 where it is unknown. */
  private double[] outputBySite() {
    Columns firms = chain.table(Resource.FIRMS);
    int[] count = new int[chain.firms().count()];
    double[] output = new double[chain.sites().count()];
    for (int site = 0; site < output.length; site++) {
      count[chain.sites().firm(site)]++;
    }
    for (int site = 0; site < output.length; site++) {
      int firm = chain.sites().firm(site);
      double yearly = firms.number("output_per_year", firm);
      double revenue = chain.firms().revenuePerYear(firm);
      double known = Double.isNaN(yearly) ? (Double.isNaN(revenue) ? 0 : revenue) : yearly;
      output[site] = known / count[firm];
    }
    return output;
  }

  private List<String> row(Point point, double share) {
    TreeSet<Integer> firms = new TreeSet<>();
    TreeSet<String> regions = new TreeSet<>();
    List<String> sites = new ArrayList<>();
    for (int site : point.sites) {
      firms.add(chain.sites().firm(site));
      regions.add(chain.regions().keys().key(chain.sites().region(site)));
      sites.add(chain.sites().keys().key(site));
    }
    List<String> row = new ArrayList<>(point.key);
    row.add(Integer.toString(point.rows));
    row.add(Integer.toString(point.essential));
    row.add(Integer.toString(point.bare));
    row.add(Integer.toString(point.sites.size()));
    row.add(String.join(" ", regions));
    row.add(row.size() - 1, Integer.toString(firms.size()));
    row.add(Numbers.exactCell(point.output));
    row.add(Numbers.exactCell(share));
    row.add(String.join(" ", sites));
    return row;
  }
}
