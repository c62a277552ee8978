package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.ImportStudy;

/**
 * {@code tenon import supplygraph DIRECTORY --out PACKAGE}: products of a maker of consumer goods.
 */
@Command(name = "supplygraph")
final class SupplyGraphCommand extends NetworkCommand {
  @Parameters(paramLabel = "DIRECTORY", descriptionKey = "supplygraph.directory")
  private Path directory = Path.of("");

  SupplyGraphCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return directory;
  }

  @Override
  Loaded<ImportStudy> read(Progress progress) throws IOException {
    return ImportStudy.supplygraph(directory, out, common.locale(), progress);
  }
}
