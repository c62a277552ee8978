package tenon.assess.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Seeds.forSeeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.assess.Drawn;
import tenon.assess.Scores;
import tenon.assess.Weighting;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.Extent;
import tenon.assess.pipeline.Normalisation;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.pipeline.Step;
import tenon.assess.pipeline.Treatment;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Panel;

class UncertaintyTest {
  private static final PipelineSpec NOMINAL =
      new PipelineSpec(
          List.of(
              new Step.Treat(new Treatment.SkewRule(2, 1, 1)),
              new Step.Normalise(new Normalisation.MinMax(1, 100), Extent.POOLED)),
          new Weighting.Given(),
          new Aggregator.Arithmetic());

  private static Panel panel(Random random) {
    StringBuilder values = new StringBuilder();
    for (int unit = 0; unit < 12; unit++) {
      for (String period : new String[] {"1", "2"}) {
        for (String code : new String[] {"x", "y", "z"}) {
          values.append("u" + unit + " " + period + " " + code + " ");
          values.append(Math.exp(1.5 * random.nextGaussian())).append('\n');
        }
      }
    }
    return Drawn.panel("index\ng index 1 2\nx g 1 1\ny g 1 2\nz index 1 1", values.toString());
  }

  private static List<Factor> factors(Panel panel) {
    Pipeline pipeline = Drawn.ready(Pipeline.over(panel));
    var weights = pipeline.weigh(NOMINAL.weighting(), pipeline.raw(), new Findings());
    List<Alternative> treatments = new ArrayList<>();
    for (int most = 0; most < 3; most++) {
      treatments.add(new Alternative.StepAs(0, new Step.Treat(new Treatment.SkewRule(most, 1, 1))));
    }
    return List.of(
        new Factor("treatment", treatments),
        new Factor(
            "normalisation",
            List.of(
                new Alternative.StepAs(1, NOMINAL.steps().get(1)),
                new Alternative.StepAs(
                    1, new Step.Normalise(new Normalisation.ZScore(10, 1), Extent.PER_PERIOD)))),
        new Factor("weights", NoisyWeights.draw(panel.hierarchy(), weights, .25, _ -> true, 4, 5)),
        new Factor(
            "aggregation",
            List.of(
                new Alternative.AggregatorsAs(new Aggregator.Arithmetic()),
                new Alternative.AggregatorsAs(new Aggregator.Harmonic()))));
  }

  private static UncertaintySpec spec(Panel panel) {
    return UncertaintySpec.of(NOMINAL, factors(panel), "index").withReplications(60);
  }

  /** Each run against a pipeline of its own, from the beginning. */
  @Test
  void everyRunIsThePipelineWithItsAlternatives() {
    forSeeds(10, UncertaintyTest::compare);
  }

