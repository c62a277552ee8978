package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.infer.InferStudy;

/** {@code tenon infer PACKAGE --out DIR}: links that nobody has declared, marked as such. */
@Command(name = "infer")
final class InferCommand extends AnswerCommand {
  @Parameters(paramLabel = "PACKAGE", descriptionKey = "study.package")
  private Path path = Path.of("");

  @Option(names = "--deliveries", paramLabel = "D.csv", descriptionKey = "infer.deliveries")
  private @Nullable Path deliveries;

  @Option(names = "--trade", paramLabel = "T.csv", descriptionKey = "infer.trade")
  private @Nullable Path trade;

  @Option(names = "--package", paramLabel = "PACKAGE", descriptionKey = "infer.package")
  private @Nullable Path target;

  @Option(names = "--least", paramLabel = "0.3", descriptionKey = "infer.least")
  private double least = 0.3;

  InferCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return path;
  }

  @Override
  Loaded<Answer> answer(Progress progress) throws IOException {
    return InferStudy.run(
        new InferStudy.Question(path, deliveries, trade, target, least, common.seed),
        common.locale(),
        progress);
  }
}
