package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Progress;
import tenon.twin.firm.CriticalLinks.LinkLoss;

class CriticalLinksTest {
  private static final CascadeSpec NONE =
      CascadeSpec.exact().withReplaceability(Replaceability.NONE);

  /**
   * 0 sells 3 to 1 and 1 to 2; 3 sells 1 to 1; 1 sells 4 to 4. Cutting 0 to 1: 1 loses 3/4 of its
   * input, 4 then 3/4; 0 loses 3/4 of its sales. Weights: 0 and 1 sell 4 each of 9, 3 sells 1.
   */
  @Test
  void aCutLinkHurtsBothEnds() {
    FirmNetwork network =
        FirmNetwork.of(
            new int[5],
            1,
            new byte[] {2},
            new int[] {0, 0, 3, 1},
            new int[] {1, 2, 1, 4},
            new double[] {3, 1, 1, 4});
    int sale = network.sale(0, 1);
    LinkLoss loss = CriticalLinks.cut(network, NONE, new int[] {sale}, Progress.NONE).getFirst();
    assertThat(loss.esriDown()).isCloseTo(4 / 9.0 * 0.75, within(1e-15));
    assertThat(loss.esriUp()).isCloseTo(4 / 9.0 * 0.75, within(1e-15));
    assertThat(loss.esri()).isCloseTo(8 / 9.0 * 0.75, within(1e-15));
    assertThat(network.sale(2, 0)).isEqualTo(-1);
  }

  /** Plain: the formulas with the cut amount added to the losses of the two ends as a constant. */
  @Test
  void cutsAgreeWithPlainIterationOnRandomNetworks() {
    for (long seed = 0; seed < 60; seed++) {
      RandomFirms drawn = new RandomFirms(seed, 9);
      FirmNetwork network = drawn.network();
      if (network.links() == 0) {
        continue;
      }
      List<LinkLoss> losses = CriticalLinks.greatest(network, NONE, 5, Progress.NONE);
      for (LinkLoss loss : losses) {
        double[] plain = plain(network, loss.supplier(), loss.customer());
        assertThat(loss.esri()).as("seed %d", seed).isCloseTo(plain[0], within(1e-9));
        assertThat(loss.esriDown()).isCloseTo(plain[1], within(1e-9));
        assertThat(loss.esriUp()).isCloseTo(plain[2], within(1e-9));
      }
      assertThat(losses).isSortedAccordingTo((a, b) -> Double.compare(b.esri(), a.esri()));
    }
  }

  private static double[] plain(FirmNetwork network, int supplier, int customer) {
    int firms = network.firms();
    double[] down = new double[firms];
    double[] up = new double[firms];
    for (int step = 0; step < 20_000; step++) {
      double[] nextDown = new double[firms];
      double[] nextUp = new double[firms];
      for (int firm = 0; firm < firms; firm++) {
        double[] lack = new double[network.sectors() + 1];
        double[] all = new double[network.sectors() + 1];
        for (int at = network.firstPurchase(firm); at < network.firstPurchase(firm + 1); at++) {
          int from = network.supplier(at);
          int sector = network.sector(from);
          int needed = network.essential(sector, network.sector(firm));
          boolean cut = from == supplier && firm == customer;
          double lost = network.purchaseAmount(at) * (cut ? 1 : down[from]);
          if (needed == 2) {
            lack[sector] += lost;
            all[sector] += network.purchaseAmount(at);
          } else if (needed == 1) {
            lack[network.sectors()] += lost;
          }
        }
        all[network.sectors()] = network.input(firm);
        for (int slot = 0; slot < lack.length; slot++) {
          nextDown[firm] = Math.max(nextDown[firm], all[slot] > 0 ? lack[slot] / all[slot] : 0);
        }
        for (int at = network.firstSale(firm); at < network.firstSale(firm + 1); at++) {
          int to = network.customer(at);
          boolean cut = firm == supplier && to == customer;
          nextUp[firm] += network.saleAmount(at) * (cut ? 1 : up[to]) / network.output(firm);
        }
      }
      down = nextDown;
      up = nextUp;
    }
    double[] esri = new double[3];
    for (int firm = 0; firm < firms; firm++) {
      double weight = network.output(firm) / network.totalOutput();
      esri[0] += weight * Math.max(down[firm], up[firm]);
      esri[1] += weight * down[firm];
      esri[2] += weight * up[firm];
    }
    return esri;
  }
}
