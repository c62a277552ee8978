package tenon.study.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.did.StaggeredColumns;
import tenon.evaluate.did.TripleDifferences;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** A study while it is being made: the panel, and what was found and written so far. */
final class PolicyContext {
  static final String COHORT = "first treated period";
  private static final String BUNDLE = "tenon.study.policy.words";
  private static final double LEVEL = .95;

  final PolicyConfig config;
  final Observations data;
  final Locale locale;
  final long seed;
  final int threads;
  final List<Block> blocks = new ArrayList<>();
  final ObjectNode json = Json.object();
  final List<Finding> findings = new ArrayList<>();
  private final List<Finding> refused = new ArrayList<>();
  final List<Table> tables = new ArrayList<>();
  private final List<List<String>> estimates = new ArrayList<>();

  /** The regression that all others are compared with; set by the first section. */
  private @Nullable Fit benchmark;

  PolicyContext(PolicyConfig config, Observations data, Locale locale, long seed, int threads) {
    this.config = config;
    this.data = data;
    this.locale = locale;
    this.seed = seed;
    this.threads = threads;
  }

  void benchmark(Fit fit) {
    benchmark = fit;
  }

  Fit benchmark() {
    Fit fit = benchmark;
    if (fit == null) {
      throw new IllegalStateException("the benchmark comes first");
    }
    return fit;
  }

  String word(String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }

  /** A column, or a product of two, as it is read. */
  String name(String column) {
    if (column.equals(TripleDifferences.term())) {
      return word("triple.term");
    }
    if (column.equals(TripleDifferences.cohort())) {
      return word("triple.cohort");
    }
    int product = column.indexOf(" x ");
    return product < 0
        ? config.name(column, locale)
        : config.name(column.substring(0, product), locale)
            + " × "
            + config.name(column.substring(product + 3), locale);
  }

  void heading(String key) {
    blocks.add(new Block.Heading(1, word("h." + key)));
  }

  void say(String key, String... arguments) {
    blocks.add(new Block.Paragraph(word(key, arguments)));
  }

  void grid(String id, String title, List<String> header, List<List<Cell>> rows, String... notes) {
    blocks.add(new Block.Grid(id, title, header, rows, List.of(notes)));
  }

  void figure(String id, String title, String svg, String... notes) {
    blocks.add(new Block.Figure(id, title, svg, List.of(notes)));
  }

  static Cell number(double value, int decimals) {
    return Double.isNaN(value) ? Cell.of("–") : Cell.of(Numbers.fixed(value, decimals), value);
  }

  static Cell count(long value) {
    return Cell.of(Numbers.count(value), (double) value);
  }

  /** A p-value; small ones are not shown as zero. */
  static Cell p(double value) {
    return !Double.isNaN(value) && value < 1e-4 ? Cell.of("<0.0001", value) : number(value, 4);
  }

  static String stars(double p) {
    return p < .01 ? "***" : p < .05 ? "**" : p < .1 ? "*" : "";
  }

  StaggeredColumns staggered() {
    return new StaggeredColumns(config.outcome(), config.unit(), config.period(), COHORT);
  }

  static String quoted(String column) {
    return "`" + column + "`";
  }

  /** Unit and period as formula terms. */
  List<String> twoWays() {
    return List.of(config.unit(), config.period());
  }

  Errors.Clustered errors() {
    return new Errors.Clustered(config.clusters(), false);
  }

  /** The outcome on the treatment and more, errors clustered as declared. */
  RegressionSpec spec(String outcome, List<String> more, List<String> effects) {
    List<String> terms = new ArrayList<>(List.of(quoted(config.treatment())));
    more.forEach(term -> terms.add(quoted(term)));
    List<String> absorbed = new ArrayList<>();
    for (String effect : effects) {
      List<String> parts = new ArrayList<>();
      for (String part : effect.split("\\^", -1)) {
        parts.add(quoted(part));
      }
      absorbed.add(String.join("^", parts));
    }
    String formula =
        quoted(outcome)
            + " ~ "
            + String.join(" + ", terms)
            + (absorbed.isEmpty() ? "" : " | " + String.join(" + ", absorbed));
    return RegressionSpec.of(Formula.of(formula)).withErrors(errors()).withThreads(threads);
  }

  /** The benchmark: controls, unit and period effects. */
  RegressionSpec usual() {
    return spec(config.outcome(), config.controls(), twoWays());
  }

