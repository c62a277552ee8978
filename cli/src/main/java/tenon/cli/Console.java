package tenon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err everything else
 * @param terminal whether a person watches, so that a progress bar makes sense
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {

  @SuppressWarnings("SystemConsoleNull") // NullAway still takes the console for nullable
  static boolean onTerminal() {
    java.io.Console console = System.console();
    return console != null && console.isTerminal();
  }

  PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(out, UTF_8), true);
  }

  PrintWriter errorWriter() {
    return new PrintWriter(new OutputStreamWriter(err, UTF_8), true);
  }
}
