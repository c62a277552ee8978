package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tenon.study.workbook.WorkbookStudy;

/** {@code tenon template --lang en|zh --out FILE.xlsx}: the empty workbook, or a firm's form. */
@Command(name = "template")
final class TemplateCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

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
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new ParameterException(
          spec.commandLine(),
          Wording.say(common.locale(), "wrong.file.xlsx", "--out", out.toString()));
    }
    WorkbookStudy.template(form, out, common.locale());
    new Speech(console, common).tell("wrote", out.toString());
    return ExitCode.DONE;
  }
}
