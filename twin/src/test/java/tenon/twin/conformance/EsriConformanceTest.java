package tenon.twin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Progress;
import tenon.twin.firm.Cascade;
import tenon.twin.firm.CascadeResult;
import tenon.twin.firm.CascadeSpec;
import tenon.twin.firm.OracleCase;
import tenon.twin.firm.Replaceability;
import tenon.twin.firm.Shocks;
import tenon.twin.firm.Stopping;

/** Every closure, every loss of every firm, where the files lie beside the checkout. */
class EsriConformanceTest {
  private static final int LONG_STEPS = 37_000;

  @ParameterizedTest
  @CsvSource({
    "5, NONE, 0.01", "5, NONE, 1e-10", "5, SECTOR, 0.01", "5, SECTOR, 1e-10",
    "20, NONE, 0.01", "20, NONE, 1e-10", "20, SECTOR, 0.01", "20, SECTOR, 1e-10",
    "200, NONE, 0.01", "200, SECTOR, 0.01"
  })
  void everyLossAgrees(int firms, Replaceability replaceability, String eps) {
    OracleCase oracle = oracle(firms);
    CascadeResult ours = run(oracle, replaceability, eps);
    String market = replaceability == Replaceability.NONE ? "none" : "sector";
    String name = "firms" + firms + "_esri_market-" + market + "_eps" + eps;
    List<String> down = lines(name + "_loss_down.csv");
    List<String> up = lines(name + "_loss_up.csv");
    // Firms by row, closures by column.
    for (int firm = 0; firm < firms; firm++) {
      String[] lostDown = down.get(firm).split(",", -1);
      String[] lostUp = up.get(firm).split(",", -1);
      for (int scenario = 0; scenario < firms; scenario++) {
        assertThat(ours.lossDown(scenario, firm))
            .isCloseTo(Double.parseDouble(lostDown[scenario]), within(1e-12));
        assertThat(ours.lossUp(scenario, firm))
            .isCloseTo(Double.parseDouble(lostUp[scenario]), within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE", "SECTOR"})
  void everyClosureOfTheLargestCaseAgreesAt1e10(Replaceability replaceability) {
    OracleCase oracle = oracle(200);
    CascadeResult ours = run(oracle, replaceability, "1e-10");
    List<double[]> theirs = oracle.published(replaceability, "1e-10");
    for (int firm = 0; firm < 200; firm++) {
      double[] expected = theirs.get(firm);
      double tolerance = expected[3] > LONG_STEPS ? 1e-6 : 1e-12;
      assertThat(ours.esri(firm)).as("%d", firm).isCloseTo(expected[0], within(tolerance));
      assertThat(ours.esriDown(firm)).as("%d", firm).isCloseTo(expected[1], within(tolerance));
      assertThat(ours.esriUp(firm)).as("%d", firm).isCloseTo(expected[2], within(tolerance));
      assertThat((double) ours.steps(firm)).as("%d", firm).isEqualTo(expected[3]);
    }
  }

  private static CascadeResult run(OracleCase oracle, Replaceability replaceability, String eps) {
    CascadeSpec spec =
        CascadeSpec.published()
            .withReplaceability(replaceability)
            .withStopping(new Stopping.Eps(Double.parseDouble(eps)))
            .withKeepLosses(true);
    return Cascade.run(oracle.network(), spec, new Shocks.EveryFirm(), Progress.NONE);
  }

  private static OracleCase oracle(int firms) {
    return new OracleCase(firms, EsriConformanceTest::lines);
  }

  private static List<String> lines(String name) {
    return SharedFiles.lines("oracle/twin/esri/" + name);
  }
}
