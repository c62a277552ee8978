package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FirmNetworkTest {

  @Test
  void amountsOfTheSamePairAreAddedAndNothingIsLeftOut() {
    FirmNetwork network =
        FirmNetwork.of(
            new int[] {0, 1, 0},
            2,
            new byte[] {0, 1, 2, 2},
            new int[] {0, 0, 2, 1, 0},
            new int[] {1, 1, 1, 0, 2},
            new double[] {1, 2, 4, 0, 8});
    assertThat(network.links()).isEqualTo(3);
    assertThat(network.saleAmount(network.sale(0, 1))).isEqualTo(3);
    assertThat(network.output(0)).isEqualTo(11);
    assertThat(network.input(1)).isEqualTo(7);
    assertThat(network.input(0)).isZero();
    assertThat(network.totalOutput()).isEqualTo(15);
  }

  @Test
  void whatIsNoNetworkIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> one(0, 1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> one(0, 1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> one(0, 2, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                FirmNetwork.of(
                    new int[2], 1, new byte[] {3}, new int[0], new int[0], new double[0]));
  }

  private static FirmNetwork one(int from, int to, double amount) {
    return FirmNetwork.of(
        new int[2], 1, new byte[] {2}, new int[] {from}, new int[] {to}, new double[] {amount});
  }
}
