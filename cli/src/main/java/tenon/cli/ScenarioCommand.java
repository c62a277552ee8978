package tenon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tenon.study.rehearsal.ReadyScenarios;

/** {@code tenon scenario list|show|schema [NAME]}: scenarios that can be called by name. */
@Command
final class ScenarioCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "list|show|schema", descriptionKey = "scenario.action")
  private String action = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "scenario.name")
  private String name = "";

  ScenarioCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    switch (action) {
      case "list" -> ReadyScenarios.lines().forEach(console.out()::println);
      case "schema" -> console.out().print(ReadyScenarios.schema());
      case "show" -> {
        if (!ReadyScenarios.names().contains(name)) {
          return wrong("scenario.unknown", name, String.join(", ", ReadyScenarios.names()));
        }
        console.out().print(ReadyScenarios.text(name));
      }
      default -> {
        return wrong("scenario.action.unknown", action);
      }
    }
    return ExitCode.DONE;
  }

  private int wrong(String key, String... arguments) {
    console.err().println(Wording.say(common.locale(), key, arguments));
    return ExitCode.WRONG_INPUT;
  }
}
