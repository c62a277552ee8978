package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.ArioAnswer;

/** {@code tenon economy ario --z Z.csv --y Y.csv --x x.csv --event E.json --out DIR}. */
@Command(name = "ario")
final class ArioCommand extends AnswerCommand {
  @Mixin private TableOptions table = new TableOptions();

  @Option(
      names = {"--event", "--events"},
      required = true,
      paramLabel = "E.json|E.yaml",
      descriptionKey = "economy.event")
  private Path event = Path.of("");

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "economy.steps")
  private int steps;

  @Option(names = "--compatible", descriptionKey = "economy.compatible")
  private boolean compatible;

  ArioCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return table.first();
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    ArioAnswer.Question question = new ArioAnswer.Question(event, Math.max(0, steps), compatible);
    return ArioAnswer.of(table.source(common), question, common.locale());
  }
}
