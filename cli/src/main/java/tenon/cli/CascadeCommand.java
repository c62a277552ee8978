package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.cascade.CascadeAnswer;
import tenon.study.cascade.FirmSource;

/** {@code tenon cascade --firms F.csv --edges E.csv --essential M.csv --out esri.csv}. */
@Command(name = "cascade")
final class CascadeCommand extends AnswerCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "PACKAGE", descriptionKey = "cascade.package")
  private @Nullable Path directory;

  @Option(names = "--firms", paramLabel = "F.csv", descriptionKey = "cascade.firms")
  private @Nullable Path firms;

  @Option(names = "--edges", paramLabel = "E.csv", descriptionKey = "cascade.edges")
  private @Nullable Path edges;

  @Option(names = "--essential", paramLabel = "M.csv", descriptionKey = "cascade.essential")
  private @Nullable Path essential;

  @Mixin private CascadeRules rules = new CascadeRules();

  @Option(names = "--shocks", paramLabel = "S.csv", descriptionKey = "cascade.shocks")
  private @Nullable Path shocks;

  @Mixin private CascadeMore more = new CascadeMore();

  CascadeCommand(Console console) {
    super(console);
  }

  /** What more may be asked. */
  static final class CascadeMore {
    @Option(names = "--ranking", descriptionKey = "cascade.ranking")
    private boolean ranking;

    @Option(names = "--critical", paramLabel = "K", descriptionKey = "cascade.critical")
    private int critical;

    @Option(names = "--links", paramLabel = "N", descriptionKey = "cascade.links")
    private int links;

    @Option(names = "--structure", descriptionKey = "cascade.structure")
    private boolean structure;

    @Option(names = "--path", paramLabel = "FIRM", descriptionKey = "cascade.path")
    private String path = "";

    @Option(names = "--upstream", paramLabel = "FIRM", descriptionKey = "cascade.upstream")
    private String upstream = "";
  }

  @Override
  Path source() {
    return directory != null ? directory : edges != null ? edges : Path.of("");
  }

  @Override
  Loaded<Answer> answer(Progress progress) throws IOException {
    CascadeAnswer.Question question =
        new CascadeAnswer.Question(
            rules.replaced(),
            rules.eps(common),
            common.threads(),
            more.ranking,
            more.critical,
            more.links,
            more.structure,
            more.path,
            more.upstream);
    return CascadeAnswer.of(network(), question, common.locale(), progress);
  }

  private FirmSource network() {
    if (directory != null) {
      return new FirmSource.FromPackage(directory, shocks);
    }
    if (firms == null || edges == null || essential == null) {
      throw new ParameterException(
          spec.commandLine(), Wording.say(common.locale(), "wrong.network"));
    }
    return new FirmSource.Plain(firms, edges, essential, shocks);
  }
}
