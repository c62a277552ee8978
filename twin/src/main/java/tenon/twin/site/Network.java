package tenon.twin.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;

/**
 * A chain as the engine walks it: nodes (site, product), and arcs that bring a product into a node.
 * Arcs are numbered links first (by row), then recipes (by row), then the unlimited sources that
 * are assumed at nodes which nothing feeds. Immutable once built; arrays are shared, never written.
 *
 * <p>An arc holds what its node has ordered and not yet got: owed (not yet shipped or started) and
 * on its way. A link draws on one node; a recipe draws on its inputs; an assumed source on nothing.
 */
final class Network {
  /** Replenishment policies; see the package's documentation. */
  enum Policy {
    BASE_STOCK,
    S_S,
    R_Q,
    ECHELON,
    BALANCED,
    MRP
  }

  final Chain chain;
  final int nodes;
  final int links;
  final int arcs;

  /** Site and product of a node. */
  final int[] site;

  final int[] product;

  /** Node that an arc feeds, and node that a link draws on (-1 for other arcs). */
  final int[] head;

  final int[] tail;

  /** Arcs into a node; links out of a node; input rows that draw on a node; demands at a node. */
  final int[][] into;

  final int[][] out;
  final int[][] uses;
  final int[][] demandsAt;

  /** Groups of input rows of an arc, each in order of preference; empty for links. */
  final int[][][] groups;

  /** Arc, node and units per good unit of output, by input row; whether its group is essential. */
  final int[] inputArc;

  final int[] inputNode;
  final double[] inputPerUnit;
  final boolean[] essential;

  /** Nodes with suppliers before customers, and each node's place in it. */
  final int[] order;

  final int[] rank;

  /**
   * Whole days from shipment or start to receipt; deviation of the drawn ones; longest possible.
   */
  final int[] lead;

  final double[] leadDays;
  final double[] leadSd;
  final int[] longestLead;

  /** Units per day, infinite where unlimited. */
  final double[] capacity;

  final boolean[] standby;
  final boolean[] closed;
  final double[] activationDays;
  final double[] statedShare;

  /** Usual share of an arc in what its node orders; sums to 1 over a node's active arcs, else 0. */
  final double[] share;

  /** Node of a demand. */
  final int[] demandNode;

  /** Whether a node only passes goods on: its site has no recipe, and the node is no source. */
  final boolean[] passes;

  /** Usual use of a node, units per day. */
  final double[] use;

  final Policy[] policy;
  final double[] orderUpTo;
  final double[] reorderPoint;
  final double[] startStock;

  /** What money moves with goods. */
  final Accounts accounts;

  /** Days from one review of a node to the next. */
  final int[] reviewDays;

  /** Nodes that a node goes on to. */
  final Onward onward;

  /** Whether any node orders by its echelon. */
  final boolean echelons;

  /** What nodes are going to need, for those that plan; null where none does. */
  final @Nullable Requirements requirements;

  /** Days that a unit keeps from its receipt, by node; 0 where it keeps for good. */
  final int[] shelfLife;

  /** Nodes whose stock perishes. */
  final int[] perishable;

  /** Who is served before whom where a stock is short. */
  final Turns turns;

  /** Dates, days off and seasons. */
  final Calendar calendar;

  /** Money by unit held a day, by node, and nodes where that is more than nothing. */
  final double[] holdingCost;

  final int[] costly;

  /** Money by unit made, by arc; 0 where it is not stated. */
  final double[] productionCost;

  /** Workers as capacity. */
  final People people;

  /** Sites in detail; and the place among them of the one that works on an arc or node, else -1. */
  final List<LineSite> lineSites;

  final int[] lineOf;
  final int[] lineAt;

  /** Whether stated stock on hand reaches the stated order-up-to level. */
  final boolean[] full;

