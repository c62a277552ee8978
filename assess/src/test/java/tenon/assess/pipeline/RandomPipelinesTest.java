package tenon.assess.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Seeds.forSeeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.assess.Drawn;
import tenon.assess.Weighting;
import tenon.model.Columns;
import tenon.model.Panel;
import tenon.model.Resource;

class RandomPipelinesTest {

  @Test
  void everyStepAndScoreIsThatOfThePlainTwin() {
    forSeeds(400, this::compare);
  }

  private void compare(Random random) {
    Panel panel = panel(random);
    PipelineSpec spec = spec(random, panel);
    PipelineResult result = Drawn.ready(Pipeline.run(panel, spec));
    PlainPipeline plain = new PlainPipeline(panel);
    for (Stage stage : result.stages()) {
      plain.take(stage.step());
      assertThat(stage.data().units().stream().toList()).isEqualTo(plain.units());
      for (int nth = 0; nth < stage.data().indicators(); nth++) {
        int node = stage.data().indicator(nth);
        for (int unit = 0; unit < plain.units().size(); unit++) {
          for (int period = 0; period < panel.periods().count(); period++) {
            double expected = plain.value(node, plain.units().get(unit), period);
            same(stage.data().value(node, unit, period), expected, stage.step());
          }
        }
      }
    }
    for (int node = 0; node < panel.hierarchy().count(); node++) {
      boolean denominator = panel.hierarchy().keys().key(node).equals("size");
      int depth = depth(panel, node);
      for (int unit = 0; unit < plain.units().size() && !denominator; unit++) {
        for (int period = 0; period < panel.periods().count(); period++) {
          double expected = plain.gathered(spec, node, plain.units().get(unit), period, depth);
          same(result.scores().score(node, unit, period), expected, spec.aggregators());
        }
      }
    }
  }

  private static int depth(Panel panel, int node) {
    int parent = panel.hierarchy().parent(node);
    return parent < 0 ? 0 : 1 + depth(panel, parent);
  }

  private static void same(double value, double expected, Object what) {
    if (Double.isNaN(expected)) {
      assertThat(value).as("%s", what).isNaN();
    } else {
      double size = Math.max(1, Math.abs(expected));
      assertThat(value).as("%s", what).isCloseTo(expected, within(1e-9 * size));
    }
  }

  private static Panel panel(Random random) {
    Columns.Builder hierarchy = new Columns.Builder(Resource.HIERARCHY);
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    List<String> leaves = new ArrayList<>();
    hierarchy.row().set("code", "index");
    int groups = 1 + random.nextInt(3);
    for (int group = 0; group < groups; group++) {
      hierarchy.row().set("code", "g" + group).set("parent", "index").set("weight", share(random));
      int children = 1 + random.nextInt(3);
      for (int nth = 0; nth < children; nth++) {
        String code = "x" + group + nth;
        double low = random.nextGaussian();
        leaves.add(code);
        hierarchy.row().set("code", code).set("parent", "g" + group);
        hierarchy.set("weight", share(random)).set("direction", random.nextBoolean() ? 1 : -1);
        hierarchy.set("low", low).set("high", low + 1);
        hierarchy.set("denominator", leaves.size() == 1 || random.nextInt(3) == 0 ? "size" : null);
      }
    }
    hierarchy.row().set("code", "size").set("direction", 1);
    leaves.add("size");
    int units = 3 + random.nextInt(10);
    int periods = 1 + random.nextInt(4);
    double unknown = random.nextInt(3) * .1;
    for (String code : leaves) {
      double power = 1 + random.nextInt(3);
      for (int unit = 0; unit < units; unit++) {
        for (int period = 0; period < periods; period++) {
          double value = Math.pow(random.nextInt(40) / 20.0, power);
          boolean blank = !code.equals("size") && random.nextDouble() < unknown;
          values.row().set("unit_id", "u" + unit).set("code", code);
          values.set("period", Integer.toString(2000 + period * period));
          values.set("value", code.equals("size") ? 1 + value : blank ? Double.NaN : value);
        }
      }
    }
    return Drawn.panel(hierarchy.build(), values.build());
  }

  private static double share(Random random) {
    return .2 + random.nextDouble();
  }

  private static PipelineSpec spec(Random random, Panel panel) {
    Map<String, String> byUnit = new HashMap<>();
    panel.units().stream().forEach(unit -> byUnit.put(unit, "G" + random.nextInt(2)));
    Step.Groups groups = random.nextBoolean() ? new Step.Groups(byUnit) : Step.Groups.none();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Denominate());
    if (random.nextBoolean()) {
      steps.add(new Step.Screen(.3, 2));
    }
    steps.add(
        new Step.Impute(
            switch (random.nextInt(4)) {
              case 0 -> new Imputation.GroupMean(groups);
              case 1 -> new Imputation.GroupMedian(groups);
              case 2 -> new Imputation.Interpolation(random.nextBoolean());
              default -> new Imputation.LastObservation();
            }));
    steps.add(
        new Step.Treat(
            switch (random.nextInt(4)) {
              case 0 -> new Treatment.Percentiles(10, 80, groups);
              case 1 -> new Treatment.Fences(.5);
              case 2 -> new Treatment.Sigmas(1);
              default -> new Treatment.SkewRule(random.nextInt(4), .3, -.5);
            }));
    Extent extent = random.nextBoolean() ? Extent.POOLED : Extent.PER_PERIOD;
    boolean positive = random.nextBoolean();
    steps.add(
        new Step.Normalise(
            positive ? new Normalisation.MinMax(1, 100) : normalisation(random), extent));
    return new PipelineSpec(steps, new Weighting.Given(), aggregators(random, positive));
  }

  private static Normalisation normalisation(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> new Normalisation.ZScore(10, 2);
      case 1 -> new Normalisation.Rank();
      case 2 -> new Normalisation.PercentileRank();
      case 3 -> new Normalisation.Borda();
      case 4 -> new Normalisation.FractionOfMax();
      case 5 -> new Normalisation.DistanceToMax();
      case 6 -> new Normalisation.DistanceToReference("u0");
      case 7 -> new Normalisation.Goalposts(0, 100);
      default -> new Normalisation.Shift(1, 2);
    };
  }

  private static List<Aggregator> aggregators(Random random, boolean positive) {
    if (positive) {
      Aggregator[] means = {
        new Aggregator.Arithmetic(), new Aggregator.Geometric(), new Aggregator.Harmonic()
      };
      return List.of(means[random.nextInt(3)], means[random.nextInt(3)]);
    }
    return switch (random.nextInt(3)) {
      case 0 -> List.of(new Aggregator.Topsis(random.nextBoolean()), new Aggregator.Arithmetic());
      case 1 -> List.of(new Aggregator.Arithmetic(), new Aggregator.Copeland());
      default -> List.of(new Aggregator.Arithmetic());
    };
  }
}
