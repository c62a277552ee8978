package tenon.evaluate.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Errors;
import tenon.evaluate.Observations;
import tenon.evaluate.RandomObservations;
import tenon.evaluate.Results;

class MechanismTest {
  private static final Errors.Clustered BY_UNIT = Errors.Clustered.by("unit");

  @Test
  void theTotalEffectIsTheDirectOneAndTheIndirectOne() {
    forSeeds(
        20,
        random -> {
          RandomObservations r = new RandomObservations(random);
          double[] hole = r.z.clone();
          hole[0] = Double.NaN;
          MediationSpec spec =
              new MediationSpec("y", "x", "z", List.of(), List.of("unit", "period"), BY_UNIT, 0, 1);
          MediationResult result =
              Results.ready(Mediation.estimate(r.observations().with("z", hole), spec));
          assertThat(result.identityGap()).isCloseTo(0, within(1e-10));
          assertThat(Math.abs(result.aroian())).isLessThan(Math.abs(result.sobel()));
        });
  }

  @Test
  void theBootstrapIntervalRepeatsAndHoldsTheEstimate() {
    Observations data = new RandomObservations(new Random(2)).observations();
    MediationSpec spec =
        new MediationSpec("y", "x", "z", List.of(), List.of("unit"), BY_UNIT, 0, 1)
            .withDraws(99, 4);
    MediationResult one = Results.ready(Mediation.estimate(data, spec));
    MediationResult two = Results.ready(Mediation.estimate(data, spec));
    assertThat(two.low()).isEqualTo(one.low());
    assertThat(one.indirect()).isBetween(one.low(), one.high());
  }

  @Test
  void aDifferenceThatIsThereIsFoundAndPermutationAgrees() {
    RandomObservations r = new RandomObservations(new Random(5), 40, 6);
    double[] group = new double[r.n];
    double[] y = new double[r.n];
    for (int i = 0; i < r.n; i++) {
      group[i] = r.unit[i] % 2;
      y[i] = r.y[i] + 3 * group[i] * r.x[i];
    }
    HeterogeneitySpec spec =
        new HeterogeneitySpec(
            "y", "x", List.of("z"), List.of("unit", "period"), "group", "unit", BY_UNIT, 49, 1);
    HeterogeneityResult result =
        Results.ready(
            Heterogeneity.estimate(r.observations().with("group", group).with("y", y), spec));
    HeterogeneityResult.Difference difference = result.differences().getFirst();
    double apart =
        result.groups().get(1).fit().coefficient("x")
            - result.groups().get(0).fit().coefficient("x");
    assertThat(difference.estimate()).isCloseTo(apart, within(1e-9)).isBetween(2.0, 4.0);
    assertThat(difference.p()).isLessThan(.001);
    assertThat(difference.permutationP()).isEqualTo(.02);
  }

  @Test
  void aSingleGroupIsRefused() {
    RandomObservations r = new RandomObservations(new Random(5));
    HeterogeneitySpec spec =
        new HeterogeneitySpec("y", "x", List.of(), List.of("unit"), "group", "unit", BY_UNIT, 0, 1);
    assertThat(
            Results.codes(
                Heterogeneity.estimate(r.observations().with("group", new double[r.n]), spec)))
        .containsExactly("one-group");
  }
}
