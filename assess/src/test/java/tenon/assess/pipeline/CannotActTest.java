package tenon.assess.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.assess.Drawn;
import tenon.assess.Weighting;
import tenon.assess.statistics.BenefitOfTheDoubt;
import tenon.model.Loaded;
import tenon.model.Panel;

/** A step that cannot act says so. */
class CannotActTest {
  private static final String TREE =
      """
      index
      part index 1
      x part 1
      y part 1
      """;
  private static final String VALUES =
      """
      a 1 x 1
      b 1 x 2
      c 1 x 4
      d 1 x .
      a 1 y 0
      b 1 y 5
      c 1 y 9
      d 1 y 7
      """;

  @ParameterizedTest
  @CsvSource({
    "denominate, denominate-nothing",
    "screen, unit-screened",
    "screen gap, screen-gap",
    "groups, group-missing",
    "mean of nobody, impute-left",
    "interpolate, impute-one-period",
    "joint, em-few",
    "joint of a constant, em-none",
    "joint of the complete, impute-nothing",
    "mean of the complete, impute-nothing",
    "regress on nobody, predictor-none",
    "regress on a stranger, predictor-unknown",
    "treat few, treat-few",
    "reference, reference-unknown",
    "reference is worst, reference-worst",
    "target, target-missing",
    "goalposts, no-goalposts",
    "nothing, not-normalised",
    "geometric, not-positive",
    "geometric above topsis, not-positive-node"
  })
  void itIsTold(String what, String code) {
    // A joint distribution of two indicators needs more than three units.
    String values =
        what.equals("joint")
            ? VALUES.replaceAll("d .*", "").replace("b 1 x 2", "b 1 x .").strip()
            : VALUES;
    values = values.replaceAll("\\n+", "\n");
    values = what.endsWith("complete") ? values.replace("d 1 x .", "d 1 x 8") : values;
    values = what.equals("joint of a constant") ? values.replaceAll("\\d\\n", "3\n") : values;
    assertThat(Drawn.codes(Pipeline.run(Drawn.panel(TREE, values), spec(what)))).contains(code);
  }

  private static PipelineSpec spec(String what) {
    Step scaled = new Step.Normalise(new Normalisation.MinMax(0, 100), Extent.POOLED);
    Map<String, String> groups = Map.of("a", "A", "b", "B", "d", "D");
    Step step =
        switch (what) {
          case "denominate" -> new Step.Denominate();
          case "screen" -> new Step.Screen(1);
          case "screen gap" -> new Step.Screen(0, 3);
          case "groups", "mean of nobody" ->
              new Step.Impute(new Imputation.GroupMean(new Step.Groups(groups)));
          case "interpolate" -> new Step.Impute(new Imputation.Interpolation());
          case "mean of the complete" ->
              new Step.Impute(new Imputation.GroupMean(new Step.Groups(Map.of())));
          case "joint", "joint of a constant", "joint of the complete" ->
              new Step.Impute(new Imputation.ExpectationMaximisation());
          case "regress on nobody" -> new Step.Impute(new Imputation.Regression(List.of()));
          case "regress on a stranger" -> new Step.Impute(new Imputation.Regression(List.of("z")));
          case "treat few" -> new Step.Treat(new Treatment.Fences());
          case "reference" -> normalise(new Normalisation.DistanceToReference("z"));
          case "reference is worst" -> normalise(new Normalisation.DistanceToReference("a"));
          case "target" -> normalise(new Normalisation.DistanceToTarget());
          case "goalposts" -> normalise(new Normalisation.Goalposts(0, 1));
          default -> scaled;
        };
    List<Step> steps =
        switch (what) {
          case "nothing" -> List.of();
          default -> List.of(step);
        };
    List<Aggregator> aggregators =
        switch (what) {
          case "geometric" -> List.of(new Aggregator.Geometric());
          case "geometric above topsis" ->
              List.of(new Aggregator.Geometric(), new Aggregator.Topsis(false));
          default -> List.of(new Aggregator.Arithmetic());
        };
    return new PipelineSpec(steps, new Weighting.Equal(), aggregators);
  }

  private static Step normalise(Normalisation by) {
    return new Step.Normalise(by, Extent.POOLED);
  }

