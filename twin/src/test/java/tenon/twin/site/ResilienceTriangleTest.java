package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * The loss of resilience, integral of max(0, 100 - Q(t)) dt (Bruneau et al. 2003), of curves of
 * straight lines, by hand. Service of a day is the mean of Q over it: then the sum over days is the
 * integral. Read at the beginnings or at the ends of days it is not (180 and 140, not 160).
 */
class ResilienceTriangleTest {
  /** Service of each day from the first time to the last: the mean of the straight lines. */
  private static double[][] days(double[] times, double[] percent) {
    int first = (int) times[0];
    double[][] service = new double[(int) times[times.length - 1] - first][1];
    for (int day = 0; day < service.length; day++) {
      // Knots are whole days, so that a day lies on one line and its mean is its middle.
      service[day][0] = at(first + day + 0.5, times, percent) / 100;
    }
    return service;
  }

  private static double at(double time, double[] times, double[] percent) {
    int next = 1;
    while (times[next] < time) {
      next++;
    }
    double share = (time - times[next - 1]) / (times[next] - times[next - 1]);
    return percent[next - 1] + share * (percent[next] - percent[next - 1]);
  }

  private static Outcome of(double[] times, double[] percent) {
    return new Measures(days(times, percent), new double[0][], 0, 1).outcome();
  }

  @Test
  void aStraightRecoveryLosesTheTriangle() {
    Outcome outcome = of(new double[] {2, 10, 12}, new double[] {60, 100, 100});
    assertThat(outcome.performanceLossDays().mean()).isCloseTo(1.6, within(1e-12));
    assertThat(outcome.timeToRecoverDays().mean()).isEqualTo(8);
    assertThat(outcome.resilience().mean()).isCloseTo(0.84, within(1e-12));
    // From the end of the first day (65) to 100 in 7 days, where the mean of that day (62.5)
    // counts.
    assertThat(outcome.rapidityPerDay().mean()).isCloseTo(0.375 / 7, within(1e-12));
    // 60 at the instant; the day on which it happens has 62.5 in the mean.
    assertThat(outcome.robustness().mean()).isCloseTo(0.625, within(1e-12));
  }

  @Test
  void aPlateauLosesItsRectangleToo() {
    Outcome outcome = of(new double[] {2, 5, 10, 12}, new double[] {60, 60, 100, 100});
    assertThat(outcome.performanceLossDays().mean()).isCloseTo(2.2, within(1e-12));
    assertThat(outcome.timeToRecoverDays().mean()).isEqualTo(8);
    assertThat(outcome.robustness().mean()).isCloseTo(0.6, within(1e-12));
    assertThat(outcome.resilience().mean()).isCloseTo(0.78, within(1e-12));
    // 40 points in the 5 days after the plateau.
    assertThat(outcome.rapidityPerDay().mean()).isCloseTo(0.08, within(1e-12));
  }

  /** Two that fall to 0.5: back the next day, 0.5 a day; not back, 0. A third never falls. */
  @Test
  void rapidityIsThatOfTheReplicationsThatFall() {
    double[][] service = {{1, 1, 1}, {0.5, 0.5, 1}, {1, 0.5, 0.995}, {1, 0.5, 1}};
    Outcome outcome = new Measures(service, new double[0][], 1, 0.99).outcome();
    Spread rapidity = outcome.rapidityPerDay();
    assertThat(rapidity.mean()).isCloseTo(0.25, within(1e-12));
    // 1.96 x deviation (0.25 x root of 2) / root of 2.
    assertThat(rapidity.meanInterval().high()).isCloseTo(0.25 + 1.959964 * 0.25, within(1e-6));
    // Areas 0.5, 1.5 and 0.005 of three days.
    assertThat(outcome.resilience().mean()).isCloseTo(1 - 2.005 / 9, within(1e-12));
    double[][] calm = {{1}, {1}};
    assertThat(new Measures(calm, new double[0][], 0, 0.99).outcome().rapidityPerDay().mean())
        .isNaN();
  }

  @Test
  void whatLiesAboveFullServiceMakesUpForNothing() {
    double[] times = {2, 12};
    double[] percent = {60, 110};
    // The line is at 100 after 8 days: 40 x 8 / 2 lost. What lies above, 10 x 2 / 2, is cut off.
    assertThat(of(times, percent).performanceLossDays().mean()).isCloseTo(1.6, within(1e-12));
    double uncut = 0;
    for (double[] day : days(times, percent)) {
      uncut += 1 - day[0];
    }
    assertThat(uncut).isCloseTo(1.5, within(1e-12));
  }
}
