package tenon.study.strategy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.InferredMark;
import tenon.study.text.Money;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon strategy PKG}: key metrics, gaps, levers, layers, drivers and a roadmap. */
public final class StrategyMethod {
  /** Name of the command. */
  public static final String NAME = "strategy";

  private final Asked asked;
  private final Targets targets;
  private final Words words;
  private final ObjectNode root = Json.object();
  private final List<String> lines = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final StrategyReport report;

  private StrategyMethod(Asked asked, Targets targets) {
    this.asked = asked;
    this.targets = targets;
    words = new Words(asked.locale());
    report = new StrategyReport(words);
  }

  /** The method. */
  public static Method method() {
    return new Method(
        NAME,
        NAME,
        "PKG",
        List.of(
            MethodOption.text("panel"), MethodOption.text("targets"), MethodOption.text("core")),
        (asked, progress) -> run(asked));
  }

  private static Loaded<Answer> run(Asked asked) throws IOException {
    Loaded<DataPackage> data = PackageReader.read(asked.source());
    Loaded<Targets> targets = Targets.read(asked.path("targets"), asked.path("panel"));
    List<Finding> faults = new ArrayList<>(targets.findings());
    switch (data) {
      case Loaded.Rejected<DataPackage>(var errors) -> faults.addAll(errors);
      case Loaded.Ready<DataPackage>(var pack, var _) -> {
        String core = asked.text("core");
        List<String> sectors = Layers.linked(pack.chain());
        if (!core.isEmpty() && !sectors.contains(core)) {
          String known = String.join(", ", sectors);
          faults.add(Refusal.of("strategy-core-unknown", "--core", core, known));
        }
      }
    }
    if (!(data instanceof Loaded.Ready<DataPackage>(var pack, var warnings))
        || !(targets instanceof Loaded.Ready<Targets>(var read, var _))
        || faults.stream().anyMatch(Finding::isError)) {
      return new Loaded.Rejected<>(faults);
    }
    StrategyMethod method = new StrategyMethod(asked, read);
    method.findings.addAll(InferredMark.among(warnings));
    method.findings.addAll(faults);
    return new Loaded.Ready<>(method.answer(pack), method.findings);
  }

  private Answer answer(DataPackage pack) {
    Chain chain = pack.chain();
    KeyMetrics metrics = new KeyMetrics(chain);
    Map<String, Double> values = metrics.all();
    values.putAll(targets.measured());
    Layers layers = Layers.of(chain, asked.text("core"));
    Money money = new Money(words, pack.info().currency());
    boolean met = metrics(values, metrics, new Closing(chain, metrics, words, money));
    benchmarks();
    layers(layers);
    drivers(values, metrics, layers);
    List<Targets.Row> open = open(values);
    new Roadmap(words, open).fill(root, tables, report);
    report.phases(open);
    return new Answer(
        NAME, lines, root, tables, report.document(), inputs(), asked.settings(), met);
  }

  private List<Path> inputs() {
    List<Path> files = new ArrayList<>(PackageReader.files(asked.source()));
    for (String option : List.of("panel", "targets")) {
      Path file = asked.path(option);
      if (file != null) {
        files.add(file);
      }
    }
    return files;
  }

  /** Targets that are missed, widest first, by the gap relative to the target. */
  private List<Targets.Row> open(Map<String, Double> values) {
    return targets.rows().stream()
        .filter(row -> row.gap(value(values, row)) > 0)
        .sorted(
            Comparator.comparingDouble(
                (Targets.Row row) -> -row.gap(value(values, row)) / row.target()))
        .toList();
  }

  private double value(Map<String, Double> values, Targets.Row row) {
    return values.getOrDefault(row.metric(), Double.NaN);
  }

