package tenon.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.economy.BeltsAnswer;
import tenon.study.recipe.Domain;

/** {@code tenon economy belts PACKAGE|FILE.csv --value COLUMN --out DIR}. */
@Command(name = "belts")
final class BeltsCommand extends AnswerCommand {
  private static final double FARTHEST_KM = 20_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PACKAGE|FILE.csv", descriptionKey = "economy.places")
  private Path file = Path.of("");

  @Option(names = "--value", paramLabel = "COLUMN|INDICATOR", descriptionKey = "belts.value")
  private String value = "";

  @Option(names = "--radius", paramLabel = "KM", descriptionKey = "belts.radius")
  private double radius = 60;

  @Option(names = "--least", paramLabel = "SHARE", descriptionKey = "belts.least")
  private double least = 0.05;

  @Option(names = "--elongation", paramLabel = "FACTOR", descriptionKey = "belts.elongation")
  private double elongation = 2.5;

  BeltsCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return file;
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    within("--radius", radius, new Domain.Numeric(0, true, FARTHEST_KM, false));
    within("--least", least, new Domain.Numeric(0, true, 1, false));
    within("--elongation", elongation, new Domain.Numeric(1, false, 1e6, false));
    return BeltsAnswer.of(
        new BeltsAnswer.Question(file, value, radius, least, elongation), common.locale());
  }

  private void within(String option, double given, Domain.Numeric range) {
    DomainOption.within(spec, common.locale(), option, given, range);
  }
}
