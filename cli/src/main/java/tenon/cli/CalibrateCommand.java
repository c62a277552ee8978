package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.calibrate.CalibrateStudy;

/** {@code tenon calibrate PACKAGE --history FILES --package PACKAGE --out DIR}. */
@Command(name = "calibrate")
final class CalibrateCommand extends AnswerCommand {
  @Parameters(paramLabel = "PACKAGE", descriptionKey = "study.package")
  private Path path = Path.of("");

  @Option(
      names = "--history",
      split = ",",
      paramLabel = "DIR|FILE",
      descriptionKey = "calibrate.history")
  private List<Path> history = new ArrayList<>();

  @Option(names = "--package", paramLabel = "PACKAGE", descriptionKey = "calibrate.package")
  private @Nullable Path target;

  @Option(names = "--hold-back", paramLabel = "0.2", descriptionKey = "calibrate.hold-back")
  private double heldBack = 0.2;

  CalibrateCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return path;
  }

  @Override
  Loaded<Answer> answer(Progress progress) throws IOException {
    return CalibrateStudy.run(
        new CalibrateStudy.Question(path, history, target, heldBack), common.locale(), progress);
  }
}
