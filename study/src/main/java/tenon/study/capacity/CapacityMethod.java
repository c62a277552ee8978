package tenon.study.capacity;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.respond.PlanSpec;
import tenon.respond.ServiceLimit;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.recipe.Stage;
import tenon.study.text.Refusal;

/** The method {@code tenon plan capacity}. */
public final class CapacityMethod {
  private static final String NAME = "capacity";

  private CapacityMethod() {}

  /** How much of what is asked a package can serve at all, and what binds. */
  public static Method method() {
    return new Method(Stage.PLAN.title(), NAME, "PACKAGE", List.of(), CapacityMethod::capacity);
  }

  private static Loaded<Answer> capacity(Asked asked, Progress progress) {
    return switch (PackageReader.read(asked.source())) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> answer(asked, data, warnings);
    };
  }

  private static Loaded<Answer> answer(Asked asked, DataPackage data, List<Finding> warnings) {
    if (data.chain().demands().count() == 0) {
      return new Loaded.Rejected<>(List.of(Refusal.of("capacity-no-demand", "demand.csv", null)));
    }
    ServiceLimit limit = ServiceLimit.of(data.chain(), PlanSpec.standard());
    List<Finding> findings = new ArrayList<>(warnings);
    findings.addAll(limit.findings());
    CapacityAnswer words = new CapacityAnswer(data, limit, asked.locale());
    return new Loaded.Ready<>(
        new Answer(
            Stage.PLAN.title() + " " + NAME,
            words.lines(),
            words.json(),
            words.tables(),
            words.document(),
            PackageReader.files(asked.source()),
            asked.settings(),
            words.nothingShort()),
        findings.stream().distinct().toList());
  }
}
