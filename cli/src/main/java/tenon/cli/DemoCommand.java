package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;

/** {@code tenon demo}: the whole loop on the example that comes with Tenon. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  private static final String ROLES = "leading";

  /** Half a year: longer survivals are not told apart, which keeps the demo quick. */
  private static final String HORIZON_DAYS = "180";

  private static final String REPLICATIONS = "12";

  /** Few, long periods: a coarser plan, which is quicker. */
  private static final String PERIOD_DAYS = "60";

  private static final String PERIODS = "4";

  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "demo.out")
  private Path out = Path.of("tenon-demo");

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    // The launcher says where Tenon lies; without it the example is looked for here.
    Path home = Path.of(System.getProperty("tenon.home", "."));
    Recipe recipe =
        Recipe.of(List.of())
            .with(Setting.EXPOSURE_ROLES, ROLES)
            .with(Setting.EXPOSURE_HORIZON_DAYS, HORIZON_DAYS)
            .with(Setting.SIMULATE_REPLICATIONS, REPLICATIONS)
            .with(Setting.PLAN_LONGEST_PERIOD_DAYS, PERIOD_DAYS)
            .with(Setting.PLAN_MOST_PERIODS, PERIODS)
            .withSeed(common.seed)
            .withThreads(common.threads())
            .withLocale(common.locale());
    Path example = home.resolve("examples").resolve("yangtze-ic");
    return new StudyRun(console, common).run(example, recipe, out);
  }
}
