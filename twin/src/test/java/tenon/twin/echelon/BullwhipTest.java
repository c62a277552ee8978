package tenon.twin.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

final class BullwhipTest {

  @Test
  void theRatioIsThatOfSampleVariances() {
    double[] demand = {10, 12, 8, 11, 9, 10};
    double[] orders = {10, 15, 4, 13, 7, 11};
    assertThat(Bullwhip.variance(demand)).isCloseTo(2, within(1e-12));
    assertThat(Bullwhip.variance(orders)).isCloseTo(16, within(1e-12));
    assertThat(Bullwhip.ratio(orders, demand).orElseThrow()).isCloseTo(8, within(1e-12));
  }

  @Test
  void constantDemandHasNoRatio() {
    assertThat(Bullwhip.ratio(new double[] {1, 2, 3}, new double[] {0.1, 0.1, 0.1})).isEmpty();
  }

  @Test
  void theBoundIsThatOfChen() {
    assertThat(Bullwhip.chenBound(2, 5)).isCloseTo(2.12, within(1e-12));
    assertThat(Bullwhip.chenBound(1, 4)).isCloseTo(1.625, within(1e-12));
  }

  @Test
  void anOrderUpToPolicyWithAMovingAverageAttainsTheBoundForIndependentDemand() {
    // q_t = (1 + L/p) d_{t-1} - (L/p) d_{t-1-p}: for independent demand the bound is an equality
    int lead = 2;
    int periods = 5;
    RandomStream stream = RandomStreams.of(3).stream(Purpose.DEMAND, "shop", 0);
    int days = 400_000;
    double[] demand = new double[days];
    double[] orders = new double[days];
    double window = 0;
    double before = 0;
    for (int day = 0; day < days; day++) {
      demand[day] = 100 + 10 * stream.gaussian();
      window += demand[day] - (day >= periods ? demand[day - periods] : 0);
      double upTo = lead * window / periods;
      orders[day] = day >= periods ? demand[day] + upTo - before : 100;
      before = upTo;
    }
    double ratio = Bullwhip.ratio(orders, demand).orElseThrow();
    assertThat(ratio).isCloseTo(Bullwhip.chenBound(lead, periods), within(0.03));
  }
}
