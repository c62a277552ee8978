package tenon.cli;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that every command takes. */
final class CommonOptions {
  @Option(names = "--json", paramLabel = "FILE|-", descriptionKey = "common.json")
  String json = "";

  long seed = 1;

  private boolean seedGiven;

  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quiet", descriptionKey = "common.quiet")
  boolean quiet;

  @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "common.lang")
  Language language = Language.EN;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "common.help")
  boolean help;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "common.seed")
  void seed(long number) {
    seedGiven = seedGiven || number != seed;
    seed = number;
  }

  /** Whether the command line asks for a seed other than the usual one. */
  boolean seedGiven() {
    return seedGiven;
  }

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "common.threads")
  void threads(int count) {
    if (count < 1) {
      throw new ParameterException(
          spec.commandLine(), Wording.say(locale(), "wrong.threads", Integer.toString(count)));
    }
    threads = count;
  }

  int threads() {
    return threads;
  }

  Locale locale() {
    return language.locale();
  }
}
