package tenon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenon trade concentration ...}: what trade statistics say. */
@Command(
    name = "trade",
    subcommands = {ConcentrationCommand.class})
final class TradeCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("trade.what"));
  }
}
