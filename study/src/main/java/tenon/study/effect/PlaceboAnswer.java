package tenon.study.effect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Placebo;
import tenon.evaluate.PlaceboDraws;
import tenon.evaluate.PlaceboResult;
import tenon.evaluate.RegressionSpec;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ObjectNode;

/** Placebo draws of a difference in differences: {@code tenon evaluate placebo}. */
public final class PlaceboAnswer {
  private PlaceboAnswer() {}

  /**
   * What is asked.
   *
   * @param panel table of one row for each unit and period
   * @param formula {@code y ~ did + controls | unit + period}
   * @param treatment the regressor that the draws replace
   * @param clusters the cluster variable; empty for the unit
   * @param kind what is drawn at random
   * @param count number of random draws
   * @param seed seed of the draws
   * @param draws table of given draws: draw, unit, start; null for random ones
   */
  public record Question(
      Path panel,
      String formula,
      String treatment,
      List<String> clusters,
      PlaceboDraws.Kind kind,
      int count,
      long seed,
      @Nullable Path draws) {
    public Question {
      clusters = List.copyOf(clusters);
    }
  }

  /** Runs the draws. */
  public static Loaded<Answer> of(Question question, Locale locale) {
    List<Finding> faults = new ArrayList<>();
    Observations data = ready(PanelFile.read(question.panel()), faults);
    Formula formula = ready(Formula.parse(question.formula()), faults);
    PlaceboDraws draws =
        question.draws() == null
            ? new PlaceboDraws.Random(question.kind(), question.count(), question.seed())
            : given(question.draws(), faults);
    if (data == null || formula == null || draws == null) {
      return new Loaded.Rejected<>(faults);
    }
    RegressionSpec usual = RegressionSpec.of(formula);
    RegressionSpec spec =
        question.clusters().isEmpty()
            ? usual
            : usual.withErrors(new Errors.Clustered(question.clusters(), false));
    return inCells(
        data,
        formula,
        question.treatment(),
        () ->
            StaggeredAnswer.map(
                Placebo.run(data, spec, question.treatment(), draws),
                (PlaceboResult result) -> answer(question, result, locale)));
  }

  /** Works on a panel whose unit and period are the two effects of the formula, in this order. */
  static Loaded<Answer> inCells(
      Observations data, Formula formula, String treatment, Supplier<Loaded<Answer>> work) {
    List<String> effects = PanelCheck.effects(formula);
    return effects.size() == 2 && effects.stream().allMatch(data::has) && data.has(treatment)
        ? PanelCheck.named(data, effects.getFirst(), effects.getLast(), treatment, List.of(), work)
        : work.get();
  }

  static <T> @Nullable T ready(Loaded<T> loaded, List<Finding> faults) {
    return switch (loaded) {
      case Loaded.Rejected<T>(var errors) -> {
        faults.addAll(errors);
        yield null;
      }
      case Loaded.Ready<T>(var value, var _) -> value;
    };
  }

  /** Draws as a table: the number of the draw, the unit, the first treated period. */
  private static @Nullable PlaceboDraws given(Path file, List<Finding> faults) {
    FlatTable table = ready(FlatTable.read(file), faults);
    if (table == null) {
      return null;
    }
    List<String> missing = new ArrayList<>();
    for (String name : List.of("draw", "start")) {
      if (!table.has(name)) {
        missing.add(name);
      }
    }
    String unit =
        table.names().stream()
            .filter(name -> !name.equals("draw") && !name.equals("start"))
            .findFirst()
            .orElse("");
    if (unit.isEmpty()) {
      missing.add("id");
    }
    if (!missing.isEmpty()) {
      missing.forEach(name -> faults.add(table.unknown(name)));
      return null;
    }
    Map<Double, Map<String, String>> byDraw = new TreeMap<>();
    if (!table.isNumeric("draw")) {
      faults.addAll(table.noNumbers("draw"));
      return null;
    }
    double[] draw = table.numbers("draw");
    List<String> units = table.texts(unit);
    List<String> starts = table.texts("start");
    int before = faults.size();
    for (int row = 0; row < table.rows(); row++) {
      if (Double.isNaN(draw[row]) || units.get(row).isEmpty() || starts.get(row).isEmpty()) {
        faults.add(Refusal.of("placebo-row-blank", table.place(row), null, unit));
      } else if (byDraw
              .computeIfAbsent(draw[row], _ -> new LinkedHashMap<>())
              .putIfAbsent(units.get(row), starts.get(row))
          != null) {
        faults.add(
            Refusal.of(
                "placebo-row-twice",
                table.place(row),
                units.get(row),
                Numbers.exactCell(draw[row])));
      }
    }
    return faults.size() > before ? null : new PlaceboDraws.Given(List.copyOf(byDraw.values()));
  }

  private static Answer answer(Question question, PlaceboResult result, Locale locale) {
    Words words = new Words(locale);
    ObjectNode root = Json.object();
    String name = result.treatment();
    ObjectNode actual = root.putObject("actual");
    actual.put("name", name);
    actual.set("estimate", Json.exact(result.actual().coefficient(name)));
    actual.set("std_error", Json.exact(result.actual().standardError(name)));
    actual.set("p", Json.exact(result.actual().p(name)));
    boolean earlier = question.draws() == null && question.kind() == PlaceboDraws.Kind.PERIODS;
    root.put("draws", result.coefficients().length);
    root.put("rows_before_only", earlier);
    root.set("exact_p", Json.exact(result.exactP()));
    root.set("exact_p_of_t", Json.exact(result.exactPOfT()));
    root.set("coefficients", Json.exact(result.coefficients()));
    root.set("std_errors", Json.exact(result.standardErrors()));
    root.set("p_values", Json.exact(result.pValues()));
    List<List<String>> rows = new ArrayList<>();
    for (int draw = 0; draw < result.coefficients().length; draw++) {
      double coefficient = result.coefficients()[draw];
      double error = result.standardErrors()[draw];
      rows.add(
          List.of(
              Integer.toString(draw + 1),
              Numbers.exactCell(coefficient),
              Numbers.exactCell(error),
              Numbers.exactCell(coefficient / error),
              Numbers.exactCell(result.pValues()[draw])));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        words.get(
            "effect.placebo",
            name,
            Printed.number(result.actual().coefficient(name)),
            Numbers.count(result.coefficients().length),
            Printed.number(result.exactP())));
    if (earlier) {
      lines.add(words.get("effect.placebo.periods"));
    }
    lines.add(result.actual().rule().in(words.locale()));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("formula", question.formula());
    settings.put("treatment", question.treatment());
    settings.put(
        "kind",
        question.draws() == null ? question.kind().name().toLowerCase(Locale.ROOT) : "given");
    settings.put("draws", Integer.toString(result.coefficients().length));
    settings.put("seed", Long.toString(question.seed()));
    List<Path> inputs =
        question.draws() == null
            ? List.of(question.panel())
            : List.of(question.panel(), question.draws());
    return new Answer(
        "evaluate placebo",
        lines,
        root,
        List.of(new Table("placebo.csv", List.of("draw", "coef", "se", "t", "p"), rows)),
        null,
        inputs,
        settings,
        true);
  }
}
