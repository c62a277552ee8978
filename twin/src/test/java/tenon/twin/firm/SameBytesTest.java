package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.model.Progress;

class SameBytesTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyNumberOfThreadsGivesTheSameBits(boolean exact) {
    FirmNetwork network = new RandomFirms(3, 150).network();
    Stopping stopping = exact ? new Stopping.Exact() : new Stopping.Eps(1e-6);
    for (Replaceability replaceability : Replaceability.values()) {
      CascadeSpec spec = new CascadeSpec(replaceability, stopping, true, 1);
      CascadeResult one = Cascade.run(network, spec, new Shocks.EveryFirm(), Progress.NONE);
      for (int threads : new int[] {2, 3, 5}) {
        CascadeResult many =
            Cascade.run(network, spec.withThreads(threads), new Shocks.EveryFirm(), Progress.NONE);
        for (int firm = 0; firm < network.firms(); firm++) {
          assertThat(many.esri(firm)).isEqualTo(one.esri(firm));
          assertThat(many.errorBound(firm)).isEqualTo(one.errorBound(firm));
          assertThat(many.steps(firm)).isEqualTo(one.steps(firm));
          assertThat(many.lossDown(firm, 7)).isEqualTo(one.lossDown(firm, 7));
        }
      }
    }
  }

  /** In the greater network most steps are summed in blocks that threads share. */
  @ParameterizedTest
  @CsvSource({"150, SECTOR", "150, NONE", "4000, SECTOR", "4000, NONE"})
  void oneCascadeAloneGivesTheSameBitsWithItsWorkShared(int firms, Replaceability replaceability) {
    FirmNetwork network = ScaleFreeFirms.of(firms, 7, 20, 4);
    CascadeSpec spec = new CascadeSpec(replaceability, new Stopping.Eps(1e-8), true, 1);
    Shocks shock = Shocks.Closed.each(5);
    CascadeResult one = Cascade.run(network, spec, shock, Progress.NONE);
    for (int threads : new int[] {2, 4}) {
      CascadeResult many = Cascade.run(network, spec.withThreads(threads), shock, Progress.NONE);
      assertThat(many.esri(0)).isEqualTo(one.esri(0));
      assertThat(many.steps(0)).isEqualTo(one.steps(0));
      for (int firm = 0; firm < firms; firm++) {
        assertThat(many.lossDown(0, firm)).isEqualTo(one.lossDown(0, firm));
        assertThat(many.lossUp(0, firm)).isEqualTo(one.lossUp(0, firm));
      }
    }
  }
}
