package tenon.study.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Share;
import tenon.study.page.Json;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.page.Table;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;
import tenon.twin.SiteExposure;
import tenon.twin.site.CaseOutcome;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outage of every single site, simulated day by day under the same draws, beside the linear
 * programmes: these say what the best reallocation could save, the simulation what sites that help
 * themselves by rule do.
 */
final class SimulatedOutages {
  /** The file. */
  static final String FILE = "outages.csv";

  private static final int AFTER_DAYS = 60;
  private static final int FIRST = 10;

  private final ExposureFacts facts;
  private final Words words;
  private final int days;
  private final int replications;
  private final List<Row> rows;

  /** A site: its place by the programmes, from 1, and both answers. */
  private record Row(int rank, SiteExposure programmes, CaseOutcome simulated) {
    double expected() {
      return programmes.probabilityPerYear() * simulated.loss();
    }
  }

  SimulatedOutages(ExposureFacts facts, Progress progress) {
    this.facts = facts;
    words = facts.subject().words();
    Recipe recipe = facts.subject().recipe();
    replications = recipe.whole(Setting.EXPOSURE_SIMULATE);
    days = days(recipe, facts.ranked());
    boolean stockLost = recipe.flag(Setting.EXPOSURE_STOCK_LOST);
    List<List<Disruption>> cases = new ArrayList<>();
    for (SiteExposure site : facts.ranked()) {
      cases.add(outage(facts.chain(), site, stockLost));
    }
    SimulationSpec spec =
        SimulationSpec.of(replications, recipe.seed()).withThreads(recipe.threads());
    List<CaseOutcome> outcomes =
        cases.isEmpty() ? List.of() : Simulation.cases(facts.chain(), cases, days, spec, progress);
    rows = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      rows.add(new Row(i + 1, facts.ranked().get(i), outcomes.get(i)));
    }
    rows.sort(Comparator.comparingDouble(Row::expected).reversed().thenComparingInt(Row::rank));
  }

  private static int days(Recipe recipe, List<SiteExposure> sites) {
    String stated = recipe.text(Setting.EXPOSURE_DAYS);
    double longest = sites.stream().mapToDouble(SiteExposure::ttrDays).max().orElse(0);
    return stated.isEmpty()
        ? (int) Math.min(1e4, Math.ceil(longest) + AFTER_DAYS)
        : Integer.parseInt(stated);
  }

  private static List<Disruption> outage(Chain chain, SiteExposure site, boolean stockLost) {
    if (!(site.ttrDays() > 0)) {
      return List.of();
    }
    Target target = new Target(Target.Kind.SITE, chain.sites().keys().key(site.site()));
    Window window = new Window(new Days(0), new Days(site.ttrDays()));
    List<Disruption> outage = new ArrayList<>();
    outage.add(new Disruption.CapacityLoss(target, window, new Share(1)));
    if (stockLost) {
      outage.add(new Disruption.StockLoss(target, window, new Share(1)));
    }
    return outage;
  }

  Table table() {
    List<List<String>> lines = new ArrayList<>();
    for (Row row : rows) {
      CaseOutcome simulated = row.simulated();
      lines.add(
          List.of(
              facts.chain().sites().keys().key(row.programmes().site()),
              Numbers.cell(row.programmes().ttrDays()),
              Numbers.cell(row.programmes().ttsDays()),
              Numbers.cell(simulated.service().timeToSurviveDays().median()),
              Numbers.cell(simulated.service().timeToRecoverDays().median()),
              Numbers.cell(row.programmes().lostMargin()),
              Numbers.cell(simulated.loss()),
              Numbers.cell(simulated.interval().low()),
              Numbers.cell(simulated.interval().high()),
              Numbers.cell(row.expected()),
              Integer.toString(row.rank())));
    }
    return new Table(
        FILE,
        List.of(
            "site_id",
            "ttr_days",
            "tts_days",
            "tts_days_simulated",
            "ttr_days_simulated",
            "lost_margin",
            "loss_simulated",
            "loss_low",
            "loss_high",
            "expected_loss_per_year",
            "rank_programmes"),
        lines);
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("replications", replications);
    node.put("days", days);
    ArrayNode array = node.putArray("sites");
    for (Row row : rows) {
      ObjectNode one = array.addObject();
      one.put("site_id", facts.chain().sites().keys().key(row.programmes().site()));
      one.set(
          "tts_days_simulated",
          Json.number(row.simulated().service().timeToSurviveDays().median()));
      one.set(
          "ttr_days_simulated",
          Json.number(row.simulated().service().timeToRecoverDays().median()));
      one.set("loss_simulated", Json.number(row.simulated().loss()));
      one.putArray("loss_interval_95")
          .add(Json.number(row.simulated().interval().low()))
          .add(Json.number(row.simulated().interval().high()));
      one.set("expected_loss_per_year", Json.number(row.expected()));
    }
    return node;
  }

  void fill(Page page) {
    page.section("outages");
    List<Row> costly = rows.stream().filter(row -> row.expected() > 0).toList();
    if (costly.isEmpty()) {
      page.text("outages.empty", words.get("outages.empty", Numbers.count(days)));
      return;
    }
    int first = Math.min(FIRST, costly.size());
    long both = costly.subList(0, first).stream().filter(row -> row.rank() <= first).count();
    page.text(
        "outages.title",
        words.get(
            "outages.title",
            facts.subject().names().site(costly.getFirst().programmes().site()),
            amount(costly.getFirst().expected()),
            Numbers.count(first),
            Numbers.count(both)));
    page.text(
        "outages.note",
        words.get("outages.note", Numbers.count(replications), Numbers.count(days)));
    page.table("outages", shown(costly));
  }

  private boolean inMoney() {
    return rows.getFirst().simulated().inMoney();
  }

  private String amount(double loss) {
    return inMoney()
        ? facts.subject().money().text(loss)
        : words.get("loss.units", Numbers.shown(loss));
  }

  private ObjectNode shown(List<Row> costly) {
    Scale margins = scale(costly.stream().mapToDouble(row -> row.programmes().lostMargin()));
    Scale losses = scale(costly.stream().mapToDouble(row -> row.simulated().interval().high()));
    Scale expected = scale(costly.stream().mapToDouble(Row::expected));
    String day = words.get("unit.days");
    PageTable table =
        new PageTable(FILE, words)
            .numbers(words.get("column.rank"), "")
            .numbers(words.get("column.rank.programmes"), "")
            .words(words.get("column.site"))
            .numbers(words.get("column.ttr"), day)
            .numbers(words.get("column.ttr.simulated"), day)
            .numbers(words.get("column.tts"), day)
            .numbers(words.get("column.tts.simulated"), day)
            .numbers(words.get("column.margin"), facts.subject().money().unit(margins))
            .numbers(words.get("column.loss.simulated"), unit(losses))
            .numbers(words.get("column.interval"), unit(losses))
            .numbers(words.get("column.expected"), words.get("per.year", unit(expected)));
    int place = 0;
    for (Row row : costly) {
      CaseOutcome simulated = row.simulated();
      table.row(
          Cell.count(++place),
          Cell.count(row.rank()),
          Cell.text(facts.subject().names().site(row.programmes().site())),
          time(row.programmes().ttrDays()),
          time(simulated.service().timeToRecoverDays().median()),
          time(row.programmes().ttsDays()),
          time(simulated.service().timeToSurviveDays().median()),
          Cell.scaled(row.programmes().lostMargin(), margins),
          Cell.scaled(simulated.loss(), losses),
          new Cell(
              losses.text(simulated.interval().low())
                  + "–"
                  + losses.text(simulated.interval().high()),
              simulated.interval().high()),
          Cell.scaled(row.expected(), expected));
    }
    return table.json();
  }

  private Scale scale(java.util.stream.DoubleStream amounts) {
    return Scale.of(amounts.max().orElse(0), words);
  }

  private String unit(Scale scale) {
    return inMoney() ? facts.subject().money().unit(scale) : words.get("unit.none");
  }

  private static Cell time(double days) {
    return new Cell(Double.isInfinite(days) ? "∞" : Numbers.days(days), days);
  }
}
