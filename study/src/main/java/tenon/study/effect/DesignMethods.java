package tenon.study.effect;

import static tenon.study.method.MethodOption.choice;
import static tenon.study.method.MethodOption.flag;
import static tenon.study.method.MethodOption.needed;
import static tenon.study.method.MethodOption.text;
import static tenon.study.method.MethodOption.texts;
import static tenon.study.method.MethodOption.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelAudit;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.Power;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.did.DoubleMachineLearning;
import tenon.evaluate.did.DoubleMachineLearningResult;
import tenon.evaluate.did.DoubleMachineLearningSpec;
import tenon.evaluate.did.DoubleMachineLearningSpec.Learner;
import tenon.evaluate.did.Effect;
import tenon.evaluate.did.StaggeredColumns;
import tenon.evaluate.did.TripleDifferences;
import tenon.evaluate.dynamic.BiasCorrectedLsdv;
import tenon.evaluate.dynamic.BiasCorrectedLsdvResult;
import tenon.evaluate.dynamic.BiasCorrectedLsdvSpec;
import tenon.evaluate.dynamic.DifferenceGmm;
import tenon.evaluate.dynamic.DifferenceGmmResult;
import tenon.evaluate.dynamic.DifferenceGmmSpec;
import tenon.evaluate.mechanism.NextPilots;
import tenon.evaluate.space.SpaceColumns;
import tenon.evaluate.space.SpilloverRings;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
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
            DesignMethods::spillover,
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
            DesignMethods::power,
            needed("formula"),
            needed("y"),
            needed("treat"),
            texts("effects"),
            texts("cluster"),
            whole("reps", 1, 1_000_000, "500")),
        method(
            family,
            "ddd",
            DesignMethods::triple,
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
            DesignMethods::learned,
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
            DesignMethods::dynamic,
            needed("y"),
            needed("id"),
            needed("time"),
            texts("covariates"),
            texts("predetermined"),
            whole("instrument-lags", 1, 1000, "99"),
            flag("collapse"),
            flag("one-step")),
        method(
            family,
            "lsdv",
            DesignMethods::corrected,
            needed("y"),
            needed("id"),
            needed("time"),
            texts("covariates"),
            whole("reps", 2, 1_000_000, "200")),
        method(
            family,
            "next-pilots",
            DesignMethods::pilots,
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
    for (String option : List.of("conditions", "predetermined")) {
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
    Loaded<PanelAudit> audit =
        PanelAudit.audit(
            data,
            new PanelColumns(unit, period),
            treatment.isEmpty() ? null : treatment,
            List.of());
    if (audit instanceof Loaded.Rejected<PanelAudit>(var faults)) {
      return new Loaded.Rejected<>(faults);
    }
    return switch (work.apply(asked, data)) {
      case Loaded.Rejected<Answer> rejected -> rejected;
      case Loaded.Ready<Answer>(var answer, var doubts) -> {
        List<Finding> all = new ArrayList<>(audit.findings());
        all.addAll(doubts);
        yield new Loaded.Ready<>(answer, all.stream().distinct().toList());
      }
    };
  }

  private static Loaded<RegressionSpec> regression(Asked asked) {
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

  private static List<Double> numbers(Asked asked, String option, List<Finding> faults) {
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

  private static Loaded<Answer> spillover(Asked asked, Observations data) {
    List<Finding> faults = new ArrayList<>();
    List<Double> rings = numbers(asked, "rings", faults);
    Loaded<RegressionSpec> spec = regression(asked);
    if (!(spec instanceof Loaded.Ready<RegressionSpec>(var base, var _)) || !faults.isEmpty()) {
      faults.addAll(spec.findings());
      return new Loaded.Rejected<>(faults);
    }
    SpaceColumns columns =
        new SpaceColumns(
            asked.text("id"), asked.text("time"), asked.text("longitude"), asked.text("latitude"));
    return StaggeredAnswer.map(
        SpilloverRings.estimate(data, base, columns, asked.text("treat"), rings),
        (SpilloverRings.Result result) -> {
          ObjectNode root = RegressionAnswer.json(result.fit());
          ArrayNode array = root.putArray("rings");
          List<String> lines = new ArrayList<>();
          lines.add(line(result.fit(), asked.text("treat")));
          for (SpilloverRings.Ring ring : result.rings()) {
            ObjectNode node = array.addObject();
            node.set("from_km", Json.exact(ring.from()));
            node.set("to_km", Json.exact(ring.to()));
            node.put("units", ring.units()).put("rows", ring.rows());
            node.set("estimate", Json.exact(result.fit().coefficient(ring.name())));
            node.set("std_error", Json.exact(result.fit().standardError(ring.name())));
            lines.add(line(result.fit(), ring.name()));
          }
          lines.add(result.fit().rule().in(asked.locale()));
          return answer(
              asked,
              "spillover",
              lines,
              root,
              List.of(Printed.table("coefficients.csv", result.fit())));
        });
  }

  private static String line(Fit fit, String name) {
    return Printed.line(name, fit.coefficient(name), fit.standardError(name), fit.p(name));
  }

  private static Loaded<Answer> power(Asked asked, Observations data) {
    List<Finding> faults = new ArrayList<>();
    List<Double> effects = numbers(asked, "effects", faults);
    Loaded<RegressionSpec> spec = regression(asked);
    if (!(spec instanceof Loaded.Ready<RegressionSpec>(var base, var _)) || !faults.isEmpty()) {
      faults.addAll(spec.findings());
      return new Loaded.Rejected<>(faults);
    }
    return StaggeredAnswer.map(
        Power.simulate(
            data,
            base,
            asked.text("y"),
            asked.text("treat"),
            effects,
            asked.whole("reps", 500),
            asked.seed()),
        (Power.Result result) -> {
          ObjectNode root = Json.object();
          root.put("draws", result.draws());
          root.set("detectable", Json.exact(result.detectable()));
          root.set("size", Json.exact(result.size()));
          root.set("effects", Json.exact(result.effects()));
          root.set("power", Json.exact(result.power()));
          List<List<String>> rows = new ArrayList<>();
          for (int i = 0; i < result.effects().length; i++) {
            rows.add(
                List.of(
                    Numbers.exactCell(result.effects()[i]), Numbers.exactCell(result.power()[i])));
          }
          List<String> lines =
              List.of(
                  new Words(asked.locale())
                      .get(
                          "effect.power",
                          Printed.number(result.detectable()),
                          Numbers.percentFine(result.size())));
          return answer(
              asked,
              "power",
              lines,
              root,
              List.of(new Table("power.csv", List.of("effect", "power"), rows)));
        });
  }

  /** A panel with the column that holds each unit's first treated period. */
  private record Adoption(Observations data, StaggeredColumns columns) {}

  /** From {@code --cohort} or {@code --treat}; null where not exactly one of them is given. */
  private static @Nullable Adoption adoption(Asked asked, Observations data) {
    String treatment = asked.text("treat");
    String cohort = asked.text("cohort");
    if (treatment.isEmpty() == cohort.isEmpty()) {
      return null;
    }
    Observations with = data;
    if (cohort.isEmpty()) {
      cohort = PanelFile.freshName(data, "cohort");
      with =
          data.with(
              cohort, PanelFile.cohorts(data, asked.text("id"), asked.text("time"), treatment));
    }
    return new Adoption(
        with, new StaggeredColumns(asked.text("y"), asked.text("id"), asked.text("time"), cohort));
  }

  private static Loaded<Answer> withoutAdoption() {
    return new Loaded.Rejected<>(List.of(Refusal.of("cohort-or-treatment", "", null)));
  }

  private static Loaded<Answer> learned(Asked asked, Observations data) {
    Adoption adoption = adoption(asked, data);
    if (adoption == null) {
      return withoutAdoption();
    }
    DoubleMachineLearningSpec spec =
        new DoubleMachineLearningSpec(
            adoption.columns(),
            asked.texts("covariates"),
            Learner.valueOf(asked.text("learner").toUpperCase(Locale.ROOT)),
            asked.whole("degree", 2),
            asked.whole("folds", 5),
            asked.whole("repeats", 5),
            asked.seed(),
            asked.threads());
    return StaggeredAnswer.map(
        DoubleMachineLearning.estimate(adoption.data(), spec),
        (DoubleMachineLearningResult result) -> {
          ObjectNode root = effect(result.overall());
          root.put("treated", result.treated()).put("controls", result.controls());
          root.put("left_out", result.leftOut()).put("propensities_cut", result.cut());
          root.set("repeats", Json.exact(result.repeats()));
          ArrayNode cohorts = root.putArray("cohorts");
          List<List<String>> rows = new ArrayList<>();
          rows.add(row("overall", result.overall()));
          for (Effect one : result.cohorts()) {
            ObjectNode node = effect(one);
            node.set("cohort", Json.exact(one.at()));
            cohorts.add(node);
            rows.add(row(Observations.label(one.at()), one));
          }
          Effect all = result.overall();
          Words words = new Words(asked.locale());
          List<String> lines =
              List.of(
                  Printed.line(
                      words.get("effect.att"), all.estimate(), all.standardError(), all.p()),
                  words.get(
                      "effect.dml",
                      Integer.toString(result.treated()),
                      Integer.toString(result.controls()),
                      Integer.toString(spec.folds()),
                      Integer.toString(spec.repeats())));
          return answer(
              asked,
              "dml",
              lines,
              root,
              List.of(
                  new Table(
                      "effects.csv",
                      List.of("cohort", "estimate", "std_error", "p", "ci_low", "ci_high"),
                      rows)));
        });
  }

  private static ObjectNode effect(Effect effect) {
    ObjectNode node = Json.object();
    node.set("estimate", Json.exact(effect.estimate()));
    node.set("std_error", Json.exact(effect.standardError()));
    node.set("p", Json.exact(effect.p()));
    node.set("ci_low", Json.exact(effect.low()));
    node.set("ci_high", Json.exact(effect.high()));
    return node;
  }

  private static List<String> row(String name, Effect effect) {
    return List.of(
        name,
        Numbers.exactCell(effect.estimate()),
        Numbers.exactCell(effect.standardError()),
        Numbers.exactCell(effect.p()),
        Numbers.exactCell(effect.low()),
        Numbers.exactCell(effect.high()));
  }

  private static Loaded<Answer> triple(Asked asked, Observations data) {
    Adoption adoption = adoption(asked, data);
    if (adoption == null) {
      return withoutAdoption();
    }
    String cluster = asked.text("cluster").isEmpty() ? asked.text("id") : asked.text("cluster");
    return StaggeredAnswer.map(
        TripleDifferences.estimate(
            adoption.data(),
            adoption.columns(),
            asked.text("group"),
            asked.text("affected"),
            asked.texts("covariates"),
            cluster),
        (Fit fit) ->
            answer(
                asked,
                "ddd",
                List.of(line(fit, TripleDifferences.term()), fit.rule().in(asked.locale())),
                RegressionAnswer.json(fit),
                List.of(Printed.table("coefficients.csv", fit))));
  }

  private static Loaded<Answer> dynamic(Asked asked, Observations data) {
    DifferenceGmmSpec spec =
        new DifferenceGmmSpec(
            new PanelColumns(asked.text("id"), asked.text("time")),
            asked.text("y"),
            asked.texts("covariates"),
            asked.texts("predetermined"),
            asked.whole("instrument-lags", 99),
            asked.flag("collapse"),
            !asked.flag("one-step"));
    return StaggeredAnswer.map(
        DifferenceGmm.estimate(data, spec),
        (DifferenceGmmResult result) -> {
          ObjectNode root = Json.object();
          root.put("n", result.observations()).put("units", result.units());
          root.put("instruments", result.instruments());
          ArrayNode array = root.putArray("coefficients");
          List<String> lines = new ArrayList<>();
          List<List<String>> rows = new ArrayList<>();
          for (int k = 0; k < result.names().size(); k++) {
            double b = result.coefficients()[k];
            double error = result.standardError(k);
            ObjectNode node = array.addObject().put("name", result.names().get(k));
            node.set("estimate", Json.exact(b));
            node.set("std_error", Json.exact(error));
            node.set("p", Json.exact(result.p(k)));
            lines.add(Printed.line(result.names().get(k), b, error, result.p(k)));
            rows.add(
                List.of(
                    result.names().get(k),
                    Numbers.exactCell(b),
                    Numbers.exactCell(error),
                    Numbers.exactCell(result.p(k))));
          }
          root.set("hansen", Json.exact(result.hansen()));
          root.put("hansen_df", result.hansenDegrees());
          root.set("hansen_p", Json.exact(result.hansenP()));
          root.set("serial_z", Json.exact(result.serial()));
          lines.add(
              new Words(asked.locale())
                  .get(
                      "effect.gmm",
                      Integer.toString(result.instruments()),
                      Integer.toString(result.units()),
                      Printed.number(result.hansenP()),
                      Printed.number(result.serialP(1)),
                      Printed.number(result.serialP(2))));
          return answer(
              asked,
              "gmm",
              lines,
              root,
              List.of(
                  new Table(
                      "coefficients.csv", List.of("name", "estimate", "std_error", "p"), rows)));
        });
  }

  private static Loaded<Answer> corrected(Asked asked, Observations data) {
    BiasCorrectedLsdvSpec spec =
        new BiasCorrectedLsdvSpec(
            new PanelColumns(asked.text("id"), asked.text("time")),
            asked.text("y"),
            asked.texts("covariates"),
            asked.whole("reps", 200),
            asked.seed());
    return StaggeredAnswer.map(
        BiasCorrectedLsdv.estimate(data, spec),
        (BiasCorrectedLsdvResult result) -> {
          ObjectNode root = Json.object();
          root.put("n", result.observations()).put("units", result.units());
          ArrayNode array = root.putArray("coefficients");
          List<String> lines = new ArrayList<>();
          List<List<String>> rows = new ArrayList<>();
          for (int k = 0; k < result.names().size(); k++) {
            double b = result.coefficients()[k];
            double error = result.standardErrors()[k];
            ObjectNode node = array.addObject().put("name", result.names().get(k));
            node.set("estimate", Json.exact(b));
            node.set("std_error", Json.exact(error));
            node.set("p", Json.exact(result.p(k)));
            node.set("uncorrected", Json.exact(result.uncorrected()[k]));
            lines.add(Printed.line(result.names().get(k), b, error, result.p(k)));
            rows.add(
                List.of(
                    result.names().get(k),
                    Numbers.exactCell(b),
                    Numbers.exactCell(error),
                    Numbers.exactCell(result.p(k)),
                    Numbers.exactCell(result.uncorrected()[k])));
          }
          lines.add(
              new Words(asked.locale())
                  .get(
                      "effect.lsdv",
                      Printed.number(result.uncorrected()[0]),
                      Integer.toString(result.units()),
                      Integer.toString(spec.draws())));
          return answer(
              asked,
              "lsdv",
              lines,
              root,
              List.of(
                  new Table(
                      "coefficients.csv",
                      List.of("name", "estimate", "std_error", "p", "uncorrected"),
                      rows)));
        });
  }

  private static Loaded<Answer> pilots(Asked asked, Observations data) {
    List<String> clusters =
        asked.texts("cluster").isEmpty() ? List.of(asked.text("id")) : asked.texts("cluster");
    return StaggeredAnswer.map(
        NextPilots.foretell(
            data,
            new PanelColumns(asked.text("id"), asked.text("time")),
            asked.text("y"),
            asked.text("treat"),
            asked.texts("covariates"),
            asked.texts("conditions"),
            List.of("`" + asked.text("id") + "`", "`" + asked.text("time") + "`"),
            new Errors.Clustered(clusters, false)),
        (NextPilots.Result result) -> {
          ObjectNode root = RegressionAnswer.json(result.fit());
          ArrayNode array = root.putArray("units");
          List<List<String>> rows = new ArrayList<>();
          List<String> lines = new ArrayList<>(Printed.lines(result.fit(), 10));
          lines.add(result.fit().rule().in(asked.locale()));
          for (NextPilots.Unit unit : result.units()) {
            ObjectNode node = array.addObject().put("unit", unit.name());
            node.set("effect", Json.exact(unit.effect()));
            node.set("std_error", Json.exact(unit.standardError()));
            node.set("ci_low", Json.exact(unit.low()));
            node.set("ci_high", Json.exact(unit.high()));
            node.put("lacking", unit.lacking());
            node.set("takes", Json.exact(unit.takes()));
            node.put("outside", unit.outside());
            rows.add(
                List.of(
                    unit.name(),
                    Numbers.exactCell(unit.effect()),
                    Numbers.exactCell(unit.standardError()),
                    Numbers.exactCell(unit.low()),
                    Numbers.exactCell(unit.high()),
                    unit.lacking(),
                    Numbers.exactCell(unit.takes()),
                    Boolean.toString(unit.outside())));
          }
          return answer(
              asked,
              "next-pilots",
              lines,
              root,
              List.of(
                  new Table(
                      "next_pilots.csv",
                      List.of(
                          "unit",
                          "effect",
                          "std_error",
                          "ci_low",
                          "ci_high",
                          "lacking",
                          "takes",
                          "outside"),
                      rows)));
        });
  }

  private static Answer answer(
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
