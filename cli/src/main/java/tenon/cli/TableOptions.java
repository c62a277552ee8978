package tenon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenon.packages.inputoutput.TableLayout;
import tenon.study.economy.TableSource;

/** Where an input-output table comes from. */
final class TableOptions {
  @Parameters(arity = "0..*", paramLabel = "FILE|PACKAGE", descriptionKey = "economy.files")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--z", paramLabel = "Z.csv", descriptionKey = "economy.z")
  private @Nullable Path flows;

  @Option(names = "--y", paramLabel = "Y.csv", descriptionKey = "economy.y")
  private @Nullable Path finalDemand;

  @Option(names = "--x", paramLabel = "x.csv", descriptionKey = "economy.x")
  private @Nullable Path output;

  @Option(names = "--layout", paramLabel = "LAYOUT", descriptionKey = "economy.layout")
  private @Nullable String layout;

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "economy.year")
  private @Nullable String year;

  @Option(names = "--unbalanced", descriptionKey = "economy.unbalanced")
  private boolean unbalanced;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  private List<Path> all() {
    List<Path> all = new ArrayList<>(files);
    for (Path file : new Path[] {flows, finalDemand, output}) {
      if (file != null) {
        all.add(file);
      }
    }
    return all;
  }

  boolean isGiven() {
    return !all().isEmpty();
  }

  /** The file that is named where the table as a whole is refused. */
  Path first() {
    return isGiven() ? all().getFirst() : Path.of("");
  }

  TableSource source(CommonOptions common) {
    if (!isGiven()) {
      throw new ParameterException(spec.commandLine(), Wording.say(common.locale(), "wrong.table"));
    }
    TableLayout known = layout == null ? null : TableLayout.named(layout);
    if (layout != null && known == null) {
      throw new ParameterException(
          spec.commandLine(),
          Wording.say(
              common.locale(), "wrong.layout", layout, String.join(", ", TableLayout.titles())));
    }
    return new TableSource(all(), flows != null ? TableLayout.FLOWS : known, year, unbalanced);
  }
}
