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
import tenon.study.Study;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;

/** {@code tenon report brief PACKAGE --out brief.docx}: the whole loop on two pages. */
@Command(name = "brief")
final class BriefCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "PACKAGE", descriptionKey = "study.package")
  private Path source = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "brief.out")
  private Path out = Path.of("");

  @Option(names = "--template", paramLabel = "FILE.xlsx", descriptionKey = "brief.template")
  private @Nullable Path template;

  @Option(names = "--stages", split = ",", paramLabel = "STAGE", descriptionKey = "report.stages")
  private List<Stage> stages = new ArrayList<>();

  @Option(names = "--scenario", paramLabel = "FILE", descriptionKey = "setting.scenario")
  private @Nullable String scenario;

  @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "report.set")
  private List<String> changes = new ArrayList<>();

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "study.date")
  private @Nullable LocalDate date;

  BriefCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (scenario != null) {
      changes.add(Setting.SCENARIO.key() + "=" + scenario);
    }
    Recipe base =
        Recipe.of(stages)
            .withSeed(common.seed)
            .withDate(date)
            .withThreads(common.threads())
            .withLocale(common.locale());
    return switch (base.changed(changes)) {
      case Loaded.Rejected<Recipe>(var errors) ->
          new Speech(console, common).refuse(source, errors);
      case Loaded.Ready<Recipe>(var recipe, var none) ->
          new StudyRun(console, common)
              .run(source, progress -> Study.brief(source, recipe, out, template, progress));
    };
  }
}
