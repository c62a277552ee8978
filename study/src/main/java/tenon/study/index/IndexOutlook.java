package tenon.study.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.Scores;
import tenon.assess.Weights;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.index.IndexFacts.Missed;
import tenon.study.page.Table;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/**
 * What the index says beyond its last state: how the units moved and whether they drew together,
 * what holds each back, and which targets are missed.
 */
final class IndexOutlook {
  /** Rows told of the targets. */
  private static final int MISSED = 5;

  private static final String MOVEMENT = "movement";
  private static final String OBSTACLES = "obstacles";
  private static final String TARGETS = "targets_missed";

  private final IndexFacts facts;
  private final Words words;
  private final Scores scores;
  private final Weights weights;

  IndexOutlook(IndexFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    scores = facts.assessment().scores();
    weights = facts.assessment().weights();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (facts.lastPeriod() > 0) {
      blocks.add(new Block.Heading(2, words.get("brief.moved")));
      blocks.add(new Block.Paragraph(drift()));
      blocks.add(movement());
    }
    blocks.add(new Block.Heading(2, words.get("brief.obstacles")));
    blocks.add(obstacles());
    blocks.add(new Block.Heading(2, words.get("brief.targets")));
    blocks.add(facts.missed().isEmpty() ? new Block.Paragraph(words.get("gaps.empty")) : targets());
    return blocks;
  }

  /** The same for all units, with all digits. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    if (facts.lastPeriod() > 0) {
      tables.add(movementTable());
    }
    tables.add(obstacleTable());
    tables.add(targetTable());
    return tables;
  }

  private double first(int unit) {
    return scores.score(facts.top(), unit, 0);
  }

  private double last(int unit) {
    return facts.score(facts.top(), unit);
  }

  /** Units with a score in both the first and the last period. */
  private List<Integer> followed() {
    return facts.ranked().stream().filter(unit -> !Double.isNaN(first(unit))).toList();
  }

  /** How many rose, and whether the distance from the highest to the lowest grew or shrank. */
  private String drift() {
    List<Integer> followed = followed();
    String from = facts.period(0);
    String to = facts.period(facts.lastPeriod());
    if (followed.isEmpty()) {
      return words.get("brief.moved.unknown", from, to);
    }
    long rose = followed.stream().filter(unit -> last(unit) > first(unit)).count();
    double before = spread(followed, true);
    double after = spread(followed, false);
    String key =
        followed.size() == 1
            ? "brief.moved.one"
            : after < before ? "brief.moved.closer" : "brief.moved.apart";
    return words.get(
        key,
        Numbers.count(rose),
        Numbers.count(followed.size()),
        from,
        to,
        Numbers.fixed(before, 1),
        Numbers.fixed(after, 1));
  }

  private double spread(List<Integer> units, boolean before) {
    double[] values = units.stream().mapToDouble(before ? this::first : this::last).toArray();
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElse(Double.NaN)
        - IntStream.range(0, values.length).mapToDouble(i -> values[i]).min().orElse(Double.NaN);
  }

  private Block movement() {
    int period = facts.lastPeriod();
    int[] before = scores.ranks(facts.top(), 0);
    int[] after = scores.ranks(facts.top(), period);
    String from = facts.period(0);
    String to = facts.period(period);
    List<List<Cell>> rows = new ArrayList<>();
    for (int rank : facts.ends()) {
      int unit = facts.ranked().get(rank - 1);
      rows.add(
          List.of(
              Cell.of(Labels.brief(facts.unit(unit))),
              score(first(unit)),
              score(last(unit)),
              signed(last(unit) - first(unit)),
              rank(before[unit]),
              rank(after[unit])));
    }
    List<String> header =
        List.of(
            words.get("column.unit.assessed"),
            words.get("brief.moved.score", from),
            words.get("brief.moved.score", to),
            words.get("brief.moved.change"),
            words.get("brief.moved.rank", from),
            words.get("brief.moved.rank", to));
    String title = words.get("brief.moved.table", from, to);
    return new Block.Grid(MOVEMENT, title, header, rows, sheet(MOVEMENT));
  }

  private Table movementTable() {
    int[] before = scores.ranks(facts.top(), 0);
    int[] after = scores.ranks(facts.top(), facts.lastPeriod());
    List<List<String>> rows = new ArrayList<>();
    for (int unit : facts.ranked()) {
      rows.add(
          List.of(
              key(unit),
              Numbers.cell(first(unit)),
              Numbers.cell(last(unit)),
              Numbers.cell(last(unit) - first(unit)),
              before[unit] == 0 ? "" : Integer.toString(before[unit]),
              Integer.toString(after[unit])));
    }
    List<String> header =
        List.of("unit_id", "score_first", "score_last", "change", "rank_first", "rank_last");
    return new Table(MOVEMENT + ".csv", header, rows);
  }

