package tenon.study.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.did.Effect;
import tenon.evaluate.did.TripleDifferences;
import tenon.evaluate.dynamic.BiasCorrectedLsdv;
import tenon.evaluate.dynamic.BiasCorrectedLsdvResult;
import tenon.evaluate.dynamic.BiasCorrectedLsdvSpec;
import tenon.evaluate.dynamic.DynamicGmm;
import tenon.evaluate.dynamic.DynamicGmmResult;
import tenon.evaluate.dynamic.DynamicGmmSpec;
import tenon.study.document.Cell;
import tenon.study.page.Json;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ObjectNode;

/** The effect on one group beyond that on others, and the effect where the past counts. */
final class DynamicSections {
  private final PolicyContext study;
  private final PolicyConfig config;

  DynamicSections(PolicyContext study) {
    this.study = study;
    config = study.config;
  }

  void triple() {
    PolicyConfig.Triple asked = config.triple();
    if (asked == null) {
      return;
    }
    study.heading("triple");
    Fit fit =
        study.ready(
            TripleDifferences.estimate(
                study.data,
                study.staggered(),
                asked.group(),
                asked.affected(),
                config.controls().stream().map(PolicyContext::quoted).toList(),
                config.clusters().getFirst()),
            "h.triple");
    if (fit == null) {
      return;
    }
    String term = TripleDifferences.term();
    ObjectNode node = study.json.putObject("triple");
    node.set("estimate", Json.exact(fit.coefficient(term)));
    node.set("std_error", Json.exact(fit.standardError(term)));
    node.set("ci_low", Json.exact(fit.low(term, .95)));
    node.set("ci_high", Json.exact(fit.high(term, .95)));
    String group = study.name(asked.group()) + " = " + asked.affected();
    study.say(
        "triple.said",
        group,
        Numbers.fixed(fit.coefficient(term), 3),
        Numbers.fixed(fit.low(term, .95), 3),
        Numbers.fixed(fit.high(term, .95), 3));
    new RegressionGrid(study, "triple")
        .add(group, asked.group() + " " + asked.affected(), fit, List.of(term))
        .note(study.word("n.triple"))
        .write(study.word("t.triple", study.name(config.outcome())));
  }

  /** One way of estimating: estimate and error by name. */
  private record Column(String title, Map<String, double[]> terms, int rows, int units) {}

  void dynamic() {
    PolicyConfig.Dynamic asked = config.dynamic();
    if (asked == null) {
      return;
    }
    study.heading("dynamic");
    List<String> regressors = new ArrayList<>(List.of(config.treatment()));
    regressors.addAll(config.controls());
    List<Column> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    corrected(asked, regressors, columns);
    Observations data = study.data;
    List<String> products = new ArrayList<>();
    for (String driver : asked.drivers()) {
      if (!data.isText(driver)) {
        String name = config.outcome() + " (-1) x " + driver;
        data = data.with(name, times(lag(), data.numbers(driver)));
        products.add(name);
      }
    }
    DynamicGmmSpec spec =
        new DynamicGmmSpec(
            config.preparation().panel(),
            config.outcome(),
            regressors,
            products,
            List.of(),
            asked.lags(),
            true,
            true,
            false);
    gmm("gmm", data, spec, columns, notes);
    gmm("sgmm", data, spec.withLevels(), columns, notes);
    if (columns.isEmpty()) {
      return;
    }
    Map<String, List<Cell>> estimates = new LinkedHashMap<>();
    Map<String, List<Cell>> errors = new HashMap<>();
    for (Column column : columns) {
      column.terms().keySet().forEach(name -> estimates.putIfAbsent(name, new ArrayList<>()));
    }
    estimates.replaceAll(
        (name, none) -> columns.stream().map(one -> estimate(one.terms().get(name))).toList());
    estimates.forEach(
        (name, cells) ->
            errors.put(name, columns.stream().map(one -> error(one.terms().get(name))).toList()));
    List<List<Cell>> rows = new ArrayList<>();
    estimates.forEach(
        (name, cells) -> {
          rows.add(row(term(name), cells));
          rows.add(row("", errors.getOrDefault(name, List.of())));
        });
    rows.add(row("n", columns.stream().map(one -> PolicyContext.count(one.rows())).toList()));
    rows.add(
        row(
            study.word("units"),
            columns.stream().map(one -> PolicyContext.count(one.units())).toList()));
    List<String> header = new ArrayList<>(List.of(""));
    for (int i = 0; i < columns.size(); i++) {
      header.add("(" + (i + 1) + ") " + columns.get(i).title());
    }
    List<String> below = new ArrayList<>(List.of(study.word("n.dynamic")));
    below.addAll(notes);
    below.add(study.word("stars"));
    study.grid(
        "dynamic",
        study.word("t.dynamic", study.name(config.outcome())),
        header,
        rows,
        below.toArray(String[]::new));
  }

