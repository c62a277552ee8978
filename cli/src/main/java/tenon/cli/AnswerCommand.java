package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.AnswerFiles;
import tenon.study.answer.Answer;
import tenon.study.document.DocumentFormat;

/** A command that reads plain files, computes one thing and says it. */
abstract class AnswerCommand implements Callable<Integer> {
  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--out", paramLabel = "DIR|FILE.csv", descriptionKey = "answer.out")
  private @Nullable Path out;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "html|latex|docx|xlsx|txt",
      descriptionKey = "answer.format")
  private List<DocumentFormat> formats = new ArrayList<>();

  AnswerCommand(Console console) {
    this.console = console;
  }

  /** The file that is named where the input as a whole is refused. */
  abstract Path source();

  /** Where the result goes, or null where it is only said. */
  @Nullable Path out() {
    return out;
  }

  /** Reads the input and computes. */
  abstract Loaded<Answer> answer(Progress progress) throws IOException;

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      AnswerFiles.check(out);
    }
    Loaded<Answer> loaded;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      loaded = answer(progress);
    }
    Speech speech = new Speech(console, common);
    return switch (loaded) {
      case Loaded.Rejected<Answer>(var errors) -> speech.refuse(source(), errors);
      case Loaded.Ready<Answer>(var answer, var warnings) -> say(speech, answer, warnings);
    };
  }

  private int say(Speech speech, Answer answer, List<Finding> warnings) throws IOException {
    Path place = out;
    if (place != null) {
      List<DocumentFormat> asked = formats.isEmpty() ? List.of(DocumentFormat.HTML) : formats;
      List<Finding> faults = AnswerFiles.write(answer, warnings, asked, place, common.locale());
      if (!faults.isEmpty()) {
        return speech.refuse(place, faults);
      }
    }
    speech.warn(warnings);
    speech.json(AnswerFiles.json(answer, warnings, common.locale()));
    answer.lines().forEach(speech::line);
    if (place != null) {
      speech.tell("wrote", place.toString());
    }
    return answer.holds() ? ExitCode.DONE : ExitCode.NO;
  }
}
