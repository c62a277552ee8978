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
import tenon.study.ExposureRecipe;

/** {@code tenon exposure PACKAGE --out PATH}: what an outage of each site would cost. */
@Command(name = "exposure")
final class ExposureCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "PACKAGE", descriptionKey = "exposure.package")
  private Path source = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "PATH", descriptionKey = "common.out")
  private Path out = Path.of("");

  @Option(names = "--ttr-days", paramLabel = "DAYS", descriptionKey = "exposure.ttr")
  private double ttrDays = ExposureRecipe.standard().assumedTtrDays();

  @Option(names = "--probability", paramLabel = "P", descriptionKey = "exposure.probability")
  private double probability = ExposureRecipe.standard().assumedProbabilityPerYear();

  @Option(names = "--horizon-days", paramLabel = "DAYS", descriptionKey = "exposure.horizon")
  private double horizonDays = ExposureRecipe.standard().horizonDays();

  @Option(names = "--stock-lost", descriptionKey = "exposure.stockLost")
  private boolean stockLost;

  @Option(names = "--site", split = ",", paramLabel = "ID", descriptionKey = "exposure.sites")
  private List<String> sites = new ArrayList<>();

  @Option(names = "--role", split = ",", paramLabel = "ROLE", descriptionKey = "exposure.roles")
  private List<String> roles = new ArrayList<>();

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "exposure.date")
  private @Nullable LocalDate date;

  ExposureCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ExposureRecipe recipe =
        ExposureRecipe.standard()
            .withAssumedTtrDays(ttrDays)
            .withAssumedProbabilityPerYear(probability)
            .withHorizonDays(horizonDays)
            .withStockLost(stockLost)
            .withSiteIds(sites)
            .withRoles(roles)
            .withThreads(common.threads())
            .withLocale(common.locale())
            .withDate(date);
    return new ExposureRun(console, common).run(source, recipe, out);
  }
}
