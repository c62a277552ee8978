package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.study.Earlier;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;

/**
 * {@code tenon report PACKAGE --out DIR}: the whole loop in one report, or an earlier one again.
 */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "PACKAGE", descriptionKey = "study.package")
  private Path source = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "report.out")
  private Path out = Path.of("");

  @Option(names = "--stages", split = ",", paramLabel = "STAGE", descriptionKey = "report.stages")
  private List<Stage> stages = new ArrayList<>();

  @Option(names = "--scenario", paramLabel = "FILE", descriptionKey = "setting.scenario")
  private @Nullable String scenario;

  @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "report.set")
  private List<String> changes = new ArrayList<>();

  @Option(names = "--replay", paramLabel = "DIR", descriptionKey = "report.replay")
  private @Nullable Path replay;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "study.date")
  private @Nullable LocalDate date;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (scenario != null) {
      changes.add(Setting.SCENARIO.key() + "=" + scenario);
    }
    if (replay == null) {
      return run(Recipe.of(stages).withSeed(common.seed).withDate(date), null);
    }
    return switch (Earlier.read(replay)) {
      case Loaded.Rejected<Earlier>(var errors) ->
          new Speech(console, common).refuse(replay, errors);
      case Loaded.Ready<Earlier>(var earlier, var none) -> run(again(earlier.recipe()), earlier);
    };
  }

  /** The earlier recipe, with what this command line says otherwise. */
  private Recipe again(Recipe earlier) {
    Recipe recipe = common.seedGiven() ? earlier.withSeed(common.seed) : earlier;
    recipe = date == null ? recipe : recipe.withDate(date);
    return stages.isEmpty() ? recipe : recipe.withStages(stages);
  }

  private int run(Recipe base, @Nullable Earlier earlier) throws IOException {
    Recipe spoken = base.withThreads(common.threads()).withLocale(common.locale());
    return switch (spoken.changed(changes)) {
      case Loaded.Rejected<Recipe>(var errors) ->
          new Speech(console, common).refuse(source, errors);
      case Loaded.Ready<Recipe>(var recipe, var none) ->
          new StudyRun(console, common).run(source, recipe, earlier, out);
    };
  }
}
