package tenon.study.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tenon.model.Chain;
import tenon.study.page.Json;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.recipe.Setting;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;
import tenon.twin.DemandLoss;
import tenon.twin.SiteExposure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ranking of sites: bars with intervals, recovery against survival, table, and reasons. */
final class ExposureSection {
  /** Sites in the chart. */
  static final int TOP = 20;

  private static final int REASONS = 10;
  private static final int REASON_ROWS = 12;
  private static final int POINTS = 3000;
  private static final int NAMED_POINTS = 5;

  private final ExposureFacts facts;
  private final Chain chain;
  private final Words words;
  private final Names names;
  private final Money money;
  private final Scale marginScale;
  private final Scale priorityScale;

  ExposureSection(ExposureFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    names = facts.subject().names();
    chain = facts.chain();
    money = facts.subject().money();
    marginScale =
        Scale.of(
            top().stream().mapToDouble(row -> row.lostMarginInterval().high()).max().orElse(0),
            words);
    priorityScale =
        Scale.of(top().stream().mapToDouble(SiteExposure::priority).max().orElse(0), words);
  }

  /** The gravest sites that put anything at risk. */
  List<SiteExposure> top() {
    return facts.ranked().stream().filter(row -> row.priority() > 0).limit(TOP).toList();
  }

  String title() {
    double top = top().stream().mapToDouble(SiteExposure::priority).sum();
    if (facts.ranked().stream().filter(row -> row.priority() > 0).count() <= TOP) {
      return words.get(
          "exposure.title.all", Numbers.count(top().size()), money.text(facts.priorityTotal()));
    }
    return words.get(
        "exposure.title",
        Numbers.count(top().size()),
        Numbers.percent(top / facts.priorityTotal()),
        money.text(facts.priorityTotal()));
  }

  String scatterTitle() {
    return words.get(
        "scatter.title", Numbers.count(facts.exposedCount()), Numbers.count(facts.ranked().size()));
  }

  String scatterNote() {
    long never = facts.ranked().stream().filter(row -> Double.isInfinite(row.ttsDays())).count();
    return words.get(
        "scatter.note",
        Numbers.count(never),
        Numbers.shown(facts.subject().recipe().number(Setting.EXPOSURE_HORIZON_DAYS)));
  }

  ObjectNode bars() {
    ObjectNode node = Json.object();
    node.put("left", words.get("axis.priority", money.unit(priorityScale)));
    node.put("right", words.get("axis.margin", money.unit(marginScale)));
    ArrayNode rows = node.putArray("rows");
    int rank = 0;
    for (SiteExposure row : top()) {
      ObjectNode bar = rows.addObject();
      bar.put("name", ++rank + ". " + names.site(row.site()));
      bar.set("left", Json.number(priorityScale.of(row.priority())));
      bar.put("leftText", priorityScale.text(row.priority()));
      bar.set("right", Json.number(marginScale.of(row.lostMargin())));
      bar.put("rightText", marginScale.text(row.lostMargin()));
      bar.set("low", Json.number(marginScale.of(row.lostMarginInterval().low())));
      bar.set("high", Json.number(marginScale.of(row.lostMarginInterval().high())));
      bar.put("tip", reason(row));
    }
    return node;
  }

  ObjectNode scatter() {
    ObjectNode node = Json.object();
    node.put("kind", "scatter");
    node.put("x", words.get("axis.tts"));
    node.put("y", words.get("axis.ttr"));
    node.put("above", words.get("scatter.above"));
    node.put("below", words.get("scatter.below"));
    ArrayNode points = node.putArray("points");
    int rank = 0;
    for (SiteExposure row : facts.ranked()) {
      rank++;
      if (Double.isFinite(row.ttsDays()) && points.size() < POINTS) {
        ObjectNode point = points.addObject();
        point.set("x", Json.number(row.ttsDays()));
        point.set("y", Json.number(row.ttrDays()));
        point.put("exposed", row.exposed());
        point.put("name", rank + ". " + names.site(row.site()));
        point.put("named", rank <= NAMED_POINTS && row.exposed());
        point.put("text", days(row));
      }
    }
    return node;
  }

