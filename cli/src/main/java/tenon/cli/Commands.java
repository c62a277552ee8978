package tenon.cli;

import java.lang.reflect.Constructor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands that speak on the given console. */
record Commands(Console console) implements IFactory {

  /** Names of the commands that are no stage of a study, in the order of the help. */
  static final List<String> NAMES =
      List.of(
          "demo",
          "check",
          "template",
          "import",
          "map",
          "match",
          "trade",
          "ask",
          "infer",
          "calibrate",
          "scenario",
          "compare",
          "cascade",
          "reconstruct",
          "economy",
          "node",
          "report",
          "help");

  /**
   * The command of a name; making only the one that is asked for keeps the start short.
   *
   * @param second the word after the name: a form of the report that has options of its own stands
   *     beside the report, whose own must then not be asked for
   */
  static @Nullable Class<?> named(String name, String second) {
    return switch (name) {
      case "demo" -> DemoCommand.class;
      case "check" -> CheckCommand.class;
      case "template" -> TemplateCommand.class;
      case "import" -> ImportCommand.class;
      case "map" -> MapCommand.class;
      case "cascade" -> CascadeCommand.class;
      case "reconstruct" -> ReconstructCommand.class;
      case "match" -> MatchCommand.class;
      case "trade" -> TradeCommand.class;
      case "ask" -> AskCommand.class;
      case "compare" -> CompareCommand.class;
      case "scenario" -> ScenarioCommand.class;
      case "infer" -> InferCommand.class;
      case "calibrate" -> CalibrateCommand.class;
      case "economy" -> EconomyCommand.class;
      case "node" -> NodeCommand.class;
      case "report" -> second.equals("brief") ? ReportForms.class : ReportCommand.class;
      case "help" -> CommandLine.HelpCommand.class;
      default -> null;
    };
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (List.of(constructor.getParameterTypes()).equals(List.of(Console.class))) {
        return type.cast(constructor.newInstance(console));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
