package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.ChokepointsAnswer;

/** {@code tenon economy chokepoints PACKAGE --out DIR}. */
@Command(name = "chokepoints")
final class ChokepointsCommand extends AnswerCommand {
  @Parameters(paramLabel = "PACKAGE", descriptionKey = "economy.package")
  private Path directory = Path.of("");

  ChokepointsCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return directory;
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    return ChokepointsAnswer.of(directory, common.locale());
  }
}
