package tenon.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.trade.ConcentrationStudy;

/** {@code tenon trade concentration FILE.csv --country C}: dependence on imports by product. */
@Command(name = "concentration")
final class ConcentrationCommand extends AnswerCommand {
  @Parameters(paramLabel = "FILE.csv", descriptionKey = "trade.file")
  private Path file = Path.of("");

  @Option(
      names = "--country",
      required = true,
      split = ",",
      paramLabel = "C[,C...]",
      descriptionKey = "trade.country")
  private List<String> countries = List.of();

  @Option(names = "--product", split = ",", paramLabel = "HS6", descriptionKey = "trade.product")
  private Set<String> products = Set.of();

  @Option(names = "--year", paramLabel = "YYYY", descriptionKey = "trade.year")
  private int year;

  @Option(names = "--exports", descriptionKey = "trade.exports")
  private boolean exports;

  ConcentrationCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return file;
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    return ConcentrationStudy.run(
        new ConcentrationStudy.Question(file, countries, products, year, exports),
        common.locale(),
        progress);
  }
}
