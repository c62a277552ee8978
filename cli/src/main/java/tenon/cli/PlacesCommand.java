package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.ImportStudy;

/** {@code tenon import places PACKAGE --reference FILE --out PACKAGE}: places looked up. */
@Command(name = "places")
final class PlacesCommand extends NetworkCommand {
  @Parameters(paramLabel = "PACKAGE", descriptionKey = "study.package")
  private Path path = Path.of("");

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "places.reference")
  private List<Path> references = List.of();

  PlacesCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return path;
  }

  @Override
  Loaded<ImportStudy> read(Progress progress) throws IOException {
    return ImportStudy.places(path, references, out, common.locale(), progress);
  }
}
