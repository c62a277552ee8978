package tenon.study.plan;

import java.util.List;
import tenon.respond.Comparison;
import tenon.respond.Contest;
import tenon.respond.Coverage;
import tenon.respond.Move;
import tenon.respond.Price;
import tenon.study.page.Json;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.rehearsal.CurveChart;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;
import tenon.twin.site.Trajectory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The plan on the page: what it saves, what to do, what stays uncovered, what is scarce. */
final class PlanSection {
  private final PlanFacts facts;
  private final Words words;
  private final PlanWords sentences;

  PlanSection(PlanFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    sentences = new PlanWords(facts);
  }

  void fill(Page page) {
    page.section("plan");
    page.text("effect.title", effectTitle());
    String worse = new OwnRule(facts).whyWorse();
    page.text("effect.note", (words.get("effect.note") + " " + worse).strip());
    page.chart("effect", curves());
    page.chart("saved", bars());
    if (facts.plan().moves().isEmpty()) {
      page.text("plan.empty", words.get("plan.empty"));
    } else {
      page.text("plan.title", planTitle());
      PlanPictures pictures = new PlanPictures(facts);
      page.text("gantt.title", pictures.ganttTitle());
      page.picture("gantt", pictures.gantt());
      if (pictures.flows()) {
        page.text("flows.title", pictures.flowsTitle());
        page.picture("flows", pictures.bands());
        page.text("flows.note", pictures.flowsNote());
      }
      page.table("plan", moves());
    }
    new CommitmentSection(facts).fill(page);
    Contest contest = facts.contest();
    if (contest != null) {
      page.section("contest");
      page.text("contest.title", sentences.contest());
      boolean below =
          contest.entries().stream().anyMatch(one -> one.trajectory().loss().mean() < 0);
      String note = words.get("contest.note");
      page.text("contest.note", below ? note + " " + words.get("contest.below") : note);
      page.chart("contest", contestBars(contest));
      page.table("contest", contestTable(contest));
    }
    page.section("uncovered");
    if (facts.coverage().isEmpty()) {
      page.text("coverage.empty", words.get("coverage.empty"));
    } else {
      page.text("coverage.title", coverageTitle());
      page.text("coverage.note", words.get("coverage.note"));
      page.table("coverage", coverage());
    }
    page.section("prices");
    if (facts.plan().prices().isEmpty()) {
      page.text("prices.empty", words.get("prices.empty"));
    } else {
      page.text("prices.title", sentences.price(facts.plan().prices().getFirst()));
      page.text("prices.note", words.get("prices.note"));
      page.table("prices", prices());
    }
  }

  String effectTitle() {
    Comparison comparison = facts.comparison();
    return words.get(
        "effect.title",
        facts.loss(comparison.planAgainstNothing().mean()),
        facts.loss(comparison.planAgainstNothing().interval().low()),
        facts.loss(comparison.planAgainstNothing().interval().high()),
        facts.loss(comparison.planAgainstOwnRule().mean()));
  }

  private ObjectNode curves() {
    Comparison comparison = facts.comparison();
    return new CurveChart(words, facts.scenario())
        .add(words.get("curve.plan"), comparison.planned().total().service())
        .add(words.get("curve.own"), comparison.ownRule().total().service())
        .add(words.get("curve.nothing"), comparison.nothing().total().service())
        .json();
  }

  private ObjectNode bars() {
    Comparison comparison = facts.comparison();
    Scale scale =
        facts.plan().inMoney()
            ? Scale.of(comparison.nothing().loss().tailMean(), words)
            : Scale.of(1, words);
    ObjectNode node = Json.object();
    node.put("kind", "ranking");
    String unit = facts.plan().inMoney() ? facts.subject().money().unit(scale) : "";
    node.put("left", words.get("axis.loss", unit));
    ArrayNode rows = node.putArray("rows");
    bar(rows, "curve.nothing", comparison.nothing(), scale);
    bar(rows, "curve.own", comparison.ownRule(), scale);
    bar(rows, "curve.plan", comparison.planned(), scale);
    return node;
  }

  private void bar(ArrayNode rows, String name, Trajectory trajectory, Scale scale) {
    double mean = trajectory.loss().mean();
    ObjectNode row = rows.addObject();
    row.put("name", words.get(name));
    row.set("left", Json.number(scale.of(mean)));
    row.put("leftText", scale.text(mean));
    row.put(
        "tip",
        words.get(
            "effect.tip",
            facts.loss(mean),
            facts.loss(trajectory.loss().meanInterval().low()),
            facts.loss(trajectory.loss().meanInterval().high()),
            facts.loss(trajectory.loss().tailMean())));
  }

  private ObjectNode contestBars(Contest contest) {
    double most = 0;
    for (Contest.Entry entry : contest.entries()) {
      most = Math.max(most, entry.trajectory().loss().tailMean());
    }
    Scale scale = Scale.of(facts.plan().inMoney() ? most : 1, words);
    ObjectNode node = Json.object();
    node.put("kind", "ranking");
    String unit = facts.plan().inMoney() ? facts.subject().money().unit(scale) : "";
    node.put("left", words.get("axis.loss", unit));
    ArrayNode rows = node.putArray("rows");
    for (Contest.Entry entry : contest.entries()) {
      bar(rows, "contest." + PlanTables.word(entry.way()), entry.trajectory(), scale);
    }
    return node;
  }

