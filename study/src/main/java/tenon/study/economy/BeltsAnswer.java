package tenon.study.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tenon.assess.spatial.DensityClusters;
import tenon.assess.spatial.DensityClusters.Cluster;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.chart.MapChart;
import tenon.study.chart.Outline;
import tenon.study.chart.Place;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon economy belts}: where an amount lies densely, as belts and clusters on a map. */
public final class BeltsAnswer {
  private static final int SHOWN = 8;

  /** More places than this are joined by cells of a grid. */
  private static final int DRAWN = 400;

  /** Side of the finest cell, degrees. */
  private static final double FINEST = 0.05;

  /** Only the greatest places are named, or names hide the map. */
  private static final int NAMED = 15;

  private static final int CORNERS = 48;

  /** An ellipse of two standard distances holds most of a cluster. */
  private static final double AXES = 2;

  private static final double KM_PER_DEGREE = 111.19508;

  /**
   * What is asked.
   *
   * @param source a package, or a table as CSV with names, coordinates and a value
   * @param value column or indicator; empty for a usual one
   * @param radiusKm how near counts as together
   * @param leastShare share of the whole around a core
   * @param elongation quotient of the axes from which a cluster is a belt
   */
  public record Question(
      Path source, String value, double radiusKm, double leastShare, double elongation) {}

  private final PlacedAmounts amounts;
  private final Question question;
  private final Locale locale;
  private final List<Cluster> clusters;
  private final double whole;

  private BeltsAnswer(PlacedAmounts amounts, Question question, Locale locale) {
    this.amounts = amounts;
    this.question = question;
    this.locale = locale;
    double[] values = amounts.places().stream().mapToDouble(Place::value).toArray();
    whole = Arrays.stream(values).sum();
    clusters =
        DensityClusters.of(
            amounts.places().stream().mapToDouble(Place::latitude).toArray(),
            amounts.places().stream().mapToDouble(Place::longitude).toArray(),
            values,
            question.radiusKm(),
            question.leastShare(),
            question.elongation());
  }

  /** Reads the places and finds what lies together. */
  public static Loaded<Answer> of(Question question, Locale locale) {
    return switch (PlacedAmounts.read(question.source(), question.value(), locale)) {
      case Loaded.Rejected<PlacedAmounts>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<PlacedAmounts>(var amounts, var warnings) ->
          new Loaded.Ready<>(new BeltsAnswer(amounts, question, locale).answer(), warnings);
    };
  }

  private Answer answer() {
    ObjectNode result = Json.object();
    result.put("measure", amounts.measure());
    result.put("places", amounts.places().size());
    result.put("belts", clusters.stream().filter(Cluster::belt).count());
    result.put("clusters", clusters.stream().filter(cluster -> !cluster.belt()).count());
    ArrayNode nodes = Json.array();
    for (Cluster cluster : clusters) {
      ObjectNode node = Json.object();
      node.put("name", name(cluster));
      node.put("belt", cluster.belt());
      node.put("places", cluster.places().size());
      node.set("share", Json.exact(cluster.amount() / whole));
      nodes.add(node);
    }
    result.set("found", nodes);
    Map<String, String> settings = new TreeMap<>();
    settings.put("value", question.value());
    settings.put("radius", Double.toString(question.radiusKm()));
    settings.put("least", Double.toString(question.leastShare()));
    settings.put("elongation", Double.toString(question.elongation()));
    return new Answer(
        "economy belts",
        lines(),
        result,
        List.of(found(), places()),
        document(),
        amounts.inputs(),
        settings,
        true);
  }

  /** Belts and clusters are numbered apart, from the greatest, and named by their main place. */
  private String name(Cluster cluster) {
    int number = 0;
    for (Cluster other : clusters) {
      number += other.belt() == cluster.belt() ? 1 : 0;
      if (other.equals(cluster)) {
        break;
      }
    }
    int main =
        cluster.places().stream()
            .max(Comparator.comparingDouble((Integer at) -> amounts.places().get(at).value()))
            .orElse(0);
    return EconomyWords.say(
        locale,
        cluster.belt() ? "belts.belt" : "belts.cluster",
        Integer.toString(number),
        amounts.places().get(main).name());
  }

