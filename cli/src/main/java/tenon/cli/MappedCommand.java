package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.study.ImportStudy;

/** {@code tenon import mapped mapping.yaml --out PACKAGE}: tables of any layout. */
@Command(name = "mapped")
final class MappedCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "mapping.yaml", descriptionKey = "mapped.file")
  private Path mapping = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "PACKAGE", descriptionKey = "import.out")
  private Path out = Path.of("");

  MappedCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Loaded<ImportStudy> loaded;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      loaded = ImportStudy.mapped(mapping, out, common.locale(), progress);
    }
    return ImportAnswer.tell(loaded, mapping, out, new Speech(console, common));
  }
}
