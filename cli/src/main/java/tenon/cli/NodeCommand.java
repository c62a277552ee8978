package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.node.NodeAnswer;

/** {@code tenon node FILE.yaml --out DIR}: a site in detail, event by event. */
@Command(name = "node")
final class NodeCommand extends AnswerCommand {
  @Parameters(paramLabel = "FILE.yaml", descriptionKey = "node.file")
  private Path file = Path.of("");

  NodeCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return file;
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    return NodeAnswer.of(file, common.seed, common.threads(), common.locale());
  }
}
