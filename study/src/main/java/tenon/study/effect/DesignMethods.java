package tenon.study.effect;

import static tenon.study.method.MethodOption.choice;
import static tenon.study.method.MethodOption.flag;
import static tenon.study.method.MethodOption.needed;
import static tenon.study.method.MethodOption.text;
import static tenon.study.method.MethodOption.texts;
import static tenon.study.method.MethodOption.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.RegressionSpec;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Table;
import tenon.study.text.Refusal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Methods of design: effects on neighbours, power, triple differences, dynamic panels, where to
 * pilot next.
 */
final class DesignMethods {
  private static final String PANEL = "PANEL.csv";

  private DesignMethods() {}

  static List<Method> all(String family) {
    return List.of(
        method(
            family,
            "spillover",
            SpaceAnswer::spillover,
            needed("formula"),
            needed("treat"),
            needed("id"),
            needed("time"),
            needed("longitude"),
            needed("latitude"),
            needed("rings"),
            texts("cluster")),
        method(
            family,
            "power",
            PowerAnswer::power,
            needed("formula"),
            needed("y"),
            needed("treat"),
            texts("effects"),
            texts("cluster"),
            whole("reps", 1, 1_000_000, "500")),
        method(
            family,
            "ddd",
            AdoptionAnswer::triple,
            needed("y"),
            needed("id"),
            needed("time"),
            text("cohort"),
            text("treat"),
            needed("group"),
            needed("affected"),
            texts("covariates"),
            text("cluster")),
        method(
            family,
            "dml",
            AdoptionAnswer::learned,
            needed("y"),
            needed("id"),
            needed("time"),
            text("cohort"),
            text("treat"),
            new MethodOption("covariates", texts("covariates").domain(), "", true),
            choice("learner", "lasso", "ridge", "plain"),
            whole("degree", 1, 2, "2"),
            whole("folds", 2, 100, "5"),
            whole("repeats", 1, 1000, "5")),
        method(
            family,
            "gmm",
            DynamicAnswer::gmm,
            needed("y"),
            needed("id"),
            needed("time"),
            texts("covariates"),
            texts("predetermined"),
            texts("endogenous"),
            whole("instrument-lags", 1, 1000, "99"),
            flag("collapse"),
            flag("one-step"),
            flag("system")),
        method(
            family,
            "lsdv",
            DynamicAnswer::corrected,
            needed("y"),
            needed("id"),
            needed("time"),
            texts("covariates"),
            whole("reps", 2, 1_000_000, "200")),
        method(
            family,
            "next-pilots",
            SpaceAnswer::pilots,
            needed("y"),
            needed("treat"),
            needed("id"),
            needed("time"),
            needed("conditions"),
            texts("covariates"),
            texts("cluster")));
  }

  private static Method method(
      String family,
      String name,
      BiFunction<Asked, Observations, Loaded<Answer>> work,
      MethodOption... options) {
    return new Method(
        family,
        name,
        PANEL,
        List.of(options),
        (asked, _) ->
            switch (PanelFile.read(asked.source())) {
              case Loaded.Rejected<Observations>(var errors) -> new Loaded.Rejected<>(errors);
              case Loaded.Ready<Observations>(var data, var _) -> checked(asked, data, work);
            });
  }

  /** Refuses columns that are not there before anything looks into them. */
  private static Loaded<Answer> checked(
      Asked asked, Observations data, BiFunction<Asked, Observations, Loaded<Answer>> work) {
    List<String> numbers = new ArrayList<>();
    for (String option : List.of("y", "treat", "time", "cohort", "longitude", "latitude")) {
      numbers.add(asked.values().getOrDefault(option, ""));
    }
    for (String option : List.of("conditions", "predetermined", "endogenous")) {
      numbers.addAll(asked.values().containsKey(option) ? asked.texts(option) : List.of());
    }
    List<String> columns = new ArrayList<>(numbers);
    columns.add(asked.values().getOrDefault("id", ""));
    columns.add(asked.values().getOrDefault("group", ""));
    List<Finding> faults = new ArrayList<>(PanelFile.missing(asked.source(), data, columns));
    faults.addAll(PanelFile.texts(asked.source(), data, numbers));
    return faults.isEmpty() ? audited(asked, data, work) : new Loaded.Rejected<>(faults);
  }

  /** Refuses a panel that nothing can be estimated from, where unit and period are named. */
  private static Loaded<Answer> audited(
      Asked asked, Observations data, BiFunction<Asked, Observations, Loaded<Answer>> work) {
    String unit = asked.values().getOrDefault("id", "");
    String period = asked.values().getOrDefault("time", "");
    String treatment = asked.values().getOrDefault("treat", "");
    if (unit.isEmpty() || period.isEmpty()) {
      return work.apply(asked, data);
    }
    List<String> finite = new ArrayList<>();
    for (String option : List.of("y", "covariates", "conditions", "predetermined", "endogenous")) {
      List<String> names = asked.values().containsKey(option) ? asked.texts(option) : List.of();
      // Where covariates are terms of a formula, the regression looks at what they come to.
      names.stream().filter(name -> data.has(name) && !data.isText(name)).forEach(finite::add);
    }
    return PanelCheck.named(data, unit, period, treatment, finite, () -> work.apply(asked, data));
  }

  static Loaded<RegressionSpec> regression(Asked asked) {
    return switch (Formula.parse(asked.text("formula"))) {
      case Loaded.Rejected<Formula>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Formula>(var formula, var _) -> {
        List<String> clusters = asked.texts("cluster");
        RegressionSpec spec = RegressionSpec.of(formula).withThreads(asked.threads());
        yield new Loaded.Ready<>(
            clusters.isEmpty() ? spec : spec.withErrors(new Errors.Clustered(clusters, false)),
            List.of());
      }
    };
  }

  static List<Double> numbers(Asked asked, String option, List<Finding> faults) {
    List<Double> numbers = new ArrayList<>();
    for (String text : asked.texts(option)) {
      try {
        numbers.add(Double.parseDouble(text.strip()));
      } catch (NumberFormatException none) {
        faults.add(Refusal.of("study-number", "--" + option, text, text));
      }
    }
    return numbers;
  }

  static String line(Fit fit, String name) {
    return Printed.line(name, fit.coefficient(name), fit.standardError(name), fit.p(name));
  }

  static Answer answer(
      Asked asked, String name, List<String> lines, ObjectNode root, List<Table> tables) {
    return new Answer(
        EffectMethods.FAMILY + " " + name,
        lines,
        root,
        tables,
        null,
        List.of(asked.source()),
        asked.settings(),
        true);
  }
}
