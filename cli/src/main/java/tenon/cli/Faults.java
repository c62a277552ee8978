package tenon.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tenon.packages.Unwritable;

/** Turns what a command throws into one sentence and an exit code; a trace only where asked for. */
record Faults(Console console, Locale locale) implements IExecutionExceptionHandler {

  /** Environment variable that asks for the trace of a fault. */
  private static final String TRACE = "TENON_TRACE";

  /** Characters of a path that are shown. */
  private static final int LONGEST = 160;

  @Override
  public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
    if (System.getenv(TRACE) != null) {
      fault.printStackTrace(console.err());
    }
    return switch (fault) {
      case NoSuchFileException missing -> wrongInput("io.missing", missing.getFile());
      case AccessDeniedException denied -> wrongInput("io.denied", denied.getFile());
      case DirectoryNotEmptyException full -> wrongInput("io.not-empty", full.getFile());
      case NotDirectoryException file -> wrongInput("io.is-file", file.getFile());
      case FileAlreadyExistsException other -> wrongInput("io.exists", other.getFile());
      case Unwritable unwritable -> wrongInput(unwritable);
      case IOException io -> wrongInput("io.other", String.valueOf(io.getMessage()));
      default -> {
        console.err().println(Wording.say(locale, "fault", fault.toString(), TRACE));
        yield ExitCode.FAULT;
      }
    };
  }

  private int wrongInput(Unwritable place) {
    return switch (place.why()) {
      case FILE_ABOVE -> wrongInput("io.above", shown(place.place()), shown(place.above()));
      case DENIED -> wrongInput("io.denied", shown(place.above()));
      case TOO_LONG -> wrongInput("io.long", shown(place.place()));
      case REFUSED ->
          wrongInput(
              place.reason().isEmpty() ? "io.refused" : "io.refused.why",
              shown(place.place()),
              shown(place.above()),
              place.reason());
    };
  }

  /** A path that can be read: of one that is very long, its beginning. */
  private static String shown(String path) {
    return path.length() > LONGEST ? path.substring(0, LONGEST) + "…" : path;
  }

  private int wrongInput(String key, String... details) {
    console.err().println(Wording.say(locale, key, details));
    return ExitCode.WRONG_INPUT;
  }
}
