package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.ImportStudy;

/** {@code tenon import brunel DIRECTORY --out PACKAGE}: logistics of a microchip maker. */
@Command(name = "brunel")
final class BrunelCommand extends NetworkCommand {
  @Parameters(paramLabel = "DIRECTORY", descriptionKey = "brunel.directory")
  private Path directory = Path.of("");

  BrunelCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return directory;
  }

  @Override
  Loaded<ImportStudy> read(Progress progress) throws IOException {
    return ImportStudy.brunel(directory, out, common.locale(), progress);
  }
}
