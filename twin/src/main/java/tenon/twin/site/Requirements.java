package tenon.twin.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What planned nodes are going to need: the expected demands of the days to come, exploded through
 * links and bills of materials and set off by lead and cycle times (Orlicky 1975). With f(u) the
 * need of day u, the lead time L and the review R of a node, its level on day t, whose own demand
 * the position has already met, is its safety stock and f(t + 1) + ... + f(t + L + R).
 */
final class Requirements {
  private record Term(int demand, int later, double units) {}

  private final Calendar calendar;
  private final double[] means;
  private final List<List<Term>> terms = new ArrayList<>();
  private final int[] covered;
  private final double[] safetyStock;

  Requirements(NetworkBuilder network, double[] safetyStock) {
    this.safetyStock = safetyStock;
    calendar = network.calendar;
    int nodes = network.site.length;
    means = new double[network.demandNode.length];
    for (int demand = 0; demand < means.length; demand++) {
      means[demand] = network.chain.demands().meanPerDay(demand);
    }
    covered = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      terms.add(List.of());
      double lead = 0;
      for (int arc : network.into[node]) {
        lead += network.share[arc] * network.lead[arc];
      }
      covered[node] = (int) Math.ceil(lead - 1e-9) + network.reviewDays[node];
    }
    for (int place = nodes - 1; place >= 0; place--) {
      int node = network.order[place];
      terms.set(node, explode(network, node));
    }
  }

  private List<Term> explode(NetworkBuilder network, int node) {
    Map<Long, Term> all = new LinkedHashMap<>();
    for (int demand : network.demandsAt[node]) {
      add(all, new Term(demand, 0, 1));
    }
    Onward onward = network.onward;
    for (int nth = 0; nth < onward.to[node].length; nth++) {
      for (Term term : terms.get(onward.to[node][nth])) {
        add(
            all,
            new Term(
                term.demand,
                term.later + onward.days[node][nth],
                term.units * onward.weight[node][nth]));
      }
    }
    return List.copyOf(all.values());
  }

  private static void add(Map<Long, Term> all, Term term) {
    all.merge(
        ((long) term.demand << 32) | term.later,
        term,
        (one, two) -> new Term(one.demand, one.later, one.units + two.units));
  }

  /** Units that a node is expected to need on a day. */
  double need(int node, int day) {
    double units = 0;
    for (Term term : terms.get(node)) {
      units += term.units * means[term.demand] * calendar.factor(term.demand, day + term.later);
    }
    return units;
  }

  /** The position up to which a node orders on a day. */
  double level(int node, int day) {
    double units = safetyStock[node];
    for (int ahead = 1; ahead <= covered[node]; ahead++) {
      units += need(node, day + ahead);
    }
    return units;
  }
}
