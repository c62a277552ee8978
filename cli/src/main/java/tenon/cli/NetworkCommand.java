package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.ImportStudy;

/** A command that makes a package of a published network. */
abstract class NetworkCommand implements Callable<Integer> {
  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--out", required = true, paramLabel = "PACKAGE", descriptionKey = "import.out")
  Path out = Path.of("");

  NetworkCommand(Console console) {
    this.console = console;
  }

  /** The file or directory that is named where the input is refused. */
  abstract Path source();

  abstract Loaded<ImportStudy> read(Progress progress) throws IOException;

  @Override
  public Integer call() throws IOException {
    Loaded<ImportStudy> loaded;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      loaded = read(progress);
    }
    return ImportAnswer.tell(loaded, source(), out, new Speech(console, common));
  }
}
