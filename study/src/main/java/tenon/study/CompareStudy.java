package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Interval;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;
import tenon.respond.PairedDifference;
import tenon.respond.Reallocation;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.part.Rehearsed;
import tenon.study.plan.PlanPart;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.rehearsal.Specs;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.twin.site.Loss;
import tenon.twin.site.Response;
import tenon.twin.site.Simulation;
import tenon.twin.site.Trajectory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans of one scenario, each carried out on the twin under the same draws and compared with the
 * first, replication by replication.
 */
public final class CompareStudy {
  /** Plans that can be named: nobody reacts, sites help themselves, the reallocation plan. */
  public static final List<String> PLANS = List.of("none", "own", "plan");

  private static final List<String> COLUMNS =
      List.of(
          "plan",
          "loss",
          "loss_low",
          "loss_high",
          "var_95",
          "cvar_95",
          "cvar_low",
          "cvar_high",
          "performance_loss_days",
          "least_service",
          "ttr_days_median",
          "difference",
          "difference_low",
          "difference_high");

  private final Path source;
  private final Recipe recipe;
  private final List<String> plans;
  private final Progress progress;

  private CompareStudy(Path source, Recipe recipe, List<String> plans, Progress progress) {
    this.source = source;
    this.recipe = recipe;
    this.plans = plans;
    this.progress = progress;
  }

  /**
   * Compares plans.
   *
   * @param settings settings of a simulation, by key
   * @param plans two or more of {@link #PLANS}; differences are taken from the first
   * @return the table, or every fault of package, scenario and plans
   */
  public static Loaded<Answer> of(
      Path source, Recipe settings, List<String> plans, Progress progress) throws IOException {
    Recipe recipe = settings.withStages(List.of(Stage.SIMULATE, Stage.PLAN));
    List<Finding> faults = new ArrayList<>();
    for (String plan : plans) {
      if (!PLANS.contains(plan)) {
        faults.add(Refusal.of("unknown-plan", "--plans", plan, String.join(", ", PLANS)));
      }
    }
    if (plans.stream().distinct().count() < 2 && faults.isEmpty()) {
      faults.add(Refusal.of("one-plan", "--plans", String.join(",", plans)));
    }
    return faults.isEmpty()
        ? new CompareStudy(source, recipe, plans.stream().distinct().toList(), progress).read()
        : new Loaded.Rejected<>(faults);
  }

  private Loaded<Answer> read() throws IOException {
    return switch (PackageReader.read(source, ReadLimits.DEFAULT, progress)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> choose(data.chain(), warnings);
    };
  }

  private Loaded<Answer> choose(Chain chain, List<Finding> warnings) throws IOException {
    Path parent = source.toAbsolutePath().getParent();
    Path folder = Files.isRegularFile(source) && parent != null ? parent : source;
    return switch (new ScenarioChoice(folder, recipe, null).in(chain)) {
      case Loaded.Rejected<Optional<Rehearsed>>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Optional<Rehearsed>>(var found, var more) -> {
        List<Finding> findings = new ArrayList<>(warnings);
        findings.addAll(more);
        Scenario scenario = found.orElseThrow().scenario();
        Answer answer = compare(chain, scenario, findings);
        yield new Loaded.Ready<>(answer, findings);
      }
    };
  }

  private Answer compare(Chain chain, Scenario scenario, List<Finding> findings) {
    List<Response> responses = new ArrayList<>();
    for (String plan : plans) {
      responses.add(
          switch (plan) {
            case "none" -> Response.NOTHING;
            case "own" -> Response.OWN_RULE;
            default ->
                Reallocation.plan(chain, scenario, PlanPart.spec(recipe), progress).response();
          });
    }
    List<Trajectory> runs =
        Simulation.compare(chain, scenario, Specs.simulation(recipe), responses, progress);
    findings.addAll(runs.getFirst().findings());
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Words words = new Words(recipe.locale());
    ObjectNode result = Json.object();
    result.put("study", "compare");
    result.put("scenario", scenario.name());
    result.put("replications", runs.getFirst().replications());
    ArrayNode array = result.putArray("plans");
    for (int i = 0; i < runs.size(); i++) {
      PairedDifference gap = PairedDifference.of(runs.get(i).losses(), runs.getFirst().losses());
      double[] numbers = numbers(runs.get(i), gap);
      rows.add(row(plans.get(i), numbers));
      ObjectNode node = array.addObject();
      node.put("plan", plans.get(i));
      for (int column = 1; column < COLUMNS.size(); column++) {
        node.set(COLUMNS.get(column), Json.exact(numbers[column - 1]));
      }
      lines.add(
          words.get(
              "compare.line",
              plans.get(i),
              Numbers.shown(runs.get(i).loss().mean()),
              Numbers.shown(gap.mean()),
              Numbers.shown(gap.interval().low()),
              Numbers.shown(gap.interval().high()),
              plans.getFirst()));
    }
    Map<String, String> settings = new TreeMap<>();
    recipe.settings().forEach((setting, value) -> settings.put(setting.key(), value));
    settings.put("plans", String.join(",", plans));
    settings.put("seed", Long.toString(recipe.seed()));
    settings.put(Setting.SCENARIO.key(), scenario.name());
    return new Answer(
        "compare",
        lines,
        result,
        List.of(new Table("compare.csv", COLUMNS, rows)),
        null,
        List.of(),
        settings,
        true);
  }

  private static double[] numbers(Trajectory run, PairedDifference gap) {
    Loss loss = run.loss();
    Interval mean = loss.meanInterval();
    return new double[] {
      loss.mean(),
      mean.low(),
      mean.high(),
      loss.valueAtRisk(),
      loss.tailMean(),
      loss.tailInterval().low(),
      loss.tailInterval().high(),
      run.total().performanceLossDays().mean(),
      run.total().robustness().mean(),
      run.total().timeToRecoverDays().median(),
      gap.mean(),
      gap.interval().low(),
      gap.interval().high()
    };
  }

  private static List<String> row(String plan, double[] numbers) {
    List<String> row = new ArrayList<>(List.of(plan));
    for (double number : numbers) {
      row.add(Numbers.exactCell(number));
    }
    return row;
  }
}