  private void corrected(
      PolicyConfig.Dynamic asked, List<String> regressors, List<Column> columns) {
    BiasCorrectedLsdvResult result =
        study.ready(
            BiasCorrectedLsdv.estimate(
                study.data,
                new BiasCorrectedLsdvSpec(
                    config.preparation().panel(),
                    config.outcome(),
                    regressors,
                    asked.draws(),
                    study.seed)),
            "c.lsdvc");
    if (result == null) {
      return;
    }
    double[] none = new double[result.uncorrected().length];
    Arrays.fill(none, Double.NaN);
    int n = result.observations();
    columns.add(
        new Column(
            study.word("c.lsdv"),
            terms(result.names(), result.uncorrected(), none),
            n,
            result.units()));
    columns.add(
        new Column(
            study.word("c.lsdvc"),
            kept("lsdvc", result.names(), result.coefficients(), result.standardErrors(), n),
            n,
            result.units()));
  }

  private static double[] times(double[] a, double[] b) {
    double[] product = new double[a.length];
    Arrays.setAll(product, row -> a[row] * b[row]);
    return product;
  }

  private void gmm(
      String code,
      Observations data,
      DynamicGmmSpec spec,
      List<Column> columns,
      List<String> notes) {
    DynamicGmmResult result = study.ready(DynamicGmm.estimate(data, spec), "c." + code);
    if (result == null) {
      return;
    }
    double[] errors = new double[result.names().size()];
    Arrays.setAll(errors, result::standardError);
    int n = result.observations();
    columns.add(
        new Column(
            study.word("c." + code),
            kept(code, result.names(), result.coefficients(), errors, n),
            n,
            result.units()));
    notes.add(
        study.word(
            "n." + code,
            "(" + columns.size() + ")",
            Numbers.count(result.instruments()),
            p(result.hansenP()),
            p(result.serialP(1)),
            p(result.serialP(2)),
            p(result.levelsP())));
  }

  /** With its sign: small ones are not shown as zero. */
  private static String p(double value) {
    return value < .001 ? "p < 0.001" : "p = " + Numbers.fixed(value, 3);
  }

  /** The outcome of the period before, by row. */
  private double[] lag() {
    record Key(@Nullable String unit, double period) {}
    Map<Key, Double> known = new HashMap<>();
    double[] outcome = study.data.numbers(config.outcome());
    double[] period = study.data.numbers(config.period());
    for (int row = 0; row < outcome.length; row++) {
      known.put(new Key(study.data.label(config.unit(), row), period[row]), outcome[row]);
    }
    double[] lag = new double[outcome.length];
    for (int row = 0; row < lag.length; row++) {
      lag[row] =
          known.getOrDefault(
              new Key(study.data.label(config.unit(), row), period[row] - 1), Double.NaN);
    }
    return lag;
  }

  private Map<String, double[]> kept(
      String column, List<String> names, double[] b, double[] errors, int n) {
    ObjectNode node = study.json.withObject("/dynamic").putObject(column);
    for (int k = 0; k < b.length; k++) {
      Effect effect = new Effect(Double.NaN, b[k], errors[k]);
      ObjectNode one = node.putObject(names.get(k));
      one.set("estimate", Json.exact(b[k]));
      one.set("std_error", Json.exact(errors[k]));
      study.keep(
          "dynamic",
          column,
          names.get(k),
          new double[] {b[k], errors[k], effect.p(), effect.low(), effect.high(), n});
    }
    return terms(names, b, errors);
  }

  private static Map<String, double[]> terms(List<String> names, double[] b, double[] errors) {
    Map<String, double[]> terms = new LinkedHashMap<>();
    for (int k = 0; k < b.length; k++) {
      terms.put(names.get(k), new double[] {b[k], errors[k]});
    }
    return terms;
  }

  /** The lag, a product with it, or a column, as it is read. */
  private String term(String name) {
    String lag = config.outcome() + " (-1)";
    if (!name.startsWith(lag)) {
      return study.name(name);
    }
    String read = study.word("lag", study.name(config.outcome()));
    String product = lag + " x ";
    return name.startsWith(product)
        ? read + " × " + study.name(name.substring(product.length()))
        : read;
  }

  private static Cell estimate(double @Nullable [] term) {
    if (term == null) {
      return Cell.of("");
    }
    int decimals = RegressionGrid.decimals(term[1]);
    String stars =
        Double.isNaN(term[1]) ? "" : PolicyContext.stars(new Effect(0, term[0], term[1]).p());
    return Cell.of(Numbers.fixed(term[0], decimals) + stars, term[0]);
  }

  private static Cell error(double @Nullable [] term) {
    return term == null || Double.isNaN(term[1])
        ? Cell.of("")
        : Cell.of("(" + Numbers.fixed(term[1], RegressionGrid.decimals(term[1])) + ")", term[1]);
  }

  private static List<Cell> row(String name, List<Cell> cells) {
    List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
    row.addAll(cells);
    return row;
  }
}
