package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.ask.AskStudy;

/** {@code tenon ask PACKAGE --out DIR}: which number to ask for next, and of whom. */
@Command(name = "ask")
final class AskCommand extends AnswerCommand {
  @Parameters(paramLabel = "PACKAGE", descriptionKey = "study.package")
  private Path path = Path.of("");

  @Option(names = "--protect", paramLabel = "5", descriptionKey = "ask.protect")
  private int protect = 5;

  @Option(names = "--most", paramLabel = "30", descriptionKey = "ask.most")
  private int most = 30;

  AskCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return path;
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    AskStudy.Spec spec =
        new AskStudy.Spec(Math.max(1, protect), Math.max(1, most), common.threads());
    return AskStudy.run(path, spec, common.locale(), progress);
  }
}
