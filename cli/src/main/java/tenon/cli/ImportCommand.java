package tenon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenon import FORMAT ...}: makes a package from data in another layout. */
@Command(
    name = "import",
    subcommands = {
      ExcelCommand.class,
      FormsCommand.class,
      MappedCommand.class,
      ScmsCommand.class,
      WillemsCommand.class,
      TradeImportCommand.class,
      BrunelCommand.class,
      SupplyGraphCommand.class,
      TradeNetworkCommand.class,
      PlacesCommand.class,
      TableCommand.class
    })
final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("import.format"));
  }
}
