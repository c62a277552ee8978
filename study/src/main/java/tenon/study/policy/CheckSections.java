package tenon.study.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.Placebo;
import tenon.evaluate.PlaceboDraws;
import tenon.evaluate.PlaceboResult;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.match.Balance;
import tenon.evaluate.match.Matching;
import tenon.evaluate.match.MatchingResult;
import tenon.evaluate.match.MatchingSpec;
import tenon.evaluate.prepare.Preparation;
import tenon.evaluate.prepare.PreparationSpec;
import tenon.evaluate.prepare.Prepared;
import tenon.evaluate.space.NearbyPlacebo;
import tenon.evaluate.space.SpaceColumns;
import tenon.study.chart.Axis;
import tenon.study.chart.Histogram;
import tenon.study.chart.Marker;
import tenon.study.document.Cell;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the effect stands: placebo treatments, other choices. */
final class CheckSections {
  private static final String WEIGHT = "matching weight";

  private final PolicyContext study;
  private final PolicyConfig config;
  private final String treatment;

  CheckSections(PolicyContext study) {
    this.study = study;
    config = study.config;
    treatment = config.treatment();
  }

  void placebo() {
    PolicyConfig.Placebo asked = config.placebo();
    if (asked == null) {
      return;
    }
    study.heading("placebo");
    List<List<Cell>> rows = new ArrayList<>();
    List<double[]> coefficients = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (PlaceboDraws.Kind kind : asked.kinds()) {
      String code = kind.name().toLowerCase(Locale.ROOT);
      placebo(code, new PlaceboDraws.Random(kind, asked.draws(), study.seed), rows, coefficients);
      names.add(code);
    }
    PolicyConfig.Space space = config.space();
    if (!Double.isNaN(asked.nearKm()) && space != null) {
      PlaceboDraws near =
          study.ready(
              NearbyPlacebo.draw(
                  study.data, columns(space), treatment, asked.nearKm(), asked.draws(), study.seed),
              "h.placebo");
      if (near != null) {
        placebo("near", near, rows, coefficients);
        names.add("near");
      }
    }
    List<String> notes = new ArrayList<>(List.of(study.word("n.placebo")));
    if (asked.kinds().contains(PlaceboDraws.Kind.PERIODS)) {
      notes.add(study.word("n.placebo.periods"));
    }
    if (names.contains("near")) {
      notes.add(study.word("n.placebo.near", Numbers.exactCell(asked.nearKm())));
    }
    notes.add(study.rule(study.benchmark()));
    study.grid(
        "placebo",
        study.word("t.placebo", study.name(config.outcome())),
        List.of(
            study.word("draws.of"),
            study.word("draws"),
            study.word("mean"),
            study.word("sd"),
            study.word("draws.low"),
            study.word("draws.high"),
            study.word("actual"),
            study.word("exact.p"),
            study.word("exact.p.t")),
        rows,
        notes.toArray(String[]::new));
    tables(names, coefficients);
  }

  static SpaceColumns columns(PolicyConfig config, PolicyConfig.Space space) {
    return new SpaceColumns(config.unit(), config.period(), space.longitude(), space.latitude());
  }

  private SpaceColumns columns(PolicyConfig.Space space) {
    return columns(config, space);
  }

  private void tables(List<String> names, List<double[]> coefficients) {
    List<List<String>> draws = new ArrayList<>();
    for (int i = 0; i < coefficients.size(); i++) {
      for (int draw = 0; draw < coefficients.get(i).length; draw++) {
        draws.add(
            List.of(
                names.get(i),
                Integer.toString(draw + 1),
                Numbers.exactCell(coefficients.get(i)[draw])));
      }
    }
    study.tables.add(new Table("placebo_draws.csv", List.of("kind", "draw", "coef"), draws));
  }

  private void placebo(
      String code, PlaceboDraws draws, List<List<Cell>> rows, List<double[]> coefficients) {
    RegressionSpec spec =
        study.usual().withErrors(Errors.Clustered.by(config.clusters().getFirst()));
    PlaceboResult result =
        study.ready(Placebo.run(study.data, spec, treatment, draws), "h.placebo");
    coefficients.add(result == null ? new double[0] : result.coefficients());
    if (result == null) {
      return;
    }
    double[] b = result.coefficients();
    double[] sorted = Arrays.stream(b).filter(Double::isFinite).sorted().toArray();
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
    double actual = result.actual().coefficient(treatment);
    double low = sorted[(int) (.025 * (sorted.length - 1))];
    double high = sorted[(int) (.975 * (sorted.length - 1))];
    rows.add(
        List.of(
            Cell.of(study.word("draw." + code)),
            PolicyContext.count(b.length),
            PolicyContext.number(mean, 4),
            PolicyContext.number(Math.sqrt(squares / (sorted.length - 1)), 4),
            PolicyContext.number(low, 4),
            PolicyContext.number(high, 4),
            PolicyContext.number(actual, 4),
            PolicyContext.number(result.exactP(), 4),
            PolicyContext.number(result.exactPOfT(), 4)));
    ObjectNode node = study.json.withObject("/placebo").putObject(code);
    node.put("draws", b.length);
    node.set("mean", Json.exact(mean));
    node.set("low", Json.exact(low));
    node.set("high", Json.exact(high));
    node.set("actual", Json.exact(actual));
    node.set("exact_p", Json.exact(result.exactP()));
    node.set("exact_p_of_t", Json.exact(result.exactPOfT()));
    study.figure(
        "placebo_" + code,
        study.word("f.placebo", study.word("draw." + code), Numbers.fixed(result.exactP(), 3)),
        Histogram.withDensity(
            Axis.of(study.word("coefficient")),
            study.word("draws"),
            b,
            40,
            List.of(new Marker(study.word("actual"), actual))),
        study.word("n.placebo.figure"));
  }

