package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.ExposureOutcome;
import tenon.study.ExposureRecipe;
import tenon.study.ExposureStudy;

/** Runs an exposure study and says what came of it. */
record ExposureRun(Console console, CommonOptions common) {

  int run(Path source, ExposureRecipe recipe, Path out) throws IOException {
    Loaded<ExposureOutcome> loaded;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      loaded = ExposureStudy.run(source, recipe, out, progress);
    }
    Speech speech = new Speech(console, common);
    return switch (loaded) {
      case Loaded.Rejected<ExposureOutcome>(var errors) -> speech.refuse(source, errors);
      case Loaded.Ready<ExposureOutcome>(var outcome, var warnings) -> {
        tell(speech, outcome, warnings);
        yield ExitCode.DONE;
      }
    };
  }

  private void tell(Speech speech, ExposureOutcome outcome, List<Finding> warnings)
      throws IOException {
    speech.warn(warnings);
    speech.json(outcome.resultJson());
    if (outcome.synthetic()) {
      speech.tell("synthetic");
    }
    speech.line(outcome.answer());
    outcome.ranking().forEach(line -> speech.line("  " + line));
    speech.tell("wrote", outcome.out().toString());
    if (outcome.files().contains("report.html")) {
      speech.tell("report", outcome.out().resolve("report.html").toString());
    }
  }
}
