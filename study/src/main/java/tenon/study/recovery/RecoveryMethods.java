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
import tenon.respond.recovery.Means;
import tenon.respond.recovery.RecoveryOrder;
import tenon.respond.recovery.Repair;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.recipe.Stage;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.twin.site.SimulationSpec;

/** The method {@code tenon plan recovery}. */
public final class RecoveryMethods {
  private static final String NAME = "recovery";
  private static final String CREWS = "crews";
  private static final String REPAIRS = "repairs";
  private static final String PARTS = "parts";
  private static final String PARTS_PER_DAY = "parts-per-day";
  private static final String RESTARTS = "restarts";
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
            MethodOption.text(REPAIRS),
            MethodOption.number(PARTS, 0, 1e9, ""),
            MethodOption.number(PARTS_PER_DAY, 0, 1e9, "0"),
            MethodOption.number(RESTARTS, 1, 1000, ""),
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
    String name = asked.text(SCENARIO);
    return switch (ScenarioReader.read(asked.source(), name, data.chain())) {
      case Loaded.Rejected<Scenario>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Scenario>(var scenario, var doubts) -> {
        if (RecoveryOrder.repairs(scenario).isEmpty()) {
          Finding fault = Refusal.of("nothing-damaged", scenario.name(), null);
          yield new Loaded.Rejected<>(List.of(fault));
        }
        List<Finding> findings = new ArrayList<>(warnings);
        findings.addAll(doubts);
        List<Path> inputs = new ArrayList<>(PackageReader.files(asked.source()));
        if (!ScenarioReader.isReady(asked.source(), name)) {
          inputs.add(ScenarioReader.named(asked.source(), name));
        }
        Path table = asked.path(REPAIRS);
        if (table == null) {
          List<Repair> plain = RecoveryOrder.repairs(scenario);
          yield answer(asked, data, scenario, plain, inputs, findings, progress);
        }
        inputs.add(table);
        yield switch (RepairTable.read(table, RecoveryOrder.repairs(scenario))) {
          case Loaded.Rejected<List<Repair>>(var errors) -> new Loaded.Rejected<>(errors);
          case Loaded.Ready<List<Repair>>(var repairs, var _) ->
              answer(asked, data, scenario, repairs, inputs, findings, progress);
        };
      }
    };
  }

  private static Loaded<Answer> answer(
      Asked asked,
      DataPackage data,
      Scenario scenario,
      List<Repair> repairs,
      List<Path> inputs,
      List<Finding> findings,
      Progress progress) {
    Chain chain = data.chain();
    Means means = means(asked);
    List<Finding> faults = faults(repairs, means, scenario);
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    RecoveryOrder order = RecoveryOrder.of(chain, scenario, repairs, spec(asked, means), progress);
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

  private static Means means(Asked asked) {
    double parts = asked.number(PARTS);
    double restarts = asked.number(RESTARTS);
    return new Means(
        asked.whole(CREWS, 1),
        Double.isNaN(parts) ? Double.POSITIVE_INFINITY : parts,
        asked.number(PARTS_PER_DAY),
        Double.isNaN(restarts) ? Integer.MAX_VALUE : (int) restarts);
  }

  /** Repairs that can never begin. */
  private static List<Finding> faults(List<Repair> repairs, Means means, Scenario scenario) {
    List<Finding> faults = new ArrayList<>();
    for (Repair repair : repairs) {
      if (repair.crews() > means.crews()) {
        faults.add(
            Refusal.of(
                "repair-crews",
                repair.targetId(),
                Integer.toString(repair.crews()),
                Integer.toString(means.crews())));
      }
    }
    double needed = repairs.stream().mapToDouble(Repair::parts).sum();
    if (needed > means.parts() && means.partsPerDay() == 0) {
      faults.add(
          Refusal.of(
              "repair-parts",
              scenario.name(),
              Numbers.exactCell(needed),
              Numbers.exactCell(means.parts())));
    }
    return faults;
  }

  private static RecoveryOrder.Spec spec(Asked asked, Means means) {
    return new RecoveryOrder.Spec(
        means,
        asked.whole(EXACT, 5),
        asked.whole(MOST, 500),
        simulation(asked, asked.whole(SEARCH, 4)),
        simulation(asked, asked.whole(REPLICATIONS, 100)));
  }

  private static SimulationSpec simulation(Asked asked, int replications) {
    return SimulationSpec.of(replications, asked.seed()).withThreads(asked.threads());
  }
}
