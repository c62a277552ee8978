package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import tenon.model.Loaded;
import tenon.study.ImportStudy;

/** Says what an import came to. */
final class ImportAnswer {
  private ImportAnswer() {}

  /**
   * Tells the assumptions and the rows of the package, or why the source is refused.
   *
   * @return the exit code
   */
  static int tell(Loaded<ImportStudy> loaded, Path source, Path out, Speech speech)
      throws IOException {
    return switch (loaded) {
      case Loaded.Rejected<ImportStudy>(var errors) -> speech.refuse(source, errors);
      case Loaded.Ready<ImportStudy>(var done, var warnings) -> {
        speech.warn(warnings);
        speech.json(done.json());
        if (!done.assumptions().isEmpty()) {
          speech.tell("import.assumptions");
        }
        done.assumptions().forEach(assumption -> speech.line("- " + assumption));
        done.rows()
            .forEach((title, rows) -> speech.tell("check.rows", Integer.toString(rows), title));
        speech.tell("wrote", out.toString());
        yield ExitCode.DONE;
      }
    };
  }
}
