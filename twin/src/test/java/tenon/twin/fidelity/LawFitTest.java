package tenon.twin.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tenon.model.Interval;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;
import tenon.twin.fidelity.DayLaw.Family;

class LawFitTest {
  private static final int RUNS = 60;

  private static boolean holds(Interval interval, double value) {
    return value >= interval.low() && value <= interval.high();
  }

  @Test
  void aPoissonMeanAndItsIntervalAreThoseOfTheClosedForm() {
    double[] y = new double[100];
    Arrays.setAll(y, day -> new double[] {2, 3, 1, 4, 2, 0, 5, 3, 2, 3}[day % 10]);
    LawFit fit = LawFit.demand(y);
    assertThat(fit.law().family()).isEqualTo(Family.POISSON);
    assertThat(fit.law().mean()).isCloseTo(2.5, within(1e-12));
    // Deviance 2 n (m - M + M log(M/m)) with M = 2.5, n = 100, at both ends.
    for (double m : new double[] {fit.mean().low(), fit.mean().high()}) {
      double deviance = 200 * (m - 2.5 + 2.5 * Math.log(2.5 / m));
      assertThat(deviance).isCloseTo(LawFit.DEVIANCE, within(1e-4));
    }
  }

  @Test
  void aLogNormalFarFromZeroIsThatOfItsLogarithms() {
    RandomStream stream = RandomStreams.of(5).stream(Purpose.DEMAND, "x", 0);
    double[] y = new double[400];
    Arrays.setAll(y, _ -> Math.rint(1e4 * stream.logNormal(3, 0.3)) / 1e4);
    double[] logs = Arrays.stream(y).map(Math::log).toArray();
    double mu = Arrays.stream(logs).average().orElseThrow();
    double variance = Arrays.stream(logs).map(l -> (l - mu) * (l - mu)).average().orElseThrow();
    LawFit fit = LawFit.leadTime(y);
    double mean = Math.exp(mu + variance / 2);
    assertThat(fit.law().mean()).isCloseTo(mean, within(1e-3 * mean));
    assertThat(fit.law().sd())
        .isCloseTo(mean * Math.sqrt(Math.expm1(variance)), within(5e-3 * fit.law().sd()));
  }

  @Test
  void whatNeverVariesIsFixed() {
    LawFit fit = LawFit.demand(new double[] {4, 4, 4, 4, 4, 4, 4, 4});
    assertThat(fit.law()).isEqualTo(new DayLaw(Family.DETERMINISTIC, 4, 0));
    assertThat(fit.fitP()).isNaN();
  }

  @Test
  void intervalsOfLeadTimesAsTheDailyRunDrawsThemHoldThePlantedValues() {
    double ratio = 6.0 / 20;
    double square = Math.log1p(ratio * ratio);
    int means = 0;
    int deviations = 0;
    int fits = 0;
    for (int run = 0; run < RUNS; run++) {
      RandomStream stream = RandomStreams.of(9).stream(Purpose.LEAD_TIME, "l", run);
      double[] days = new double[120];
      Arrays.setAll(
          days, _ -> Math.round(stream.logNormal(Math.log(20) - square / 2, Math.sqrt(square))));
      LawFit fit = LawFit.leadTime(days);
      means += holds(fit.mean(), 20) ? 1 : 0;
      deviations += holds(fit.sd(), 6) ? 1 : 0;
      fits += fit.fitP() > 0.01 ? 1 : 0;
    }
    // 57 of 60 are expected; fewer than 52 come about once in 100.
    assertThat(means).isGreaterThanOrEqualTo(52);
    assertThat(deviations).isGreaterThanOrEqualTo(52);
    assertThat(fits).isGreaterThanOrEqualTo(52);
  }

  @Test
  void aLawThatIsWrongIsSeenToBe() {
    double[] y = new double[200];
    Arrays.setAll(y, day -> day % 7 < 2 ? 0 : 100 + day % 5);
    LawFit fit = LawFit.demand(y);
    assertThat(fit.fitP()).isLessThan(1e-6);
    assertThat(fit.autocorrelation()).isGreaterThan(0.2);
  }
}
