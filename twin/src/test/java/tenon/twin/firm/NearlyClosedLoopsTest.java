package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.model.Progress;

/** Loops that lose next to nothing on the way round, worked by hand. */
class NearlyClosedLoopsTest {

  /**
   * Firm 0 is closed and sells 1 to firm 1, which buys the rest, B, from firm 2, which buys all
   * from firm 1. All one essential sector, so y1 = (1 + B y2) / (1 + B) and y2 = y1: both fall
   * whole, after about 37 B steps of iteration.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e3, 1e6, 1e9, 1e12})
  void loopWithOneWayOutFallsWhole(double b) {
    FirmNetwork network =
        essential(3, new int[] {0, 2, 1}, new int[] {1, 1, 2}, new double[] {1, b, b});
    CascadeResult result = run(network, Replaceability.NONE, new double[] {1, 0, 0});
    assertThat(result.lossDown(0, 1)).isCloseTo(1, within(1e-15));
    assertThat(result.lossDown(0, 2)).isCloseTo(1, within(1e-15));
  }

  /**
   * As above with a second, healthy supplier 3 of firm 1 that sells as much as the closed one: y1 =
   * (1 + B y1) / (2 + B), so y1 = 1/2 however great B is.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e3, 1e6, 1e9, 1e12})
  void lossIsSharedByWhatLeavesTheLoop(double b) {
    FirmNetwork network =
        essential(4, new int[] {0, 3, 2, 1}, new int[] {1, 1, 1, 2}, new double[] {1, 1, b, b});
    CascadeResult result = run(network, Replaceability.NONE, new double[] {1, 0, 0, 0});
    assertThat(result.lossDown(0, 1)).isCloseTo(0.5, within(1e-15));
    assertThat(result.lossDown(0, 2)).isCloseTo(0.5, within(1e-15));
    assertThat(result.errorBound(0)).isLessThan(1e-14 * Math.max(1, b));
    assertThat(result.steps(0)).isLessThan(10);
  }

  /** The same loop upwards: firm 1 sells 1 to closed firm 0, 1 to firm 3, B to firm 2. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e3, 1e6, 1e9, 1e12})
  void lossOfCustomersIsSharedByWhatLeavesTheLoop(double b) {
    FirmNetwork network =
        essential(4, new int[] {1, 1, 1, 2}, new int[] {0, 3, 2, 1}, new double[] {1, 1, b, b});
    CascadeResult result = run(network, Replaceability.SECTOR, new double[] {1, 0, 0, 0});
    assertThat(result.lossUp(0, 1)).isCloseTo(0.5, within(1e-15));
    assertThat(result.lossUp(0, 2)).isCloseTo(0.5, within(1e-15));
  }

  /** Firms 1 and 2 supply each other alone; nothing ever reaches them, though any loss would do. */
  @Test
  void closedLoopThatNothingReachesLosesNothing() {
    FirmNetwork network =
        essential(4, new int[] {1, 2, 0}, new int[] {2, 1, 3}, new double[] {5, 5, 1});
    CascadeResult result = run(network, Replaceability.NONE, new double[] {1, 0, 0, 0});
    assertThat(result.lossDown(0, 1)).isZero();
    assertThat(result.lossDown(0, 2)).isZero();
    assertThat(result.lossDown(0, 3)).isEqualTo(1);
  }

  /** Half lost at firm 1 travels round the closed loop of 1 and 2 without growing. */
  @Test
  void closedLoopKeepsTheLossItWasGiven() {
    FirmNetwork network = essential(2, new int[] {0, 1}, new int[] {1, 0}, new double[] {5, 5});
    CascadeResult result = run(network, Replaceability.NONE, new double[] {0.5, 0});
    assertThat(result.lossDown(0, 0)).isEqualTo(0.5);
    assertThat(result.lossDown(0, 1)).isCloseTo(0.5, within(1e-15));
    assertThat(result.errorBound(0)).isLessThan(1e-13);
  }

  /** y = (1 + 3 y) / 4 + nothing else: a firm that is its own supplier for three quarters. */
  @Test
  void loopOnItselfOnlyDelaysTheLoss() {
    FirmNetwork network =
        essential(3, new int[] {0, 1, 2}, new int[] {1, 1, 1}, new double[] {1, 6, 1});
    CascadeResult result = run(network, Replaceability.NONE, new double[] {1, 0, 0});
    assertThat(result.lossDown(0, 1)).isCloseTo(0.5, within(1e-15));
  }

  /**
   * Replacement closing in on its limit: two firms of one sector, sales 1 and 3, feed firm 2. With
   * the first closed, M = 3 and sigma = 1/3, so y2 = 1/4 x 1/3 = 1/12.
   */
  @Test
  void replacementByHand() {
    FirmNetwork network = essential(3, new int[] {0, 1}, new int[] {2, 2}, new double[] {1, 3});
    CascadeResult result = run(network, Replaceability.SECTOR, new double[] {1, 0, 0});
    assertThat(result.lossDown(0, 2)).isCloseTo(1 / 12.0, within(1e-15));
    assertThat(result.esriDown(0)).isCloseTo(0.25, within(1e-15));
  }

  private static FirmNetwork essential(int firms, int[] from, int[] to, double[] amount) {
    return FirmNetwork.of(new int[firms], 1, new byte[] {2}, from, to, amount);
  }

  private static CascadeResult run(FirmNetwork network, Replaceability market, double[] lost) {
    CascadeSpec spec = CascadeSpec.exact().withReplaceability(market).withKeepLosses(true);
    return Cascade.run(network, spec, Shocks.Given.of(lost), Progress.NONE);
  }
}
