package tenon.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.assess.Weighting;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.Extent;
import tenon.assess.pipeline.Imputation;
import tenon.assess.pipeline.Normalisation;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.pipeline.Step;
import tenon.assess.pipeline.Treatment;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;

/** The example of 51 countries and 49 indicators on which every step has reference numbers. */
final class Asem {
  static final String FOLDER = "oracle/index/coinr_asem/";

  /** Position of the treatment and of the normalisation among the steps. */
  static final int TREAT = 3;

  static final int NORMALISE = 4;

  private Asem() {}

  static Panel panel() {
    return panel("iData.csv");
  }

  /** The same with other data; where these have no time they are of 2018. */
  static Panel panel(String data) {
    Columns.Builder hierarchy = new Columns.Builder(Resource.HIERARCHY);
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    List<Map<String, String>> rows = ReferenceFiles.table(FOLDER + data);
    for (Map<String, String> meta : ReferenceFiles.table(FOLDER + "iMeta.csv")) {
      String type = meta.getOrDefault("Type", "");
      if (type.equals("Group")) {
        continue;
      }
      String code = meta.getOrDefault("iCode", "");
      hierarchy.row().set("code", code).set("parent", blank(meta.get("Parent")));
      hierarchy.set("direction", number(meta.get("Direction")));
      hierarchy.set("weight", number(meta.get("Weight")));
      hierarchy.set("denominator", blank(meta.get("Denominator")));
      for (Map<String, String> row : rows) {
        if (!type.equals("Aggregate")) {
          String year = row.getOrDefault("Time", "2018");
          values.row().set("unit_id", row.get("uCode")).set("period", year).set("code", code);
          values.set("value", number(row.get(code)));
        }
      }
    }
    return Panel.of(
        Map.of(Resource.HIERARCHY, hierarchy.build(), Resource.INDICATORS, values.build()));
  }

  /** The pipeline of the example; its normalisation runs from low to high. */
  static PipelineSpec spec(double low, double high) {
    Map<String, String> groups = new LinkedHashMap<>();
    for (Map<String, String> row : ReferenceFiles.table(FOLDER + "iData.csv")) {
      groups.put(row.getOrDefault("uCode", ""), row.getOrDefault("EurAsia_group", ""));
    }
    List<Step> steps =
        List.of(
            new Step.Denominate(),
            new Step.Impute(new Imputation.GroupMean(new Step.Groups(groups))),
            new Step.Screen(.9),
            new Step.Treat(Treatment.SkewRule.standard()),
            new Step.Normalise(new Normalisation.MinMax(low, high), Extent.POOLED));
    return new PipelineSpec(steps, new Weighting.Given(), new Aggregator.Arithmetic());
  }

  static PipelineResult run(PipelineSpec spec) {
    return run(panel(), spec);
  }

  static PipelineResult run(Panel panel, PipelineSpec spec) {
    Loaded<PipelineResult> loaded = Pipeline.run(panel, spec);
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready<PipelineResult>) loaded).value();
  }

  static double number(@Nullable String cell) {
    return switch (cell) {
      case null -> Double.NaN;
      case "", "NA" -> Double.NaN;
      case "Inf" -> Double.POSITIVE_INFINITY;
      default -> Double.parseDouble(cell);
    };
  }

  private static @Nullable String blank(@Nullable String cell) {
    return cell == null || cell.isEmpty() ? null : cell;
  }
}
