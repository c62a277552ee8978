package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tenon.model.Interval;
import tenon.study.node.Measures;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.node.Estimate;
import tenon.twin.node.NodeResult;
import tenon.twin.site.NodeLoads;
import tenon.twin.site.Spread;
import tools.jackson.databind.node.ObjectNode;

/** How the lines of sites in detail were used, and what waited before them. */
final class NodeSection {
  private static final List<String> SHOWN =
      List.of("utilisation", "down", "idle", "queue", "performance", "quality", "oee");
  private static final int CURVES = 4;

  private final RehearsalFacts facts;
  private final Words words;

  NodeSection(RehearsalFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  void fill(Page page) {
    page.section("nodes");
    page.text("nodes.title", title());
    page.text("nodes.note", words.get("nodes.note", Numbers.count(facts.loads().replications())));
    page.chart("nodes", chart());
    page.table("nodes.lines", lines());
    page.table("nodes", stations());
  }

  /** The station that is busiest, of all sites. */
  private String title() {
    String best = "";
    double most = -1;
    for (NodeLoads.Site site : facts.loads().sites()) {
      for (int at = 0; at < site.result().stations().size(); at++) {
        NodeResult.AtStation one = site.result().stations().get(at);
        if (one.working().mean() > most) {
          most = one.working().mean();
          best =
              words.get(
                  "nodes.title",
                  facts.site(site.node().site()),
                  site.node().spec().stations().get(at).name(),
                  Numbers.percent(most),
                  Numbers.shown(one.queue().mean()),
                  Numbers.percent(one.oee().mean()));
        }
      }
    }
    return best;
  }

  private ObjectNode lines() {
    PageTable table =
        new PageTable("nodes.csv", words)
            .words(words.get("column.site"))
            .numbers(words.get("nodes.lots"), words.get("nodes.per.day"))
            .numbers(words.get("nodes.lots.undisturbed"), words.get("nodes.per.day"))
            .numbers(words.get("nodes.limit"), words.get("nodes.per.day"))
            .numbers(words.get("nodes.closed"), "")
            .numbers(words.get("node.measure.waiting"), "")
            .words(words.get("column.unit"));
    for (NodeLoads.Site site : facts.loads().sites()) {
      Map<String, Estimate> whole = NodeTables.whole(site, site.result());
      NodeResult calm = Objects.requireNonNullElse(site.undisturbed(), site.result());
      Estimate beside = NodeTables.whole(site, calm).getOrDefault("lots_per_day", zero());
      double limit = limit(site);
      table.row(
          Cell.text(facts.site(site.node().site())),
          cell(whole.getOrDefault("lots_per_day", zero())),
          cell(beside),
          new Cell(Numbers.shown(limit), limit),
          cell(whole.getOrDefault("closed", zero())),
          cell(whole.getOrDefault("waiting", zero())),
          Cell.text(unit(site.node().unit())));
    }
    return table.json();
  }

  /** A unit of time in the reader's language; another word as the file has it. */
  private String unit(String unit) {
    return switch (unit) {
      case "second", "minute", "hour", "day" -> words.get("nodes.unit." + unit);
      default -> unit;
    };
  }

  private static Estimate zero() {
    return new Estimate(0, 0, 0);
  }

  /** Lots a day that the bottleneck keeps up with at most. */
  private static double limit(NodeLoads.Site site) {
    int narrow = site.node().spec().bottleneck();
    return site.node().spec().limit(narrow) * site.node().day();
  }

  private static Cell cell(Estimate estimate) {
    return new Cell(Measures.shown(estimate), estimate.mean());
  }

  private ObjectNode stations() {
    PageTable table =
        new PageTable("nodes.csv", words)
            .words(words.get("column.site"))
            .words(words.get("nodes.station"));
    SHOWN.forEach(measure -> table.numbers(words.get("node.measure." + measure), ""));
    for (NodeLoads.Site site : facts.loads().sites()) {
      for (int at = 0; at < site.result().stations().size(); at++) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(facts.site(site.node().site())));
        row.add(Cell.text(site.node().spec().stations().get(at).name()));
        Map<String, Estimate> measures = Measures.of(site.result().stations().get(at));
        SHOWN.forEach(measure -> row.add(cell(measures.getOrDefault(measure, zero()))));
        table.row(row.toArray(Cell[]::new));
      }
    }
    return table.json();
  }

  /** What lines finish by day, in percent of what their bottleneck keeps up with. */
  private ObjectNode chart() {
    CurveChart chart = new CurveChart(words, facts.scenario(), words.get("nodes.axis"));
    for (NodeLoads.Site site :
        facts.loads().sites().subList(0, Math.min(CURVES, facts.loads().sites().size()))) {
      double limit = limit(site);
      chart.add(
          facts.site(site.node().site()),
          site.days().stream().map(day -> share(day.finished(), limit)).toList());
    }
    return chart.json();
  }

  private static Spread share(Spread lots, double limit) {
    return new Spread(
        share(lots.mean(), limit),
        new Interval(
            share(lots.meanInterval().low(), limit), share(lots.meanInterval().high(), limit)),
        share(lots.low(), limit),
        share(lots.median(), limit),
        share(lots.high(), limit));
  }

  private static double share(double lots, double limit) {
    return Math.min(1, lots / limit);
  }
}
