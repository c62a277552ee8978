package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.Earlier;
import tenon.study.Study;
import tenon.study.StudyOutcome;
import tenon.study.recipe.Recipe;

/** Runs a study and says what came of it. */
record StudyRun(Console console, CommonOptions common) {

  int run(Path source, Recipe recipe, Path out) throws IOException {
    return run(source, recipe, null, out);
  }

  /** As above; an earlier result is compared with, where there is one. */
  int run(Path source, Recipe recipe, @Nullable Earlier earlier, Path out) throws IOException {
    return run(
        source,
        progress ->
            earlier == null
                ? Study.run(source, recipe, out, progress)
                : Study.replay(source, recipe, earlier, out, progress));
  }

  /** What is run. */
  @FunctionalInterface
  interface Work {
    Loaded<StudyOutcome> of(Progress progress) throws IOException;
  }

  /** Runs it with its progress shown, and says what came of it. */
  int run(Path source, Work work) throws IOException {
    Loaded<StudyOutcome> loaded;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      loaded = work.of(progress);
    }
    Speech speech = new Speech(console, common);
    return switch (loaded) {
      case Loaded.Rejected<StudyOutcome>(var errors) -> speech.refuse(source, errors);
      case Loaded.Ready<StudyOutcome>(var outcome, var warnings) -> {
        tell(speech, outcome, warnings);
        yield ExitCode.DONE;
      }
    };
  }

  private void tell(Speech speech, StudyOutcome outcome, List<Finding> warnings)
      throws IOException {
    speech.warn(warnings);
    speech.json(outcome.resultJson());
    if (outcome.synthetic()) {
      speech.tell("synthetic");
    }
    for (StudyOutcome.Answer answer : outcome.answers()) {
      speech.line(answer.sentence());
      answer.lines().forEach(line -> speech.line("  " + line));
    }
    speech.tell("wrote", outcome.out().toString());
    for (String file : outcome.besides()) {
      speech.tell("wrote", outcome.out().resolveSibling(file).toString());
    }
    if (outcome.files().contains("report.html")) {
      speech.tell("report", outcome.out().resolve("report.html").toString());
    }
  }
}
