package tenon.study.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Fit;
import tenon.evaluate.PanelAudit;
import tenon.evaluate.did.Effect;
import tenon.evaluate.did.EventStudy;
import tenon.evaluate.did.EventStudyResult;
import tenon.evaluate.did.EventStudySpec;
import tenon.evaluate.prepare.Descriptives;
import tenon.evaluate.prepare.Prepared;
import tenon.packages.FlatTable;
import tenon.study.chart.Axis;
import tenon.study.chart.EffectChart;
import tenon.study.chart.Estimate;
import tenon.study.chart.LineChart;
import tenon.study.chart.Marker;
import tenon.study.chart.Series;
import tenon.study.document.Cell;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The panel, its descriptives, the benchmark in three columns, trends before and after. */
final class PanelSections {
  /** Names of units left out that the report shows; a table of text would else not end. */
  private static final int SHOWN = 10;

  private final PolicyContext study;
  private final PolicyConfig config;

  PanelSections(PolicyContext study) {
    this.study = study;
    config = study.config;
  }

  void panel(PanelAudit audit, Prepared prepared) {
    study.heading("panel");
    study.say(
        "panel.said",
        Numbers.count(audit.units()),
        Numbers.count(audit.periods()),
        study.word(audit.balanced() ? "panel.balanced" : "panel.unbalanced"),
        Numbers.count(prepared.data().rows()));
    ArrayNode array = study.json.putArray("preparation");
    List<List<Cell>> rows = new ArrayList<>();
    List<List<String>> left = new ArrayList<>();
    for (Prepared.Change change : prepared.changes()) {
      change.units().forEach(unit -> left.add(List.of(word(change), change.column(), unit)));
      String kind = word(change);
      ObjectNode node = array.addObject();
      node.put("change", kind).put("column", change.column()).put("cells", change.cells());
      node.set("units", Json.array(change.units()));
      rows.add(
          List.of(
              Cell.of(study.word("change." + kind)),
              Cell.of(study.name(change.column())),
              PolicyContext.count(change.cells()),
              Cell.of(shortened(change.units()))));
    }
    if (rows.isEmpty()) {
      study.say("panel.untouched");
      return;
    }
    study.grid(
        "preparation",
        study.word("t.preparation"),
        List.of(
            study.word("change"),
            study.word("column"),
            study.word("cells"),
            study.word("units.left")),
        rows,
        study.word("n.preparation"));
    if (!left.isEmpty()) {
      study.tables.add(new Table("units_left_out.csv", List.of("change", "column", "unit"), left));
    }
  }

  private static String word(Prepared.Change change) {
    return change.kind().name().toLowerCase(Locale.ROOT);
  }

  /** The first names, and how many more stand in the file. */
  private String shortened(List<String> units) {
    String names = String.join(", ", units.subList(0, Math.min(SHOWN, units.size())));
    return units.size() <= SHOWN
        ? names
        : names + study.word("units.more", Numbers.count(units.size() - SHOWN));
  }

  void roster(PolicyConfig.Roster roster, FlatTable table) {
    study.heading("roster");
    List<String> hows = table.texts(roster.how());
    List<String> units = table.texts(roster.unit());
    List<List<Cell>> rows = new ArrayList<>();
    int sure = 0;
    ArrayNode doubtful = study.json.putObject("roster").putArray("doubtful");
    for (int row = 0; row < table.rows(); row++) {
      boolean joined = !units.get(row).isEmpty();
      sure += joined ? 1 : 0;
      if (!joined || !hows.get(row).equals("exact")) {
        String candidates =
            roster.candidates().isEmpty() ? "" : table.texts(roster.candidates()).get(row);
        String place = table.texts(roster.place()).get(row);
        rows.add(
            List.of(
                Cell.of(place),
                Cell.of(joined ? units.get(row) : "–"),
                Cell.of(how(hows.get(row))),
                Cell.of(candidates)));
        if (!joined) {
          doubtful.addObject().put("place", place).put("how", hows.get(row));
        }
      }
    }
    study.say(
        "roster.said",
        Numbers.count(table.rows()),
        Numbers.count(sure),
        Numbers.count(table.rows() - (long) sure));
    study.grid(
        "roster",
        study.word("t.roster"),
        List.of(
            study.word("place"), study.word("unit"), study.word("how"), study.word("candidates")),
        rows,
        study.word("n.roster"));
  }

