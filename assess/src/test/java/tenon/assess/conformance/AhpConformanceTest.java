package tenon.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.assess.Ahp;
import tenon.assess.AhpWeights;
import tenon.assess.Judgements;
import tenon.assess.RandomIndex;
import tenon.model.Loaded;
import tools.jackson.databind.JsonNode;

class AhpConformanceTest {
  private static final String FILE = "oracle/index/ahp/ahp_cases.json";

  @Test
  void everyCaseHasTheReferenceWeightsAndConsistency() {
    JsonNode cases = ReferenceFiles.json(FILE).get("cases");
    assertThat(cases.size()).isGreaterThan(10);
    for (JsonNode one : cases) {
      AhpWeights weights = weigh(one, RandomIndex.SAATY_1980);
      String id = one.get("id").asString();
      for (int item = 0; item < weights.items().size(); item++) {
        double expected = one.get("eigen_weights").get(item).asDouble();
        assertThat(weights.weight(item)).as(id).isCloseTo(expected, within(1e-9));
      }
      assertThat(weights.lambdaMax())
          .as(id)
          .isCloseTo(one.get("lambda_max").asDouble(), within(1e-9));
      assertThat(weights.consistencyIndex())
          .as(id)
          .isCloseTo(one.get("CI").asDouble(), within(1e-9));
      ratio(one, "CR_saaty1980", RandomIndex.SAATY_1980);
      ratio(one, "CR_saaty2005", RandomIndex.SAATY_2005);
      ratio(one, "CR_donegan_dodd", RandomIndex.DONEGAN_DODD);
    }
  }

  @Test
  void tablesOfRandomIndicesAreTheReferenceTables() {
    JsonNode tables = ReferenceFiles.json(FILE).get("random_index");
    same(RandomIndex.SAATY_1980, tables.get("saaty1980"));
    same(RandomIndex.SAATY_2005, tables.get("saaty2005"));
    same(RandomIndex.DONEGAN_DODD, tables.get("donegan_dodd1991"));
  }

  @Test
  void hierarchyOfCitiesHasTheReferenceGlobalWeights() {
    JsonNode root = ReferenceFiles.json(FILE);
    JsonNode hierarchy = root.get("hierarchy");
    AhpWeights criteria = weigh(named(root, "saaty2005_city_criteria"), RandomIndex.SAATY_1980);
    for (int city = 0; city < hierarchy.get("alternatives").size(); city++) {
      double global = 0;
      for (int criterion = 0; criterion < criteria.items().size(); criterion++) {
        String id = "saaty2005_city_" + hierarchy.get("criteria").get(criterion).asString();
        AhpWeights cities = weigh(named(root, id), RandomIndex.SAATY_1980);
        global += criteria.weight(criterion) * cities.weight(city);
      }
      assertThat(global)
          .isCloseTo(hierarchy.get("global_weights").get(city).asDouble(), within(1e-9));
    }
  }

  /** The reference was found by a search whose own precision is about 1e-7. */
  @Test
  void incompleteMatrixIsFilledAsInTheReference() {
    JsonNode incomplete = ReferenceFiles.json(FILE).get("incomplete");
    List<String> items = List.of("a", "b", "c", "d");
    double[][] matrix = new double[4][4];
    for (double[] row : matrix) {
      Arrays.fill(row, Double.NaN);
    }
    incomplete
        .get("known")
        .propertyStream()
        .forEach(
            pair -> {
              int row = items.indexOf(pair.getKey().substring(0, 1));
              int column = items.indexOf(pair.getKey().substring(2));
              matrix[row][column] = pair.getValue().asDouble();
            });
    AhpWeights weights = ready(Judgements.of(items, matrix), RandomIndex.DONEGAN_DODD);
    assertThat(weights.lambdaMax())
        .isCloseTo(incomplete.get("recomputed_lambda").asDouble(), within(1e-9));
    assertThat(weights.judgement(2, 3))
        .isCloseTo(incomplete.get("recomputed_missing").asDouble(), within(1e-7));
  }

  private static void same(RandomIndex table, JsonNode reference) {
    for (int items = 3; items <= RandomIndex.LARGEST; items++) {
      assertThat(table.of(items)).isEqualTo(reference.get(Integer.toString(items)).asDouble());
    }
  }

  private static void ratio(JsonNode one, String name, RandomIndex table) {
    if (one.has(name)) {
      assertThat(weigh(one, table).consistencyRatio())
          .as(one.get("id").asString() + " " + name)
          .isCloseTo(one.get(name).asDouble(), within(1e-9));
    }
  }

  private static JsonNode named(JsonNode root, String id) {
    for (JsonNode one : root.get("cases")) {
      if (one.get("id").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no case " + id);
  }

  private static AhpWeights weigh(JsonNode one, RandomIndex table) {
    List<String> items = new ArrayList<>();
    one.get("elements").forEach(item -> items.add(item.asString()));
    double[][] matrix = new double[items.size()][items.size()];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = one.get("matrix").get(i).get(j).asDouble();
      }
    }
    return ready(Judgements.of(items, matrix), table);
  }

  private static AhpWeights ready(Judgements judgements, RandomIndex table) {
    if (Ahp.weigh(List.of(judgements), table) instanceof Loaded.Ready<AhpWeights> ready) {
      return ready.value();
    }
    throw new AssertionError("rejected: " + judgements.items());
  }
}