  private boolean metrics(Map<String, Double> values, KeyMetrics metrics, Closing closing) {
    ArrayNode array = root.putArray("metrics");
    List<List<String>> rows = new ArrayList<>();
    boolean met = true;
    for (Targets.Row row : targets.rows()) {
      double value = value(values, row);
      double gap = row.gap(value);
      if (Double.isNaN(value)) {
        findings.add(Refusal.warning("strategy-unmeasured", "strategy", row.metric()));
      }
      met &= !(gap > 0);
      String lever = gap > 0 ? lever(row, metrics) : "";
      String source = targets.measured().containsKey(row.metric()) ? "panel" : "chain";
      ObjectNode node = array.addObject();
      node.put("system", row.system());
      node.put("measure", row.measure());
      node.put("metric", row.metric());
      node.put("source", source);
      node.set("value", Json.exact(value));
      node.put("comparison", row.less() ? "<" : ">");
      node.set("target", Json.exact(row.target()));
      node.set("gap", Json.exact(gap));
      node.put("lever", lever);
      String closes = gap > 0 && source.equals("chain") ? closing.of(row) : "";
      node.put("closes", closes);
      rows.add(
          List.of(
              row.system(),
              row.measure(),
              row.metric(),
              source,
              Numbers.exactCell(value),
              row.less() ? "<" : ">",
              Numbers.exactCell(row.target()),
              Numbers.exactCell(gap),
              lever,
              closes));
      report.metric(
          row,
          source,
          value,
          gap,
          closes.isEmpty() ? lever : lever + words.get("strategy.colon") + closes);
      lines.add(
          words.get(
              Double.isNaN(value)
                  ? "strategy.line.unknown"
                  : gap > 0 ? "strategy.line.gap" : "strategy.line.met",
              words.code("strategy.metric", code(row.metric())),
              Numbers.fixed(value, 3),
              (row.less() ? "< " : "> ") + Numbers.fixed(row.target(), 3),
              Numbers.fixed(gap, 3)));
    }
    tables.add(
        new Table(
            "metrics.csv",
            List.of(
                "system",
                "measure",
                "metric",
                "source",
                "value",
                "comparison",
                "target",
                "gap",
                "lever",
                "closes"),
            rows));
    return met;
  }

  /** A key of words made of a name in the data. */
  static String code(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  /** The lever of a system, with where it acts first. */
  private String lever(Targets.Row row, KeyMetrics metrics) {
    String key = "strategy.lever." + code(row.system());
    long uncovered = metrics.entries().stream().filter(entry -> entry.isUncovered()).count();
    String text = words.code("strategy.lever", code(row.system()));
    return text.equals(code(row.system()))
        ? row.measure()
        : words.get(key, Numbers.count(uncovered), Numbers.count(metrics.entries().size()));
  }

  private void benchmarks() {
    if (targets.benchmarks().isEmpty()) {
      report.sentence("strategy.gaps", words.get("strategy.gaps.none"));
      return;
    }
    ArrayNode array = root.putArray("manufacturing_gaps");
    List<List<String>> rows = new ArrayList<>();
    for (Targets.Benchmark one : targets.benchmarks()) {
      double gap = Numbers.rounded(one.benchmark() - one.value());
      ObjectNode node = array.addObject();
      node.put("dimension", one.dimension());
      node.put("indicator", one.metric());
      node.set("current", Json.exact(one.value()));
      node.set("benchmark", Json.exact(one.benchmark()));
      node.set("gap", Json.exact(gap));
      rows.add(
          List.of(
              one.dimension(),
              one.metric(),
              Numbers.exactCell(one.value()),
              Numbers.exactCell(one.benchmark()),
              Numbers.exactCell(gap)));
    }
    List<String> header = List.of("dimension", "indicator", "current", "benchmark", "gap");
    tables.add(new Table("manufacturing_gaps.csv", header, rows));
    report.grid("manufacturing_gaps", "strategy.gaps", header, rows);
  }

  private void layers(Layers layers) {
    ArrayNode array = root.putArray("layers");
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < Layers.NAMES.size(); at++) {
      String layer = Layers.NAMES.get(at);
      ObjectNode node = array.addObject();
      node.put("layer", layer);
      node.put("firms", layers.firms()[at]);
      node.set("enterprise_share_pct", Json.exact(100 * layers.share(at)));
      node.set("published_share_pct", Json.exact(Layers.PUBLISHED_SHARES.get(at)));
      String least =
          layers.known() == 0 ? "" : Numbers.cell(at < 3 ? layers.bounds()[at] : layers.low());
      node.put("least_maturity", least);
      rows.add(
          List.of(
              words.get("strategy.layer." + layer),
              least,
              Integer.toString(layers.firms()[at]),
              known(100 * layers.share(at)),
              known(Layers.PUBLISHED_SHARES.get(at)),
              words.get("strategy.task." + layer),
              words.get("strategy.measure." + layer),
              words.get("strategy.expected." + layer)));
    }
    List<String> header =
        List.of(
            "layer",
            "least_maturity",
            "firms",
            "enterprise_share_pct",
            "published_share_pct",
            "key_task",
            "measure",
            "expected");
    tables.add(new Table("layers.csv", header, rows));
    report.grid("layers", "strategy.layers", header, rows);
    ObjectNode industries = root.putObject("one_plus_n");
    industries.put("core", layers.core());
    ArrayNode supporting = industries.putArray("supporting");
    List<List<String>> beside = new ArrayList<>();
    for (Layers.Support one : layers.supporting()) {
      ObjectNode node = supporting.addObject();
      node.put("sector", one.sector());
      node.put("firms", one.firms());
      node.put("links", one.links());
      node.put("links_inferred", one.inferred());
      beside.add(
          List.of(
              layers.core(),
              one.sector(),
              Integer.toString(one.firms()),
              Integer.toString(one.links()),
              Integer.toString(one.inferred())));
    }
    int links = layers.supporting().stream().mapToInt(Layers.Support::links).sum();
    String told =
        layers.core().isEmpty()
            ? words.get("strategy.core.none")
            : words.get(
                asked.text("core").isEmpty() ? "strategy.core.chosen" : "strategy.core",
                words.code("sector", layers.core()),
                Numbers.count(links),
                Numbers.count(layers.supporting().size()));
    lines.add(told);
    industries.put("chosen", asked.text("core").isEmpty());
    List<String> columns = List.of("core", "supporting", "firms", "links", "links_inferred");
    tables.add(new Table("one_plus_n.csv", columns, beside));
    List<List<String>> named =
        beside.stream()
            .map(
                row ->
                    List.of(
                        words.code("sector", row.getFirst()),
                        words.code("sector", row.get(1)),
                        row.get(2),
                        row.get(3),
                        row.getLast()))
            .toList();
    report.grid("one_plus_n", "strategy.industries", told, columns, named);
  }

