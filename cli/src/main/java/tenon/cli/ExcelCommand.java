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

/** {@code tenon import excel FILE.xlsx --out PACKAGE}: the workbook that people filled. */
@Command(name = "excel")
final class ExcelCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE.xlsx", descriptionKey = "excel.file")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "PACKAGE", descriptionKey = "import.out")
  private Path out = Path.of("");

  @Option(names = "--marked", paramLabel = "FILE.xlsx", descriptionKey = "excel.marked")
  private @Nullable Path marked;

  ExcelCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    WorkbookStudy done;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      done = WorkbookStudy.excel(file, out, marked, common.locale(), progress);
    }
    Speech speech = new Speech(console, common);
    int code = ImportAnswer.tell(done.loaded(), file, out, speech);
    done.files().forEach(copy -> speech.tell("excel.marked-at", copy.toString()));
    return code;
  }
}
