package tenon.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Drawn.codes;
import static tenon.assess.Drawn.node;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.model.Loaded;
import tenon.model.Panel;

class A02_WeightsTest {

  private static final String VALUES =
      """
      u t a 1
      u t b 2
      u t c 3
      v t a 4
      v t b 16
      v t c 3
      """;

  /** The 2 x 2 example of scikit-criteria's documentation: weights .358889 and .641111. */
  @Test
  void entropyOfTheValuesAsTheyAreGivesThePublishedWeights() {
    Panel panel =
        Drawn.panel(
            """
            i . 1
            a i 1 . 0 100
            b i 1 . 0 100
            """,
            """
            u t a 1
            u t b 2
            v t a 4
            v t b 16
            """);
    var entropy = new Weighting.Entropy(Weighting.Entropy.Basis.VALUES, 0);
    Assessment assessed = Drawn.assessed(panel, AssessSpec.standard().withWeighting(entropy));
    assertThat(assessed.weights().local(1)).isCloseTo(.358889, within(5e-7));
    assertThat(assessed.weights().local(2)).isCloseTo(.641111, within(5e-7));
  }

  @Test
  void shiftMovesEntropyWeightsAndIsNamedInTheMethod() {
    Panel panel = flat(". . .");
    var shifted = new Weighting.Entropy(Weighting.Entropy.Basis.VALUES, 1);
    Assessment assessed = Drawn.assessed(panel, AssessSpec.standard().withWeighting(shifted));
    assertThat(assessed.weights().methods()).containsExactly("entropy of values + 1.0");
    // a: 2 5 -> 2/7 5/7; b: 3 17 -> 3/20 17/20.
    double a = 1 - (2 / 7. * Math.log(7 / 2.) + 5 / 7. * Math.log(7 / 5.)) / Math.log(2);
    double b = 1 - (.15 * Math.log(1 / .15) + .85 * Math.log(1 / .85)) / Math.log(2);
    assertThat(assessed.weights().local(1)).isCloseTo(a / (a + b), within(1e-12));
  }

  @Test
  void indicatorThatNeverChangesWeighsNothingByEntropyAndIsNamed() {
    var loaded =
        Assess.assess(flat(". . ."), AssessSpec.standard().withWeighting(new Weighting.Entropy()));
    assertThat(codes(loaded)).containsExactly("entropy-constant", "no-target");
    assertThat(Drawn.ready(loaded).weights().local(3)).isZero();
  }

  @Test
  void whereNothingEverChangesEntropyFallsBackToEqualWeightsAndSaysSo() {
    Panel panel = Drawn.panel("i\na i 1 . 0 9\nb i 1 . 0 9", "u t a 1\nu t b 2");
    var loaded = Assess.assess(panel, AssessSpec.standard().withWeighting(new Weighting.Entropy()));
    assertThat(codes(loaded))
        .containsExactly("entropy-constant", "entropy-constant", "entropy-nothing", "no-target");
    assertThat(Drawn.ready(loaded).weights().local(1)).isEqualTo(.5);
  }

  @Test
  void entropyOfValuesRefusesNegativesAndIndicatorsWhereLessIsBetter() {
    Panel panel =
        Drawn.panel("i\na i 1 . 0 9\nb i -1 . 0 9", "u t a -1\nu t b 2\nv t a 3\nv t b 3");
    var values = new Weighting.Entropy(Weighting.Entropy.Basis.VALUES, 0);
    assertThat(codes(Assess.assess(panel, AssessSpec.standard().withWeighting(values))))
        .startsWith("entropy-negative", "entropy-direction");
  }

  @Test
  void methodsThatExcludeEachOtherFallBackToEqualWeightsAndSaySo() {
    // Only a weighs by the hierarchy, only b by entropy.
    Panel panel = Drawn.panel("i\na i 1 1 0 9\nb i 1 0 0 9", "u t a 1\nu t b 2\nv t a 1\nv t b 3");
    var both = new Weighting.Combined(new Weighting.Given(), new Weighting.Entropy());
    var loaded = Assess.assess(panel, AssessSpec.standard().withWeighting(both));
    assertThat(codes(loaded)).contains("combination-nothing");
    assertThat(Drawn.ready(loaded).weights().local(1)).isEqualTo(.5);
  }

