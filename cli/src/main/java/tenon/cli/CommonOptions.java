package tenon.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class CommonOptions {
  @Option(names = "--json", paramLabel = "FILE|-", descriptionKey = "common.json")
  String json = "";

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "common.seed")
  long seed = 1;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "common.threads")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--quiet", descriptionKey = "common.quiet")
  boolean quiet;

  @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "common.lang")
  Language language = Language.EN;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "common.help")
  boolean help;

  Locale locale() {
    return language.locale();
  }
}