  void robustness() {
    if (config.checks().isEmpty()) {
      return;
    }
    study.heading("robustness");
    RegressionGrid grid = new RegressionGrid(study, "robustness");
    for (PolicyConfig.Check check : config.checks()) {
      check(check, grid);
    }
    if (!grid.isEmpty()) {
      grid.write(study.word("t.robustness"));
    }
  }

  private void check(PolicyConfig.Check check, RegressionGrid grid) {
    String code = check.kind().name().toLowerCase(Locale.ROOT);
    Observations data = study.data;
    RegressionSpec spec = study.usual();
    String title = study.word("r." + code);
    switch (check.kind()) {
      case WINDOW -> {
        data = window(check.from(), check.to());
        title =
            study.word("r.window", Numbers.exactCell(check.from()), Numbers.exactCell(check.to()));
      }
      case OUTCOME -> {
        spec = study.spec(check.outcome(), config.controls(), study.twoWays());
        title = study.word("r.outcome", study.name(check.outcome()));
      }
      case EFFECTS -> {
        List<String> effects = new ArrayList<>(study.twoWays());
        effects.addAll(check.columns());
        spec = study.spec(config.outcome(), config.controls(), effects);
      }
      case WINSORISE -> {
        PreparationSpec tails =
            PreparationSpec.none(config.preparation().panel())
                .withWinsorised(check.columns(), check.number());
        Prepared prepared = study.ready(Preparation.prepare(data, tails), "h.robustness");
        data = prepared == null ? data : prepared.data();
        title = study.word("r.winsorise", Numbers.percentFine(check.number()));
      }
      case PSM -> {
        MatchingResult matched = matched(check);
        if (matched == null) {
          return;
        }
        data = matched.weighted(data, WEIGHT);
        spec = spec.withWeights(WEIGHT);
        title = study.word("r.psm", Numbers.exactCell(check.number()));
        grid.note(study.word("n.psm", title));
      }
    }
    Fit fit = study.fit(data, spec, "h.robustness");
    if (fit != null) {
      grid.add(title, code, fit, List.of(treatment));
    }
  }

  private Observations window(double from, double to) {
    double[] period = study.data.numbers(config.period());
    int[] rows =
        IntStream.range(0, period.length)
            .filter(row -> period[row] >= from && period[row] <= to)
            .toArray();
    return study.data.rows(rows);
  }

  /** Matches ever treated units with others, row by row, and shows the balance. */
  private @Nullable MatchingResult matched(PolicyConfig.Check check) {
    double[] cohort = study.data.numbers(PolicyContext.COHORT);
    double[] ever = Arrays.stream(cohort).map(c -> Double.isNaN(c) ? 0 : 1).toArray();
    MatchingSpec spec =
        MatchingSpec.kernel(study.word("ever.treated"), check.columns())
            .withRule(new MatchingSpec.Kernel(check.number()));
    MatchingResult matched =
        study.ready(
            Matching.match(study.data.with(study.word("ever.treated"), ever), spec),
            "h.robustness");
    if (matched == null) {
      return null;
    }
    List<List<Cell>> rows = new ArrayList<>();
    ArrayNode array = study.json.putArray("balance");
    for (Balance one : matched.balance()) {
      ObjectNode node = array.addObject();
      node.put("covariate", one.covariate());
      node.set("bias_before", Json.exact(one.biasBefore()));
      node.set("bias_after", Json.exact(one.biasAfter()));
      rows.add(
          List.of(
              Cell.of(study.name(one.covariate())),
              PolicyContext.number(one.treated(), 3),
              PolicyContext.number(one.controlsBefore(), 3),
              PolicyContext.number(one.controlsAfter(), 3),
              PolicyContext.number(one.biasBefore(), 1),
              PolicyContext.number(one.biasAfter(), 1)));
    }
    study.grid(
        "balance",
        study.word("t.balance"),
        List.of(
            study.word("variable"),
            study.word("treated"),
            study.word("untreated"),
            study.word("matched"),
            study.word("bias.before"),
            study.word("bias.after")),
        rows,
        study.word(
            "n.balance", Numbers.exactCell(check.number()), Numbers.count(matched.onSupport())));
    return matched;
  }
}
