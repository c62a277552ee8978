package tenon.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Resource;

/**
 * A share of the demand of a market, or at a site, that turns to the others, in proportion to their
 * mean demand. Without others it is lost.
 */
record DemandShift(Chain chain, Target target, Window window, double share) {

  List<Disruption> changes() {
    Map<String, Double> means = new LinkedHashMap<>();
    boolean markets = target.kind() == Target.Kind.MARKET;
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      String place =
          markets
              ? chain.table(Resource.DEMAND).text("market", demand)
              : chain.sites().keys().key(chain.demands().site(demand));
      if (place != null) {
        means.merge(place, chain.demands().meanPerDay(demand), Double::sum);
      }
    }
    double own = means.getOrDefault(target.id(), 0.0);
    double others = means.values().stream().mapToDouble(Double::doubleValue).sum() - own;
    List<Disruption> changes = new ArrayList<>();
    changes.add(new Disruption.DemandChange(target, window, 1 - share));
    for (String place : means.keySet()) {
      if (!place.equals(target.id()) && others > 0 && own > 0) {
        Target other = new Target(markets ? Target.Kind.MARKET : Target.Kind.SITE, place);
        changes.add(new Disruption.DemandChange(other, window, 1 + share * own / others));
      }
    }
    return changes;
  }
}
