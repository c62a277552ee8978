package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.study.ImportStudy;

/** {@code tenon import scms FILE.csv --out PACKAGE}: deliveries of the USAID programme. */
@Command(name = "scms")
final class ScmsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE.csv", descriptionKey = "scms.file")
  private Path file = Path.of("");

  @Option(names = "--until", paramLabel = "DATE", descriptionKey = "scms.until")
  private @Nullable LocalDate until;

  @Option(names = "--out", required = true, paramLabel = "PACKAGE", descriptionKey = "import.out")
  private Path out = Path.of("");

  ScmsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Loaded<ImportStudy> loaded;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      loaded = ImportStudy.scms(file, until, out, common.locale(), progress);
    }
    return ImportAnswer.tell(loaded, file, out, new Speech(console, common));
  }
}
