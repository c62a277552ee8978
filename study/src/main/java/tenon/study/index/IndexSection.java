package tenon.study.index;

import java.util.ArrayList;
import java.util.List;
import tenon.assess.Grade;
import tenon.assess.Weights;
import tenon.study.index.IndexFacts.Missed;
import tenon.study.page.Json;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The index on the page: ranking with grades, path over time, weights, gaps to target. */
final class IndexSection {
  private static final int TOP = 30;
  private static final int LINES = 8;

  private final IndexFacts facts;
  private final Words words;

  IndexSection(IndexFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  void fill(Page page) {
    page.section("index");
    if (facts.ranked().isEmpty()) {
      page.text("index.empty", words.get("index.empty"));
      return;
    }
    page.text("index.title", title());
    page.text("index.note", words.get(facts.absolute() ? "index.absolute" : "index.relative"));
    page.chart("index", bars());
    if (facts.assessment().panel().periods().count() > 1) {
      page.text("trend.title", trendTitle());
      page.chart("trend", trend());
    }
    page.table("index", table());
    page.text("weights.title", weightsTitle());
    page.table("weights", weights());
    gaps(page);
  }

  private String title() {
    long strong =
        facts.ranked().stream()
            .filter(unit -> facts.score(facts.top(), unit) >= Grade.STRONG.lowerBound())
            .count();
    return words.get(
        "index.title",
        Numbers.count(strong),
        Numbers.count(facts.ranked().size()),
        facts.period(facts.lastPeriod()));
  }

  private ObjectNode bars() {
    ObjectNode node = Json.object();
    node.put("kind", "ranking");
    node.put("left", words.get("axis.score"));
    node.put("most", 100);
    ArrayNode rows = node.putArray("rows");
    int rank = 0;
    for (int unit : facts.ranked().subList(0, Math.min(TOP, facts.ranked().size()))) {
      double score = facts.score(facts.top(), unit);
      ObjectNode row = rows.addObject();
      row.put("name", ++rank + ". " + facts.unit(unit));
      row.set("left", Json.number(score));
      row.put("leftText", Numbers.fixed(score, 1) + "  " + grade(score));
      row.put("tip", tip(unit));
    }
    return node;
  }

  private String tip(int unit) {
    StringBuilder text = new StringBuilder(facts.unit(unit));
    for (int node : facts.dimensions()) {
      text.append('\n').append(facts.node(node)).append(": ");
      text.append(shown(facts.score(node, unit)));
    }
    return text.toString();
  }

  private String grade(double score) {
    Grade grade = Grade.of(score);
    return grade == null ? "" : grade.title(words.locale());
  }

  private static String shown(double score) {
    return Double.isNaN(score) ? "–" : Numbers.fixed(score, 1);
  }

  private String trendTitle() {
    int last = facts.lastPeriod();
    int rising = 0;
    for (int unit : facts.ranked()) {
      double before = facts.assessment().scores().score(facts.top(), unit, 0);
      rising += facts.score(facts.top(), unit) > before ? 1 : 0;
    }
    return words.get(
        "trend.title",
        Numbers.count(rising),
        Numbers.count(facts.ranked().size()),
        facts.period(0),
        facts.period(last));
  }

  private ObjectNode trend() {
    ObjectNode node = Json.object();
    node.put("kind", "lines");
    node.put("y", words.get("axis.score"));
    node.put("low", 0);
    node.put("high", 100);
    ArrayNode x = node.putArray("x");
    facts.assessment().panel().periods().stream().forEach(x::add);
    ArrayNode bands = node.putArray("bands");
    double above = 100;
    for (Grade grade : Grade.values()) {
      bands
          .addObject()
          .put("from", grade.lowerBound())
          .put("to", above)
          .put("label", grade.title(words.locale()));
      above = grade.lowerBound();
    }
    ArrayNode series = node.putArray("series");
    for (int unit : facts.ranked().subList(0, Math.min(LINES, facts.ranked().size()))) {
      ObjectNode line = series.addObject();
      line.put("name", facts.unit(unit));
      ArrayNode values = line.putArray("values");
      for (int period = 0; period <= facts.lastPeriod(); period++) {
        values.add(Json.number(facts.assessment().scores().score(facts.top(), unit, period)));
      }
    }
    return node;
  }

  private ObjectNode table() {
    PageTable table =
        new PageTable("scores.csv", words)
            .numbers(words.get("column.rank"), "")
            .words(words.get("column.unit.assessed"))
            .numbers(facts.node(facts.top()), facts.period(facts.lastPeriod()))
            .words(words.get("column.grade"))
            .numbers(words.get("column.mean"), words.get("column.all.periods"));
    facts.dimensions().forEach(node -> table.numbers(facts.node(node), ""));
    table.numbers(words.get("column.gap.points"), words.get("unit.points"));
    int rank = 0;
    for (int unit : facts.ranked()) {
      List<Cell> cells = new ArrayList<>();
      double score = facts.score(facts.top(), unit);
      cells.add(Cell.count(++rank));
      cells.add(Cell.text(facts.unit(unit)));
      cells.add(new Cell(shown(score), score));
      cells.add(Cell.text(grade(score)));
      double mean = facts.assessment().scores().mean(facts.top(), unit);
      cells.add(new Cell(shown(mean), mean));
      for (int node : facts.dimensions()) {
        cells.add(new Cell(shown(facts.score(node, unit)), facts.score(node, unit)));
      }
      double gap = facts.assessment().gaps().points(facts.top(), unit, facts.lastPeriod());
      cells.add(new Cell(shown(gap), gap));
      table.row(cells.toArray(Cell[]::new));
    }
    return table.json();
  }

  private String weightsTitle() {
    Weights weights = facts.assessment().weights();
    int heaviest = -1;
    for (int node = 0; node < facts.hierarchy().count(); node++) {
      if (facts.isLeaf(node) && (heaviest < 0 || weights.global(node) > weights.global(heaviest))) {
        heaviest = node;
      }
    }
    return words.get(
        "weights.title",
        facts.node(heaviest),
        Numbers.probability(weights.global(heaviest)),
        words.code("weights", weights.methods().getLast()));
  }

  private ObjectNode weights() {
    Weights weights = facts.assessment().weights();
    PageTable table =
        new PageTable("weights.csv", words)
            .words(words.get("column.code"))
            .words(words.get("column.indicator"));
    for (String method : weights.methods()) {
      table.numbers(words.code("weights", method), words.get("column.of.all"));
    }
    for (int node = 0; node < facts.hierarchy().count(); node++) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(facts.hierarchy().keys().key(node)));
      cells.add(Cell.text(facts.node(node)));
      for (String method : weights.methods()) {
        double weight = weights.global(method, node);
        cells.add(new Cell(Numbers.fixed(weight, 4), weight));
      }
      table.row(cells.toArray(Cell[]::new));
    }
    return table.json();
  }

  private void gaps(Page page) {
    List<Missed> widest = facts.missed();
    if (widest.isEmpty()) {
      page.text("gaps.empty", words.get("gaps.empty"));
      return;
    }
    Missed first = widest.getFirst();
    page.text(
        "gaps.title",
        words.get(
            "gaps.title",
            facts.unit(first.unit()),
            facts.node(first.node()),
            Numbers.fixed(first.points(), 2)));
    page.table("gaps", gaps(widest));
  }

  private ObjectNode gaps(List<Missed> widest) {
    PageTable table =
        new PageTable("gaps.csv", words)
            .words(words.get("column.unit.assessed"))
            .words(words.get("column.indicator"))
            .numbers(words.get("column.value"), "")
            .numbers(words.get("column.target"), "")
            .numbers(words.get("column.gap"), words.get("column.own.unit"))
            .numbers(words.get("column.gap.index"), words.get("unit.points"));
    for (Missed gap : widest) {
      double value = facts.assessment().panel().value(gap.unit(), facts.lastPeriod(), gap.node());
      double target = facts.hierarchy().target(gap.node());
      double own = facts.assessment().gaps().inUnit(gap.node(), gap.unit(), facts.lastPeriod());
      table.row(
          Cell.text(facts.unit(gap.unit())),
          Cell.text(facts.node(gap.node())),
          new Cell(Numbers.shown(value), value),
          new Cell(Numbers.shown(target), target),
          new Cell(Numbers.shown(own), own),
          new Cell(Numbers.fixed(gap.points(), 2), gap.points()));
    }
    return table.json();
  }
}
