package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.AgglomerationAnswer;

/** {@code tenon economy agglomeration PACKAGE|FILE.csv --out DIR}. */
@Command(name = "agglomeration")
final class AgglomerationCommand extends AnswerCommand {
  @Parameters(paramLabel = "PACKAGE|FILE.csv", descriptionKey = "economy.plants")
  private Path file = Path.of("");

  @Option(names = "--region", paramLabel = "COLUMN", descriptionKey = "agglomeration.region")
  private String region = "";

  @Option(names = "--sector", paramLabel = "COLUMN", descriptionKey = "agglomeration.sector")
  private String sector = "";

  @Option(names = "--value", paramLabel = "COLUMN", descriptionKey = "agglomeration.value")
  private String value = "";

  @Option(names = "--time", paramLabel = "COLUMN", descriptionKey = "agglomeration.time")
  private String time = "";

  AgglomerationCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return file;
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    return AgglomerationAnswer.of(
        new AgglomerationAnswer.Question(file, region, sector, value, time), common.locale());
  }
}
