package tenon.twin;

import java.util.Arrays;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Severity;

/**
 * The chain on an ordinary day: active recipes and links, no finite stock (it would run down),
 * nothing on standby (it is not running). Demand that it cannot serve is not put down to any
 * outage: outages are measured against what is served here.
 */
final class Undisturbed {
  /** The network with the demand that an ordinary day serves. */
  final Network network;

  private final Network given;
  private final double[] level;

  Undisturbed(Network given, double[] marginPerUnit) {
    this.given = given;
    double[] weight = Outages.marginWeights(given, marginPerUnit);
    OrdinaryDay day;
    try (Programme programme = new Programme(given, weight)) {
      day = new OrdinaryDay(programme, given, weight);
    }
    level = day.level;
    network = Arrays.equals(day.served, given.perDay) ? given : given.withDemand(day.served);
  }

  /**
   * Whether the ordinary day needs nothing that the outage of a site stops: then any outage of it
   * is survived without loss, whatever its length.
   */
  boolean doesWithout(int site) {
    for (int nth = 0; nth < network.shutCount(site); nth++) {
      if (level[network.shut(site, nth)] > 0) {
        return false;
      }
    }
    return true;
  }

  /** One warning for each demand that is not served in full. */
  void tell(Chain chain, Findings findings) {
    for (int j = 0; j < given.perDay.length; j++) {
      double lost = given.perDay[j] - network.perDay[j];
      if (lost > 0) {
        String site = chain.sites().keys().key(chain.demands().site(j));
        String product = chain.products().keys().key(chain.demands().product(j));
        String share = Numerals.plain(100 * lost / given.perDay[j]);
        findings.add(unserved(site, product, share));
      }
    }
  }

  private static Finding unserved(String site, String product, String share) {
    return new Finding(
        Severity.WARNING,
        "unserved-demand",
        "demand.csv",
        0,
        "mean_per_day",
        null,
        Message.of(Blanks.BUNDLE, "unserved-demand", product, site, share),
        Message.of(Blanks.BUNDLE, "unserved-demand.mend", product, site, share));
  }
}
