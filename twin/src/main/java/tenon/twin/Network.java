package tenon.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.model.Grouping;

/**
 * A chain as the programmes see it: nodes that hold goods, and activities that fill one node out of
 * others. A node is a (site, product) pair, or the need of one recipe for any input of a substitute
 * group. Rates only; the length T of the window enters through s = 1/T.
 *
 * <p>Only what can reach a demand is kept: the rest changes neither programme.
 */
final class Network {
  final List<Activity> activities;

  /** Stock on hand that every programme may use, units, by node. */
  final double[] stock;

  /** Node of each demand. */
  final int[] demandNode;

  /** Demand, units per day. */
  final double[] perDay;

  /** Typical units per day of each node, a power of two: the programmes count in these. */
  final double[] scale;

  /** Activities by the sites whose outage stops them. */
  private final Grouping shutAt;

  private final int[] shutActivity;

  /** Days after which standby activities start, ascending, each once. */
  final double[] activations;

  private final int sites;

  private Network(
      List<Activity> activities, double[] stock, int[] demandNode, double[] perDay, int sites) {
    this.activities = activities;
    this.stock = stock;
    this.demandNode = demandNode;
    this.perDay = perDay;
    this.sites = sites;
    scale = new Scale(activities, stock.length).of(demandNode, perDay);
    List<int[]> pairs = new ArrayList<>();
    for (int a = 0; a < activities.size(); a++) {
      for (int site : activities.get(a).shutAt) {
        pairs.add(new int[] {site, a});
      }
    }
    shutAt = Grouping.of(pairs.size(), sites, pair -> pairs.get(pair)[0]);
    shutActivity = pairs.stream().mapToInt(pair -> pair[1]).toArray();
    activations =
        activities.stream()
            .filter(Activity::standby)
            .mapToDouble(activity -> activity.activationDays)
            .sorted()
            .distinct()
            .toArray();
  }

  /** The network of these activities, without what no demand can use. */
  static Network of(
      List<Activity> activities, double[] stock, int[] demandNode, double[] perDay, int sites) {
    boolean[] useful = useful(activities, stock.length, demandNode);
    int[] newNode = new int[stock.length];
    int nodes = 0;
    for (int node = 0; node < newNode.length; node++) {
      newNode[node] = useful[node] ? nodes++ : -1;
    }
    double[] kept = new double[nodes];
    for (int node = 0; node < newNode.length; node++) {
      if (useful[node]) {
        kept[newNode[node]] = stock[node];
      }
    }
    List<Activity> needed =
        activities.stream()
            .filter(activity -> useful[activity.fills])
            .map(activity -> activity.renumbered(newNode))
            .toList();
    int[] renumbered = Arrays.stream(demandNode).map(node -> newNode[node]).toArray();
    return new Network(needed, kept, renumbered, perDay, sites);
  }

  /** The same network with other demands at the same nodes. */
  Network withDemand(double[] otherPerDay) {
    return new Network(activities, stock, demandNode, otherPerDay, sites);
  }

  int nodes() {
    return stock.length;
  }

  /** Number of activities that the outage of a site stops. */
  int shutCount(int site) {
    return shutAt.size(site);
  }

  /** The nth activity that the outage of a site stops. */
  int shut(int site, int nth) {
    return shutActivity[shutAt.item(site, nth)];
  }

  private static boolean[] useful(List<Activity> activities, int nodes, int[] demandNode) {
    Grouping filling =
        Grouping.of(activities.size(), nodes, activity -> activities.get(activity).fills);
    boolean[] useful = new boolean[nodes];
    int[] queue = new int[nodes];
    int tail = 0;
    for (int node : demandNode) {
      if (!useful[node]) {
        useful[node] = true;
        queue[tail++] = node;
      }
    }
    for (int head = 0; head < tail; head++) {
      for (int nth = 0; nth < filling.size(queue[head]); nth++) {
        for (int node : activities.get(filling.item(queue[head], nth)).takes) {
          if (!useful[node]) {
            useful[node] = true;
            queue[tail++] = node;
          }
        }
      }
    }
    return useful;
  }
}