  private Table found() {
    List<List<String>> rows = new ArrayList<>();
    for (Cluster cluster : clusters) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              cluster.belt() ? "belt" : "cluster",
              name(cluster),
              Integer.toString(cluster.places().size()),
              Numbers.exactCell(cluster.amount()),
              Numbers.exactCell(cluster.amount() / whole),
              Numbers.exactCell(cluster.latitude()),
              Numbers.exactCell(cluster.longitude()),
              Numbers.exactCell(cluster.majorKm()),
              Numbers.exactCell(cluster.minorKm()),
              Numbers.exactCell(cluster.bearing())));
    }
    return new Table(
        "belts.csv",
        List.of(
            "number",
            "kind",
            "name",
            "places",
            "amount",
            "share",
            "latitude",
            "longitude",
            "major_km",
            "minor_km",
            "bearing"),
        rows);
  }

  private Table places() {
    int[] cluster = new int[amounts.places().size()];
    for (int nth = 0; nth < clusters.size(); nth++) {
      for (int place : clusters.get(nth).places()) {
        cluster[place] = nth + 1;
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < cluster.length; at++) {
      Place place = amounts.places().get(at);
      rows.add(
          List.of(
              amounts.keys().get(at),
              Numbers.exactCell(place.latitude()),
              Numbers.exactCell(place.longitude()),
              Numbers.exactCell(place.value()),
              cluster[at] == 0 ? "" : Integer.toString(cluster[at])));
    }
    return new Table(
        "places.csv", List.of("place", "latitude", "longitude", "amount", "number"), rows);
  }

  private String counted(String key) {
    return EconomyWords.say(
        locale,
        key,
        Long.toString(clusters.stream().filter(Cluster::belt).count()),
        Long.toString(clusters.stream().filter(cluster -> !cluster.belt()).count()),
        EconomyTables.percent(clusters.stream().mapToDouble(Cluster::amount).sum() / whole, locale),
        amounts.measure());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(counted("belts.done")));
    for (Cluster cluster : clusters.subList(0, Math.min(SHOWN, clusters.size()))) {
      lines.add(
          EconomyWords.say(
              locale,
              "belts.line",
              name(cluster),
              Integer.toString(cluster.places().size()),
              EconomyTables.percent(cluster.amount() / whole, locale),
              Numbers.fixed(2 * AXES * cluster.majorKm(), 0),
              Numbers.fixed(2 * AXES * cluster.minorKm(), 0)));
    }
    return lines;
  }

  private Document document() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Cluster cluster : clusters) {
      rows.add(
          List.of(
              Cell.of(name(cluster)),
              LinkagesReport.cell(cluster.places().size(), 0),
              LinkagesReport.cell(100 * cluster.amount() / whole, 1),
              LinkagesReport.cell(2 * AXES * cluster.majorKm(), 0),
              LinkagesReport.cell(2 * AXES * cluster.minorKm(), 0),
              LinkagesReport.cell(cluster.bearing(), 0)));
    }
    List<String> header = new ArrayList<>();
    for (String key : List.of("found", "places", "share", "length", "width", "bearing")) {
      header.add(EconomyWords.say(locale, "report.column." + key));
    }
    boolean joined = amounts.places().size() > DRAWN;
    List<Place> drawn = joined ? joined() : amounts.places();
    List<Place> named = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Place place :
        drawn.stream().sorted(Comparator.comparingDouble(Place::value).reversed()).toList()) {
      String name = told.size() < NAMED && told.add(place.name()) ? place.name() : "";
      named.add(new Place(name, place.latitude(), place.longitude(), place.value()));
    }
    List<String> notes = new ArrayList<>(List.of(EconomyWords.say(locale, "report.belts.note")));
    if (joined) {
      notes.add(
          EconomyWords.say(
              locale,
              "report.belts.joined",
              Integer.toString(amounts.places().size()),
              Integer.toString(drawn.size())));
    }
    List<Block> blocks =
        List.of(
            new Block.Paragraph(
                EconomyWords.say(
                    locale,
                    "report.belts.how",
                    Numbers.fixed(question.radiusKm(), 0),
                    EconomyTables.percent(question.leastShare(), locale),
                    Numbers.fixed(question.elongation(), 1))),
            new Block.Figure(
                "belts",
                counted("report.belts.title"),
                MapChart.of(
                    amounts.measure(), named, clusters.stream().map(this::outline).toList()),
                notes),
            new Block.Grid(
                "found",
                EconomyWords.say(locale, "report.belts.found"),
                header,
                rows,
                List.of(EconomyWords.say(locale, "report.belts.axes"))));
    return new Document(
        EconomyWords.say(locale, "report.belts.name"), amounts.measure(), locale, blocks);
  }

  /**
   * Places joined by cells of a grid, the finest of 0.05, 0.1, 0.2 degrees and so on that leaves
   * few enough: each dot lies at the weighted centre of its cell, holds the sum, and has the name
   * of the greatest place in it.
   */
  private List<Place> joined() {
    for (double side = FINEST; ; side *= 2) {
      Map<Long, List<Place>> cells = new TreeMap<>();
      for (Place place : amounts.places()) {
        long row = (long) Math.floor(place.latitude() / side);
        long column = (long) Math.floor(place.longitude() / side);
        cells.computeIfAbsent((row << Integer.SIZE) + column, cell -> new ArrayList<>()).add(place);
      }
      if (cells.size() <= DRAWN) {
        return cells.values().stream().map(BeltsAnswer::together).toList();
      }
    }
  }

  private static Place together(List<Place> places) {
    double sum = places.stream().mapToDouble(Place::value).sum();
    double north = 0;
    double east = 0;
    for (Place place : places) {
      double weight = sum > 0 ? place.value() / sum : 1.0 / places.size();
      north += weight * place.latitude();
      east += weight * place.longitude();
    }
    Place main = Collections.max(places, Comparator.comparingDouble(Place::value));
    return new Place(main.name(), north, east, sum);
  }

  /** The ellipse of two standard distances, at least a tenth of the radius wide. */
  private Outline outline(Cluster cluster) {
    double least = question.radiusKm() / 5;
    double major = Math.max(least, AXES * cluster.majorKm());
    double minor = Math.max(least, AXES * cluster.minorKm());
    double turn = Math.toRadians(cluster.bearing());
    double shrink = Math.max(0.05, StrictMath.cos(Math.toRadians(cluster.latitude())));
    List<double[]> corners = new ArrayList<>();
    for (int corner = 0; corner < CORNERS; corner++) {
      double angle = 2 * Math.PI * corner / CORNERS;
      double along = major * StrictMath.cos(angle);
      double across = minor * StrictMath.sin(angle);
      double north = along * StrictMath.cos(turn) - across * StrictMath.sin(turn);
      double east = along * StrictMath.sin(turn) + across * StrictMath.cos(turn);
      corners.add(
          new double[] {
            cluster.latitude() + north / KM_PER_DEGREE,
            cluster.longitude() + east / (KM_PER_DEGREE * shrink)
          });
    }
    return new Outline(name(cluster), !cluster.belt(), corners);
  }
}