  /** The rule behind standard errors, the clusters by the names of the study. */
  String rule(Fit fit) {
    Message rule = fit.rule();
    List<String> columns =
        fit.spec().errors() instanceof Errors.Clustered clustered
            ? clustered.variables()
            : List.of();
    String given = String.join(", ", columns);
    String read = String.join(", ", columns.stream().map(this::name).toList());
    return new Message(
            rule.bundle(),
            rule.key(),
            rule.arguments().stream().map(one -> one.equals(given) ? read : one).toList())
        .in(locale);
  }

  @Nullable Fit fit(Observations rows, RegressionSpec spec, String part) {
    return ready(Regression.fit(rows, spec), part);
  }

  /** The value, or null after the report has said why there is none; doubts are kept. */
  <T> @Nullable T ready(Loaded<T> loaded, String part) {
    return switch (loaded) {
      case Loaded.Ready<T>(var value, var doubts) -> {
        doubts.stream().filter(this::isNew).forEach(doubt -> findings.add(within(part, doubt)));
        yield value;
      }
      case Loaded.Rejected<T>(var faults) -> {
        refused.addAll(faults);
        // Doubts met on the way to a refusal are no reasons for it.
        for (Finding fault : faults.stream().filter(Finding::isError).toList()) {
          String why = fault.text(locale);
          say("not-done", word(part), why);
          findings.add(Refusal.warning("study-part", word(part), null, why));
        }
        yield null;
      }
    };
  }

  /** Whether no part has told it yet: many leave out the same rows. */
  private boolean isNew(Finding doubt) {
    return findings.stream()
        .noneMatch(
            told ->
                told.what().equals(doubt.what())
                    && Objects.equals(told.value(), doubt.value())
                    && Objects.equals(told.column(), doubt.column()));
  }

  /** A doubt about an estimate stands at the first part of the study that had it. */
  private Finding within(String part, Finding doubt) {
    return doubt.file().equals(Notes.ESTIMATE)
        ? new Finding(
            doubt.severity(),
            doubt.code(),
            word(part),
            0,
            doubt.column(),
            doubt.value(),
            doubt.what(),
            doubt.mend())
        : doubt;
  }

  /** Why nothing can be estimated: what parts could not be done, as errors. */
  List<Finding> faults() {
    List<Finding> faults = new ArrayList<>(refused);
    if (faults.isEmpty()) {
      faults.add(Refusal.of("study-no-effect", config.outcome(), config.treatment()));
    }
    return faults.stream().distinct().toList();
  }

  /** Keeps a coefficient for the table of all estimates. */
  void keep(String section, String column, Fit fit, String term) {
    keep(
        section,
        column,
        term,
        new double[] {
          fit.coefficient(term),
          fit.standardError(term),
          fit.p(term),
          fit.low(term, LEVEL),
          fit.high(term, LEVEL),
          fit.sizes().observations(),
          fit.quality().rSquared(),
          fit.quality().withinRSquared()
        });
  }

  void keep(String section, String column, String term, double[] numbers) {
    List<String> row = new ArrayList<>(List.of(section, column, term));
    for (double number : numbers) {
      row.add(Numbers.exactCell(number));
    }
    while (row.size() < 11) {
      row.add("");
    }
    estimates.add(row);
  }

  /**
   * In which groups the effect was seen and in which not, as conditions of a case: in English, as
   * libraries are shared.
   */
  List<String> groupFindings() {
    List<String> found = new ArrayList<>();
    for (List<String> row : estimates) {
      if (row.get(0).equals("heterogeneity")) {
        double low = Double.parseDouble(row.get(6));
        double high = Double.parseDouble(row.get(7));
        String group = row.get(1);
        int space = group.lastIndexOf(' ');
        found.add(
            (low > 0 || high < 0 ? "effect seen where " : "no effect seen where ")
                + config.name(group.substring(0, space), Locale.ENGLISH)
                + " = "
                + group.substring(space + 1));
      }
    }
    return found;
  }

  Table estimates() {
    return new Table(
        "estimates.csv",
        List.of(
            "section",
            "column",
            "term",
            "estimate",
            "std_error",
            "p",
            "ci_low",
            "ci_high",
            "n",
            "r2",
            "r2_within"),
        estimates);
  }
}
