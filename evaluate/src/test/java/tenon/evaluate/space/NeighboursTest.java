package tenon.evaluate.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Results.codes;
import static tenon.evaluate.Results.ready;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Placebo;
import tenon.evaluate.PlaceboDraws;
import tenon.evaluate.PlaceboResult;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.Results;

/**
 * Units stand on the equator, one degree (111.195 km) apart. Every tenth unit is treated from the
 * fourth period on with effect 2; the units beside it are moved by .8.
 */
class NeighboursTest {
  private static final int UNITS = 120;
  private static final int PERIODS = 8;
  private static final SpaceColumns COLUMNS = new SpaceColumns("id", "year", "lon", "lat");

  private static Observations panel(double noise) {
    Random random = new Random(3);
    int n = UNITS * PERIODS;
    double[][] columns = new double[7][n];
    for (int row = 0; row < n; row++) {
      int u = row / PERIODS;
      int t = row % PERIODS;
      boolean treated = u % 10 == 5;
      boolean beside = u % 10 == 4 || u % 10 == 6;
      columns[0][row] = u;
      columns[1][row] = t;
      columns[2][row] = treated && t >= 3 ? 1 : 0;
      columns[3][row] = u;
      columns[5][row] = random.nextGaussian();
      columns[6][row] =
          u * .1
              + t
              + (t >= 3 ? treated ? 2 : beside ? .8 : 0 : 0)
              + columns[5][row]
              + noise * random.nextGaussian();
    }
    String[] names = {"id", "year", "did", "lon", "lat", "x", "y"};
    Observations.Builder builder = Observations.builder(n);
    for (int c = 0; c < names.length; c++) {
      builder.numbers(names[c], columns[c]);
    }
    return builder.build();
  }

  private static RegressionSpec spec() {
    return RegressionSpec.of(Formula.of("y ~ did + x | id + year"));
  }

  @Test
  void ringsHoldTheNeighboursAndRidTheEffectOfThem() {
    SpilloverRings.Result result =
        ready(SpilloverRings.estimate(panel(0), spec(), COLUMNS, "did", List.of(120., 240.)));
    assertThat(result.fit().coefficient("did")).isCloseTo(2, within(1e-9));
    assertThat(result.rings().get(0).units()).isEqualTo(24);
    assertThat(result.rings().get(0).rows()).isEqualTo(24 * 5);
    assertThat(result.fit().coefficient(result.rings().get(0).name())).isCloseTo(.8, within(1e-9));
    assertThat(result.fit().coefficient(result.rings().get(1).name())).isCloseTo(0, within(1e-9));
    Fit without = ready(tenon.evaluate.Regression.fit(panel(0), spec()));
    assertThat(without.coefficient("did")).isLessThan(1.9);
  }

  @Test
  void aDegreeOnTheEquatorIsTheKnownLength() {
    SpilloverRings.Result edge =
        ready(SpilloverRings.estimate(panel(0), spec(), COLUMNS, "did", List.of(111.2)));
    assertThat(edge.rings().getFirst().units()).isEqualTo(24);
    Results.codes(SpilloverRings.estimate(panel(0), spec(), COLUMNS, "did", List.of(111.19)));
    SpilloverRings.Result inside =
        ready(SpilloverRings.estimate(panel(.1), spec(), COLUMNS, "did", List.of(111.19, 300.)));
    assertThat(inside.rings().getFirst().units()).isZero();
  }

  @Test
  void placebosNearTheTreatedAreNeverTreatedAndNear() {
    Observations data = panel(.5);
    PlaceboDraws.Given draws = ready(NearbyPlacebo.draw(data, COLUMNS, "did", 120, 40, 9));
    assertThat(draws.starts()).hasSize(40);
    for (Map<String, String> draw : draws.starts()) {
      assertThat(draw).hasSize(12);
      assertThat(draw.keySet())
          .allMatch(name -> Integer.parseInt(name) % 10 == 4 || Integer.parseInt(name) % 10 == 6);
      assertThat(draw.values()).allMatch("3"::equals);
    }
    PlaceboResult result = ready(Placebo.run(data, spec(), "did", draws));
    assertThat(result.exactP()).isEqualTo(1 / 41.);
    assertThat(draws).isEqualTo(ready(NearbyPlacebo.draw(data, COLUMNS, "did", 120, 40, 9)));
  }

  @Test
  void nobodyNearIsTold() {
    assertThat(codes(NearbyPlacebo.draw(panel(1), COLUMNS, "did", 50, 10, 1)))
        .containsExactly("nobody-near");
  }
}
