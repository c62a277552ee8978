package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tenon.model.Loaded;
import tenon.study.CascadeStudy;

/** {@code tenon cascade --firms F.csv --edges E.csv --essential M.csv --out esri.csv}. */
@Command(name = "cascade")
final class CascadeCommand implements Callable<Integer> {
  private static final String EXACT = "exact";
  private static final double LEAST_EPS = 1e-14;

  /** Whether others of a sector stand in. */
  enum Replacement {
    SECTOR,
    NONE
  }

  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--firms",
      required = true,
      paramLabel = "F.csv",
      descriptionKey = "cascade.firms")
  private Path firms = Path.of("");

  @Option(
      names = "--edges",
      required = true,
      paramLabel = "E.csv",
      descriptionKey = "cascade.edges")
  private Path edges = Path.of("");

  @Option(
      names = "--essential",
      required = true,
      paramLabel = "M.csv",
      descriptionKey = "cascade.essential")
  private Path essential = Path.of("");

  @Option(
      names = "--replaceability",
      paramLabel = "sector|none",
      descriptionKey = "cascade.replaceability")
  private Replacement replacement = Replacement.SECTOR;

  @Option(names = "--eps", paramLabel = "0.01|exact", descriptionKey = "cascade.eps")
  private String eps = "0.01";

  @Option(names = "--shocks", paramLabel = "S.csv", descriptionKey = "cascade.shocks")
  private @Nullable Path shocks;

  @Option(names = "--out", required = true, paramLabel = "esri.csv", descriptionKey = "cascade.out")
  private Path out = Path.of("");

  CascadeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CascadeStudy.Question question =
        new CascadeStudy.Question(
            firms,
            edges,
            essential,
            shocks,
            replacement == Replacement.SECTOR,
            eps(),
            common.threads());
    Loaded<CascadeStudy> loaded;
    try (ConsoleProgress progress = ConsoleProgress.on(console, common)) {
      loaded = CascadeStudy.run(question, out, common.locale(), progress);
    }
    Speech speech = new Speech(console, common);
    return switch (loaded) {
      case Loaded.Rejected<CascadeStudy>(var errors) -> speech.refuse(edges, errors);
      case Loaded.Ready<CascadeStudy>(var done, var warnings) -> {
        speech.warn(warnings);
        speech.json(done.json());
        speech.tell(
            "cascade.done", Integer.toString(done.scenarios()), Integer.toString(done.firms()));
        if (eps.equals(EXACT)) {
          speech.tell("cascade.bound", String.format(common.locale(), "%.1e", done.errorBound()));
        }
        speech.tell("wrote", out.toString());
        yield ExitCode.DONE;
      }
    };
  }

  /** The eps asked for; NaN for the fixed point. */
  private double eps() {
    if (eps.equals(EXACT)) {
      return Double.NaN;
    }
    double value;
    try {
      value = Double.parseDouble(eps);
    } catch (NumberFormatException noNumber) {
      value = Double.NaN;
    }
    if (!(value >= LEAST_EPS && value < 1)) {
      throw new ParameterException(
          spec.commandLine(), Wording.say(common.locale(), "wrong.eps", eps));
    }
    return value;
  }
}
