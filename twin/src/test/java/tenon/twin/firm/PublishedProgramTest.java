package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tenon.model.Progress;

/** Agreement with GLcascade (fastcascade 0.9.3.1) on networks of our own. */
class PublishedProgramTest {
  private static final int LONG_STEPS = 37_000;

  @ParameterizedTest
  @CsvSource({
    "5, NONE, 0.01", "5, NONE, 1e-10", "5, SECTOR, 0.01", "5, SECTOR, 1e-10",
    "20, NONE, 0.01", "20, NONE, 1e-10", "20, SECTOR, 0.01", "20, SECTOR, 1e-10",
    "200, NONE, 0.01", "200, SECTOR, 0.01", "200, SECTOR, 1e-10"
  })
  void everyClosureAgreesWithItsSteps(int firms, Replaceability replaceability, String eps) {
    OracleCase oracle = oracle(firms);
    CascadeSpec spec = spec(replaceability, eps);
    CascadeResult ours = Cascade.run(oracle.network(), spec, new Shocks.EveryFirm(), Progress.NONE);
    List<double[]> theirs = oracle.published(replaceability, eps);
    assertThat(ours.scenarios()).isEqualTo(firms).isEqualTo(theirs.size());
    for (int firm = 0; firm < firms; firm++) {
      agrees(ours, firm, theirs.get(firm), 1e-12);
    }
  }

  /** The rest of the 200 firms is compared where the oracle's files lie beside the checkout. */
  @ParameterizedTest
  @CsvSource({"false, 1e-12, 3000", "true, 1e-6, 37950"})
  void nearlyClosedLoopsAgreeWithoutReplacement(boolean longRuns, double tolerance, int most) {
    OracleCase oracle = oracle(200);
    List<double[]> theirs = oracle.published(Replaceability.NONE, "1e-10");
    int[] chosen =
        IntStream.range(0, 200)
            .filter(firm -> theirs.get(firm)[3] <= most)
            .filter(firm -> theirs.get(firm)[3] > LONG_STEPS == longRuns)
            .toArray();
    CascadeResult ours =
        Cascade.run(
            oracle.network(),
            spec(Replaceability.NONE, "1e-10"),
            Shocks.Closed.each(chosen),
            Progress.NONE);
    assertThat(chosen).isNotEmpty();
    for (int at = 0; at < chosen.length; at++) {
      agrees(ours, at, theirs.get(chosen[at]), tolerance);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFixedPointLiesAtOrJustAboveTheLastStep(Replaceability replaceability) {
    OracleCase oracle = oracle(200);
    CascadeSpec spec = CascadeSpec.exact().withReplaceability(replaceability);
    CascadeResult ours = Cascade.run(oracle.network(), spec, new Shocks.EveryFirm(), Progress.NONE);
    List<double[]> theirs = oracle.published(replaceability, "1e-10");
    for (int firm = 0; firm < 200; firm++) {
      double above = ours.esri(firm) - theirs.get(firm)[0];
      // What 1e-10 leaves out: the change of a step over what a nearly closed loop keeps.
      double left = theirs.get(firm)[3] > LONG_STEPS ? 1e-5 : 2e-7;
      assertThat(above).as("firm %d", firm).isBetween(-1e-12, left);
      assertThat(ours.errorBound(firm)).as("firm %d", firm).isLessThan(1e-9);
    }
  }

  private static void agrees(CascadeResult ours, int at, double[] theirs, double tolerance) {
    assertThat(ours.esri(at)).as("esri %d", at).isCloseTo(theirs[0], within(tolerance));
    assertThat(ours.esriDown(at)).as("down %d", at).isCloseTo(theirs[1], within(tolerance));
    assertThat(ours.esriUp(at)).as("up %d", at).isCloseTo(theirs[2], within(tolerance));
    assertThat((double) ours.steps(at)).as("steps %d", at).isEqualTo(theirs[3]);
  }

  private static CascadeSpec spec(Replaceability replaceability, String eps) {
    return CascadeSpec.published()
        .withReplaceability(replaceability)
        .withStopping(new Stopping.Eps(Double.parseDouble(eps)))
        .withThreads(2);
  }

  private static OracleCase oracle(int firms) {
    return new OracleCase(firms, PublishedProgramTest::lines);
  }

  private static List<String> lines(String name) {
    try (InputStream in = PublishedProgramTest.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
