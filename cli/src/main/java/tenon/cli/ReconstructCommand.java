package tenon.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.cascade.ReconstructAnswer;
import tenon.study.recipe.Domain;

/** {@code tenon reconstruct --firms F.csv --essential M.csv --table T.csv --links N --out DIR}. */
@Command(name = "reconstruct")
final class ReconstructCommand extends AnswerCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--firms",
      required = true,
      paramLabel = "F.csv",
      descriptionKey = "reconstruct.firms")
  private Path firms = Path.of("");

  @Option(
      names = "--essential",
      required = true,
      paramLabel = "M.csv",
      descriptionKey = "cascade.essential")
  private Path essential = Path.of("");

  @Option(names = "--table", paramLabel = "T.csv", descriptionKey = "reconstruct.table")
  private @Nullable Path table;

  @Option(names = "--hide", paramLabel = "E.csv", descriptionKey = "reconstruct.hide")
  private @Nullable Path hidden;

  @Option(names = "--links", paramLabel = "N", descriptionKey = "reconstruct.links")
  private double links = Double.NaN;

  @Option(names = "--partners", descriptionKey = "reconstruct.partners")
  private boolean partners;

  @Option(names = "--exponent", paramLabel = "0-1", descriptionKey = "reconstruct.exponent")
  private double exponent = 1;

  @Option(names = "--spread", paramLabel = "0-10", descriptionKey = "reconstruct.spread")
  private double spread;

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "reconstruct.draws")
  private int draws = 100;

  @Option(names = "--interval", paramLabel = "SHARE", descriptionKey = "reconstruct.share")
  private double share = 0.9;

  @Mixin private CascadeRules rules = new CascadeRules();

  ReconstructCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return firms;
  }

  @Override
  Loaded<Answer> answer(Progress progress) {
    if (Double.isNaN(links) && hidden == null && !partners) {
      throw wrong("wrong.links", "");
    }
    if (draws < 1) {
      throw wrong("wrong.draws", Integer.toString(draws));
    }
    within("--exponent", exponent, 1);
    within("--spread", spread, 10);
    if (!(share > 0 && share < 1)) {
      throw wrong("wrong.interval", Double.toString(share));
    }
    return ReconstructAnswer.of(
        new ReconstructAnswer.Question(
            firms,
            essential,
            table,
            hidden,
            links,
            partners,
            exponent,
            spread,
            draws,
            share,
            common.seed),
        rules.rule(common),
        common.locale(),
        progress);
  }

  private void within(String option, double given, double most) {
    Domain.Numeric range = new Domain.Numeric(0, false, most, false);
    DomainOption.within(spec, common.locale(), option, given, range);
  }

  private ParameterException wrong(String key, String... value) {
    return new ParameterException(spec.commandLine(), Wording.say(common.locale(), key, value));
  }
}
