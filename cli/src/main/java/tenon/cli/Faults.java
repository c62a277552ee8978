package tenon.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one sentence and an exit code; a trace only where asked for. */
record Faults(Console console, Locale locale) implements IExecutionExceptionHandler {

  /** Environment variable that asks for the trace of a fault. */
  private static final String TRACE = "TENON_TRACE";

  @Override
  public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
    if (System.getenv(TRACE) != null) {
      fault.printStackTrace(console.err());
    }
    return switch (fault) {
      case NoSuchFileException missing -> wrongInput("io.missing", missing.getFile());
      case AccessDeniedException denied -> wrongInput("io.denied", denied.getFile());
      case IOException io -> wrongInput("io.other", String.valueOf(io.getMessage()));
      default -> {
        console.err().println(Wording.say(locale, "fault", fault.toString(), TRACE));
        yield ExitCode.FAULT;
      }
    };
  }

  private int wrongInput(String key, String detail) {
    console.err().println(Wording.say(locale, key, detail));
    return ExitCode.WRONG_INPUT;
  }
}
