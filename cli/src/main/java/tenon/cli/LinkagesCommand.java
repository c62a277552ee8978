package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.LinkagesAnswer;

/** {@code tenon economy linkages TABLE --out DIR}. */
@Command(name = "linkages")
final class LinkagesCommand extends AnswerCommand {
  @Mixin private TableOptions table = new TableOptions();

  @Option(names = "--matrices", descriptionKey = "economy.matrices")
  private boolean matrices;

  @Option(names = "--exact", descriptionKey = "economy.exact")
  private boolean exact;

  LinkagesCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return table.first();
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    return LinkagesAnswer.of(table.source(common), matrices, exact, common.locale());
  }
}
