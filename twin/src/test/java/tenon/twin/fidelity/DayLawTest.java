package tenon.twin.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.twin.fidelity.DayLaw.Family;

class DayLawTest {
  private static final List<DayLaw> LAWS =
      List.of(
          new DayLaw(Family.NORMAL, 20, 4),
          new DayLaw(Family.LOGNORMAL, 8, 5),
          new DayLaw(Family.GAMMA, 8, 5),
          new DayLaw(Family.GAMMA, 2, 4),
          DayLaw.poisson(3.5),
          new DayLaw(Family.NEGATIVE_BINOMIAL, 4, 3),
          new DayLaw(Family.GAMMA, 8, 5).withZeros(0.4),
          new DayLaw(Family.LOGNORMAL, 8, 5).withZeros(0.15));

  /** The integral of (F(x) - 1{x >= y})^2 by definition, in small steps. */
  private static double byDefinition(DayLaw law, double y) {
    double step = 1e-3;
    double sum = 0;
    for (double x = -200 + step / 2; x < 400; x += step) {
      // The normal law reaches below 0, where its own cdf is cut; the closed form is that of it
      // whole.
      double f = law.family() == Family.NORMAL && x < 0 ? 0 : law.cdf(x);
      double gap = f - (x >= y ? 1 : 0);
      sum += gap * gap * step;
    }
    return sum;
  }

  @Test
  void theScoreIsTheIntegralThatDefinesIt() {
    for (DayLaw law : LAWS) {
      for (double y : new double[] {0, 1, 4, 9, 31}) {
        assertThat(law.crps(y)).as(law + " at " + y).isCloseTo(byDefinition(law, y), within(2e-3));
      }
    }
  }

  @Test
  void countsAreScoredAsIfSummedOneByOne() {
    Random random = new Random(5);
    List<DayLaw> laws = new ArrayList<>(List.of(DayLaw.poisson(0.02), DayLaw.poisson(900)));
    laws.add(new DayLaw(Family.NEGATIVE_BINOMIAL, 4000, 6000));
    laws.add(new DayLaw(Family.NEGATIVE_BINOMIAL, 0.01, 3));
    for (int nth = 0; nth < 8; nth++) {
      double mean = Math.exp(-2 + 8 * random.nextDouble());
      laws.add(DayLaw.poisson(mean));
      double more = mean * (1 + mean * Math.exp(-4 + 5 * random.nextDouble()));
      laws.add(new DayLaw(Family.NEGATIVE_BINOMIAL, mean, Math.sqrt(more)));
    }
    for (DayLaw law : laws) {
      for (double y : new double[] {0, 1, Math.rint(law.mean()), law.mean() + 2.5 * law.sd()}) {
        double sum = 0;
        double left = 1;
        for (double k = 0; k < y || left > 1e-13; k++) {
          double below = law.cdf(k);
          left = 1 - below;
          double before = Math.clamp(y - k, 0, 1);
          sum += before * below * below + (1 - before) * left * left;
        }
        assertThat(law.crps(y)).as(law + " at " + y).isCloseTo(sum, within(1e-9 * (1 + sum)));
      }
    }
  }

  @Test
  void scoresByHand() {
    // Gneiting and Raftery 2007: at its middle a standard normal scores (sqrt 2 - 1) / sqrt pi.
    assertThat(new DayLaw(Family.NORMAL, 10, 1).crps(10))
        .isCloseTo((Math.sqrt(2) - 1) / Math.sqrt(Math.PI), within(1e-12));
    // An exponential of mean 1: y + 2 exp(-y) - 3/2.
    assertThat(new DayLaw(Family.GAMMA, 1, 1).crps(2))
        .isCloseTo(2 + 2 * Math.exp(-2) - 1.5, within(1e-12));
    assertThat(new DayLaw(Family.DETERMINISTIC, 5, 0).crps(3)).isEqualTo(2);
  }

  @Test
  void aNegativeBinomialIsSummedFromItsMasses() {
    // Mean 4, variance 9: r = 16/5, p = 4/9; masses by their recursion.
    double r = 3.2;
    double p = 4.0 / 9;
    double mass = Math.pow(p, r);
    double sum = 0;
    DayLaw law = new DayLaw(Family.NEGATIVE_BINOMIAL, 4, 3);
    for (int k = 0; k < 30; k++) {
      sum += mass;
      assertThat(law.cdf(k)).isCloseTo(sum, within(1e-12));
      assertThat(Math.exp(law.logMass(k, 1, 1))).isCloseTo(mass, within(1e-12));
      mass *= (k + r) / (k + 1) * (1 - p);
    }
  }

  @Test
  void aQuantileIsTheLeastThatHoldsTheShare() {
    for (DayLaw law : LAWS) {
      for (double p : new double[] {0.05, 0.5, 0.95}) {
        double q = law.quantile(p);
        assertThat(law.cdf(q)).as(law + " " + p).isGreaterThanOrEqualTo(p - 1e-9);
        double below = law.family().inWhole() ? q - 1 : q - 1e-6;
        assertThat(law.cdf(below)).as(law + " " + p).isLessThan(p);
      }
    }
  }
}
