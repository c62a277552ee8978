package tenon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.ExtractAnswer;

/** {@code tenon economy extract TABLE [--sector S]... --out DIR}. */
@Command(name = "extract")
final class ExtractCommand extends AnswerCommand {
  @Mixin private TableOptions table = new TableOptions();

  @Option(names = "--sector", split = ",", paramLabel = "SECTOR", descriptionKey = "economy.sector")
  private List<String> sectors = new ArrayList<>();

  ExtractCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return table.first();
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    return ExtractAnswer.of(table.source(common), sectors, common.locale());
  }
}
