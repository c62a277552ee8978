package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.node.SiteNode;
import tenon.twin.node.NodeResult;

/**
 * How the lines of sites in detail fared.
 *
 * @param replications in how many it was measured
 * @param sites each of them, in the order of the chain
 */
public record NodeLoads(int replications, List<Site> sites) {
  public NodeLoads {
    sites = List.copyOf(sites);
  }

  /**
   * A site. Times are in the unit of its node, and count while the line is open; shares are of all
   * the time planned, days x day.
   *
   * @param node what describes it
   * @param makes whether its line makes things; else it hands over, or lets pass
   * @param result under the scenario
   * @param undisturbed without the disruptions, under the same draws; null where that was not run
   * @param days each day under the scenario
   */
  public record Site(
      SiteNode node,
      boolean makes,
      NodeResult result,
      @Nullable NodeResult undisturbed,
      List<Day> days) {
    public Site {
      days = List.copyOf(days);
    }
  }

  /**
   * A day, over the replications.
   *
   * @param finished lots that came out good
   * @param capacity lots that could be begun, or, where the line hands over, were ready
   * @param queue jobs that wait anywhere in the line in the evening
   */
  public record Day(Spread finished, Spread capacity, Spread queue) {}

  static NodeLoads of(Network network, LineBook broken, @Nullable LineBook calm) {
    List<Site> sites = new ArrayList<>();
    for (int place = 0; place < network.lineSites.size(); place++) {
      LineSite site = network.lineSites.get(place);
      List<Day> days = new ArrayList<>();
      for (int day = 0; day < broken.days; day++) {
        days.add(
            new Day(
                Spread.of(broken.finished[place][day]),
                Spread.of(broken.capacity[place][day]),
                Spread.of(broken.queue[place][day])));
      }
      boolean makes = site.arcs.length > 0 && !network.isLink(site.arcs[0]);
      sites.add(
          new Site(
              site.node,
              makes,
              broken.result(place),
              calm == null ? null : calm.result(place),
              days));
    }
    return new NodeLoads(broken.replications, sites);
  }
}
