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

/** {@code tenon import willems STAGES.csv ARCS.csv --out PACKAGE}: a multi-echelon chain. */
@Command(name = "willems")
final class WillemsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "STAGES.csv", descriptionKey = "willems.stages")
  private Path stages = Path.of("");

  @Parameters(index = "1", paramLabel = "ARCS.csv", descriptionKey = "willems.arcs")
  private Path arcs = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "PACKAGE", descriptionKey = "import.out")
  private Path out = Path.of("");

  WillemsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Loaded<ImportStudy> loaded;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      loaded = ImportStudy.willems(stages, arcs, out, common.locale(), progress);
    }
    return ImportAnswer.tell(loaded, stages, out, new Speech(console, common));
  }
}
