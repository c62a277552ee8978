package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.study.workbook.WorkbookStudy;

/** {@code tenon template --lang en|zh --out FILE.xlsx}: the empty workbook, or a firm's form. */
@Command(name = "template")
final class TemplateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--form", descriptionKey = "template.form")
  private boolean form;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.xlsx",
      descriptionKey = "template.out")
  private Path out = Path.of("");

  TemplateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    WorkbookStudy.template(form, out, common.locale());
    new Speech(console, common).tell("wrote", out.toString());
    return ExitCode.DONE;
  }
}
