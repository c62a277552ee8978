package tenon.study.effect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.mechanism.Heterogeneity;
import tenon.evaluate.mechanism.HeterogeneityResult;
import tenon.evaluate.mechanism.HeterogeneitySpec;
import tenon.evaluate.mechanism.Mediation;
import tenon.evaluate.mechanism.MediationResult;
import tenon.evaluate.mechanism.MediationSpec;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Through what, and for whom: mediation and groups. */
public final class MechanismAnswer {
  private MechanismAnswer() {}

  /** A mediation: {@code tenon evaluate mediation}. */
  public static Loaded<Answer> mediation(
      Path panel, MediationSpec spec, PanelColumns cells, Locale locale) {
    return switch (PanelFile.read(panel)) {
      case Loaded.Rejected<Observations>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Observations>(var data, var _) ->
          StaggeredAnswer.map(
              checked(
                  panel,
                  data,
                  cells,
                  spec.effects(),
                  spec.treatment(),
                  () -> Mediation.estimate(data, spec)),
              (MediationResult result) -> mediation(panel, spec, result, new Words(locale)));
    };
  }

  /**
   * Estimates where every absorbed effect, or part of a combination, is a column, and no cell of
   * the panel stands twice.
   *
   * @param cells unit and period; empty where they are not named
   */
  private static <T> Loaded<T> checked(
      Path panel,
      Observations data,
      PanelColumns cells,
      List<String> effects,
      String treatment,
      Supplier<Loaded<T>> estimate) {
    List<String> names = new ArrayList<>(List.of(cells.unit(), cells.period()));
    effects.forEach(effect -> names.addAll(Arrays.asList(effect.split("\\^", -1))));
    List<Finding> faults = PanelFile.missing(panel, data, names);
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return PanelCheck.named(
        data,
        cells.unit(),
        cells.period(),
        effects,
        data.has(treatment) ? treatment : "",
        estimate);
  }

  private static Answer mediation(
      Path panel, MediationSpec spec, MediationResult result, Words words) {
    ObjectNode root = Json.object();
    String treatment = spec.treatment();
    root.set("c", Json.exact(result.c()));
    root.set("c_se", Json.exact(result.total().standardError(treatment)));
    root.set("a", Json.exact(result.a()));
    root.set("a_se", Json.exact(result.first().standardError(treatment)));
    root.set("b", Json.exact(result.b()));
    root.set("b_se", Json.exact(result.second().standardError(spec.mediator())));
    root.set("cprime", Json.exact(result.direct()));
    root.set("cprime_se", Json.exact(result.second().standardError(treatment)));
    root.set("indirect", Json.exact(result.indirect()));
    root.set("share_mediated", Json.exact(result.indirect() / result.c()));
    root.set("direct_plus_indirect_minus_total", Json.exact(result.identityGap()));
    List<List<String>> tests = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    lines.add(
        words.get(
            "effect.mediation",
            spec.mediator(),
            Printed.number(result.c()),
            Printed.number(result.indirect()),
            Printed.number(result.direct())));
    test(root, tests, lines, "sobel", result.sobel());
    test(root, tests, lines, "aroian", result.aroian());
    test(root, tests, lines, "goodman", result.goodman());
    root.set("boot_low", Json.exact(result.low()));
    root.set("boot_high", Json.exact(result.high()));
    root.put("draws", spec.draws());
    root.set("total", RegressionAnswer.json(result.total()));
    root.set("first", RegressionAnswer.json(result.first()));
    root.set("second", RegressionAnswer.json(result.second()));
    if (!Double.isNaN(result.low())) {
      lines.add(
          words.get("effect.boot", Printed.number(result.low()), Printed.number(result.high())));
    }
    lines.add(result.second().rule().in(words.locale()));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("y", spec.outcome());
    settings.put("treat", treatment);
    settings.put("mediator", spec.mediator());
    settings.put("covariates", String.join(",", spec.controls()));
    settings.put("effects", String.join(",", spec.effects()));
    settings.put("draws", Integer.toString(spec.draws()));
    settings.put("seed", Long.toString(spec.seed()));
    return new Answer(
        "evaluate mediation",
        lines,
        root,
        List.of(
            new Table("tests.csv", List.of("test", "z", "p"), tests),
            Printed.table("total.csv", result.total()),
            Printed.table("first.csv", result.first()),
            Printed.table("second.csv", result.second())),
        null,
        List.of(panel),
        settings,
        true);
  }

