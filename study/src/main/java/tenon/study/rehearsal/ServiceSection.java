package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import tenon.model.Interval;
import tenon.study.page.Json;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.text.DisruptionWords;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;
import tenon.twin.site.Attribution;
import tenon.twin.site.Controlled;
import tenon.twin.site.Costs;
import tenon.twin.site.DemandOutcome;
import tenon.twin.site.Loss;
import tenon.twin.site.Outcome;
import tenon.twin.site.Perished;
import tenon.twin.site.Purchases;
import tenon.twin.site.Spread;
import tools.jackson.databind.node.ObjectNode;

/** Service in time, and how each demand fared. */
final class ServiceSection {
  private final RehearsalFacts facts;
  private final Words words;

  ServiceSection(RehearsalFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  void fill(Page page) {
    DisruptionWords sentences = new DisruptionWords(facts.chain(), words, facts.subject().names());
    page.section("service");
    page.text("scenario.name", words.get("scenario.name", facts.scenarioTitle()));
    page.list(
        "scenario",
        Json.array(facts.scenario().disruptions().stream().map(sentences::sentence).toList()));
    page.text("service.title", title());
    page.text(
        "service.note",
        words.get("service.note", Numbers.count(facts.trajectory().replications())));
    page.chart(
        "service",
        new CurveChart(words, facts.scenario())
            .add(words.get("curve.own"), facts.trajectory().total().service())
            .add(words.get("curve.fill"), facts.fillRate())
            .json());
    page.text("resilience.title", words.get("resilience.title"));
    page.table("resilience", resilience());
    page.text("resilience.note", words.get("resilience.note"));
    page.text("loss.title", lossTitle());
    Purchases purchases = facts.trajectory().purchases();
    if (purchases != null && purchases.dearer().mean() != 0) {
      page.text(
          "purchases.title",
          words.get(
              facts.trajectory().loss().inMoney() ? "purchases.title" : "purchases.title.units",
              facts.subject().money().text(purchases.dearer().mean()),
              facts.subject().money().text(purchases.tariffs().mean()),
              facts.subject().money().text(purchases.withLoss().mean())));
    }
    if (!facts.trajectory().costs().items().isEmpty()) {
      page.text("costs.title", words.get("costs.title"));
      page.table("costs", costs());
    }
    if (!facts.trajectory().perished().isEmpty()) {
      page.text("perished.title", words.get("perished.title"));
      page.table("perished", perished());
    }
    page.table("demands", table());
    Attribution attribution = facts.attribution();
    if (attribution != null && attribution.shares().size() > 1) {
      attribution(page, attribution);
    }
  }

  private ObjectNode resilience() {
    Outcome total = facts.trajectory().total();
    PageTable table =
        new PageTable("resilience.csv", words)
            .words(words.get("resilience.column.measure"))
            .numbers(words.get("resilience.column.mean"), "")
            .numbers(words.get("resilience.column.interval"), "")
            .numbers(words.get("resilience.column.band"), "")
            .words(words.get("column.unit"));
    String days = words.get("unit.days");
    measure(table, "robustness", total.robustness(), Numbers::percentFine, "");
    measure(table, "performance.loss", total.performanceLossDays(), ServiceSection::fine, days);
    measure(table, "resilience", total.resilience(), Numbers::percentFine, "");
    String perDay = words.get("resilience.per.day");
    measure(table, "rapidity", total.rapidityPerDay(), Numbers::percentFine, perDay);
    measure(table, "tts", total.timeToSurviveDays(), ServiceSection::fine, days);
    measure(table, "ttr", total.timeToRecoverDays(), ServiceSection::fine, days);
    Loss loss = facts.trajectory().loss();
    measure(table, "loss", loss.spread(), facts::loss, "");
    Controlled controlled = facts.trajectory().controlled();
    if (controlled != null) {
      risk(table, "controlled", controlled.mean(), controlled.interval());
    }
    risk(table, "var", loss.valueAtRisk(), loss.riskInterval());
    risk(table, "cvar", loss.tailMean(), loss.tailInterval());
    return table.json();
  }

  /** A number of the distribution itself: it has an interval and no band. */
  private void risk(PageTable table, String key, double value, Interval interval) {
    table.row(
        Cell.text(words.get("resilience." + key)),
        new Cell(facts.loss(value), value),
        range(facts::loss, interval.low(), interval.high()),
        Cell.text(""),
        Cell.text(""));
  }

  private ObjectNode costs() {
    List<Costs.Item> items = facts.trajectory().costs().items();
    double most = items.stream().mapToDouble(item -> item.cost().mean()).max().orElse(0);
    Scale scale = Scale.of(most, words);
    String unit = facts.subject().money().unit(scale);
    PageTable table =
        new PageTable("costs.csv", words)
            .words(words.get("costs.column.item"))
            .numbers(words.get("resilience.column.mean"), unit)
            .numbers(words.get("resilience.column.interval"), unit)
            .numbers(words.get("costs.column.undisturbed"), unit)
            .numbers(words.get("costs.column.more"), unit);
    for (Costs.Item item : items) {
      table.row(
          Cell.text(words.get("costs." + item.kind().name().toLowerCase(Locale.ROOT))),
          Cell.scaled(item.cost().mean(), scale),
          range(scale::text, item.cost().interval().low(), item.cost().interval().high()),
          Cell.scaled(item.undisturbed().mean(), scale),
          Cell.scaled(item.more().mean(), scale));
    }
    return table.json();
  }

  private ObjectNode perished() {
    PageTable table =
        new PageTable("perished.csv", words)
            .words(words.get("column.product"))
            .words(words.get("perished.column.site"))
            .numbers(words.get("perished.column.life"), words.get("unit.days"))
            .numbers(words.get("perished.column.units"), "")
            .numbers(words.get("costs.column.undisturbed"), "")
            .words(words.get("column.unit"));
    for (Perished one : facts.trajectory().perished()) {
      int product = facts.chain().products().keys().id(one.productId());
      table.row(
          Cell.text(facts.product(one.productId())),
          Cell.text(facts.site(one.siteId())),
          new Cell(Numbers.count(one.shelfLifeDays()), one.shelfLifeDays()),
          new Cell(Numbers.shown(one.units().mean()), one.units().mean()),
          new Cell(Numbers.shown(one.undisturbed().mean()), one.undisturbed().mean()),
          Cell.text(facts.subject().names().unit(product)));
    }
    return table.json();
  }

  private static String fine(double days) {
    return Double.isInfinite(days) ? "∞" : Numbers.fixed(days, 1);
  }

  private void measure(
      PageTable table, String key, Spread spread, DoubleFunction<String> shown, String unit) {
    if (Double.isNaN(spread.mean())) {
      return;
    }
    Interval mean = spread.meanInterval();
    table.row(
        Cell.text(words.get("resilience." + key)),
        new Cell(shown.apply(spread.mean()), spread.mean()),
        range(shown, mean.low(), mean.high()),
        range(shown, spread.low(), spread.high()),
        Cell.text(unit));
  }

  private static Cell range(DoubleFunction<String> shown, double low, double high) {
    String from = shown.apply(low);
    String to = shown.apply(high);
    return new Cell(from.equals(to) ? to : from + "–" + to, high);
  }

  private String title() {
    Outcome total = facts.trajectory().total();
    int day = facts.worstDay();
    if (!(total.performanceLossDays().high() > 0)) {
      return words.get("service.title.none");
    }
    return words.get(
        "service.title",
        Numbers.percent(total.service().mean(day)),
        Numbers.percent(total.service().low(day)),
        Numbers.percent(total.service().high(day)),
        Numbers.count(day),
        recovery(total.timeToRecoverDays(), total.recoveredShare()));
  }

  private String recovery(Spread days, double share) {
    return Double.isInfinite(days.median())
        ? words.get("recovery.rarely", Numbers.percent(share))
        : words.get("recovery.after", Numbers.days(days.median()), Numbers.percent(share));
  }

  private String lossTitle() {
    return words.get(
        "loss.title",
        facts.loss(facts.trajectory().loss().mean()),
        facts.loss(facts.trajectory().loss().valueAtRisk()),
        facts.loss(facts.trajectory().loss().tailMean()));
  }

  private ObjectNode table() {
    String days = words.get("unit.days");
    PageTable table =
        new PageTable("demands.csv", words)
            .words(words.get("column.product"))
            .words(words.get("column.customer"))
            .numbers(words.get("column.least.service"), "")
            .numbers(words.get("column.performance.loss"), days)
            .numbers(words.get("column.ttr"), days)
            .numbers(words.get("column.more.units"), "")
            .words(words.get("column.unit"));
    List<DemandOutcome> rows = facts.demands();
    for (DemandOutcome row : rows) {
      Outcome outcome = row.outcome();
      double recovery = outcome.timeToRecoverDays().median();
      int product = facts.chain().products().keys().id(row.productId());
      table.row(
          Cell.text(facts.product(row.productId())),
          Cell.text(facts.site(row.siteId())),
          new Cell(Numbers.percent(outcome.robustness().mean()), outcome.robustness().mean()),
          new Cell(
              Numbers.fixed(outcome.performanceLossDays().mean(), 1),
              outcome.performanceLossDays().mean()),
          new Cell(Double.isInfinite(recovery) ? "∞" : Numbers.days(recovery), recovery),
          new Cell(Numbers.shown(row.moreLostUnits().mean()), row.moreLostUnits().mean()),
          Cell.text(facts.subject().names().unit(product)));
    }
    return table.json();
  }

  private void attribution(Page page, Attribution attribution) {
    boolean rest = attribution.rule() == Attribution.Rule.LAST;
    List<Attribution.Part> parts = new ArrayList<>(attribution.shares());
    if (rest) {
      parts.add(attribution.together());
    }
    double most = parts.stream().mapToDouble(part -> part.interval().high()).max().orElse(0);
    Scale scale = Scale.of(most, words);
    boolean money = facts.trajectory().loss().inMoney();
    String unit = money ? facts.subject().money().unit(scale) : words.get("unit.none");
    PageTable table =
        new PageTable("attribution.csv", words)
            .words(words.get("column.due"))
            .numbers(words.get("column.loss"), unit)
            .numbers(words.get("column.interval"), unit)
            .numbers(words.get("column.share"), "");
    for (Attribution.Part part : parts) {
      String share = Double.isNaN(part.share()) ? "" : Numbers.percent(part.share());
      table.row(
          Cell.text(facts.due(part)),
          Cell.scaled(part.loss(), scale),
          new Cell(
              scale.text(part.interval().low()) + "–" + scale.text(part.interval().high()),
              part.interval().high()),
          new Cell(share, part.share()));
    }
    page.text("attribution.title", words.get("attribution.title"));
    page.text("attribution.note", words.get(rest ? "attribution.last" : "attribution.shapley"));
    page.table("attribution", table.json());
  }
}
