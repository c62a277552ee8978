package tenon.study.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.evaluate.Fit;
import tenon.evaluate.mechanism.Heterogeneity;
import tenon.evaluate.mechanism.HeterogeneityResult;
import tenon.evaluate.mechanism.HeterogeneitySpec;
import tenon.evaluate.mechanism.Mediation;
import tenon.evaluate.mechanism.MediationResult;
import tenon.evaluate.mechanism.MediationSpec;
import tenon.evaluate.space.SpilloverRings;
import tenon.study.document.Cell;
import tenon.study.page.Json;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ObjectNode;

/** For whom, through what, and how far: groups, mediators, neighbours. */
final class MechanismSections {
  private final PolicyContext study;
  private final PolicyConfig config;
  private final String treatment;

  MechanismSections(PolicyContext study) {
    this.study = study;
    config = study.config;
    treatment = config.treatment();
  }

  void groups() {
    if (config.groups().isEmpty()) {
      return;
    }
    study.heading("groups");
    study.say("groups.said");
    RegressionGrid grid = new RegressionGrid(study, "heterogeneity");
    List<List<Cell>> tests = new ArrayList<>();
    for (String group : config.groups()) {
      HeterogeneitySpec spec =
          new HeterogeneitySpec(
              config.outcome(),
              treatment,
              config.controls(),
              study.twoWays(),
              group,
              config.unit(),
              study.errors(),
              config.permutations(),
              study.seed);
      HeterogeneityResult result =
          study.ready(Heterogeneity.estimate(study.data, spec), "h.groups");
      if (result == null) {
        continue;
      }
      ObjectNode node = study.json.withObject("/heterogeneity").putObject(group);
      for (HeterogeneityResult.Group one : result.groups()) {
        grid.add(
            study.name(group) + " = " + one.name(),
            group + " " + one.name(),
            one.fit(),
            List.of(treatment));
        node.set(one.name(), Json.exact(one.fit().coefficient(treatment)));
      }
      for (HeterogeneityResult.Difference difference : result.differences()) {
        tests.add(test(group, result, difference, node));
      }
    }
    if (grid.isEmpty()) {
      return;
    }
    grid.write(study.word("t.groups", study.name(config.outcome())));
    study.grid(
        "differences",
        study.word("t.differences"),
        List.of(
            study.word("group"),
            study.word("compared"),
            study.word("difference"),
            study.word("se"),
            study.word("chow"),
            study.word("z"),
            study.word("permuted")),
        tests,
        study.word("n.differences", Numbers.count(config.permutations())),
        study.rule(study.benchmark()));
  }

  private List<Cell> test(
      String group,
      HeterogeneityResult result,
      HeterogeneityResult.Difference difference,
      ObjectNode node) {
    ObjectNode one = node.putObject("difference " + difference.group());
    one.set("estimate", Json.exact(difference.estimate()));
    one.set("std_error", Json.exact(difference.standardError()));
    one.set("p", Json.exact(difference.p()));
    one.set("z_independent", Json.exact(difference.zIndependent()));
    one.set("p_permutation", Json.exact(difference.permutationP()));
    return List.of(
        Cell.of(study.name(group)),
        Cell.of(difference.group() + " − " + result.groups().getFirst().name()),
        PolicyContext.number(difference.estimate(), 4),
        PolicyContext.number(difference.standardError(), 4),
        PolicyContext.p(difference.p()),
        PolicyContext.number(difference.zIndependent(), 2),
        PolicyContext.number(difference.permutationP(), 4));
  }

