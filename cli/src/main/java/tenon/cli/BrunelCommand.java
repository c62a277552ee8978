package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.ImportStudy;

/** {@code tenon import brunel DIRECTORY --out PACKAGE}: logistics of a microchip maker. */
@Command(name = "brunel")
final class BrunelCommand extends NetworkCommand {
  @Parameters(paramLabel = "DIRECTORY", descriptionKey = "brunel.directory")
  private Path directory = Path.of("");

  @Option(names = "--without-reservations", descriptionKey = "brunel.without-reservations")
  private boolean withoutReservations;

  BrunelCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return directory;
  }

  @Override
  Loaded<ImportStudy> read(Progress progress) throws IOException {
    return ImportStudy.brunel(directory, !withoutReservations, out, common.locale(), progress);
  }
}
