package tenon.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.match.MatchSpec;
import tenon.study.answer.Answer;
import tenon.study.match.MatchStudy;

/** {@code tenon match LEFT.csv [RIGHT.csv] --out DIR}: firms and sites of different sources. */
@Command(name = "match")
final class MatchCommand extends AnswerCommand {
  private static final MatchSpec STANDARD = MatchSpec.standard(MatchSpec.Kind.FIRM);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "LEFT.csv", descriptionKey = "match.left")
  private Path left = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "RIGHT.csv", descriptionKey = "match.right")
  private @Nullable Path right;

  @Option(names = "--of", paramLabel = "firm|site", descriptionKey = "match.of")
  private MatchSpec.Kind kind = MatchSpec.Kind.FIRM;

  @Option(names = "--accept", paramLabel = "0.85", descriptionKey = "match.accept")
  private double accept = STANDARD.accept();

  @Option(names = "--review", paramLabel = "0.7", descriptionKey = "match.review")
  private double review = STANDARD.review();

  @Option(names = "--aliases", paramLabel = "A.csv", descriptionKey = "match.aliases")
  private @Nullable Path aliases;

  @Option(names = "--decisions", paramLabel = "D.csv", descriptionKey = "match.decisions")
  private @Nullable Path decisions;

  @Option(names = "--truth", paramLabel = "T.csv", descriptionKey = "match.truth")
  private @Nullable Path truth;

  MatchCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return left;
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    if (!(review > 0 && review <= accept && accept <= 1)) {
      throw new ParameterException(
          spec.commandLine(),
          Wording.say(
              common.locale(),
              "wrong.thresholds",
              String.format(Locale.ROOT, "%s", review),
              String.format(Locale.ROOT, "%s", accept)));
    }
    MatchSpec how =
        new MatchSpec(
            kind, accept, review, STANDARD.margin(), STANDARD.candidates(), common.threads());
    return MatchStudy.run(
        new MatchStudy.Question(left, right, aliases, decisions, truth, out(), how),
        common.locale(),
        progress);
  }
}