  ObjectNode table() {
    String day = words.get("unit.days");
    PageTable table =
        new PageTable("exposure.csv", words)
            .numbers(words.get("column.rank"), "")
            .words(words.get("column.site"))
            .words(words.get("column.region"))
            .numbers(words.get("column.ttr"), day)
            .words(words.get("column.basis"))
            .numbers(words.get("column.tts"), day)
            .numbers(words.get("column.margin"), money.unit(marginScale))
            .numbers(words.get("column.interval"), money.unit(marginScale))
            .numbers(words.get("column.probability"), words.get("unit.year"))
            .numbers(
                words.get("column.priority"), words.get("per.year", money.unit(priorityScale)));
    int rank = 0;
    for (SiteExposure row : facts.ranked()) {
      table.row(
          Cell.count(++rank),
          Cell.text(names.site(row.site()) + facts.subject().mark().ships(row.site())),
          Cell.text(names.region(chain.sites().region(row.site()))),
          new Cell(Numbers.shown(row.ttrDays()), row.ttrDays()),
          Cell.text(basis(row)),
          new Cell(tts(row), row.ttsDays()),
          Cell.scaled(row.lostMargin(), marginScale),
          new Cell(range(row), row.lostMarginInterval().high()),
          new Cell(probability(row), row.probabilityPerYear()),
          Cell.scaled(row.priority(), priorityScale));
    }
    return table.json();
  }

  private String basis(SiteExposure row) {
    return words.get("basis." + row.ttrBasis().name().toLowerCase(Locale.ROOT));
  }

  private String tts(SiteExposure row) {
    return Double.isInfinite(row.ttsDays()) ? "∞" : Numbers.days(row.ttsDays());
  }

  private String range(SiteExposure row) {
    String low = marginScale.text(row.lostMarginInterval().low());
    String high = marginScale.text(row.lostMarginInterval().high());
    return low.equals(high) ? low : low + "–" + high;
  }

  private String probability(SiteExposure row) {
    String text = Numbers.probability(row.probabilityPerYear());
    return row.probabilityAssumed() ? text + "*" : text;
  }

  private String days(SiteExposure row) {
    return words.get("scatter.days", Numbers.shown(row.ttrDays()), Numbers.days(row.ttsDays()));
  }

  private String reason(SiteExposure row) {
    return words.get(
        "why.sentence",
        names.site(row.site()),
        Numbers.shown(row.ttrDays()),
        basis(row),
        tts(row),
        money.text(row.lostMargin()),
        money.text(row.lostMarginInterval()),
        Numbers.probability(row.probabilityPerYear()),
        money.text(row.priority()));
  }

  /** Why each of the gravest sites stands where it stands. */
  ArrayNode reasons() {
    ArrayNode array = Json.array();
    int rank = 0;
    for (SiteExposure row : top().subList(0, Math.min(REASONS, top().size()))) {
      ObjectNode node = array.addObject();
      node.put(
          "title",
          ++rank + ". " + names.site(row.site()) + facts.subject().mark().ships(row.site()));
      node.put("sentence", reason(row));
      node.set("table", losses(row));
    }
    return array;
  }

  private ObjectNode losses(SiteExposure row) {
    List<DemandLoss> losses = new ArrayList<>(row.losses());
    losses.sort(
        Comparator.comparingDouble(DemandLoss::margin)
            .reversed()
            .thenComparingInt(DemandLoss::demand));
    Scale scale = Scale.of(losses.stream().mapToDouble(DemandLoss::margin).max().orElse(0), words);
    PageTable table =
        new PageTable("losses.csv", words)
            .words(words.get("column.product"))
            .words(words.get("column.customer"))
            .numbers(words.get("column.units"), "")
            .words(words.get("column.unit"))
            .numbers(words.get("column.margin"), money.unit(scale));
    for (DemandLoss loss : losses.subList(0, Math.min(REASON_ROWS, losses.size()))) {
      int product = chain.demands().product(loss.demand());
      table.row(
          Cell.text(names.product(product)),
          Cell.text(names.site(chain.demands().site(loss.demand()))),
          new Cell(Numbers.shown(loss.units()), loss.units()),
          Cell.text(names.unit(product)),
          Cell.scaled(loss.margin(), scale));
    }
    ObjectNode json = table.json();
    if (losses.size() > REASON_ROWS) {
      json.put(
          "note",
          words.get("table.first", Numbers.count(REASON_ROWS), Numbers.count(losses.size())));
    }
    return json;
  }
}
