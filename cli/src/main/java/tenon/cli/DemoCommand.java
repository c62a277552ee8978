package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.study.ExposureRecipe;

/** {@code tenon demo}: the main analysis on the example that comes with Tenon. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  private static final List<String> ROLES = List.of("leading", "specialised");

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
    ExposureRecipe recipe =
        ExposureRecipe.standard()
            .withRoles(ROLES)
            .withThreads(common.threads())
            .withLocale(common.locale());
    Path example = home.resolve("examples").resolve("yangtze-ic");
    return new ExposureRun(console, common).run(example, recipe, out);
  }
}
