package tenon.study.design;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.respond.Goals;
import tenon.respond.PlanSpec;
import tenon.respond.cases.Case;
import tenon.respond.design.DesignSpec;
import tenon.respond.design.Frontier;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.playbook.CaseLibrary;
import tenon.study.text.Refusal;

/** {@code tenon design PKG --levers FILE --scenarios S}. */
public final class DesignMethod {
  /** Name of the command. */
  public static final String NAME = "design";

  /** Loss and cost of a scenario count alike, so that little waiting is not saved at any price. */
  private static final String RECOURSE = "shortfall:1,cost:1";

  private DesignMethod() {}

  /** The method. */
  public static Method method() {
    return new Method(
        NAME,
        NAME,
        "PACKAGE",
        List.of(
            MethodOption.needed("levers"),
            new MethodOption("scenarios", MethodOption.texts("scenarios").domain(), "", true),
            new MethodOption(
                "lambdas", MethodOption.texts("").domain(), "0,0.1,0.25,0.5,0.75,1", false),
            MethodOption.text("cases"),
            MethodOption.whole("from-year", 1800, 3000, "2000"),
            MethodOption.whole("to-year", 1800, 3000, "2025"),
            MethodOption.number("alpha", 0, 0.9999, "0.95"),
            MethodOption.whole("years", 10, 1_000_000, "2000"),
            MethodOption.whole("fresh-years", 10, 10_000_000, "20000"),
            MethodOption.whole("batches", 2, 1000, "10"),
            MethodOption.whole("exact-levers", 0, 16, "8"),
            MethodOption.whole("longest-period-days", 1, 10_000, "30"),
            MethodOption.whole("most-periods", 1, 400, "10")),
        DesignMethod::answer);
  }

  private static Loaded<Answer> answer(Asked asked, Progress progress) throws IOException {
    List<Finding> faults = new ArrayList<>();
    Frequencies.Observed observed = observed(asked, faults);
    Loaded<LeverInputs> read =
        LeverInputs.read(
            asked.source(),
            Path.of(asked.text("levers")),
            asked.texts("scenarios"),
            "--scenarios",
            observed);
    List<Finding> findings = new ArrayList<>(read.findings());
    findings.addAll(faults);
    if (observed != null
        && read instanceof Loaded.Ready<LeverInputs>(var known, var _)
        && known.moved().isEmpty()) {
      findings.add(Refusal.warning("cases-unused", asked.text("levers"), null));
    }
    double[] lambdas = lambdas(asked, findings);
    if (!(read instanceof Loaded.Ready<LeverInputs>(var inputs, var _)) || hasErrors(findings)) {
      return new Loaded.Rejected<>(findings);
    }
    DesignSpec spec =
        new DesignSpec(
            lambdas,
            asked.number("alpha"),
            asked.whole("years", 2000),
            asked.whole("fresh-years", 20000),
            asked.whole("batches", 10),
            inputs.noticeDays(),
            PlanSpec.standard()
                .withGoals(Goals.parse(RECOURSE).orElseThrow())
                .withPeriods(
                    asked.whole("longest-period-days", 30), asked.whole("most-periods", 10)),
            asked.whole("exact-levers", 8),
            asked.seed(),
            asked.threads(),
            inputs.horizonYears());
    Frontier frontier =
        Frontier.of(inputs.data().chain(), inputs.levers(), inputs.hazards(), spec, progress);
    if (!frontier.inMoney()) {
      findings.add(Refusal.warning("design-units", "products.csv", null));
    }
    return new Loaded.Ready<>(
        new DesignAnswer(
                asked,
                inputs.data().chain(),
                inputs.data().info().currency(),
                inputs.levers(),
                inputs.hazards(),
                inputs.moved(),
                spec,
                frontier)
            .answer(files(asked, inputs)),
        findings);
  }

  private static List<Path> files(Asked asked, LeverInputs inputs) throws IOException {
    List<Path> files = new ArrayList<>(inputs.files());
    Path library = asked.path("cases");
    if (library != null) {
      files.addAll(CaseLibrary.files(library));
    }
    return files;
  }

  /** The cases that move frequencies; null where none are given, or they cannot be used. */
  private static Frequencies.@Nullable Observed observed(Asked asked, List<Finding> faults)
      throws IOException {
    Path library = asked.path("cases");
    if (library == null) {
      return null;
    }
    int first = asked.whole("from-year", 2000);
    int last = asked.whole("to-year", 2025);
    if (last < first) {
      faults.add(Refusal.of("years-order", "", Integer.toString(last), Integer.toString(first)));
    }
    Loaded<List<Case>> cases = CaseLibrary.read(library);
    faults.addAll(cases.findings());
    return last >= first && cases instanceof Loaded.Ready<List<Case>>(var all, var _)
        ? new Frequencies.Observed(all, first, last)
        : null;
  }

  private static boolean hasErrors(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::isError);
  }

  private static double[] lambdas(Asked asked, List<Finding> findings) {
    List<String> texts = asked.texts("lambdas");
    double[] lambdas = new double[texts.size()];
    for (int i = 0; i < lambdas.length; i++) {
      try {
        lambdas[i] = Double.parseDouble(texts.get(i));
      } catch (NumberFormatException noNumber) {
        lambdas[i] = Double.NaN;
      }
      if (!(lambdas[i] >= 0 && lambdas[i] <= 1)) {
        findings.add(Refusal.of("lambda-range", "--lambdas", texts.get(i)));
      }
    }
    return Arrays.stream(lambdas).sorted().distinct().toArray();
  }
}
