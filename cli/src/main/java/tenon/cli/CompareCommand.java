package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.CompareStudy;
import tenon.study.answer.Answer;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;

/** {@code tenon compare PACKAGE --plans A,B --scenario S}: plans under the same draws. */
@Command
final class CompareCommand extends AnswerCommand {
  @Parameters(paramLabel = "PACKAGE", descriptionKey = "study.package")
  private Path source = Path.of("");

  @Option(
      names = "--plans",
      split = ",",
      required = true,
      paramLabel = "none|own|plan|FILE",
      descriptionKey = "compare.plans")
  private List<String> plans = new ArrayList<>();

  @Option(names = "--scenario", paramLabel = "FILE|NAME", descriptionKey = "setting.scenario")
  private String scenario = "";

  @Option(names = "--days", paramLabel = "N", descriptionKey = "setting.simulate.days")
  private String days = "";

  @Option(
      names = {"--reps", "--replications"},
      paramLabel = "N",
      defaultValue = "200",
      descriptionKey = "setting.simulate.replications")
  private String replications = "200";

  @Option(
      names = "--allocation",
      paramLabel = "proportional|priority|optimised",
      defaultValue = "proportional",
      descriptionKey = "setting.simulate.allocation")
  private String allocation = "proportional";

  @Option(
      names = "--start-date",
      paramLabel = "DATE",
      descriptionKey = "setting.simulate.start_date")
  private String startDate = "";

  CompareCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return source;
  }

  @Override
  Loaded<Answer> answer(Progress progress) throws IOException {
    Recipe recipe =
        Recipe.of(Stage.SIMULATE)
            .withSeed(common.seed)
            .withThreads(common.threads())
            .withLocale(common.locale());
    List<Finding> faults = new ArrayList<>();
    recipe = with(recipe, Setting.SCENARIO, scenario, faults);
    recipe = with(recipe, Setting.SIMULATE_DAYS, days, faults);
    recipe = with(recipe, Setting.SIMULATE_REPLICATIONS, replications, faults);
    recipe = with(recipe, Setting.SIMULATE_ALLOCATION, allocation, faults);
    recipe = with(recipe, Setting.SIMULATE_START_DATE, startDate, faults);
    return faults.isEmpty()
        ? CompareStudy.of(source, recipe, plans, progress)
        : new Loaded.Rejected<>(faults);
  }

  private static Recipe with(Recipe recipe, Setting setting, String text, List<Finding> faults) {
    if (setting.domain().canonical(text) == null) {
      faults.add(Recipe.fault(setting, text));
      return recipe;
    }
    return recipe.with(setting, text);
  }
}
