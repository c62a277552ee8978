package tenon.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.cli.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Placing stock against optima proven elsewhere; skipped where the files are not here. */
class StockConformanceTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static JsonNode answer(Object... arguments) {
    Session session = Session.run(arguments);
    assertThat(session.exit()).as(session.err()).isZero();
    return JSON.readTree(session.out());
  }

  private static Path data(String name) {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.exists(at.resolve(".ci"))) {
      at = at.getParent();
    }
    Path file = at.resolveSibling("shared").resolve("data/supply_chain").resolve(name);
    if (!Files.isReadable(file)) {
      System.out.println("Skipped: " + file + " is not here.");
    }
    assumeTrue(Files.isReadable(file), () -> file + " is not here");
    return file;
  }

  /** The optimum is met and proven. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "01", "03", "05", "07", "09", "11", "12", "13", "15", "17", "19", "21", "25", "27", "29",
        "31", "32", "33", "35"
      })
  void chainsOfWillemsReachTheirOptimum(String id) {
    JsonNode oracle =
        JSON.readTree(OracleFiles.file("respond/willems_gsm_A.json").toFile()).get("chains");
    JsonNode chain = oracle;
    for (JsonNode one : oracle) {
      chain = one.path("id").asString("").equals(id) ? one : chain;
    }
    assertThat(chain.path("id").asString("")).isEqualTo(id);
    double optimum = chain.get("objective").asDouble();
    JsonNode ours =
        answer(
            "stock",
            "gsm",
            data("willems2008/" + id + "_stages.csv"),
            "--arcs",
            data("willems2008/" + id + "_arcs.csv"),
            "--json",
            "-",
            "--quiet");
    assertThat(ours.get("objective").asDouble())
        .isCloseTo(optimum, Percentage.withPercentage(1e-7));
    assertThat(ours.get("proven").asBoolean()).isTrue();
    assertThat(ours.get("pipeline_cost").asDouble())
        .isCloseTo(chain.get("pipeline_cost").asDouble(), Percentage.withPercentage(1e-7));
  }

  /** A series whose published figures are rounded; the exact cost lies a little below. */
  @Test
  void aSeriesUnderStochasticServiceIsBetterThanPublished() {
    Path file = OracleFiles.file("twin/inventory/ssm_serial_example_6_1.json");
    JsonNode oracle = JSON.readTree(file.toFile());
    JsonNode ours = answer("stock", "ssm", file, "--json", "-", "--quiet");
    assertThat(ours.get("optimal_cost").asDouble())
        .isLessThan(oracle.get("optimal_cost").asDouble())
        .isCloseTo(oracle.get("optimal_cost").asDouble(), within(0.01));
    for (String stage : new String[] {"1", "2", "3"}) {
      assertThat(ours.get("optimal_S_echelon").get(stage).asDouble())
          .isCloseTo(oracle.get("optimal_S_echelon").get(stage).asDouble(), within(0.02));
      assertThat(ours.get("newsvendor_heuristic_S").get(stage).asDouble())
          .isCloseTo(oracle.get("newsvendor_heuristic_S").get(stage).asDouble(), within(1e-9));
    }
  }

  @Test
  void arraysOfStagesAgree() {
    Path file = OracleFiles.file("risk/05_guaranteed_service.json");
    JsonNode oracle = JSON.readTree(file.toFile()).get("cases");
    JsonNode ours = answer("stock", "gsm", file, "--json", "-", "--quiet").get("cases");
    assertThat(ours.size()).isEqualTo(2);
    for (int at = 0; at < ours.size(); at++) {
      assertThat(ours.get(at).get("cost").asDouble())
          .isCloseTo(oracle.get(at).get("expected").get("cost").asDouble(), within(1e-6));
    }
  }

  @Test
  void singleStagesAgree() {
    Path file = OracleFiles.file("risk/04_safety_stock.json");
    JsonNode oracle = JSON.readTree(file.toFile()).get("cases");
    JsonNode ours = answer("stock", "base-stock", file, "--json", "-", "--quiet").get("cases");
    for (int at = 0; at < oracle.size(); at++) {
      JsonNode mine = ours.get(at);
      oracle
          .get(at)
          .get("expected")
          .properties()
          .forEach(
              entry -> {
                if (mine.has(entry.getKey()) && entry.getValue().isNumber()) {
                  assertThat(mine.get(entry.getKey()).asDouble())
                      .as(entry.getKey())
                      .isCloseTo(entry.getValue().asDouble(), within(1e-6));
                }
              });
      assertThat(mine.size()).isGreaterThanOrEqualTo(3);
    }
  }

  /** Solved elsewhere, each stage's cost rounded down to a unit of money. */
  @ParameterizedTest
  @CsvSource({"battery, 0.25", "bulldozer, 0.3"})
  void oneTableNetworksAgree(String name, double rate) {
    JsonNode solved = JSON.readTree(data("snc_gsm/" + name + "_solution.json").toFile());
    double cost = 0;
    for (JsonNode stage : solved) {
      cost += stage.get(1).get("cost").asDouble();
    }
    JsonNode ours =
        answer(
            "stock",
            "gsm",
            data("snc_gsm/" + name + ".txt"),
            "--holding-rate",
            rate,
            "--json",
            "-",
            "--quiet");
    assertThat(ours.get("proven").asBoolean()).isTrue();
    assertThat(ours.get("objective").asDouble()).isCloseTo(cost, Percentage.withPercentage(0.02));
  }
}
