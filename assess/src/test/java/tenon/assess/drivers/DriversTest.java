package tenon.assess.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Seeds.forSeeds;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tenon.assess.Drawn;
import tenon.assess.Weighting;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.Extent;
import tenon.assess.pipeline.Normalisation;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.pipeline.Step;

class DriversTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final String TREE = "index\ng index 1 1\nx g 1 1\ny g 1 3\nz index 1 1";

  private static PipelineResult result(String values, Aggregator... aggregators) {
    var spec =
        new PipelineSpec(
            List.of(new Step.Normalise(new Normalisation.Shift(0, 1), Extent.POOLED)),
            new Weighting.Given(),
            List.of(aggregators));
    return Drawn.ready(Pipeline.run(Drawn.panel(TREE, values), spec));
  }

  /** x: .5 * .25 * 8 = 1; y: .5 * .75 * -4 = -1.5; z: .5 * 3 = 1.5. */
  @Test
  void changeOfAnArithmeticIndexIsSplitByWeights() {
    String values = "u 1 x 2\nu 1 y 8\nu 1 z 1\nu 2 x 10\nu 2 y 4\nu 2 z 4";
    Decomposition parts = Decomposition.of(result(values, new Aggregator.Arithmetic()), 0, 0, 0, 1);
    assertThat(parts.change()).isCloseTo(1, CLOSE);
    assertThat(parts.indicators()).extracting(Decomposition.Part::code).contains("x", "y", "z");
    assertThat(parts.part(2)).isCloseTo(1, CLOSE);
    assertThat(parts.part(3)).isCloseTo(-1.5, CLOSE);
    assertThat(parts.part(4)).isCloseTo(1.5, CLOSE);
    assertThat(parts.part(1)).isCloseTo(-.5, CLOSE);
    assertThat(parts.unassigned()).isCloseTo(0, CLOSE);
  }

  /** Within g: .25 * 9 - .75 * 3 = 0, yet both moved. */
  @Test
  void movesThatCancelAreStillTold() {
    String values = "u 1 x 1\nu 1 y 4\nu 1 z 5\nu 2 x 10\nu 2 y 1\nu 2 z 5";
    Decomposition parts = Decomposition.of(result(values, new Aggregator.Arithmetic()), 0, 0, 0, 1);
    assertThat(parts.part(2)).isCloseTo(.5 * .25 * 9, CLOSE);
    assertThat(parts.part(3)).isCloseTo(-.5 * .75 * 3, CLOSE);
    assertThat(parts.part(4)).isCloseTo(0, CLOSE);
  }

  /** Only x moves: all of the change is x's, by the logarithmic mean. */
  @Test
  void changeOfAGeometricMeanGoesToWhatMoved() {
    String values = "u 1 x 1\nu 1 y 1\nu 1 z 1\nu 2 x 3\nu 2 y 1\nu 2 z 1";
    Decomposition parts = Decomposition.of(result(values, new Aggregator.Geometric()), 0, 0, 0, 1);
    assertThat(parts.change()).isCloseTo(Math.pow(3, .125) - 1, CLOSE);
    assertThat(parts.part(2)).isCloseTo(parts.change(), CLOSE);
    assertThat(parts.part(4)).isCloseTo(0, CLOSE);
  }

  @Test
  void partsSumToTheChangeWhateverTheMeansAndBlanks() {
    forSeeds(300, DriversTest::compare);
  }

  private static void compare(Random random) {
    Aggregator[] means = {
      new Aggregator.Arithmetic(), new Aggregator.Geometric(), new Aggregator.Harmonic()
    };
    StringBuilder values = new StringBuilder();
    boolean blank = false;
    for (String period : new String[] {"1", "2"}) {
      for (String code : new String[] {"x", "y", "z"}) {
        boolean unknown = random.nextInt(10) == 0 && !code.equals("z");
        blank |= unknown;
        values.append("u " + period + " " + code + " ");
        values.append(unknown ? "." : Double.toString(.1 + random.nextDouble())).append('\n');
      }
    }
    PipelineResult result =
        result(values.toString(), means[random.nextInt(3)], means[random.nextInt(3)]);
    Decomposition parts = Decomposition.of(result, 0, 0, 0, 1);
    double change = result.scores().score(0, 0, 1) - result.scores().score(0, 0, 0);
    assertThat(parts.sum()).isCloseTo(change, CLOSE);
    assertThat(parts.change()).isCloseTo(change, CLOSE);
    if (!blank) {
      assertThat(parts.unassigned()).isCloseTo(0, CLOSE);
    }
  }

  @Test
  void rankingsAreNotDecomposed() {
    String values = "u 1 x 1\nu 1 y 1\nu 1 z 1\nu 2 x 3\nu 2 y 1\nu 2 z 1";
    PipelineResult result = result(values, new Aggregator.Copeland());
    assertThatThrownBy(() -> Decomposition.of(result, 0, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("index");
  }

  /** Textbook regression: x 1..5, y 2 4 5 4 5 has slope .6, constant 2.2, s.e. .2828, R2 .6. */
  @Test
  void driversAreRegressedWithIntervals() {
    double[] y = {2, 4, 5, 4, 5, Double.NaN};
    double[][] x = {{1, 2, 3, 4, 5, 6}};
    DriverRegression fit =
        Objects.requireNonNull(DriverRegression.of(y, x, List.of("openness"), .95));
    DriverRegression.Term slope = fit.terms().get(1);
    assertThat(fit.rows()).isEqualTo(5);
    assertThat(slope.coefficient()).isCloseTo(.6, CLOSE);
    assertThat(fit.terms().get(0).coefficient()).isCloseTo(2.2, CLOSE);
    assertThat(slope.standardError()).isCloseTo(Math.sqrt(.08), CLOSE);
    assertThat(fit.rSquared()).isCloseTo(.6, CLOSE);
    // t of .975 with 3 degrees of freedom is 3.182446 in any table.
    assertThat(slope.high()).isCloseTo(.6 + 3.182446305 * Math.sqrt(.08), within(1e-8));
    assertThat(slope.contribution()).isCloseTo(.6 * Math.sqrt(2.5), CLOSE);
    assertThat(slope.p()).isCloseTo(.124027, within(1e-6));
    assertThat(DriverRegression.of(y, new double[][] {x[0], x[0]}, List.of("a", "b"), .95))
        .isNull();
  }

  @Test
  void anIndexThatForetellsIsToldFromOneThatDoesNot() {
    Random random = new Random(11);
    double[] score = random.doubles(200).toArray();
    double[] control = random.doubles(200).toArray();
    double[] drop = new double[200];
    double[] chance = new double[200];
    for (int i = 0; i < 200; i++) {
      drop[i] = -2 * score[i] + control[i] + .1 * random.nextGaussian();
      chance[i] = control[i] + .1 * random.nextGaussian();
    }
    double[][] controls = {control};
    Prediction good = Objects.requireNonNull(Prediction.of(score, drop, controls, 5, 1));
    assertThat(good.coefficient()).isCloseTo(-2, within(.1));
    assertThat(good.rankCorrelation()).isLessThan(-.8);
    assertThat(good.outOfSampleGain()).isGreaterThan(.9);
    assertThat(good.outOfSample()).isBetween(.9, 1.0);
    Prediction none = Objects.requireNonNull(Prediction.of(score, chance, controls, 5, 1));
    assertThat(none.outOfSampleGain()).isLessThan(.02);
    assertThat(none.p()).isGreaterThan(.01);
    assertThat(Prediction.of(score, drop, controls, 5, 1)).isEqualTo(good);
  }
}
