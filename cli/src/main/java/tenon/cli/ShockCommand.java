package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.ShockAnswer;

/** {@code tenon economy shock TABLE --kind demand --shocks S.csv --out DIR}. */
@Command(name = "shock")
final class ShockCommand extends AnswerCommand {
  @Mixin private TableOptions table = new TableOptions();

  @Option(
      names = "--kind",
      paramLabel = "demand|supply|capacity|both",
      descriptionKey = "economy.kind")
  private ShockAnswer.Kind kind = ShockAnswer.Kind.DEMAND;

  @Option(
      names = "--shocks",
      required = true,
      paramLabel = "S.csv",
      descriptionKey = "economy.shocks")
  private Path shocks = Path.of("");

  ShockCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return table.first();
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    return ShockAnswer.of(table.source(common), kind, shocks, common.locale());
  }
}