  void mediation() {
    if (config.mediators().isEmpty()) {
      return;
    }
    study.heading("mediation");
    RegressionGrid grid = new RegressionGrid(study, "mediation");
    List<List<Cell>> tests = new ArrayList<>();
    for (String mediator : config.mediators()) {
      MediationSpec spec =
          new MediationSpec(
              config.outcome(),
              treatment,
              mediator,
              config.controls(),
              study.twoWays(),
              study.errors(),
              config.mediationDraws(),
              study.seed);
      MediationResult result = study.ready(Mediation.estimate(study.data, spec), "h.mediation");
      if (result == null) {
        continue;
      }
      grid.add(study.name(mediator), mediator + " on policy", result.first(), List.of(treatment));
      grid.add(
          study.name(config.outcome()),
          "outcome given " + mediator,
          result.second(),
          List.of(treatment, mediator));
      tests.add(test(mediator, result));
    }
    if (grid.isEmpty()) {
      return;
    }
    grid.write(study.word("t.mediation"));
    study.grid(
        "mediation_tests",
        study.word("t.mediation.tests"),
        List.of(
            study.word("mediator"),
            study.word("total"),
            study.word("indirect"),
            study.word("direct"),
            study.word("share"),
            study.word("identity"),
            "Sobel z",
            "Aroian z",
            "Goodman z",
            study.word("boot.low"),
            study.word("boot.high")),
        tests,
        study.word("n.mediation", Numbers.count(config.mediationDraws())),
        study.rule(study.benchmark()));
  }

  private List<Cell> test(String mediator, MediationResult result) {
    ObjectNode node = study.json.withObject("/mediation").putObject(mediator);
    node.set("c", Json.exact(result.c()));
    node.set("a", Json.exact(result.a()));
    node.set("b", Json.exact(result.b()));
    node.set("cprime", Json.exact(result.direct()));
    node.set("indirect", Json.exact(result.indirect()));
    node.set("identity_gap", Json.exact(result.identityGap()));
    node.set("sobel_z", Json.exact(result.sobel()));
    node.set("aroian_z", Json.exact(result.aroian()));
    node.set("goodman_z", Json.exact(result.goodman()));
    node.set("boot_low", Json.exact(result.low()));
    node.set("boot_high", Json.exact(result.high()));
    return List.of(
        Cell.of(study.name(mediator)),
        PolicyContext.number(result.c(), 4),
        PolicyContext.number(result.indirect(), 4),
        PolicyContext.number(result.direct(), 4),
        Cell.of(
            Numbers.percentFine(result.indirect() / result.c()), result.indirect() / result.c()),
        Cell.of(String.format(Locale.ROOT, "%.0e", result.identityGap()), result.identityGap()),
        PolicyContext.number(result.sobel(), 2),
        PolicyContext.number(result.aroian(), 2),
        PolicyContext.number(result.goodman(), 2),
        PolicyContext.number(result.low(), 4),
        PolicyContext.number(result.high(), 4));
  }

  void spillover() {
    PolicyConfig.Space space = config.space();
    if (space == null) {
      return;
    }
    study.heading("spillover");
    SpilloverRings.Result result =
        study.ready(
            SpilloverRings.estimate(
                study.data,
                study.usual(),
                CheckSections.columns(config, space),
                treatment,
                space.rings()),
            "h.spillover");
    if (result == null) {
      return;
    }
    Fit fit = result.fit();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row(study.word("treated"), fit, treatment, -1, -1));
    study.keep("spillover", "treated", fit, treatment);
    for (SpilloverRings.Ring ring : result.rings()) {
      String name =
          study.word("ring", Numbers.exactCell(ring.from()), Numbers.exactCell(ring.to()));
      rows.add(row(name, fit, ring.name(), ring.units(), ring.rows()));
      study.keep("spillover", ring.name(), fit, ring.name());
    }
    study.say(
        "spillover.said",
        Numbers.exactCell(space.rings().getLast()),
        Numbers.fixed(fit.coefficient(treatment), 3),
        Numbers.fixed(study.benchmark().coefficient(treatment), 3));
    study.grid(
        "spillover",
        study.word("t.spillover"),
        List.of(
            study.word("who"),
            study.word("units"),
            study.word("rows"),
            study.word("estimate"),
            study.word("se"),
            "p",
            study.word("low"),
            study.word("high")),
        rows,
        study.word("n.spillover"),
        study.rule(fit));
  }

  private static List<Cell> row(String name, Fit fit, String term, int units, int rows) {
    return List.of(
        Cell.of(name),
        units < 0 ? Cell.of("") : PolicyContext.count(units),
        rows < 0 ? Cell.of("") : PolicyContext.count(rows),
        PolicyContext.number(fit.coefficient(term), 4),
        PolicyContext.number(fit.standardError(term), 4),
        PolicyContext.p(fit.p(term)),
        PolicyContext.number(fit.low(term, .95), 4),
        PolicyContext.number(fit.high(term, .95), 4));
  }
}
