package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import tenon.respond.playbook.Playbook;
import tenon.respond.playbook.PlaybookRehearsal;
import tenon.study.answer.Answer;
import tenon.study.exposure.ExposurePart;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.part.Rehearsed;
import tenon.study.part.Subject;
import tenon.study.plan.PlanFile;
import tenon.study.plan.PlanPart;
import tenon.study.playbook.PlaybookFile;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.rehearsal.Specs;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.twin.site.Loss;
import tenon.twin.site.Planned;
import tenon.twin.site.Purchases;
import tenon.twin.site.Response;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans of one scenario, each carried out on the twin under the same draws and compared with the
 * first, replication by replication.
 */
public final class CompareStudy {
  /**
   * Plans that can be named: nobody reacts, sites help themselves, they also turn to cheaper
   * sources, the reallocation plan. Beside them stand files: flows as {@link PlanFile} reads them
   * (CSV), and playbooks (YAML).
   */
  public static final List<String> PLANS = List.of("none", "own", "cheapest", "plan");

  private static final List<String> COLUMNS =
      List.of(
          "plan",
          "loss",
          "loss_low",
          "loss_high",
          "var_95",
          "var_low",
          "var_high",
          "cvar_95",
          "cvar_low",
          "cvar_high",
          "performance_loss_days",
          "least_service",
          "ttr_days_median",
          "difference",
          "difference_low",
          "difference_high",
          "purchases",
          "purchases_difference",
          "purchases_difference_low",
          "purchases_difference_high");

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
   * @param plans two or more of {@link #PLANS} and files; differences are taken from the first
   * @return the table, or every fault of package, scenario and plans
   */
  public static Loaded<Answer> of(
      Path source, Recipe settings, List<String> plans, Progress progress) throws IOException {
    Recipe recipe = settings.withStages(List.of(Stage.SIMULATE, Stage.PLAN));
    List<Finding> faults = new ArrayList<>();
    for (String plan : plans) {
      if (!PLANS.contains(plan) && !isFlows(plan) && !isPlaybook(plan)) {
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

  private static boolean isFlows(String plan) {
    return plan.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static boolean isPlaybook(String plan) {
    String name = plan.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private Loaded<Answer> read() throws IOException {
    return switch (PackageReader.read(source, ReadLimits.DEFAULT, progress)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> choose(data, warnings);
    };
  }

  private Loaded<Answer> choose(DataPackage data, List<Finding> warnings) throws IOException {
    Chain chain = data.chain();
    Path parent = source.toAbsolutePath().getParent();
    Path folder = Files.isRegularFile(source) && parent != null ? parent : source;
    return switch (new ScenarioChoice(folder, recipe, null, this::exposure).in(data)) {
      case Loaded.Rejected<Optional<Rehearsed>>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Optional<Rehearsed>>(var found, var more) -> {
        List<Finding> findings = new ArrayList<>(warnings);
        findings.addAll(more);
        Scenario scenario = found.orElseThrow().scenario();
        List<Alternative> alternatives = new ArrayList<>();
        for (String plan : plans) {
          alternatives.add(alternative(plan, chain, scenario, findings));
        }
        if (findings.stream().anyMatch(Finding::isError)) {
          yield new Loaded.Rejected<>(findings);
        }
        Answer answer = compare(data, scenario, alternatives, findings);
        yield new Loaded.Ready<>(answer, findings);
      }
    };
  }

  private Loaded<ExposurePart> exposure(DataPackage data, Recipe asked) {
    return ExposurePart.checked(Subject.of(data, asked, null), progress);
  }

  /**
   * What is run for a plan.
   *
   * @param chain the chain of the package, or as a playbook leaves it
   */
  private record Alternative(String plan, Chain chain, Response response) {}

  /** What is run for a plan; faults of its file join the findings. */
  private Alternative alternative(
      String plan, Chain chain, Scenario scenario, List<Finding> findings) {
    return switch (plan) {
      case "none" -> new Alternative(plan, chain, Response.NOTHING);
      case "own" -> new Alternative(plan, chain, Response.OWN_RULE);
      case "cheapest" -> new Alternative(plan, chain, Response.CHEAPEST);
      case "plan" -> new Alternative(plan, chain, planned(chain, scenario));
      default ->
          isFlows(plan)
              ? flows(plan, chain, scenario, findings)
              : playbook(plan, chain, scenario, findings);
    };
  }

  private Response planned(Chain chain, Scenario scenario) {
    return Reallocation.plan(chain, scenario, PlanPart.spec(recipe), progress).response();
  }

  private static Alternative flows(
      String plan, Chain chain, Scenario scenario, List<Finding> findings) {
    int days = (int) Math.ceil(scenario.horizon().value());
    int strikes =
        scenario.disruptions().stream()
            .mapToInt(disruption -> (int) disruption.window().firstDay())
            .min()
            .orElse(0);
    Loaded<Planned> read = PlanFile.read(Path.of(plan), chain, strikes, days);
    findings.addAll(read.findings());
    Response response = read instanceof Loaded.Ready<Planned>(var p, var _) ? p : Response.NOTHING;
    return new Alternative(plan, chain, response);
  }

  private Alternative playbook(
      String plan, Chain chain, Scenario scenario, List<Finding> findings) {
    Loaded<Playbook> read = PlaybookFile.read(Path.of(plan), chain);
    findings.addAll(read.findings());
    if (!(read instanceof Loaded.Ready<Playbook>(var playbook, var _))) {
      return new Alternative(plan, chain, Response.NOTHING);
    }
    Chain prepared = PlaybookRehearsal.prepared(chain, scenario, playbook);
    return new Alternative(plan, prepared, planned(prepared, scenario));
  }

  /** Runs all under the same draws: those of one chain beside one undisturbed run. */
  @SuppressWarnings("ReferenceEquality") // a playbook's chain is another object
  private List<Trajectory> run(Chain chain, Scenario scenario, List<Alternative> alternatives) {
    SimulationSpec spec = Specs.simulation(recipe);
    List<Response> together =
        alternatives.stream()
            .filter(one -> one.chain() == chain)
            .map(Alternative::response)
            .toList();
    Iterator<Trajectory> done =
        (together.isEmpty()
                ? List.<Trajectory>of()
                : Simulation.compare(chain, scenario, spec, together, progress))
            .iterator();
    List<Trajectory> runs = new ArrayList<>();
    for (Alternative one : alternatives) {
      runs.add(
          one.chain() == chain
              ? done.next()
              : Simulation.compare(one.chain(), scenario, spec, List.of(one.response()), progress)
                  .getFirst());
    }
    return runs;
  }

  /** Names of the plans: of files the last part of their path, where that tells them apart. */
  private List<String> names() {
    List<String> names =
        plans.stream().map(plan -> String.valueOf(Path.of(plan).getFileName())).toList();
    return names.stream().distinct().count() == names.size() ? names : plans;
  }

  private Answer compare(
      DataPackage data, Scenario scenario, List<Alternative> alternatives, List<Finding> findings) {
    List<Trajectory> runs = run(data.chain(), scenario, alternatives);
    findings.addAll(runs.getFirst().findings());
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Words words = new Words(recipe.locale());
    ObjectNode result = Json.object();
    result.put("study", "compare");
    result.put("scenario", scenario.name());
    result.put("replications", runs.getFirst().replications());
    ArrayNode array = result.putArray("plans");
    List<PairedDifference> gaps = new ArrayList<>();
    List<String> names = names();
    for (int i = 0; i < runs.size(); i++) {
      PairedDifference gap = PairedDifference.of(runs.get(i).losses(), runs.getFirst().losses());
      gaps.add(gap);
      double[] numbers = numbers(runs.get(i), runs.getFirst(), gap);
      rows.add(row(names.get(i), numbers));
      ObjectNode node = array.addObject();
      node.put("plan", names.get(i));
      for (int column = 1; column < COLUMNS.size(); column++) {
        node.set(COLUMNS.get(column), Json.exact(numbers[column - 1]));
      }
      lines.add(
          words.get(
              "compare.line",
              names.get(i),
              Numbers.shown(runs.get(i).loss().mean()),
              Numbers.shown(gap.mean()),
              Numbers.shown(gap.interval().low()),
              Numbers.shown(gap.interval().high()),
              names.getFirst()));
    }
    Map<String, String> settings = new TreeMap<>();
    recipe.settings().forEach((setting, value) -> settings.put(setting.key(), value));
    settings.put("plans", String.join(",", names));
    settings.put("seed", Long.toString(recipe.seed()));
    settings.put(Setting.SCENARIO.key(), scenario.name());
    return new Answer(
        "compare",
        lines,
        result,
        List.of(new Table("compare.csv", COLUMNS, rows)),
        new CompareReport(words, scenario, names, runs, gaps).document(data.info().currency()),
        plans.stream().filter(plan -> !PLANS.contains(plan)).map(Path::of).toList(),
        settings,
        true);
  }

  private static double[] numbers(Trajectory run, Trajectory first, PairedDifference gap) {
    Loss loss = run.loss();
    Purchases bought = run.purchases();
    Purchases usual = first.purchases();
    @Nullable PairedDifference more =
        bought == null || usual == null ? null : PairedDifference.of(bought.costs(), usual.costs());
    Interval mean = loss.meanInterval();
    return new double[] {
      loss.mean(),
      mean.low(),
      mean.high(),
      loss.valueAtRisk(),
      loss.riskInterval().low(),
      loss.riskInterval().high(),
      loss.tailMean(),
      loss.tailInterval().low(),
      loss.tailInterval().high(),
      run.total().performanceLossDays().mean(),
      run.total().robustness().mean(),
      run.total().timeToRecoverDays().median(),
      gap.mean(),
      gap.interval().low(),
      gap.interval().high(),
      bought == null ? Double.NaN : bought.cost().mean(),
      more == null ? Double.NaN : more.mean(),
      more == null ? Double.NaN : more.interval().low(),
      more == null ? Double.NaN : more.interval().high()
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