  private String how(String code) {
    return switch (code) {
      case "exact", "spelling", "county", "area", "absent", "doubtful" -> study.word("how." + code);
      default -> code;
    };
  }

  void descriptives() {
    if (config.described().isEmpty()) {
      return;
    }
    study.heading("descriptives");
    ArrayNode array = study.json.putArray("descriptives");
    List<List<Cell>> rows = new ArrayList<>();
    for (String column : config.described()) {
      Descriptives of = Descriptives.of(study.data, column);
      ObjectNode node = array.addObject();
      node.put("variable", column).put("n", of.count());
      node.set("mean", Json.exact(of.mean()));
      node.set("sd", Json.exact(of.deviation()));
      node.set("min", Json.exact(of.least()));
      node.set("median", Json.exact(of.median()));
      node.set("max", Json.exact(of.most()));
      rows.add(
          List.of(
              Cell.of(column),
              Cell.of(study.name(column)),
              PolicyContext.count(of.count()),
              PolicyContext.number(of.mean(), 3),
              PolicyContext.number(of.deviation(), 3),
              PolicyContext.number(of.least(), 3),
              PolicyContext.number(of.most(), 3)));
    }
    study.grid(
        "descriptives",
        study.word("t.descriptives"),
        List.of(
            study.word("variable"),
            study.word("meaning"),
            "n",
            study.word("mean"),
            study.word("sd"),
            study.word("min"),
            study.word("max")),
        rows,
        study.word("n.descriptives"));
  }

  /** The benchmark; false where it cannot be fitted, so that nothing else can. */
  boolean benchmark() {
    study.heading("benchmark");
    Fit plain =
        study.fit(study.data, study.spec(config.outcome(), List.of(), List.of()), "h.benchmark");
    Fit controls =
        study.fit(
            study.data, study.spec(config.outcome(), config.controls(), List.of()), "h.benchmark");
    Fit full = study.fit(study.data, study.usual(), "h.benchmark");
    if (plain == null || controls == null || full == null) {
      return false;
    }
    if (full.number(config.treatment()) < 0) {
      return false;
    }
    study.benchmark(full);
    List<String> terms = new ArrayList<>(List.of(config.treatment()));
    terms.addAll(config.controls());
    String t = config.treatment();
    study.say(
        "benchmark.said",
        study.name(config.outcome()),
        Numbers.fixed(full.coefficient(t), 3),
        Numbers.fixed(full.low(t, .95), 3),
        Numbers.fixed(full.high(t, .95), 3),
        Numbers.percentFine(share(full)));
    new RegressionGrid(study, "benchmark")
        .add(study.word("c.plain"), "plain", plain, terms)
        .add(study.word("c.controls"), "controls", controls, terms)
        .add(study.word("c.full"), "full", full, terms)
        .write(study.word("t.benchmark", study.name(config.outcome())));
    return true;
  }

  /** The effect as a share of the mean of the outcome. */
  private double share(Fit full) {
    return full.coefficient(config.treatment())
        / Descriptives.of(study.data, config.outcome()).mean();
  }

