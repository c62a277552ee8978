package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tenon.study.CheckStudy;

/** {@code tenon check PACKAGE}: every finding about a package. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "PACKAGE", descriptionKey = "check.package")
  private Path source = Path.of("");

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CheckStudy check;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      check = CheckStudy.run(source, common.locale(), progress);
    }
    Speech speech = new Speech(console, common);
    speech.json(check.json());
    if (!check.sound()) {
      return speech.refuse(source, check.findings());
    }
    speech.warn(check.findings());
    check
        .rows()
        .forEach((title, rows) -> speech.tell("check.rows", Integer.toString(rows), title));
    speech.tell("check.sound", source.toString(), Integer.toString(check.findings().size()));
    return ExitCode.DONE;
  }
}
