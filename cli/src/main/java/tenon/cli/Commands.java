package tenon.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands that speak on the given console. */
record Commands(Console console) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object command =
        switch (type.getSimpleName()) {
          case "DemoCommand" -> new DemoCommand(console);
          case "CheckCommand" -> new CheckCommand(console);
          case "ScmsCommand" -> new ScmsCommand(console);
          case "ReportCommand" -> new ReportCommand(console);
          case "WillemsCommand" -> new WillemsCommand(console);
          default -> CommandLine.defaultFactory().create(type);
        };
    return type.cast(command);
  }
}