  /**
   * Points of the index that an indicator of a unit is short of.
   *
   * @param points weight in the index x (100 - score)
   */
  private record Obstacle(int unit, int node, double points) {}

  /** Of every indicator with a score in the last period; the greatest of each unit first. */
  private List<Obstacle> obstaclesOf(int unit) {
    return IntStream.range(0, facts.hierarchy().count())
        .filter(facts::isLeaf)
        .filter(node -> !Double.isNaN(facts.score(node, unit)))
        .mapToObj(
            node ->
                new Obstacle(unit, node, weights.global(node) * (100 - facts.score(node, unit))))
        .sorted(Comparator.comparingDouble(Obstacle::points).reversed())
        .toList();
  }

  private @Nullable Obstacle greatest(int unit) {
    List<Obstacle> all = obstaclesOf(unit);
    return all.isEmpty() ? null : all.getFirst();
  }

  private Block obstacles() {
    List<List<Cell>> rows = new ArrayList<>();
    facts.ends().stream()
        .map(rank -> greatest(facts.ranked().get(rank - 1)))
        .filter(Objects::nonNull)
        .forEach(
            one ->
                rows.add(
                    List.of(
                        Cell.of(Labels.brief(facts.unit(one.unit()))),
                        Cell.of(facts.node(one.node())),
                        score(facts.score(one.node(), one.unit())),
                        percent(weights.global(one.node())),
                        points(one.points()))));
    List<String> header =
        List.of(
            words.get("column.unit.assessed"),
            words.get("column.indicator"),
            words.get("brief.score"),
            words.get("brief.weight"),
            words.get("brief.lost"));
    String title = words.get("brief.obstacles.table", facts.period(facts.lastPeriod()));
    return new Block.Grid(OBSTACLES, title, header, rows, sheet(OBSTACLES));
  }

  private Table obstacleTable() {
    List<List<String>> rows = new ArrayList<>();
    for (int unit : facts.ranked()) {
      for (Obstacle one : obstaclesOf(unit)) {
        rows.add(
            List.of(
                key(unit),
                facts.hierarchy().keys().key(one.node()),
                Numbers.cell(facts.score(one.node(), unit)),
                Numbers.cell(weights.global(one.node())),
                Numbers.cell(one.points())));
      }
    }
    return new Table(
        OBSTACLES + ".csv", List.of("unit_id", "code", "score", "weight", "points_lost"), rows);
  }

  private Block targets() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Missed one : facts.missed().subList(0, Math.min(MISSED, facts.missed().size()))) {
      double value = value(one);
      double target = facts.hierarchy().target(one.node());
      rows.add(
          List.of(
              Cell.of(Labels.brief(facts.unit(one.unit()))),
              Cell.of(facts.node(one.node())),
              Cell.of(Numbers.shown(value), value),
              Cell.of(Numbers.shown(target), target),
              points(one.points())));
    }
    List<String> header =
        List.of(
            words.get("column.unit.assessed"),
            words.get("column.indicator"),
            words.get("column.value"),
            words.get("column.target"),
            words.get("brief.lost"));
    String title =
        words.get(
            "brief.targets.table",
            Numbers.count(facts.missed().size()),
            facts.period(facts.lastPeriod()));
    return new Block.Grid(TARGETS, title, header, rows, sheet(TARGETS));
  }

  private Table targetTable() {
    List<List<String>> rows = new ArrayList<>();
    for (Missed one : facts.missed()) {
      rows.add(
          List.of(
              key(one.unit()),
              facts.hierarchy().keys().key(one.node()),
              Numbers.cell(value(one)),
              Numbers.cell(facts.hierarchy().target(one.node())),
              Numbers.cell(one.points())));
    }
    return new Table(
        TARGETS + ".csv", List.of("unit_id", "code", "value", "target", "points_lost"), rows);
  }

  private double value(Missed one) {
    return facts.assessment().panel().value(one.unit(), facts.lastPeriod(), one.node());
  }

  private String key(int unit) {
    return facts.assessment().panel().units().key(unit);
  }

  private List<String> sheet(String name) {
    return List.of(words.get("brief.sheet", name));
  }

  private static Cell score(double score) {
    return Double.isNaN(score) ? Cell.of("–") : Cell.of(Numbers.fixed(score, 1), score);
  }

  private static Cell signed(double change) {
    String sign = change > 0 ? "+" : "";
    return Double.isNaN(change) ? Cell.of("–") : Cell.of(sign + Numbers.fixed(change, 1), change);
  }

  private static Cell points(double points) {
    return Cell.of(Numbers.fixed(points, 2), points);
  }

  private static Cell percent(double weight) {
    return Cell.of(Numbers.probability(weight), weight);
  }

  private static Cell rank(int rank) {
    return rank == 0 ? Cell.of("–") : Cell.of(Integer.toString(rank), rank);
  }
}
