package tenon.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.assess.Weighting;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.Extent;
import tenon.assess.pipeline.Normalisation;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.pipeline.Step;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;
import tools.jackson.databind.JsonNode;

class DecisionConformanceTest {

  @Test
  void contrastAndConflictHaveTheReferenceWeights() {
    int compared = 0;
    for (JsonNode one : cases("critic")) {
      boolean ranked = one.get("id").asString().contains("spearman");
      PipelineResult result = run(one, new Weighting.Critic(ranked), new Aggregator.Arithmetic());
      for (int column = 0; column < one.get("weights").size(); column++) {
        assertThat(result.weights().local(column + 1))
            .isCloseTo(one.get("weights").get(column).asDouble(), within(1e-9));
      }
      compared++;
    }
    assertThat(compared).isEqualTo(2);
  }

  @Test
  void closenessToTheIdealIsTheReference() {
    int compared = 0;
    for (JsonNode one : cases("topsis")) {
      Map<String, Double> weights = new LinkedHashMap<>();
      for (int column = 0; column < one.get("X").get(0).size(); column++) {
        weights.put(
            "x" + column, one.has("weights") ? one.get("weights").get(column).asDouble() : 1);
      }
      var aggregator = new Aggregator.Topsis(one.has("weights"));
      // Without weights the reference measures distances of the values as they are.
      PipelineResult result = run(one, new Weighting.Fixed("reference", weights), aggregator);
      for (int unit = 0; unit < one.get("closeness").size(); unit++) {
        assertThat(result.scores().score(0, unit, 0))
            .isCloseTo(one.get("closeness").get(unit).asDouble(), within(1e-9));
      }
      compared++;
    }
    assertThat(compared).isEqualTo(2);
  }

  private static List<JsonNode> cases(String kind) {
    return ReferenceFiles.json("oracle/index/mcdm/mcdm_cases.json")
        .valueStream()
        .filter(one -> one.get("id").asString().startsWith(kind))
        .toList();
  }

  private static PipelineResult run(JsonNode one, Weighting weighting, Aggregator aggregator) {
    Columns.Builder hierarchy = new Columns.Builder(Resource.HIERARCHY);
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    hierarchy.row().set("code", "index");
    for (int column = 0; column < one.get("X").get(0).size(); column++) {
      hierarchy.row().set("code", "x" + column).set("parent", "index").set("direction", 1);
      for (int row = 0; row < one.get("X").size(); row++) {
        values.row().set("unit_id", "u" + row).set("period", "t").set("code", "x" + column);
        values.set("value", one.get("X").get(row).get(column).asDouble());
      }
    }
    Panel panel =
        Panel.of(
            Map.of(Resource.HIERARCHY, hierarchy.build(), Resource.INDICATORS, values.build()));
    List<Step> steps = List.of(new Step.Normalise(new Normalisation.Shift(0, 1), Extent.POOLED));
    Loaded<PipelineResult> loaded =
        Pipeline.run(panel, new PipelineSpec(steps, weighting, aggregator));
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready<PipelineResult>) loaded).value();
  }
}
