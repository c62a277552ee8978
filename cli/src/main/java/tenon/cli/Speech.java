package tenon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tenon.model.Finding;

/**
 * What a command says and where: JSON goes where the user asked; sentences go to standard output, or
 * to standard error when standard output carries JSON; findings always go to standard error.
 */
final class Speech {
  private static final String STANDARD_OUTPUT = "-";

  private final Console console;
  private final CommonOptions common;
  private final PrintStream sentences;

  Speech(Console console, CommonOptions common) {
    this.console = console;
    this.common = common;
    sentences = common.json.equals(STANDARD_OUTPUT) ? console.err() : console.out();
  }

  /** Says a sentence of the command line's own words. */
  void tell(String key, String... arguments) {
    line(Wording.say(common.locale(), key, arguments));
  }

  /** Says a sentence. */
  void line(String sentence) {
    if (!common.quiet) {
      sentences.println(sentence);
    }
  }

  /** Lists warnings, unless only what is wrong was asked for. */
  void warn(List<Finding> warnings) {
    if (!common.quiet) {
      findings(warnings);
    }
  }

  /** Lists why an input is refused, and returns the exit code for it. */
  int refuse(Path source, List<Finding> findings) {
    findings(findings);
    long errors = findings.stream().filter(Finding::isError).count();
    console
        .err()
        .println(
            Wording.say(
                common.locale(),
                "check.unsound",
                source.toString(),
                Long.toString(errors),
                Long.toString(findings.size() - errors)));
    return ExitCode.WRONG_INPUT;
  }

  /** Writes a result as JSON where the user asked for it. */
  void json(String text) throws IOException {
    if (common.json.equals(STANDARD_OUTPUT)) {
      console.out().println(text.stripTrailing());
    } else if (!common.json.isEmpty()) {
      Files.writeString(Path.of(common.json), text, UTF_8);
    }
  }

  private void findings(List<Finding> findings) {
    for (Finding finding : findings) {
      String severity = finding.isError() ? "finding.error" : "finding.warning";
      console
          .err()
          .println(
              Wording.say(common.locale(), severity) + finding.text(common.locale()));
    }
  }
}
