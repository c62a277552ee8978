package tenon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenon.model.Loaded;
import tenon.packages.Scratch;
import tenon.study.Study;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;

/**
 * {@code tenon STAGE PACKAGE --out PATH}: one stage of a study. Its options are the settings that
 * the stage declares.
 */
@Command
final class StageCommand implements Callable<Integer> {
  /** Files of a result that are copied to where the option says, with their names in the result. */
  private static final Map<Setting, String> COPIED =
      Map.of(
          Setting.SIMULATE_TRACE, "trace.csv",
          Setting.SIMULATE_TRAJECTORIES, "trajectories.parquet");

  private final Console console;
  private final Stage stage;
  private final Locale locale;
  private final Map<Setting, String> given = new EnumMap<>(Setting.class);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "PACKAGE", descriptionKey = "study.package")
  private Path source = Path.of("");

  @Option(names = "--out", paramLabel = "PATH", descriptionKey = "common.out")
  private @Nullable Path out;

  private boolean explain;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "study.date")
  private @Nullable LocalDate date;

  /**
   * The command of a stage.
   *
   * @param locale language of what is said of a wrong option, which is read before {@code --lang}
   */
  StageCommand(Console console, Stage stage, Locale locale) {
    this.console = console;
    this.stage = stage;
    this.locale = locale;
  }

  /** The command with an option for every setting of the stage. */
  CommandSpec spec() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(this).name(stage.title());
    for (Setting setting : stage.settings()) {
      spec.addOption(option(spec, setting));
    }
    if (stage == Stage.SIMULATE) {
      spec.addOption(explanation());
    }
    return spec;
  }

  private OptionSpec explanation() {
    return OptionSpec.builder("--explain-scenario")
        .arity("0")
        .type(boolean.class)
        .descriptionKey("simulate.explain")
        .setter(
            new ISetter() {
              @Override
              @SuppressWarnings("TypeParameterUnusedInFormals") // as picocli declares it
              public <T> T set(T value) {
                explain = Boolean.TRUE.equals(value);
                return value;
              }
            })
        .build();
  }

  private static String[] names(Setting setting) {
    String name = "--" + setting.option();
    return setting == Setting.SIMULATE_REPLICATIONS
        ? new String[] {name, "--reps"}
        : new String[] {name};
  }

  private OptionSpec option(CommandSpec spec, Setting setting) {
    return DomainOption.of(
            setting.domain(), setting.standard(), text -> take(spec, setting, text), names(setting))
        .descriptionKey("setting." + setting.key())
        .build();
  }

  private void take(CommandSpec spec, Setting setting, String text) {
    if (setting.domain().canonical(text) == null) {
      throw DomainOption.refused(spec, locale, "--" + setting.option(), text, setting.domain());
    }
    given.put(setting, text);
  }

  @Override
  public Integer call() throws IOException {
    Recipe recipe =
        Recipe.of(stage)
            .withSeed(common.seed)
            .withThreads(common.threads())
            .withLocale(common.locale())
            .withDate(date);
    for (Map.Entry<Setting, String> entry : given.entrySet()) {
      recipe = recipe.with(entry.getKey(), entry.getValue());
    }
    if (explain) {
      return explain(recipe);
    }
    Path place = out;
    if (place == null) {
      throw new ParameterException(
          spec.commandLine(), Wording.say(locale, "wrong.missing", "--out=PATH"));
    }
    for (Setting file : COPIED.keySet()) {
      refuseUnfit(file, recipe.text(file), place);
    }
    int exit = new StudyRun(console, common).run(source, recipe, place);
    for (Map.Entry<Setting, String> file : COPIED.entrySet()) {
      String wanted = recipe.text(file.getKey());
      if (exit == ExitCode.DONE && !wanted.isEmpty()) {
        copy(place.resolve(file.getValue()), Path.of(wanted));
      }
    }
    return exit;
  }

  /** Says at once what would fail only after all the work. */
  private void refuseUnfit(Setting setting, String wanted, Path place) {
    if (wanted.isEmpty()) {
      return;
    }
    String option = "--" + setting.option();
    Path parent = Path.of(wanted).toAbsolutePath().getParent();
    boolean parquet = setting == Setting.SIMULATE_TRAJECTORIES;
    if (parquet && !wanted.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
      refuse("wrong.file.parquet", option, wanted);
    } else if (place.toString().endsWith(".csv")) {
      refuse("wrong.file.table", option, place.toString());
    } else if (Files.isDirectory(Path.of(wanted))) {
      refuse("wrong.file.directory", option, wanted);
    } else if (parent != null && !Files.exists(parent) && !isWithin(parent, place)) {
      refuse("wrong.file.parent", option, parent.toString());
    }
  }

  /** Whether a directory is one that the results will make. */
  private static boolean isWithin(Path directory, Path place) {
    return directory.normalize().equals(place.toAbsolutePath().normalize());
  }

  private void refuse(String key, String option, String value) {
    throw new ParameterException(spec.commandLine(), Wording.say(locale, key, option, value));
  }

  /** Copies beside the target and moves it there, so that it is whole or not there. */
  private static void copy(Path written, Path wanted) throws IOException {
    Path target = wanted.toAbsolutePath().normalize();
    if (target.equals(written.toAbsolutePath().normalize())) {
      return;
    }
    Path fresh = Scratch.file(target);
    try {
      Files.copy(written, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private int explain(Recipe recipe) throws IOException {
    Speech speech = new Speech(console, common);
    return switch (Study.explain(source, recipe)) {
      case Loaded.Rejected<List<String>>(var errors) -> speech.refuse(source, errors);
      case Loaded.Ready<List<String>>(var lines, var warnings) -> {
        speech.warn(warnings);
        lines.forEach(speech::line);
        yield ExitCode.DONE;
      }
    };
  }
}