  Network(NetworkBuilder b) {
    chain = b.chain;
    nodes = b.nodes.count();
    links = b.chain.links().count();
    arcs = b.arcs;
    site = b.site;
    product = b.product;
    head = b.head;
    tail = b.tail;
    into = b.into;
    out = b.out;
    uses = b.uses;
    demandsAt = b.demandsAt;
    groups = b.groups;
    inputArc = b.inputArc;
    inputNode = b.inputNode;
    inputPerUnit = b.inputPerUnit;
    essential = b.essential;
    order = b.order;
    rank = b.rank;
    lead = b.lead;
    leadDays = b.leadDays;
    leadSd = b.leadSd;
    longestLead = b.longestLead;
    capacity = b.capacity;
    standby = b.standby;
    closed = b.closed;
    activationDays = b.activationDays;
    statedShare = b.statedShare;
    share = b.share;
    demandNode = b.demandNode;
    passes = passes(b);
    use = b.use;
    policy = b.policy;
    orderUpTo = b.orderUpTo;
    reorderPoint = b.reorderPoint;
    startStock = b.startStock;
    full = b.full;
    reviewDays = b.reviewDays;
    onward = b.onward;
    echelons =
        Arrays.stream(policy).anyMatch(own -> own == Policy.ECHELON || own == Policy.BALANCED);
    calendar = b.calendar;
    requirements =
        Arrays.asList(policy).contains(Policy.MRP) ? new Requirements(b, b.safetyStock) : null;
    lineSites = b.lineSites;
    shelfLife = b.shelfLife;
    perishable = IntStream.range(0, nodes).filter(node -> shelfLife[node] > 0).toArray();
    turns = Turns.of(b);
    holdingCost = holdingCost(b);
    costly =
        IntStream.range(0, nodes)
            .filter(node -> holdingCost[node] > 0 && Double.isFinite(startStock[node]))
            .toArray();
    productionCost = new double[arcs];
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      double cost = chain.recipes().productionCostPerUnit(recipe);
      productionCost[links + recipe] = cost > 0 ? cost : 0;
    }
    lineOf = b.lineOf;
    lineAt = b.lineAt;
    lineSites.forEach(line -> line.settle(this));
    people = People.of(b);
    accounts = new Accounts(b);
  }

  /** The network of a chain; what had to be assumed is told to the blanks. */
  static Network of(Chain chain, SimulationSpec spec, Blanks blanks) {
    return new NetworkBuilder(chain, spec, blanks).build();
  }

  private static double[] holdingCost(NetworkBuilder b) {
    double[] costs = new double[b.site.length];
    for (int row = 0; row < b.chain.stocks().count(); row++) {
      double cost = b.chain.stocks().holdingCostPerDay(row);
      costs[b.nodes.of(b.chain.stocks().site(row), b.chain.stocks().product(row))] =
          cost > 0 ? cost : 0;
    }
    return costs;
  }

  private static boolean[] passes(NetworkBuilder b) {
    boolean[] makes = new boolean[b.chain.sites().count()];
    for (int recipe = 0; recipe < b.chain.recipes().count(); recipe++) {
      makes[b.chain.recipes().site(recipe)] = true;
    }
    boolean[] passes = new boolean[b.site.length];
    for (int node = 0; node < passes.length; node++) {
      passes[node] = !makes[b.site[node]] && !b.isAssumed(b.into[node][0]);
    }
    return passes;
  }

  int demands() {
    return demandNode.length;
  }

  int inputs() {
    return inputArc.length;
  }

  boolean isLink(int arc) {
    return arc < links;
  }

  /** Whether the lead time of an arc is drawn. */
  boolean drawn(int arc) {
    return leadSd[arc] > 0;
  }

  /** Whether what an arc brings may come on the day on which it is ordered. */
  boolean sameDay(int arc) {
    return lead[arc] == 0 && !drawn(arc);
  }

  String siteId(int node) {
    return chain.sites().keys().key(site[node]);
  }

  String productId(int node) {
    return chain.products().keys().key(product[node]);
  }

  /** Stable name of a node, which keys its random streams. */
  String key(int node) {
    return siteId(node) + '\u001f' + productId(node);
  }

  /** Stable name of an arc. */
  String arcKey(int arc) {
    if (arc < links) {
      return chain.links().keys().key(arc);
    }
    int recipe = arc - links;
    return recipe < chain.recipes().count() ? chain.recipes().keys().key(recipe) : "";
  }

  /** Whether an input row is the usual one of those that replace each other. */
  boolean isFirst(int input) {
    for (int[] group : groups[inputArc[input]]) {
      if (group[0] == input) {
        return true;
      }
    }
    return false;
  }

  /**
   * Flow that is on its way at the start, units per day: the usual one; none to a node with base
   * stock whose stock on hand, as its row states, reaches its order-up-to level alone.
   */
  double startFlow(int arc) {
    return full[head[arc]] ? 0 : usualFlow(arc);
  }

  /** Usual flow over an arc, units per day. */
  double usualFlow(int arc) {
    return share[arc] * use[head[arc]];
  }
}