  @Test
  void aPanelThatIsScreenedWholeIsRefused() {
    var spec =
        new PipelineSpec(
            List.of(new Step.Screen(.9)), new Weighting.Equal(), new Aggregator.Arithmetic());
    Panel panel = Drawn.panel(TREE, "a 1 x 1\nb 1 y 1");
    assertThat(Pipeline.run(panel, spec)).isInstanceOf(Loaded.Rejected.class);
    assertThat(Drawn.codes(Pipeline.run(panel, spec))).contains("screened-all");
  }

  /**
   * Where y = 1 + 2x, both models must fill 1 + 2x: x is complete, so the fit is by least squares.
   */
  @ParameterizedTest
  @CsvSource({"joint", "regression"})
  void modelsFillFromALine(String model) {
    String values = "";
    for (int unit = 0; unit < 8; unit++) {
      double x = unit * unit;
      double noise = unit % 2 == 0 ? .5 : -.5;
      values += "u" + unit + " 1 x " + x + "\n";
      values += "u" + unit + " 1 y " + (unit < 6 ? 1 + 2 * x + noise : ".") + "\n";
    }
    Imputation by =
        model.equals("joint")
            ? new Imputation.ExpectationMaximisation(100_000, 1e-15)
            : new Imputation.Regression(List.of("x"));
    Panel panel = Drawn.panel(TREE, values);
    var spec =
        new PipelineSpec(
            List.of(new Step.Impute(by)), new Weighting.Equal(), new Aggregator.Arithmetic());
    PipelineResult result = Drawn.ready(Pipeline.run(panel, spec));
    // Least squares of y on 0, 1, 4, 9, 16, 25 by the textbook formula.
    double meanX = 55 / 6.0;
    double sxx = 979 - 6 * meanX * meanX;
    double sxNoise = .5 * (0 - 1 + 4 - 9 + 16 - 25);
    double slope = 2 + sxNoise / sxx;
    double intercept = 1 + 2 * meanX - slope * meanX;
    int y = panel.hierarchy().keys().id("y");
    assertThat(result.last().value(y, 6, 0)).isCloseTo(intercept + 36 * slope, within(1e-8));
    assertThat(result.last().value(y, 7, 0)).isCloseTo(intercept + 49 * slope, within(1e-8));
  }

  /** By hand: units (1,2), (2,1), (1,1); the third gets 1/1.5 by weights 1/3 each. */
  @Test
  void benefitOfTheDoubtFlattersEachUnit() {
    double[][] values = {{1, 2}, {2, 1}, {1, 1}, {1, Double.NaN}};
    BenefitOfTheDoubt free = BenefitOfTheDoubt.of(values, BenefitOfTheDoubt.Spec.free());
    assertThat(free.score(0)).isCloseTo(1, within(1e-9));
    assertThat(free.score(1)).isCloseTo(1, within(1e-9));
    assertThat(free.score(2)).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(free.weight(2, 0)).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(free.score(3)).isNaN();
    // Half of the score from each: (1, 2) has weights (1/2, 1/4) of which (2, 1) would get 1.25.
    var halves = BenefitOfTheDoubt.of(values, new BenefitOfTheDoubt.Spec(.5, .5));
    assertThat(halves.score(0)).isCloseTo(.8, within(1e-9));
    assertThat(halves.score(2)).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void benefitOfTheDoubtAggregates() {
    var spec =
        new PipelineSpec(
            List.of(normalise(new Normalisation.MinMax(0, 1))),
            new Weighting.Equal(),
            new Aggregator.Doubt(BenefitOfTheDoubt.Spec.free()));
    Loaded<PipelineResult> loaded = Pipeline.run(Drawn.panel(TREE, VALUES), spec);
    PipelineResult result = Drawn.ready(loaded);
    // c is best in both; b has 1/3 of x and 5/9 of y, and is flattered by y alone.
    assertThat(result.scores().score(1, 2, 0)).isCloseTo(1, within(1e-9));
    assertThat(result.scores().score(1, 1, 0)).isCloseTo(5 / 9.0, within(1e-9));
    assertThat(result.scores().score(1, 3, 0)).isNaN();
  }
}