  private static void test(
      ObjectNode root, List<List<String>> rows, List<String> lines, String name, double z) {
    double p = MediationResult.p(z);
    root.set(name + "_z", Json.exact(z));
    root.set(name + "_p", Json.exact(p));
    rows.add(List.of(name, Numbers.exactCell(z), Numbers.exactCell(p)));
    lines.add("  " + name + " z = " + Printed.number(z) + ", p = " + Printed.number(p));
  }

  /** Effects by group: {@code tenon evaluate heterogeneity}. */
  public static Loaded<Answer> heterogeneity(
      Path panel, HeterogeneitySpec spec, PanelColumns cells, Locale locale) {
    return switch (PanelFile.read(panel)) {
      case Loaded.Rejected<Observations>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Observations>(var data, var _) ->
          StaggeredAnswer.map(
              checked(
                  panel,
                  data,
                  cells,
                  spec.effects(),
                  spec.treatment(),
                  () -> Heterogeneity.estimate(data, spec)),
              (HeterogeneityResult result) ->
                  heterogeneity(panel, spec, result, new Words(locale)));
    };
  }

  private static Answer heterogeneity(
      Path panel, HeterogeneitySpec spec, HeterogeneityResult result, Words words) {
    ObjectNode root = Json.object();
    ArrayNode groups = root.putArray("groups");
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    String treatment = spec.treatment();
    for (HeterogeneityResult.Group group : result.groups()) {
      ObjectNode node = groups.addObject();
      node.put("group", group.name());
      node.setAll(RegressionAnswer.json(group.fit()));
      double estimate = group.fit().coefficient(treatment);
      double error = group.fit().standardError(treatment);
      rows.add(
          List.of(
              group.name(),
              Numbers.exactCell(estimate),
              Numbers.exactCell(error),
              Numbers.exactCell(group.fit().p(treatment)),
              Integer.toString(group.fit().sizes().observations())));
      lines.add(Printed.line(group.name(), estimate, error, group.fit().p(treatment)));
    }
    ArrayNode differences = root.putArray("differences");
    List<List<String>> tests = new ArrayList<>();
    for (HeterogeneityResult.Difference difference : result.differences()) {
      ObjectNode node = differences.addObject();
      node.put("group", difference.group());
      node.set("estimate", Json.exact(difference.estimate()));
      node.set("std_error", Json.exact(difference.standardError()));
      node.set("p", Json.exact(difference.p()));
      node.set("z_independent", Json.exact(difference.zIndependent()));
      node.set("p_permutation", Json.exact(difference.permutationP()));
      tests.add(
          List.of(
              difference.group(),
              Numbers.exactCell(difference.estimate()),
              Numbers.exactCell(difference.standardError()),
              Numbers.exactCell(difference.p()),
              Numbers.exactCell(difference.zIndependent()),
              Numbers.exactCell(difference.permutationP())));
      lines.add(
          words.get(
              "effect.difference",
              difference.group(),
              Printed.number(difference.estimate()),
              Printed.number(difference.p())));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("y", spec.outcome());
    settings.put("treat", treatment);
    settings.put("group", spec.group());
    settings.put("covariates", String.join(",", spec.controls()));
    settings.put("effects", String.join(",", spec.effects()));
    settings.put("draws", Integer.toString(spec.draws()));
    settings.put("seed", Long.toString(spec.seed()));
    return new Answer(
        "evaluate heterogeneity",
        lines,
        root,
        List.of(
            new Table("groups.csv", List.of("group", "estimate", "std_error", "p", "n"), rows),
            new Table(
                "differences.csv",
                List.of("group", "estimate", "std_error", "p", "z_independent", "p_permutation"),
                tests)),
        null,
        List.of(panel),
        settings,
        true);
  }
}
