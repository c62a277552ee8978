package tenon.study.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ScenarioReader;
import tenon.respond.recovery.RecoveryOrder;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.recipe.Stage;
import tenon.study.text.Refusal;
import tenon.twin.site.SimulationSpec;

/** The method {@code tenon plan recovery}. */
public final class RecoveryMethods {
  private static final String NAME = "recovery";
  private static final String CREWS = "crews";
  private static final String SCENARIO = "scenario";
  private static final String REPLICATIONS = "reps";
  private static final String SEARCH = "search-reps";
  private static final String EXACT = "exact-up-to";
  private static final String MOST = "most-schedules";

  private RecoveryMethods() {}

  /** In which order scarce crews should repair. */
  public static Method method() {
    return new Method(
        Stage.PLAN.title(),
        NAME,
        "PACKAGE",
        List.of(
            MethodOption.needed(SCENARIO),
            MethodOption.whole(CREWS, 1, 1000, "1"),
            MethodOption.whole(REPLICATIONS, 1, 100_000, "100"),
            MethodOption.whole(SEARCH, 1, 1000, "4"),
            MethodOption.whole(EXACT, 1, 8, "5"),
            MethodOption.whole(MOST, 1, 100_000, "500")),
        RecoveryMethods::recovery);
  }

  private static Loaded<Answer> recovery(Asked asked, Progress progress) throws IOException {
    return switch (PackageReader.read(asked.source())) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) ->
          recovery(asked, data, warnings, progress);
    };
  }

  private static Loaded<Answer> recovery(
      Asked asked, DataPackage data, List<Finding> warnings, Progress progress) throws IOException {
    Path file = ScenarioReader.named(asked.source(), asked.text(SCENARIO));
    return switch (ScenarioReader.read(file, data.chain())) {
      case Loaded.Rejected<Scenario>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Scenario>(var scenario, var doubts) -> {
        if (RecoveryOrder.repairs(scenario).isEmpty()) {
          Finding fault = Refusal.of("nothing-damaged", scenario.name(), null);
          yield new Loaded.Rejected<>(List.of(fault));
        }
        List<Finding> findings = new ArrayList<>(warnings);
        findings.addAll(doubts);
        List<Path> inputs = new ArrayList<>(PackageReader.files(asked.source()));
        inputs.add(file);
        yield answer(asked, data, scenario, inputs, findings, progress);
      }
    };
  }

  private static Loaded<Answer> answer(
      Asked asked,
      DataPackage data,
      Scenario scenario,
      List<Path> inputs,
      List<Finding> findings,
      Progress progress) {
    Chain chain = data.chain();
    RecoveryOrder order = RecoveryOrder.of(chain, scenario, spec(asked), progress);
    findings.addAll(order.lossBest().findings());
    RecoveryAnswer words = new RecoveryAnswer(chain, data.info(), scenario, order, asked.locale());
    if (order.repairs().size() == 1) {
      findings.add(Refusal.warning("one-repair", scenario.name(), null));
    }
    words.afterHorizon().forEach(findings::add);
    Answer answer =
        new Answer(
            Stage.PLAN.title() + " " + NAME,
            words.lines(),
            words.json(),
            List.of(words.table()),
            words.document(),
            inputs,
            asked.settings(),
            true);
    return new Loaded.Ready<>(answer, findings.stream().distinct().toList());
  }

  private static RecoveryOrder.Spec spec(Asked asked) {
    return new RecoveryOrder.Spec(
        asked.whole(CREWS, 1),
        asked.whole(EXACT, 5),
        asked.whole(MOST, 500),
        simulation(asked, asked.whole(SEARCH, 4)),
        simulation(asked, asked.whole(REPLICATIONS, 100)));
  }

  private static SimulationSpec simulation(Asked asked, int replications) {
    return SimulationSpec.of(replications, asked.seed()).withThreads(asked.threads());
  }
}
