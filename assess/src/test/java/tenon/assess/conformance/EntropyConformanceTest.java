package tenon.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.assess.Assess;
import tenon.assess.AssessSpec;
import tenon.assess.Assessment;
import tenon.assess.Scaling;
import tenon.assess.Weighting;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;
import tools.jackson.databind.JsonNode;

class EntropyConformanceTest {

  @Test
  void everyEntropyCaseHasTheReferenceWeights() {
    int compared = 0;
    for (JsonNode one : ReferenceFiles.json("oracle/index/mcdm/mcdm_cases.json")) {
      if (one.get("id").asString().startsWith("entropy")) {
        compare(one);
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  private static void compare(JsonNode one) {
    Columns.Builder hierarchy = new Columns.Builder(Resource.HIERARCHY);
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    hierarchy.row().set("code", "index");
    for (int column = 0; column < one.get("weights").size(); column++) {
      hierarchy.row().set("code", "x" + column).set("parent", "index").set("direction", 1);
      for (int row = 0; row < one.get("X").size(); row++) {
        values.row().set("unit_id", "u" + row).set("period", "t").set("code", "x" + column);
        values.set("value", one.get("X").get(row).get(column).asDouble());
      }
    }
    var entropy = new Weighting.Entropy(Weighting.Entropy.Basis.VALUES, 0);
    var spec = new AssessSpec(new Scaling.PooledSample(), entropy);
    Map<Resource, Columns> tables =
        Map.of(Resource.HIERARCHY, hierarchy.build(), Resource.INDICATORS, values.build());
    if (!(Assess.assess(Panel.of(tables), spec) instanceof Loaded.Ready<Assessment> ready)) {
      throw new AssertionError("rejected: " + one.get("id"));
    }
    for (int column = 0; column < one.get("weights").size(); column++) {
      assertThat(ready.value().weights().local(column + 1))
          .isCloseTo(one.get("weights").get(column).asDouble(), within(1e-9));
    }
  }
}