  private ObjectNode contestTable(Contest contest) {
    PageTable table =
        new PageTable("compare.csv", words)
            .words(words.get("contest.way"))
            .words(words.get("contest.loss"))
            .words(words.get("contest.saved"))
            .words(words.get("contest.interval"));
    for (Contest.Entry entry : contest.entries()) {
      table.row(
          Cell.text(words.get("contest." + PlanTables.word(entry.way()))),
          Cell.text(facts.loss(entry.trajectory().loss().mean())),
          Cell.text(facts.loss(entry.saved().mean())),
          Cell.text(
              words.get(
                  "contest.range",
                  facts.loss(entry.saved().interval().low()),
                  facts.loss(entry.saved().interval().high()))));
    }
    return table.json();
  }

  String planTitle() {
    return words.get(
        "plan.title",
        Numbers.count(facts.increases()),
        Numbers.count(facts.plan().moves().size() - facts.increases()),
        Numbers.count(facts.plan().activations().size()),
        facts.subject().money().text(facts.plan().cost().total()));
  }

  private ObjectNode moves() {
    PageTable table =
        new PageTable("plan.csv", words)
            .words(words.get("column.what"))
            .words(words.get("column.product"))
            .words(words.get("column.from"))
            .words(words.get("column.to"))
            .numbers(words.get("column.usual"), words.get("unit.per.day"))
            .numbers(words.get("column.planned"), words.get("unit.per.day"))
            .words(words.get("column.unit"))
            .numbers(words.get("column.days"), "")
            .words(words.get("column.instead"));
    for (Move move : facts.plan().moves()) {
      String kind = "move." + PlanTables.word(move.kind());
      table.row(
          Cell.text(words.get(move.standby() ? kind + ".standby" : kind) + facts.inferred(move)),
          Cell.text(facts.product(move.productId())),
          Cell.text(facts.site(move.fromSiteId())),
          Cell.text(move.fromSiteId().equals(move.toSiteId()) ? "" : facts.site(move.toSiteId())),
          new Cell(Numbers.shown(move.usualPerDay()), move.usualPerDay()),
          new Cell(Numbers.shown(move.plannedPerDay()), move.plannedPerDay()),
          Cell.text(facts.unit(move.productId())),
          new Cell(move.firstDay() + "–" + (move.firstDayAfter() - 1), move.firstDay()),
          Cell.text(String.join(", ", move.insteadOf())));
    }
    return table.json();
  }

  String coverageTitle() {
    List<Coverage> rows = facts.plan().coverage();
    return words.get(
        "coverage.title",
        Numbers.count(facts.plan().uncovered().size()),
        Numbers.count(rows.size()),
        Numbers.percentFine(facts.coverableShare()),
        Numbers.percentFine(facts.deliveredShare()));
  }

  private ObjectNode coverage() {
    String perDay = words.get("unit.per.day");
    PageTable table =
        new PageTable("coverage.csv", words)
            .words(words.get("column.product"))
            .words(words.get("column.site"))
            .numbers(words.get("column.lost"), perDay)
            .numbers(words.get("column.makers"), "")
            .numbers(words.get("column.spare"), perDay)
            .numbers(words.get("column.coverable"), perDay)
            .numbers(words.get("column.delivered"), perDay)
            .words(words.get("column.why.gap"));
    for (Coverage row : facts.coverage()) {
      table.row(
          Cell.text(facts.product(row.productId())),
          Cell.text(facts.site(row.siteId())),
          new Cell(Numbers.shown(row.lostPerDay()), row.lostPerDay()),
          Cell.count(row.makersElsewhere()),
          new Cell(
              Double.isInfinite(row.sparePerDay()) ? "∞" : Numbers.shown(row.sparePerDay()),
              row.sparePerDay()),
          new Cell(Numbers.shown(row.coverablePerDay()), row.coverablePerDay()),
          new Cell(Numbers.shown(row.deliveredPerDay()), row.deliveredPerDay()),
          Cell.text(words.get("gap." + PlanTables.word(row.gap()))));
    }
    return table.json();
  }

  private ObjectNode prices() {
    PageTable table =
        new PageTable("prices.csv", words)
            .words(words.get("column.price"))
            .numbers(words.get("column.days"), "")
            .numbers(words.get("column.saved"), facts.subject().money().unit(scale()));
    for (Price price : facts.plan().prices()) {
      table.row(
          Cell.text(sentences.price(price)),
          new Cell(sentences.days(price), price.firstDay()),
          Cell.scaled(price.perUnit(), scale()));
    }
    return table.json();
  }

  private Scale scale() {
    double most = facts.plan().prices().stream().mapToDouble(Price::perUnit).max().orElse(0);
    return Scale.of(most, words);
  }
}
