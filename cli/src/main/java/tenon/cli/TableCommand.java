package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenon.packages.inputoutput.TableLayout;
import tenon.study.ImportStudy;

/** {@code tenon import io LAYOUT FILE... --out PACKAGE}: an input-output table. */
@Command(name = "io")
final class TableCommand implements Callable<Integer> {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");

  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "LAYOUT", descriptionKey = "economy.layout")
  private String layout = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "io.files")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "io.year")
  private String year = "";

  @Option(names = "--unbalanced", descriptionKey = "economy.unbalanced")
  private boolean unbalanced;

  @Option(names = "--out", required = true, paramLabel = "PACKAGE", descriptionKey = "import.out")
  private Path out = Path.of("");

  TableCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TableLayout known = TableLayout.named(layout);
    if (known == null) {
      throw new ParameterException(
          spec.commandLine(),
          Wording.say(
              common.locale(), "wrong.layout", layout, String.join(", ", TableLayout.titles())));
    }
    return ImportAnswer.tell(
        ImportStudy.table(known, files, when(), unbalanced, out, common.locale()),
        files.getFirst(),
        out,
        new Speech(console, common));
  }

  /** The year asked for, or the last one in the name of the file. */
  private String when() {
    if (!year.isEmpty()) {
      return year;
    }
    Matcher named = YEAR.matcher(String.valueOf(files.getFirst().getFileName()));
    String last = "0";
    while (named.find()) {
      last = named.group();
    }
    return last;
  }
}
