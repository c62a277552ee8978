package tenon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import tenon.study.Version;
import tenon.study.recipe.Stage;

/** Entry of the command line: {@code tenon COMMAND ...}. */
@Command(name = "tenon", mixinStandardHelpOptions = true, versionProvider = Tenon.Versions.class)
public final class Tenon {

  private Tenon() {}

  public static void main(String[] arguments) {
    // The encoding of results must not depend on the machine.
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    int exit = run(new Console(out, err, Console.onTerminal()), arguments);
    out.flush();
    System.exit(exit);
  }

  /** Runs one command and returns its exit code. */
  static int run(Console console, String... arguments) {
    if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"))) {
      // No command has to be made for this, which takes most of the time of a start.
      console.out().println(new Versions().getVersion()[0]);
      return ExitCode.DONE;
    }
    Locale locale = Language.of(List.of(arguments)).locale();
    CommandLine line = new CommandLine(new Tenon(), new Commands(console));
    String first = arguments.length == 0 ? "" : arguments[0];
    for (String name : commands(first)) {
      Class<?> command = Commands.named(name);
      if (command != null) {
        line.addSubcommand(name, command);
      }
    }
    stages(first).forEach(stage -> addStage(line, console, stage, locale));
    line.setResourceBundle(Wording.bundle(locale));
    line.setOut(console.writer());
    line.setErr(console.errorWriter());
    line.setUsageHelpLongOptionsMaxWidth(24);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Faults(console, locale));
    if (arguments.length == 0) {
      line.usage(console.writer());
      return ExitCode.DONE;
    }
    return line.execute(arguments);
  }

  /** The commands that the arguments can be about: making them all takes a while. */
  private static List<String> commands(String first) {
    boolean one = Commands.NAMES.contains(first) && !first.equals("help");
    return one ? List.of(first) : stages(first).size() == 1 ? List.of() : Commands.NAMES;
  }

  /** The stages that the arguments can be about. */
  private static List<Stage> stages(String first) {
    if (Commands.NAMES.contains(first) && !first.equals("help")) {
      return List.of();
    }
    List<Stage> named =
        Arrays.stream(Stage.values()).filter(stage -> stage.title().equals(first)).toList();
    return named.isEmpty() ? List.of(Stage.values()) : named;
  }

  private static void addStage(CommandLine line, Console console, Stage stage, Locale locale) {
    line.addSubcommand(new CommandLine(new StageCommand(console, stage, locale).spec()));
  }

  /** Says {@code tenon 0.1.0}. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"tenon " + Version.text()};
    }
  }
}
