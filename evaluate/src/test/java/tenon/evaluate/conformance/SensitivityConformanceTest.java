package tenon.evaluate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Observations;
import tenon.evaluate.Results;
import tenon.evaluate.did.HonestDid;
import tenon.evaluate.did.HonestDidResult;
import tenon.evaluate.did.HonestDidSpec;
import tenon.evaluate.did.StaggeredColumns;
import tenon.evaluate.did.SyntheticDid;
import tenon.evaluate.did.SyntheticDidResult;
import tenon.evaluate.did.SyntheticDidSpec;
import tools.jackson.databind.JsonNode;

class SensitivityConformanceTest {

  @Test
  void smoothnessBoundsAreThoseOfHonestDidWithinOneGridStep() {
    JsonNode expected = ReferenceFiles.json("honestdid_expected.json");
    double[] estimates = numbers(expected.get("betahat"));
    List<double[]> covariance = new ArrayList<>();
    expected.get("sigma").forEach(row -> covariance.add(numbers(row)));
    double[][] sigma = covariance.toArray(double[][]::new);
    HonestDidResult result =
        Results.ready(
            HonestDid.sensitivity(
                estimates,
                sigma,
                expected.get("numPre").asInt(),
                HonestDidSpec.of(HonestDidSpec.Restriction.SMOOTHNESS, .1, .2)));
    JsonNode original = expected.get("original").get(0);
    assertThat(result.originalLow()).isCloseTo(original.get("lb").get(0).asDouble(), within(1e-12));
    assertThat(result.originalHigh())
        .isCloseTo(original.get("ub").get(0).asDouble(), within(1e-12));
    JsonNode theirs = expected.get("SD_C-LF_grid1000").get("res");
    for (int i = 0; i < 2; i++) {
      HonestDidResult.Interval ours = result.intervals().get(i);
      double step = 2 * (20 * Math.sqrt(sigma[4][4]) + ours.bound()) / 999;
      assertThat(ours.low()).isCloseTo(theirs.get(i).get("lb").asDouble(), within(1.01 * step));
      assertThat(ours.high()).isCloseTo(theirs.get(i).get("ub").asDouble(), within(1.01 * step));
    }
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  /** Arkhangelsky and others 2021, table 1: -15.6 packs with a standard error of 8.4. */
  @Test
  void californiasTobaccoTaxHasThePublishedEffect() {
    Observations data = ReferenceFiles.table("california_prop99.csv");
    double[] cohort = new double[data.rows()];
    for (int row = 0; row < cohort.length; row++) {
      cohort[row] = "California".equals(data.label("State", row)) ? 1989 : Double.NaN;
    }
    SyntheticDidResult result =
        Results.ready(
            SyntheticDid.estimate(
                data.with("cohort", cohort),
                SyntheticDidSpec.of(
                    new StaggeredColumns("PacksPerCapita", "State", "Year", "cohort"), 200, 1)));
    assertThat(result.estimate()).isCloseTo(-15.6, within(.005));
    assertThat(result.standardError()).isCloseTo(8.4, within(2.0));
  }
}
