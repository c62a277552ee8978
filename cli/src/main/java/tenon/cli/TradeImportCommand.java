package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.study.ImportStudy;

/** {@code tenon import trade FILE.csv --country C --out PACKAGE}: imports of one country. */
@Command(name = "trade")
final class TradeImportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE.csv", descriptionKey = "trade.file")
  private Path file = Path.of("");

  @Option(names = "--country", required = true, paramLabel = "C", descriptionKey = "trade.importer")
  private String country = "";

  @Option(names = "--product", split = ",", paramLabel = "HS6", descriptionKey = "trade.product")
  private Set<String> products = Set.of();

  @Option(names = "--year", paramLabel = "YYYY", descriptionKey = "trade.year.one")
  private int year;

  @Option(names = "--out", required = true, paramLabel = "PACKAGE", descriptionKey = "import.out")
  private Path out = Path.of("");

  TradeImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Loaded<ImportStudy> loaded;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      loaded = ImportStudy.trade(file, country, year, products, out, common.locale(), progress);
    }
    return ImportAnswer.tell(loaded, file, out, new Speech(console, common));
  }
}
