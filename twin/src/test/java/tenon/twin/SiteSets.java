package tenon.twin;

import java.util.Arrays;
import java.util.List;
import tenon.model.Chain;

/** Outages of several sites at once, which the entry of the room does not offer yet. */
public final class SiteSets implements AutoCloseable {
  private final double[] margin;
  private final Outages outages;
  private final Chain chain;

  public SiteSets(Chain chain, ExposureSpec spec) {
    this.chain = chain;
    Blanks blanks = new Blanks();
    margin = Margins.of(chain, blanks);
    Undisturbed undisturbed = new Undisturbed(NetworkBuilder.build(chain, spec, blanks), margin);
    outages = new Outages(undisturbed.network, margin, spec.horizonDays());
  }

  public double ttsDays(String... siteIds) {
    return outages.surviveDays(List.of(rows(siteIds)), () -> {})[0];
  }

  public double lostMargin(double days, String... siteIds) {
    double[] lost = outages.lossPerDay(days, rows(siteIds));
    double sum = 0;
    for (int j = 0; j < lost.length; j++) {
      sum += lost[j] * days * margin[j];
    }
    return sum;
  }

  private int[] rows(String... siteIds) {
    return Arrays.stream(siteIds).mapToInt(chain.sites().keys()::id).toArray();
  }

  @Override
  public void close() {
    outages.close();
  }
}
