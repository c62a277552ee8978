package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.study.workbook.WorkbookStudy;

/** {@code tenon import forms DIR --out PACKAGE}: the forms of many firms. */
@Command(name = "forms")
final class FormsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "DIR", descriptionKey = "forms.directory")
  private Path directory = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "PACKAGE", descriptionKey = "import.out")
  private Path out = Path.of("");

  @Option(names = "--marked", paramLabel = "DIR", descriptionKey = "forms.marked")
  private @Nullable Path marked;

  FormsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    WorkbookStudy done;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      done = WorkbookStudy.forms(directory, out, marked, common.locale(), progress);
    }
    Speech speech = new Speech(console, common);
    int code = ImportAnswer.tell(done.loaded(), directory, out, speech);
    done.files().forEach(file -> speech.tell("wrote", file.toString()));
    return code;
  }
}
