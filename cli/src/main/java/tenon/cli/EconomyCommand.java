package tenon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenon economy SUBJECT ...}: answers from an input-output table. */
@Command(
    name = "economy",
    subcommands = {
      LinkagesCommand.class,
      ExtractCommand.class,
      DependenceCommand.class,
      ShockCommand.class,
      ArioCommand.class,
      EmergingCommand.class,
      ChokepointsCommand.class,
      TrendCommand.class,
      AgglomerationCommand.class,
      BeltsCommand.class
    })
final class EconomyCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("economy.subject"));
  }
}
