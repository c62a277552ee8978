package tenon.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Progress;

/** Random chains against the programme written plainly and solved by a textbook tableau. */
final class PlainOracleTest {
  private static final int SEEDS = 200;
  private static final double HORIZON = 400;
  private static final int GRID = 12;

  @Test
  void lostMarginAndTimeToSurviveAgreeOnRandomChains() {
    int exposed = 0;
    int late = 0;
    int unserved = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      String text = RandomChains.draw(seed);
      Chain chain = ChainText.chain(text);
      boolean stockLost = seed % 3 == 0;
      ExposureSpec spec =
          ExposureSpec.standard().withHorizonDays(HORIZON).withStockLost(stockLost).withThreads(1);
      PlainOutage plain = new PlainOutage(chain, stockLost);
      ExposureResult result = Exposure.assess(chain, spec, Progress.NONE);
      unserved +=
          result.findings().stream().anyMatch(f -> f.code().equals("unserved-demand")) ? 1 : 0;
      for (SiteExposure exposure : result.sites()) {
        String where = "seed " + seed + ", " + chain.sites().keys().key(exposure.site()) + "\n" + text;
        agrees(plain, exposure, where);
        exposed += exposure.lostMargin() > 0 ? 1 : 0;
        late += exposure.ttsDays() > 0 && exposure.ttsDays() < HORIZON ? 1 : 0;
      }
    }
    assertThat(exposed).as("cases with a loss").isGreaterThan(200);
    assertThat(late).as("cases that run short some day").isGreaterThan(200);
    assertThat(unserved).as("chains that are short on an ordinary day").isGreaterThan(20);
  }

  private static void agrees(PlainOutage plain, SiteExposure exposure, String where) {
    int site = exposure.site();
    double low = plain.lostMargin(site, exposure.ttr().low());
    double middle = plain.lostMargin(site, exposure.ttrDays());
    double high = plain.lostMargin(site, exposure.ttr().high());
    assertThat(exposure.lostMargin()).as(where).isCloseTo(middle, near(middle));
    double least = Math.min(low, Math.min(middle, high));
    double most = Math.max(low, Math.max(middle, high));
    assertThat(exposure.lostMarginInterval().low()).as(where).isCloseTo(least, near(least));
    assertThat(exposure.lostMarginInterval().high()).as(where).isCloseTo(most, near(most));
    double tts = Math.min(HORIZON, exposure.ttsDays());
    for (int k = 1; k <= GRID; k++) {
      double days = tts * (1 - 1e-7) * k / GRID;
      if (days > 0) {
        assertThat(plain.lostShare(site, days)).as("%s day of %s", days, where).isLessThan(1e-7);
      }
    }
    if (tts < HORIZON) {
      double after = tts + 1e-3 * Math.max(1, tts);
      assertThat(plain.lostShare(site, after)).as("after %s, %s", tts, where).isGreaterThan(1e-8);
    }
  }

  private static Offset<Double> near(double value) {
    return within(1e-6 * Math.max(1, Math.abs(value)));
  }
}
