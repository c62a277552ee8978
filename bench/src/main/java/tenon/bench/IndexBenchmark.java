package tenon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
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
import tenon.assess.uncertainty.Alternative;
import tenon.assess.uncertainty.Factor;
import tenon.assess.uncertainty.NoisyWeights;
import tenon.assess.uncertainty.Sensitivity;
import tenon.assess.uncertainty.SensitivityResult;
import tenon.assess.uncertainty.Uncertainty;
import tenon.assess.uncertainty.UncertaintyResult;
import tenon.assess.uncertainty.UncertaintySpec;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;

/**
 * The pipeline of the handbook with group-mean imputation, screening, treatment of skewed
 * indicators, min-max and arithmetic means in three levels, on log-normal values of which 3 in 100
 * are unknown; 1,000 replications of it with five treatments, two normalisations, 100 sets of noisy
 * weights and two means; and the exact indices over the 2,000 combinations of these.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class IndexBenchmark {

  /** Units x indicators; the first is the size of the example of 51 countries. */
  @Param({"51x49", "3000x100"})
  private String size = "";

  @Param("2")
  private int threads = 2;

  private Panel panel = Panel.of(Map.of());
  private PipelineSpec pipeline =
      new PipelineSpec(List.of(), new Weighting.Equal(), new Aggregator.Arithmetic());
  private UncertaintySpec varied = UncertaintySpec.of(pipeline, List.of(), "index");

  @Setup
  public void draw() {
    String[] sizes = size.split("x", -1);
    panel = panel(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
    List<Step> steps =
        List.of(
            new Step.Impute(new Imputation.GroupMean(Step.Groups.none())),
            new Step.Screen(.5),
            new Step.Treat(Treatment.SkewRule.standard()),
            new Step.Normalise(new Normalisation.MinMax(0, 100), Extent.POOLED));
    pipeline = new PipelineSpec(steps, new Weighting.Equal(), new Aggregator.Arithmetic());
    varied = UncertaintySpec.of(pipeline, factors(), "index").withThreads(threads);
  }

  private List<Factor> factors() {
    List<Alternative> treatments = new ArrayList<>();
    for (int most = 1; most <= 5; most++) {
      Step step = new Step.Treat(new Treatment.SkewRule(most, 2, 3.5));
      treatments.add(new Alternative.StepAs(2, step));
    }
    Step minMax = new Step.Normalise(new Normalisation.MinMax(1, 100), Extent.POOLED);
    Step score = new Step.Normalise(new Normalisation.ZScore(100, 2), Extent.POOLED);
    Pipeline read = ((Loaded.Ready<Pipeline>) Pipeline.over(panel)).value();
    var weights = read.weigh(pipeline.weighting(), read.raw(), new Findings());
    return List.of(
        new Factor("treatment", treatments),
        new Factor(
            "normalisation",
            List.of(new Alternative.StepAs(3, minMax), new Alternative.StepAs(3, score))),
        new Factor(
            "weights",
            NoisyWeights.draw(
                panel.hierarchy(), weights, .25, node -> !read.raw().tree().isLeaf(node), 100, 1)),
        new Factor(
            "aggregation",
            List.of(
                new Alternative.AggregatorsAs(new Aggregator.Arithmetic()),
                new Alternative.AggregatorsAs(new Aggregator.Geometric()))));
  }

  @Benchmark
  public Loaded<PipelineResult> pipeline() {
    return Pipeline.run(panel, pipeline);
  }

  @Benchmark
  public Loaded<UncertaintyResult> thousandReplications() {
    return Uncertainty.run(panel, varied);
  }

  @Benchmark
  public Loaded<SensitivityResult> exactSensitivity() {
    return Sensitivity.analyse(panel, varied);
  }

  private static Panel panel(int units, int indicators) {
    Random random = new Random(1);
    Columns.Builder hierarchy = new Columns.Builder(Resource.HIERARCHY);
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    hierarchy.row().set("code", "index");
    for (int half = 0; half < 2; half++) {
      hierarchy.row().set("code", "half" + half).set("parent", "index").set("direction", 1);
      for (int group = 0; group < 4; group++) {
        hierarchy.row().set("code", "g" + half + group).set("parent", "half" + half);
        hierarchy.set("direction", 1);
      }
    }
    for (int k = 0; k < indicators; k++) {
      hierarchy.row().set("code", "x" + k).set("parent", "g" + k % 2 + k / 2 % 4);
      hierarchy.set("direction", k % 3 == 0 ? -1 : 1);
      double sigma = .1 + .1 * (k % 12);
      for (int unit = 0; unit < units; unit++) {
        values.row().set("unit_id", "u" + unit).set("period", "1").set("code", "x" + k);
        boolean blank = random.nextInt(100) < 3;
        values.set("value", blank ? Double.NaN : Math.exp(sigma * random.nextGaussian()));
      }
    }
    return Panel.of(
        Map.of(Resource.HIERARCHY, hierarchy.build(), Resource.INDICATORS, values.build()));
  }
}
