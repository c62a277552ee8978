package tenon.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import tenon.study.method.Method;
import tenon.study.recipe.Stage;

/** The command {@code tenon} with those of its commands that the arguments can be about. */
@Command(name = "tenon", mixinStandardHelpOptions = true, versionProvider = Root.Versions.class)
final class Root {
  private Root() {}

  /** Runs one command and returns its exit code. */
  static int run(Console console, String... arguments) {
    Locale locale = Language.of(List.of(arguments)).locale();
    CommandLine line = new CommandLine(new Root(), new Commands(console));
    String first = arguments.length == 0 ? "" : arguments[0];
    String second = arguments.length < 2 ? "" : arguments[1];
    for (String name : commands(first)) {
      Class<?> command = Commands.named(name, second);
      if (command != null) {
        line.addSubcommand(name, command);
      }
    }
    if (MethodFamily.isStudyFile(arguments)) {
      line.addSubcommand(MethodFamily.studyFile(console, locale));
    } else if (MethodFamily.isMethodOfStage(first, second)) {
      line.addSubcommand(MethodFamily.line(console, first, second, locale));
    } else {
      stages(first).forEach(stage -> addStage(line, console, stage, locale));
    }
    for (String family : MethodFamily.NAMES) {
      if (first.equals(family) || isAboutAll(first)) {
        line.addSubcommand(MethodFamily.line(console, family, second, locale));
      }
    }
    for (String name : MethodFamily.alone()) {
      if (first.equals(name) || isAboutAll(first)) {
        line.addSubcommand(MethodFamily.alone(console, name, locale));
      }
    }
    line.setResourceBundle(Wording.bundle(locale));
    line.setOut(console.writer());
    line.setErr(console.errorWriter());
    line.setUsageHelpLongOptionsMaxWidth(24);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new WrongUsage(console, locale));
    line.setExecutionExceptionHandler(new Faults(console, locale));
    if (arguments.length == 0) {
      line.usage(console.writer());
      return ExitCode.DONE;
    }
    return line.execute(arguments);
  }

  /** Whether the first argument names no command, so that it can be about any of them. */
  private static boolean isAboutAll(String first) {
    boolean one =
        Commands.NAMES.contains(first)
            || MethodFamily.NAMES.contains(first)
            || MethodFamily.alone().contains(first);
    boolean stage = Arrays.stream(Stage.values()).anyMatch(is -> is.title().equals(first));
    return first.equals("help") || !(one || stage);
  }

  /** The commands that the arguments can be about: making them all takes a while. */
  private static List<String> commands(String first) {
    return isAboutAll(first)
        ? Commands.NAMES
        : Commands.NAMES.stream().filter(first::equals).toList();
  }

  /** The stages that the arguments can be about. */
  private static List<Stage> stages(String first) {
    return Arrays.stream(Stage.values())
        .filter(stage -> stage.title().equals(first) || isAboutAll(first))
        .toList();
  }

  private static void addStage(CommandLine line, Console console, Stage stage, Locale locale) {
    CommandSpec spec = new StageCommand(console, stage, locale).spec();
    List<Method> methods = MethodFamily.methods(stage.title());
    if (!methods.isEmpty()) {
      String names = String.join(", ", methods.stream().map(Method::name).toList());
      spec.usageMessage()
          .footer("", Wording.say(locale, "tenon." + stage.title() + ".methods") + " " + names);
    }
    line.addSubcommand(new CommandLine(spec));
  }

  /** Says {@code tenon 0.1.0}. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Tenon.version()};
    }
  }
}
