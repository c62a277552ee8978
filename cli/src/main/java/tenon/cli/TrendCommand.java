package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.TrendAnswer;

/** {@code tenon economy trend TABLE_2017 TABLE_2020 --out DIR}. */
@Command(name = "trend")
final class TrendCommand extends AnswerCommand {
  @Mixin private TableOptions table = new TableOptions();

  TrendCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return table.first();
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    return TrendAnswer.of(table.source(common), common.locale());
  }
}