  /** What is not known stands blank. */
  private static String known(double number) {
    return Double.isNaN(number) ? "" : Numbers.fixed(number, 3);
  }

  /** Each driver from 0 for none to 1. */
  private void drivers(Map<String, Double> values, KeyMetrics metrics, Layers layers) {
    double independence = values.getOrDefault("Independent innovation rate", Double.NaN);
    double target =
        targets.rows().stream()
            .filter(row -> row.metric().equals("Independent innovation rate"))
            .mapToDouble(Targets.Row::target)
            .findFirst()
            .orElse(1);
    double[] strengths = {
      metrics.uncoveredShare(),
      Math.max(0, 1 - independence / target),
      1 - layers.share(0) - layers.share(1),
      values.getOrDefault("Market concentration", Double.NaN)
    };
    List<String> names = List.of("risk", "strategy", "technology", "market");
    int strongest = -1;
    for (int at = 0; at < strengths.length; at++) {
      boolean known = !Double.isNaN(strengths[at]);
      if (known && (strongest < 0 || strengths[at] > strengths[strongest])) {
        strongest = at;
      }
    }
    String told =
        strongest < 0
            ? words.get("strategy.driver.unknown")
            : words.get(
                "strategy.driver.strongest",
                words.get("strategy.driver." + names.get(strongest)),
                Numbers.fixed(strengths[strongest], 3),
                words.get("strategy.driver.how." + names.get(strongest), Numbers.shown(target)));
    lines.add(told);
    root.put("strongest_driver", strongest < 0 ? null : names.get(strongest));
    ObjectNode node = root.putObject("drivers");
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < strengths.length; at++) {
      node.set(names.get(at), Json.exact(strengths[at]));
      rows.add(
          List.of(
              words.get("strategy.driver." + names.get(at)),
              known(strengths[at]),
              words.get("strategy.driver.how." + names.get(at), Numbers.shown(target))));
    }
    List<String> header = List.of("driver", "strength", "diagnosed_from");
    tables.add(new Table("drivers.csv", header, rows));
    report.grid("drivers", "strategy.drivers", told, header, rows);
  }
}
