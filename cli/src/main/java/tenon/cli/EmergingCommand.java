package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.EmergingAnswer;

/** {@code tenon economy emerging TABLE --industries E.csv --out DIR}. */
@Command(name = "emerging")
final class EmergingCommand extends AnswerCommand {
  @Mixin private TableOptions table = new TableOptions();

  @Option(
      names = "--industries",
      required = true,
      paramLabel = "E.csv",
      descriptionKey = "economy.industries")
  private Path industries = Path.of("");

  EmergingCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return table.first();
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    return EmergingAnswer.of(table.source(common), industries, common.locale());
  }
}
