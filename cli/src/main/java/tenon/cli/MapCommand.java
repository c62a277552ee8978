package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenon.model.Loaded;
import tenon.packages.mapping.MappingProposal;
import tenon.study.ImportStudy;

/** {@code tenon map propose EXPORTS --out mapping.yaml}: a mapping to look at and mend. */
@Command(name = "map", subcommands = MapCommand.Propose.class)
final class MapCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("map.propose-only"));
  }

  @Command(name = "propose")
  static final class Propose implements Callable<Integer> {
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE|DIR", descriptionKey = "propose.place")
    private Path place = Path.of("");

    @Option(
        names = "--out",
        required = true,
        paramLabel = "mapping.yaml",
        descriptionKey = "propose.out")
    private Path out = Path.of("");

    Propose(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      Speech speech = new Speech(console, common);
      return switch (ImportStudy.proposed(place, out, common.locale())) {
        case Loaded.Rejected<MappingProposal>(var errors) -> speech.refuse(place, errors);
        case Loaded.Ready<MappingProposal>(var proposal, var warnings) -> {
          speech.warn(warnings);
          for (MappingProposal.Choice choice : proposal.choices()) {
            speech.line(
                String.format(
                    Locale.ROOT,
                    "%.2f  %s.%s <- %s: %s",
                    choice.confidence(),
                    choice.table(),
                    choice.column(),
                    choice.source(),
                    choice.head()));
          }
          speech.tell("propose.left", Integer.toString(proposal.leftOut().size()));
          speech.tell("wrote", out.toString());
          speech.tell("propose.next", out.toString());
          yield ExitCode.DONE;
        }
      };
    }
  }
}
