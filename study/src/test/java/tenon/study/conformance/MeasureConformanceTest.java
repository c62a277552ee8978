package tenon.study.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The measures as commands run them, against the programs of reference. */
class MeasureConformanceTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @TempDir private Path temp = Path.of("");

  private Path file(ObjectNode content) throws Exception {
    return Files.writeString(temp.resolve("in.json"), Json.pretty(content));
  }

  @Test
  void ahpGivesWeightsAndConsistencyOfEveryPublishedMatrix() throws Exception {
    int refused = 0;
    for (JsonNode one : Oracles.json("index/ahp/ahp_cases.json").get("cases")) {
      ObjectNode input = Json.object();
      input.set("items", one.get("elements"));
      input.set("matrix", one.get("matrix"));
      Loaded<Answer> loaded = Oracles.run("assess ahp", file(input));
      Answer answer = ((Loaded.Ready<Answer>) loaded).value();
      String id = one.get("id").asString();
      same(id, answer.result().get("weights"), one.get("eigen_weights"));
      assertThat(answer.result().get("lambda_max").asDouble())
          .as(id)
          .isCloseTo(one.get("lambda_max").asDouble(), CLOSE);
      double cr = one.path("CR_saaty1980").asDouble(0);
      assertThat(answer.result().get("cr").asDouble()).as(id).isCloseTo(cr, CLOSE);
      assertThat(answer.holds()).as(id).isEqualTo(cr <= .1);
      refused += answer.holds() ? 0 : 1;
    }
    assertThat(refused).isPositive();
  }

  private static void same(String what, JsonNode ours, JsonNode theirs) {
    assertThat(ours.size()).as(what).isEqualTo(theirs.size());
    for (int i = 0; i < theirs.size(); i++) {
      if (theirs.get(i).isArray()) {
        same(what, ours.get(i), theirs.get(i));
      } else {
        assertThat(ours.get(i).asDouble()).as(what).isCloseTo(theirs.get(i).asDouble(), CLOSE);
      }
    }
  }

  @Test
  void entropyCriticAndTopsisAreThoseOfThePapers() throws Exception {
    for (JsonNode one : Oracles.json("index/mcdm/mcdm_cases.json")) {
      String id = one.get("id").asString();
      ObjectNode input = Json.object();
      input.set("X", one.get("X"));
      if (id.startsWith("critic")) {
        String kind = id.contains("spearman") ? "spearman" : "pearson";
        JsonNode result = Oracles.result("assess critic", file(input), "correlation", kind);
        same(id, result.get("weights"), one.get("weights"));
      } else if (id.startsWith("entropy")) {
        same(id, Oracles.result("assess entropy", file(input)).get("weights"), one.get("weights"));
      } else if (id.equals("topsis_tzeng2011")) {
        input.set("weights", one.get("weights"));
        JsonNode result = Oracles.result("assess topsis", file(input));
        same(id, result.get("closeness"), one.get("closeness"));
        same(id, result.get("d_plus"), one.get("d_plus"));
        same(id, result.get("rank"), one.get("rank"));
      }
    }
  }

  @Test
  void fuzzyEvaluationJoinsByEveryOperator() throws Exception {
    JsonNode one = Oracles.json("index/fuzzy/fuzzy_cases.json").get("cases").get(0);
    ObjectNode input = Json.object();
    input.set("weights", one.get("w"));
    input.set("R", one.get("R"));
    JsonNode operators = Oracles.result("assess fuzzy", file(input)).get("operators");
    String[][] names = {
      {"product_sum", "M(.,+)"},
      {"min_max", "M(min,max)"},
      {"product_max", "M(.,max)"},
      {"min_bounded_sum", "M(min,+)"}
    };
    for (String[] name : names) {
      JsonNode theirs = one.get("result").get(name[1]);
      if (theirs != null) {
        JsonNode ours = operators.get(name[0]);
        same(name[0], ours.get("normalised"), theirs.get("normalised"));
        assertThat(ours.get("grade").asInt()).isEqualTo(theirs.get("grade").asInt());
      }
    }
  }

  @Test
  void reliabilityIsThatOfR() throws Exception {
    JsonNode expected = Oracles.json("index/stats/attitude_reliability.json");
    JsonNode result =
        Oracles.result("assess reliability", Oracles.file("index/stats/attitude.csv"));
    assertThat(result.get("alpha").asDouble())
        .isCloseTo(expected.get("raw_alpha").asDouble(), CLOSE);
    assertThat(result.get("kmo").asDouble()).isCloseTo(expected.get("KMO").asDouble(), CLOSE);
    assertThat(result.get("bartlett").get("chisq").asDouble())
        .isCloseTo(expected.get("bartlett").get("chisq").asDouble(), within(1e-8));
  }

  @Test
  void spaceIsThatOfSpdep() throws Exception {
    JsonNode expected = Oracles.json("index/spatial/columbus_moran.json");
    Path units = Oracles.file("index/spatial/columbus.csv");
    String pairs = Oracles.file("index/spatial/columbus_col_gal_nb_edges.csv").toString();
    JsonNode row =
        Oracles.result(
            "assess moran", units, "value", "CRIME", "neighbours", pairs, "permutations", "0");
    moments(row.get("randomisation"), expected.get("row_std_moran_randomisation"));
    moments(row.get("normality"), expected.get("row_std_moran_normality"));
    moments(row.get("geary"), expected.get("row_std_geary"));
    for (int i = 0; i < expected.get("local_moran").size(); i++) {
      assertThat(row.get("local").get(i).get("Ii").asDouble())
          .isCloseTo(expected.get("local_moran").get(i).get("Ii").asDouble(), CLOSE);
    }
    JsonNode binary =
        Oracles.result(
            "assess moran",
            units,
            "value",
            "CRIME",
            "neighbours",
            pairs,
            "style",
            "binary",
            "permutations",
            "0");
    moments(binary.get("randomisation"), expected.get("binary_moran_randomisation"));
    JsonNode g = expected.get("binary_getisG");
    assertThat(binary.get("getis_g").get("statistic").asDouble())
        .isCloseTo(g.get("statistic").asDouble(), CLOSE);
    assertThat(binary.get("getis_g").get("variance").asDouble())
        .isCloseTo(g.get("variance").asDouble(), CLOSE);
  }

  private static void moments(JsonNode ours, JsonNode theirs) {
    for (String key : new String[] {"statistic", "expectation", "variance", "z", "p"}) {
      assertThat(ours.get(key).asDouble())
          .as(key)
          .isCloseTo(theirs.get(key).asDouble(), within(1e-8));
    }
  }

  @Test
  void movesAndConvergenceAreThoseOfPysal() throws Exception {
    Path panel = Oracles.file("index/inequality/usjoin_regions.csv");
    String pairs = Oracles.file("index/markov/states48_edges.csv").toString();
    JsonNode markov = Oracles.json("index/markov/usjoin_markov.json").get("classic");
    JsonNode ours = Oracles.result("assess markov", panel, "id", "state", "neighbours", pairs);
    same("transitions", ours.get("transitions"), markov.get("transitions"));
    same("P", ours.get("P"), markov.get("P"));
    JsonNode expected = Oracles.json("index/convergence/usjoin_convergence.json");
    JsonNode result = Oracles.result("assess convergence", panel, "id", "state");
    assertThat(result.get("beta_cross").get("beta").asDouble())
        .isCloseTo(expected.get("beta_cross").get("beta").asDouble(), CLOSE);
    assertThat(result.get("panel_unit_fe").get("beta").asDouble())
        .isCloseTo(expected.get("panel_beta_unit_FE").asDouble(), CLOSE);
    assertThat(result.get("sigma_cv").get("1929").asDouble())
        .isCloseTo(expected.get("sigma_cv").get("1929").asDouble(), CLOSE);
  }

  /** Incomes by their mean of the year; classes of all years together, as giddy documents them. */
  @Test
  void markovByTheClassOfNeighboursIsThatOfGiddy() throws Exception {
    List<String> lines = Files.readAllLines(Oracles.file("index/inequality/usjoin_regions.csv"));
    int years = lines.getFirst().split(",", -1).length - 2;
    double[] means = new double[years];
    for (String line : lines.subList(1, lines.size())) {
      for (int t = 0; t < years; t++) {
        means[t] += Double.parseDouble(line.split(",", -1)[t + 2]) / (lines.size() - 1);
      }
    }
    ObjectNode input = Json.object();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      input.withArray("units").add(cells[0]);
      double[] row = new double[years];
      Arrays.setAll(row, t -> Double.parseDouble(cells[t + 2]) / means[t]);
      input.withArray("values").add(Json.exact(row));
    }
    String pairs = Oracles.file("index/markov/states48_edges.csv").toString();
    JsonNode spatial =
        Oracles.result("assess markov", file(input), "neighbours", pairs, "pooled", "true")
            .get("spatial");
    assertThat(spatial.get("P").get(0).get(0).get(0).asDouble())
        .isCloseTo(0.96341463, within(1e-8));
    assertThat(spatial.get("P").get(0).get(3).get(2).asDouble())
        .isCloseTo(0.32142857, within(1e-8));
    assertThat(spatial.get("homogeneity").get("chi2").asDouble()).isCloseTo(200.624, within(5e-4));
    assertThat(spatial.get("homogeneity").get("df").asInt()).isEqualTo(60);
  }

  @Test
  void couplingOfOneUnitIsThatOfTheTable() throws Exception {
    for (JsonNode one :
        Oracles.json("index/inequality/coupling_concentration.json").get("coupling")) {
      ObjectNode input = Json.object();
      input.set("U", one.get("U"));
      JsonNode ours = Oracles.result("assess coupling", file(input));
      assertThat(ours.get("C").get(0).asDouble()).isCloseTo(one.get("C").asDouble(), CLOSE);
      assertThat(ours.get("D").get(0).asDouble()).isCloseTo(one.get("D").asDouble(), CLOSE);
    }
  }

  /** Errors of the effects: numerical slopes through the information matrix, by another program. */
  @Test
  void effectsOfTheDurbinModelHaveErrorsByTheDeltaMethod() throws Exception {
    JsonNode effects =
        Oracles.result(
                "assess sdm",
                Oracles.file("index/spatial/columbus.csv"),
                "y",
                "CRIME",
                "x",
                "INC,HOVAL",
                "neighbours",
                Oracles.file("index/spatial/columbus_col_gal_nb_edges.csv").toString())
            .get("effects");
    double[][] errors = {{.3248286, .6893495, .71995649}, {.09160103, .2682341, .29718064}};
    for (int k = 0; k < errors.length; k++) {
      int nth = 0;
      for (String key : List.of("direct_se", "indirect_se", "total_se")) {
        assertThat(effects.get(k).get(key).asDouble()).isCloseTo(errors[k][nth++], within(1e-6));
      }
    }
  }
}
