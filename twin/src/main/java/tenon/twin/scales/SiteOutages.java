package tenon.twin.scales;

import java.util.Arrays;
import tenon.model.Chain;
import tenon.model.Dependencies;
import tenon.model.Disruption;
import tenon.model.Resource;
import tenon.model.Scenario;

/** Days of output that each site loses in a scenario. */
final class SiteOutages {
  private final Chain chain;
  private final Scenario scenario;

  /** Days lost by site. */
  final double[] lostDays;

  /** Days on which any site is hit. */
  int daysHit;

  /** Whether some disruptions take no capacity. */
  boolean others;

  SiteOutages(Chain chain, Scenario scenario) {
    this.chain = chain;
    this.scenario = scenario;
    lostDays = new double[chain.sites().count()];
    run();
  }

  private void run() {
    int horizon = (int) Math.ceil(scenario.horizon().value());
    for (int day = 0; day < horizon; day++) {
      double[] left = new double[lostDays.length];
      Arrays.fill(left, 1);
      for (Disruption disruption : scenario.disruptions()) {
        if (disruption instanceof Disruption.CapacityLoss loss
            && loss.target().kind().isTechnology()) {
          cut(loss, day, left);
        } else if (disruption instanceof Disruption.CapacityLoss loss) {
          double lost = loss.lost().value() * loss.window().strength(day);
          for (int site = 0; lost > 0 && site < left.length; site++) {
            if (isHit(loss.target(), site)) {
              left[site] *= 1 - lost;
            }
          }
        } else {
          others = true;
        }
      }
      for (int site = 0; site < left.length; site++) {
        lostDays[site] += 1 - left[site];
      }
      daysHit += Arrays.stream(left).anyMatch(rest -> rest < 1) ? 1 : 0;
    }
  }

  private boolean isHit(Disruption.Target target, int site) {
    return switch (target.kind()) {
      case SITE -> chain.sites().keys().key(site).equals(target.id());
      case FIRM -> chain.firms().keys().key(chain.sites().firm(site)).equals(target.id());
      case REGION -> isWithin(chain.sites().region(site), target.id());
      case JURISDICTION -> isUnder(chain.sites().region(site), target.id());
      case SITE_KIND -> chain.sites().kind(site).equals(target.id());
      case PRODUCT, LINK, LANE, MODE, MARKET -> false;
      case TECHNOLOGY, VENDOR, TECHNOLOGY_KIND, TECHNOLOGY_JURISDICTION -> false;
    };
  }

  private boolean isWithin(int region, String id) {
    for (int at = region; at >= 0; at = chain.regions().parent(at)) {
      if (chain.regions().keys().key(at).equals(id)) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnder(int region, String law) {
    for (int at = region; at >= 0; at = chain.regions().parent(at)) {
      if (law.equals(chain.table(Resource.REGIONS).text("jurisdiction", at))) {
        return true;
      }
    }
    return false;
  }

  /** A technology is missed by whole sites, and by the firms of sites; recipes are within them. */
  private void cut(Disruption.CapacityLoss cut, int day, double[] left) {
    Dependencies rows = chain.dependencies();
    for (int row = 0; row < rows.count(); row++) {
      boolean whole = rows.recipe(row) < 0 && rows.isMeant(row, cut.target());
      Disruption.Window felt = whole ? rows.felt(row, cut.window()) : null;
      double lost = felt == null ? 0 : cut.lost().value() * rows.lostShare(row);
      for (int site = 0; felt != null && site < left.length; site++) {
        left[site] *= rows.concerns(row, chain, site) ? 1 - lost * felt.strength(day) : 1;
      }
    }
  }
}