  private static void compare(Random random) {
    Panel panel = panel(random);
    UncertaintySpec spec = spec(panel).withSeed(random.nextLong());
    UncertaintyResult result = Drawn.ready(Uncertainty.run(panel, spec));
    for (int run = 0; run < spec.replications(); run++) {
      PipelineSpec own = NOMINAL;
      for (int factor = 0; factor < 4; factor++) {
        int alternative = result.design().alternative(run, factor);
        own = spec.factors().get(factor).alternatives().get(alternative).in(own);
      }
      Scores scores = Drawn.ready(Pipeline.run(panel, own)).scores();
      int[] ranks = scores.ranks(0, 1);
      for (int unit = 0; unit < 12; unit++) {
        assertThat(result.score(run, unit, 1)).isEqualTo(scores.score(0, unit, 1));
        assertThat(result.rank(run, unit, 1)).isEqualTo(ranks[unit]);
      }
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    Panel panel = panel(new Random(3));
    UncertaintyResult one = Drawn.ready(Uncertainty.run(panel, spec(panel).withThreads(1)));
    UncertaintyResult three = Drawn.ready(Uncertainty.run(panel, spec(panel).withThreads(3)));
    for (int run = 0; run < 60; run++) {
      for (int unit = 0; unit < 12; unit++) {
        assertThat(one.score(run, unit, 0)).isEqualTo(three.score(run, unit, 0));
        assertThat(one.rank(run, unit, 0)).isEqualTo(three.rank(run, unit, 0));
      }
    }
    assertThat(three.findings()).isEqualTo(one.findings());
    SensitivityResult alone = Drawn.ready(Sensitivity.analyse(panel, spec(panel).withThreads(1)));
    SensitivityResult both = Drawn.ready(Sensitivity.analyse(panel, spec(panel).withThreads(2)));
    assertThat(both.indices()).isEqualTo(alone.indices());
    assertThat(both.mean()).isEqualTo(alone.mean());
    assertThat(both.findings()).isEqualTo(alone.findings());
  }

  /** Weights that look at the values are made for each group of steps, others once. */
  @Test
  void weightsThatLookAtTheValuesAreThoseOfTheRunsOwnSteps() {
    Panel panel = panel(new Random(9));
    List<Alternative> weightings =
        List.of(
            new Alternative.WeightingAs(new Weighting.Given()),
            new Alternative.WeightingAs(new Weighting.Entropy()),
            new Alternative.WeightingAs(
                new Weighting.Combined(new Weighting.Equal(), new Weighting.Critic())));
    List<Factor> factors =
        List.of(factors(panel).get(0), factors(panel).get(1), new Factor("weights", weightings));
    UncertaintySpec spec = UncertaintySpec.of(NOMINAL, factors, "index").withReplications(40);
    UncertaintyResult result = Drawn.ready(Uncertainty.run(panel, spec));
    for (int run = 0; run < 40; run++) {
      PipelineSpec own = NOMINAL;
      for (int factor = 0; factor < 3; factor++) {
        int alternative = result.design().alternative(run, factor);
        own = factors.get(factor).alternatives().get(alternative).in(own);
      }
      Scores scores = Drawn.ready(Pipeline.run(panel, own)).scores();
      assertThat(result.score(run, 5, 1)).isEqualTo(scores.score(0, 5, 1));
    }
  }

  @Test
  void rankIntervalsHoldTheRunsThatTheySay() {
    Panel panel = panel(new Random(4));
    UncertaintyResult result = Drawn.ready(Uncertainty.run(panel, spec(panel)));
    for (int unit = 0; unit < 12; unit++) {
      UncertaintyResult.Ranks ranks = result.ranks(unit, 0, .9);
      int at = unit;
      List<Integer> own = new ArrayList<>();
      for (int run = 0; run < 60; run++) {
        own.add(result.rank(run, at, 0));
      }
      own.sort(null);
      assertThat(ranks.low()).isEqualTo(own.get(2));
      assertThat(ranks.median()).isEqualTo(own.get(29));
      assertThat(ranks.high()).isEqualTo(own.get(56));
      assertThat(ranks.mean())
          .isCloseTo(own.stream().mapToInt(r -> r).average().orElseThrow(), within(1e-12));
      UncertaintyResult.Ranks half = result.ranks(unit, 0, .5);
      assertThat(half.low()).isEqualTo(own.get(14));
      assertThat(half.high()).isEqualTo(own.get(44));
    }
  }

  @Test
  void sensitivityEnumeratesWhereThatIsNoMoreWorkThanAnEstimate() {
    Panel panel = panel(new Random(5));
    SensitivityResult exact = Drawn.ready(Sensitivity.analyse(panel, spec(panel)));
    assertThat(exact.exact()).isTrue();
    assertThat(exact.runs()).isEqualTo(3 * 2 * 4 * 2);
    // Seven rows need 42 runs, fewer than the 48 combinations.
    SensitivityResult few =
        Drawn.ready(Sensitivity.analyse(panel, spec(panel).withReplications(7)));
    assertThat(few.exact()).isFalse();
    assertThat(few.runs()).isEqualTo(42);
    double sum = exact.indices().stream().mapToDouble(Sobol.Indices::first).sum();
    assertThat(sum).isBetween(0.0, 1.0);
    exact.indices().forEach(i -> assertThat(i.total()).isGreaterThanOrEqualTo(i.first() - 1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "single, factor-single",
    "nowhere, factor-nowhere",
    "places, factor-places",
    "repeats, factor-repeats",
    "overlap, factor-overlap",
    "idle, factor-idle",
    "node, factor-node",
    "none, factor-none",
    "twice, factor-twice"
  })
  void aFactorThatCannotActIsRefused(String what, String code) {
    Panel panel = panel(new Random(6));
    Alternative first = new Alternative.StepAs(1, NOMINAL.steps().get(1));
    Alternative shifted =
        new Alternative.StepAs(
            1, new Step.Normalise(new Normalisation.MinMax(2, 200), Extent.POOLED));
    Alternative equal = new Alternative.WeightingAs(new Weighting.Equal());
    Factor sound = new Factor("scale", List.of(first, shifted));
    List<Factor> factors =
        switch (what) {
          case "single" -> List.of(new Factor("one", List.of(first)));
          case "nowhere" ->
              List.of(
                  new Factor(
                      "far",
                      List.of(
                          new Alternative.StepAs(5, new Step.Denominate()),
                          new Alternative.StepAs(5, new Step.Screen(.5)))));
          case "places" -> List.of(new Factor("mixed", List.of(first, equal)));
          case "repeats" -> List.of(new Factor("same", List.of(first, first)));
          case "overlap" -> List.of(sound, new Factor("other", List.of(first, shifted)));
          case "twice" -> List.of(sound, sound);
          case "none" -> List.of();
          default -> List.of(sound);
        };
    UncertaintySpec spec =
        UncertaintySpec.of(NOMINAL, factors, what.equals("node") ? "nobody" : "index");
    // Doubling every score moves no rank.
    Loaded<SensitivityResult> loaded = Sensitivity.analyse(panel, spec);
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    assertThat(Drawn.codes(loaded)).contains(code);
  }

  @Test
  void aDesignThatAsksForMoreAlternativesThanThereAreIsRefused() {
    Panel panel = panel(new Random(8));
    Design design = Design.of(new int[][] {{0, 0, 0, 2}});
    assertThat(Drawn.codes(Uncertainty.replay(panel, spec(panel), design)))
        .containsExactly("design-beyond");
  }
}