  @Test
  void blankWeightsAreEqualAndNamed() {
    var loaded = Assess.assess(flat(". . ."), AssessSpec.standard());
    assertThat(codes(loaded)).containsExactly("default-equal", "no-target");
    assertThat(Drawn.ready(loaded).weights().local(2)).isCloseTo(1 / 3., within(1e-15));
  }

  @Test
  void someBlankWeightsAreRefused() {
    assertThat(codes(Assess.assess(flat(".5 . .5"), AssessSpec.standard())))
        .contains("weights-partly");
  }

  @Test
  void weightsThatSumToSomethingElseAreNormalisedAndNamed() {
    var loaded = Assess.assess(flat(".5 .5 .6"), AssessSpec.standard());
    assertThat(Drawn.texts(loaded.findings()).getFirst())
        .startsWith("hierarchy [weight] \"i\" has children whose weights sum to 1.600");
    assertThat(Drawn.ready(loaded).weights().local(3)).isCloseTo(.375, within(1e-12));
  }

  @Test
  void weightsWithoutSumOrBelowZeroAreRefused() {
    assertThat(codes(Assess.assess(flat("0 0 0"), AssessSpec.standard())))
        .contains("weights-nothing");
    assertThat(codes(Assess.assess(flat("1 -1 1"), AssessSpec.standard())))
        .contains("weight-impossible");
  }

  /** As studies print them: only the indicators have weights, and all of these sum to 1. */
  @Test
  void weightsOfTheWholeAreSummedUpToTheGroups() {
    Panel panel =
        Drawn.panel(
            """
            i
            P i
            Q i
            a P 1 .2 0 100
            b P 1 .1 0 100
            c Q 1 .7 0 100
            """,
            VALUES);
    var loaded = Assess.assess(panel, AssessSpec.standard());
    assertThat(codes(loaded)).containsExactly("weights-summed", "no-target");
    Assessment assessed = Drawn.ready(loaded);
    assertThat(assessed.weights().local(node(assessed, "P"))).isCloseTo(.3, within(1e-12));
    assertThat(assessed.weights().local(node(assessed, "a"))).isCloseTo(2 / 3., within(1e-12));
    assertThat(assessed.weights().global(node(assessed, "a"))).isCloseTo(.2, within(1e-12));
  }

  @Test
  void inconsistentJudgementsAreRefusedWithThePairToAskAbout() {
    double[][] bent = {{1, 2, 1 / 9.}, {1 / 2., 1, 2}, {9, 1 / 2., 1}};
    var ahp =
        new Weighting.Judged(
            Map.of("i", List.of(Judgements.of(List.of("a", "b", "c"), bent))),
            RandomIndex.SAATY_1980);
    var loaded = Assess.assess(flat(". . ."), AssessSpec.standard().withWeighting(ahp));
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    assertThat(codes(loaded)).containsExactly("inconsistent-by");
  }

  @Test
  void judgementsMustBeAboutTheSiblings() {
    Judgements others = Judgements.of(List.of("a", "b"), new double[][] {{1, 2}, {.5, 1}});
    var ahp =
        new Weighting.Judged(
            Map.of("i", List.of(others), "nowhere", List.of(others)), RandomIndex.SAATY_1980);
    assertThat(codes(Assess.assess(flat(". . ."), AssessSpec.standard().withWeighting(ahp))))
        .containsExactlyInAnyOrder("judgements-strange", "judgements-siblings");
    var none = new Weighting.Judged(Map.of(), RandomIndex.SAATY_1980);
    assertThat(codes(Assess.assess(flat(". . ."), AssessSpec.standard().withWeighting(none))))
        .containsExactly("judgements-missing");
  }

  private static Panel flat(String weights) {
    String[] weight = weights.split(" ", -1);
    String rows = "i\n";
    for (int i = 0; i < 3; i++) {
      rows += "abc".charAt(i) + " i 1 " + weight[i] + " 0 100\n";
    }
    return Drawn.panel(rows, VALUES);
  }
}
