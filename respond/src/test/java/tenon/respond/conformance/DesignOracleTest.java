package tenon.respond.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Loaded;
import tenon.packages.JsonFile;
import tenon.respond.design.CapacityDesign;
import tenon.respond.design.ControlChoice;
import tenon.respond.design.Risk;
import tools.jackson.databind.JsonNode;

/** CVaR in two stages and the choice of controls, against worked examples. */
class DesignOracleTest {
  private static final double TOLERANCE = 1e-6;

  @Test
  void tailMeans() {
    JsonNode one = read("06_cvar_two_stage.json").path("cases").get(0);
    double[] losses = numbers(one.path("losses"));
    double[] probabilities = numbers(one.path("probs"));
    Risk risk = Risk.of(losses, probabilities, one.path("alpha").asDouble());
    JsonNode expected = one.path("expected");
    assertThat(risk.mean()).isCloseTo(expected.path("mean").asDouble(), within(TOLERANCE));
    assertThat(risk.valueAtRisk()).isEqualTo(expected.path("VaR").asDouble());
    assertThat(risk.tailMean()).isCloseTo(expected.path("CVaR").asDouble(), within(TOLERANCE));
    assertThat(Risk.of(losses, probabilities, 0.95).tailMean())
        .isCloseTo(expected.path("CVaR_0.95").asDouble(), within(TOLERANCE));
    assertThat(Risk.of(losses, probabilities, 0.5).tailMean())
        .isCloseTo(expected.path("CVaR_0.5").asDouble(), within(TOLERANCE));
  }

  @Test
  void capacityInTwoStages() {
    JsonNode one = read("06_cvar_two_stage.json").path("cases").get(1);
    JsonNode scenarios = one.path("scenarios");
    double[][] available = new double[scenarios.size()][];
    double[] probability = new double[scenarios.size()];
    for (int s = 0; s < probability.length; s++) {
      JsonNode scenario = scenarios.get(s);
      available[s] = new double[] {scenario.path("A").asDouble(), scenario.path("B").asDouble()};
      probability[s] = scenario.path("p").asDouble();
    }
    for (JsonNode expected : one.path("expected")) {
      CapacityDesign design =
          CapacityDesign.of(
              new double[] {1, 1.3},
              available,
              probability,
              100,
              12,
              expected.path("lambda").asDouble(),
              0.95);
      assertThat(design.objective())
          .isCloseTo(expected.path("objective").asDouble(), within(TOLERANCE));
    }
  }

  @Test
  void controlsWithinABudget() {
    JsonNode root = read("08_control_selection.json");
    List<String> threats = keys(root.path("threats"));
    List<String> controls = keys(root.path("controls"));
    double[] loss =
        values(
            threats.size(),
            t -> {
              JsonNode threat = root.path("threats").path(threats.get(t));
              return threat.path("TEF_per_year").asDouble() * threat.path("LM_k").asDouble();
            });
    double[] cost =
        values(
            controls.size(),
            c -> root.path("controls").path(controls.get(c)).path("annual_cost_k").asDouble());
    double[][] effect = new double[cost.length][];
    for (int c = 0; c < cost.length; c++) {
      JsonNode node = root.path("controls").path(controls.get(c)).path("effect");
      effect[c] = values(loss.length, t -> node.path(threats.get(t)).asDouble(0));
    }
    for (JsonNode row : root.path("expected").path("by_budget")) {
      double budget = row.path("budget").asDouble();
      ControlChoice best = ControlChoice.within(budget, loss, cost, effect);
      assertThat(best.annualLoss())
          .isCloseTo(row.path("optimal_ALE").asDouble(), within(TOLERANCE));
      assertThat(best.spend()).isCloseTo(row.path("spend").asDouble(), within(TOLERANCE));
      assertThat(ControlChoice.greedy(budget, loss, cost, effect).annualLoss())
          .isCloseTo(row.path("greedy_ALE").asDouble(), within(TOLERANCE));
    }
    ControlChoice net = ControlChoice.net(loss, cost, effect);
    assertThat(net.annualLoss() + net.spend())
        .isCloseTo(
            root.path("expected").path("unconstrained_net").path("ALE_plus_cost").asDouble(),
            within(TOLERANCE));
  }

  private static JsonNode read(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".ci"))) {
      folder = folder.getParent();
    }
    Path file = folder.resolve("../shared/oracle/risk").resolve(name).normalize();
    if (!Files.exists(file)) {
      System.out.println("Skipped, as the worked examples are not here: " + file);
    }
    assumeTrue(Files.exists(file), "the worked examples are not here");
    return switch (JsonFile.read(file)) {
      case Loaded.Ready<JsonNode>(var root, var _) -> root;
      case Loaded.Rejected<JsonNode>(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  private static List<String> keys(JsonNode node) {
    return new ArrayList<>(node.propertyNames());
  }

  private static double[] numbers(JsonNode array) {
    return values(array.size(), i -> array.get(i).asDouble());
  }

  private static double[] values(int count, IntToDoubleFunction of) {
    return IntStream.range(0, count).mapToDouble(of).toArray();
  }
}
