package tenon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.DependenceAnswer;

/** {@code tenon economy dependence TABLE [--region R] [--bloc R,R]}, or {@code --trade T.csv}. */
@Command(name = "dependence")
final class DependenceCommand extends AnswerCommand {
  @Mixin private TableOptions table = new TableOptions();

  @Option(names = "--trade", paramLabel = "T.csv", descriptionKey = "economy.trade")
  private @Nullable Path trade;

  @Option(names = "--region", paramLabel = "REGION", descriptionKey = "economy.region")
  private String region = "";

  @Option(names = "--bloc", split = ",", paramLabel = "R,R", descriptionKey = "economy.bloc")
  private List<String> bloc = new ArrayList<>();

  DependenceCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return trade == null ? table.first() : trade;
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    Path file = trade;
    return file == null
        ? DependenceAnswer.ofTable(table.source(common), region, bloc, common.locale())
        : DependenceAnswer.ofTrade(file, common.locale());
  }
}
