package tenon.evaluate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Placebo;
import tenon.evaluate.PlaceboDraws;
import tenon.evaluate.PlaceboResult;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.Results;

/** Five hundred given draws on 285 units, each estimated by fixest 0.14.2. */
class PlaceboConformanceTest {

  @Test
  void replayedDrawsHaveTheReferenceEstimates() {
    Observations data = ReferenceFiles.table("p285.csv");
    RegressionSpec spec =
        RegressionSpec.of(Formula.of("y ~ did + x1 + x2 + x3 + x4 + x5 + x6 | id + year"));
    PlaceboResult result =
        Results.ready(Placebo.run(data, spec, "did", new PlaceboDraws.Given(draws())));
    Observations expected = ReferenceFiles.table("placebo285_unit_expected.csv");
    assertThat(result.coefficients()).containsExactly(expected.numbers("coef"), within(1e-10));
    for (int draw = 0; draw < expected.rows(); draw++) {
      double error = expected.number("se", draw);
      assertThat(result.standardErrors()[draw]).isCloseTo(error, within(1e-10 * error));
      assertThat(result.coefficients()[draw] / result.standardErrors()[draw])
          .isCloseTo(expected.number("t", draw), within(1e-9));
      assertThat(result.pValues()[draw]).isCloseTo(expected.number("p", draw), within(1e-9));
    }
  }

  private static List<Map<String, String>> draws() {
    Observations given = ReferenceFiles.table("placebo285_unit_draws.csv");
    List<Map<String, String>> draws = new ArrayList<>();
    for (int row = 0; row < given.rows(); row++) {
      while (draws.size() < given.number("draw", row)) {
        draws.add(new LinkedHashMap<>());
      }
      draws.getLast().put(given.label("id", row) + "", given.label("start", row) + "");
    }
    return draws;
  }
}
