package tenon.twin.site;

/**
 * What a plan asks for on each day of one of its periods, by arc, input row and demand. What the
 * plan leaves alone is planned at the usual flow where it claims stock, and not ordered by plan.
 */
final class Agenda {
  /** Whether a node orders by the plan, and whether the claims on it are met by the plan. */
  final boolean[] orders;

  final boolean[] hands;

  /** Units per day over an arc, taken of an input, served of a demand. */
  final double[] arc;

  final double[] input;
  final double[] served;

  /** Units per day that a node orders in all. */
  final double[] ordered;

  private final Network network;
  private final Planned plan;

  Agenda(Network network, Planned plan, int period) {
    this.network = network;
    this.plan = plan;
    orders = new boolean[network.nodes];
    hands = new boolean[network.nodes];
    arc = new double[network.arcs];
    input = new double[network.inputs()];
    served = new double[network.demands()];
    ordered = new double[network.nodes];
    readArcs(period);
    readInputs(period);
    readDemands(period);
  }

  private void readArcs(int period) {
    for (int a = 0; a < network.arcs; a++) {
      double rate = rate(period, a);
      boolean planned = !Double.isNaN(rate);
      arc[a] = planned ? rate : network.usualFlow(a);
      orders[network.head[a]] |= planned;
      ordered[network.head[a]] += arc[a];
      if (planned && network.isLink(a)) {
        hands[network.tail[a]] = true;
      }
    }
  }

  private double rate(int period, int a) {
    int recipe = a - network.links;
    if (recipe < 0) {
      return plan.linkPerDay(period, a);
    }
    return recipe < network.chain.recipes().count()
        ? plan.recipePerDay(period, recipe)
        : Double.NaN;
  }

  private void readInputs(int period) {
    for (int i = 0; i < input.length; i++) {
      double rate = plan.inputPerDay(period, i);
      boolean planned = !Double.isNaN(rate);
      double usual = network.inputPerUnit[i] * network.usualFlow(network.inputArc[i]);
      input[i] = planned ? rate : network.isFirst(i) ? usual : 0;
      hands[network.inputNode[i]] |= planned;
    }
  }

  private void readDemands(int period) {
    for (int demand = 0; demand < served.length; demand++) {
      double rate = plan.servedPerDay(period, demand);
      boolean planned = !Double.isNaN(rate);
      served[demand] = planned ? rate : network.chain.demands().meanPerDay(demand);
      hands[network.demandNode[demand]] |= planned;
    }
  }

  /** Whether a source of a node that orders by plan is open on a day. */
  boolean open(int a, int day) {
    int recipe = a - network.links;
    return day >= (recipe < 0 ? plan.linkOpens(a) : plan.recipeOpens(recipe));
  }

  /** Writes the planned shares of a node's sources over those of the day. */
  void share(int node, double[] share) {
    for (int a : network.into[node]) {
      share[a] = ordered[node] > 0 ? arc[a] / ordered[node] : network.share[a];
    }
  }

  /** Writes the planned shares of inputs that replace each other over those of the day. */
  void need(double[] need) {
    for (int a = network.links; a < network.arcs; a++) {
      if (orders[network.head[a]]) {
        for (int[] group : network.groups[a]) {
          need(group, need);
        }
      }
    }
  }

  private void need(int[] group, double[] need) {
    double covered = 0;
    for (int i : group) {
      covered += input[i] / network.inputPerUnit[i];
    }
    if (covered > 0) {
      for (int i : group) {
        need[i] = input[i] / network.inputPerUnit[i] / covered;
      }
    }
  }
}
