package tenon.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.model.Loaded;
import tenon.model.Panel;

class A04_WeightsFromCorrelationsTest {
  private static final String TREE = "index\nx index 1\ny index 1\nz index 1";
  private static final String VALUES =
      """
      a 1 x 1
      b 1 x 2
      c 1 x 3
      a 1 y 2
      b 1 y 4
      c 1 y 6
      a 1 z 1
      b 1 z 3
      c 1 z 1
      """;

  private static Loaded<Assessment> weighed(String values, Weighting weighting) {
    Panel panel = Drawn.panel(TREE, values);
    return Assess.assess(panel, new AssessSpec(new Scaling.PooledSample(), weighting));
  }

  /**
   * x and y correlate fully, z with neither: the correlations have the eigenvector (1, 1, 0) / root
   * 2.
   */
  @Test
  void theFirstComponentWeighsWhatBelongsTogether() {
    Weights weights = Drawn.ready(weighed(VALUES, new Weighting.PrincipalComponent())).weights();
    assertThat(weights.local(1)).isCloseTo(.5, within(1e-12));
    assertThat(weights.local(2)).isCloseTo(.5, within(1e-12));
    assertThat(weights.local(3)).isCloseTo(0, within(1e-12));
  }

  /** Deviations of the min-max: .5, .5 and 1/root 3; conflicts: 0 + 1, 0 + 1 and 1 + 1. */
  @Test
  void contrastAndConflictByHand() {
    Weights weights = Drawn.ready(weighed(VALUES, new Weighting.Critic())).weights();
    double third = 2 / Math.sqrt(3);
    assertThat(weights.local(1)).isCloseTo(.5 / (1 + third), within(1e-12));
    assertThat(weights.local(3)).isCloseTo(third / (1 + third), within(1e-12));
  }

  @Test
  void indicatorsThatTellNothingOrRunAgainstEachOtherAreTold() {
    String flat = VALUES.replace("b 1 z 3", "b 1 z 1");
    String against = VALUES.replace("c 1 y 6", "c 1 y 1").replace("a 1 y 2", "a 1 y 6");
    assertThat(Drawn.codes(weighed(flat, new Weighting.Critic()))).contains("critic-constant");
    assertThat(Drawn.codes(weighed(flat, new Weighting.PrincipalComponent())))
        .contains("pca-uncorrelated");
    assertThat(Drawn.codes(weighed(against, new Weighting.PrincipalComponent())))
        .contains("pca-opposed");
  }

  @Test
  void fixedWeightsMustFitTheHierarchy() {
    Weighting sound = new Weighting.Fixed("set", Map.of("x", 2.0, "y", 1.0, "z", 1.0));
    assertThat(Drawn.ready(weighed(VALUES, sound)).weights().local(1)).isEqualTo(.5);
    Weighting wrong = new Weighting.Fixed("set", Map.of("x", 2.0, "y", -1.0, "w", 1.0));
    assertThat(Drawn.codes(weighed(VALUES, wrong)))
        .contains("fixed-missing", "fixed-strange", "weight-impossible");
  }
}