  @Nullable EventStudyResult trends() {
    PolicyConfig.Events events = config.events();
    if (events == null) {
      return null;
    }
    study.heading("trends");
    EventStudySpec spec =
        new EventStudySpec(
            study.staggered(),
            config.controls().stream().map(PolicyContext::quoted).toList(),
            events.reference(),
            events.lowest(),
            events.highest(),
            study.errors(),
            study.threads);
    EventStudyResult result = study.ready(EventStudy.estimate(study.data, spec), "h.trends");
    if (result == null) {
      return null;
    }
    means();
    double degrees = result.fit().sizes().degrees();
    List<Estimate> points = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    ArrayNode array = study.json.putObject("event_study").putArray("effects");
    for (Effect effect : result.effects()) {
      double reach = effect.reach(degrees);
      double low = effect.estimate() - reach;
      double high = effect.estimate() + reach;
      points.add(new Estimate(effect.at(), effect.estimate(), low, high));
      ObjectNode node = array.addObject();
      node.set("event_time", Json.exact(effect.at()));
      node.set("estimate", Json.exact(effect.estimate()));
      node.set("std_error", Json.exact(effect.standardError()));
      node.set("ci_low", Json.exact(low));
      node.set("ci_high", Json.exact(high));
      study.keep(
          "event_study",
          Numbers.exactCell(effect.at()),
          config.treatment(),
          new double[] {
            effect.estimate(),
            effect.standardError(),
            effect.p(degrees),
            low,
            high,
            result.fit().sizes().observations(),
            result.fit().quality().rSquared(),
            result.fit().quality().withinRSquared()
          });
      rows.add(
          List.of(
              Cell.of(Numbers.exactCell(effect.at()), effect.at()),
              PolicyContext.number(effect.estimate(), 4),
              PolicyContext.number(effect.standardError(), 4),
              PolicyContext.p(effect.p(degrees)),
              PolicyContext.number(low, 4),
              PolicyContext.number(high, 4)));
    }
    points.add(new Estimate(events.reference(), 0, 0, 0));
    Fit.Wald wald = result.preTrend();
    ObjectNode node = study.json.putObject("pre_trend");
    node.set("f", Json.exact(wald.f()));
    node.put("df1", wald.first());
    node.set("df2", Json.exact(wald.second()));
    node.set("p", Json.exact(wald.p()));
    study.say(
        wald.first() == 0 ? "trends.none" : wald.p() < .05 ? "trends.rejected" : "trends.kept",
        Integer.toString(wald.first()),
        Numbers.exactCell(wald.second()),
        Numbers.fixed(wald.f(), 2),
        Numbers.fixed(wald.p(), 3));
    study.figure(
        "event_study",
        study.word("f.events", study.name(config.outcome())),
        EffectChart.overTime(
            Axis.of(study.word("event.time")),
            Axis.of(study.word("effect.on", study.name(config.outcome()))),
            points,
            List.of(new Marker(study.word("policy"), -.5))),
        study.word("n.events", Integer.toString(events.reference())));
    study.grid(
        "event_study",
        study.word("t.events"),
        List.of(
            study.word("event.time"),
            study.word("estimate"),
            study.word("se"),
            "p",
            study.word("low"),
            study.word("high")),
        rows,
        study.word("n.events", Integer.toString(events.reference())),
        study.rule(result.fit()));
    return result;
  }

  /** Means of treated and untreated units by period. */
  private void means() {
    Map<Double, double[]> sums = new TreeMap<>();
    double[] outcome = study.data.numbers(config.outcome());
    double[] period = study.data.numbers(config.period());
    double[] cohort = study.data.numbers(PolicyContext.COHORT);
    double first = Double.POSITIVE_INFINITY;
    for (int row = 0; row < outcome.length; row++) {
      if (!Double.isNaN(outcome[row])) {
        int at = Double.isNaN(cohort[row]) ? 2 : 0;
        double[] sum = sums.computeIfAbsent(period[row], _ -> new double[4]);
        sum[at] += outcome[row];
        sum[at + 1]++;
        first = Double.isNaN(cohort[row]) ? first : Math.min(first, cohort[row]);
      }
    }
    double[] x = sums.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[] treated = new double[x.length];
    double[] others = new double[x.length];
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      double[] sum = Objects.requireNonNull(sums.get(x[i]));
      treated[i] = sum[0] / sum[1];
      others[i] = sum[2] / sum[3];
      rows.add(
          List.of(
              Cell.of(Numbers.exactCell(x[i])),
              PolicyContext.number(treated[i], 3),
              PolicyContext.number(others[i], 3)));
    }
    study.figure(
        "means",
        study.word("f.means", study.name(config.outcome())),
        LineChart.of(
            Axis.years(study.word("period")),
            Axis.of(study.name(config.outcome())),
            List.of(
                Series.of(study.word("treated"), x, treated),
                Series.of(study.word("untreated"), x, others)),
            List.of(new Marker(study.word("policy"), first))),
        study.word("n.means"));
    study.grid(
        "means",
        study.word("f.means", study.name(config.outcome())),
        List.of(study.word("period"), study.word("treated"), study.word("untreated")),
        rows,
        study.word("n.means"));
  }
}
