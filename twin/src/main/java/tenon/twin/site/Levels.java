package tenon.twin.site;

import tenon.model.Resource;
import tenon.model.Stocks;
import tenon.twin.site.Network.Policy;

/**
 * Policy, levels and stock at the start of each node.
 *
 * <p>With u the usual daily use, L the lead time (mean over the usual shares), R the review and s
 * the safety stock: order-up-to level S = u (L + R) + s and reorder point u L + s. Where the safety
 * stock is blank, it is what the stock on hand holds beyond u R, where that is known and finite
 * (the stock seen is taken for the usual one, so that an undisturbed chain keeps it); else z times
 * the standard deviation of the use over L + R. Where the stock on hand is blank, it is u R + s,
 * which is what S leaves on hand when u is used and L days are on their way. The level of an
 * echelon is the sum of the levels in it, each times the units of this node's product that a unit
 * there stands for. A node that nothing uses, and a source that is assumed, keep no stock unless
 * the chain states one.
 */
final class Levels {
  final Policy[] policy;
  final double[] orderUpTo;
  final double[] reorderPoint;
  final double[] startStock;
  final boolean[] full;
  final double[] safetyStock;
  final int[] reviewDays;
  final int[] shelfLife;

  /** Days between reviews of a periodic policy that states none. */
  private static final double WEEKLY = 7;

  private final NetworkBuilder network;
  private final UsualFlow flow;
  private final Stocks stocks;

  Levels(NetworkBuilder network, UsualFlow flow) {
    this.network = network;
    this.flow = flow;
    int nodes = network.site.length;
    stocks = network.chain.stocks();
    policy = new Policy[nodes];
    orderUpTo = new double[nodes];
    reorderPoint = new double[nodes];
    startStock = new double[nodes];
    full = new boolean[nodes];
    safetyStock = new double[nodes];
    reviewDays = new int[nodes];
    java.util.Arrays.fill(reviewDays, 1);
    shelfLife = new int[nodes];
    boolean[] stated = new boolean[nodes];
    int[] row = new int[nodes];
    java.util.Arrays.fill(row, -1);
    for (int stock = 0; stock < stocks.count(); stock++) {
      row[network.nodes.of(stocks.site(stock), stocks.product(stock))] = stock;
    }
    for (int node = 0; node < nodes; node++) {
      if (row[node] < 0 && madeToOrder(node)) {
        policy[node] = Policy.BASE_STOCK;
      } else {
        set(node, row[node]);
        stated[node] = row[node] >= 0 && !Double.isNaN(stocks.orderUpTo(row[node]));
      }
      if (row[node] >= 0) {
        shelfLife[node] = shelfLife(node, row[node]);
      }
    }
    liftEchelons(stated);
  }

  /** Days that a unit keeps; unlimited stocks, and those in the hands of a line, keep for good. */
  private int shelfLife(int node, int stock) {
    double days = stocks.shelfLifeDays(stock);
    boolean keeps = Double.isInfinite(startStock[node]) || network.lineAt[node] >= 0;
    if (!Double.isNaN(days) && keeps) {
      network.blanks.doubt(
          "shelf-life-unused",
          Resource.STOCKS,
          "shelf_life_days",
          network.nodeName(node),
          Blanks.number(days));
    }
    return Double.isNaN(days) || keeps ? 0 : (int) days;
  }

  /** The level of an echelon that is not stated is the sum of the levels in it. */
  private void liftEchelons(boolean[] stated) {
    double[] whole = new double[orderUpTo.length];
    for (int place = whole.length - 1; place >= 0; place--) {
      int node = network.order[place];
      boolean echelon = policy[node] == Policy.ECHELON || policy[node] == Policy.BALANCED;
      double below = 0;
      for (int nth = 0; nth < network.onward.to[node].length; nth++) {
        below += network.onward.weight[node][nth] * whole[network.onward.to[node][nth]];
      }
      whole[node] = echelon && stated[node] ? orderUpTo[node] : orderUpTo[node] + below;
      if (echelon) {
        orderUpTo[node] = whole[node];
      }
    }
  }

  private boolean madeToOrder(int node) {
    return flow.use()[node] == 0 || network.isAssumed(network.into[node][0]);
  }

  private void set(int node, int stock) {
    String name = network.nodeName(node);
    double use = flow.use()[node];
    policy[node] = policy(stock);
    double days = reviewDays(node, stock);
    double review = use * days;
    double onWay = use * leadDays(node);
    double onHand = stock < 0 ? Double.NaN : stocks.onHand(stock);
    double safety = stock < 0 ? Double.NaN : stocks.safetyStock(stock);
    double upTo = stock < 0 ? Double.NaN : stocks.orderUpTo(stock);
    double reorder = stock < 0 ? Double.NaN : stocks.reorderPoint(stock);
    if (Double.isNaN(safety)) {
      safety = safetyStock(node, onHand, review, days);
      if (policy[node] == Policy.MRP || Double.isNaN(upTo) || Double.isNaN(onHand)) {
        network.blanks.fill("safety-assumed", Resource.STOCKS, "safety_stock", name, safety);
      }
    }
    safetyStock[node] = safety;
    startStock[node] = onHand;
    if (Double.isNaN(onHand)) {
      startStock[node] =
          Double.isNaN(upTo) || !isLocal(node) ? review + safety : Math.max(0, upTo - onWay);
      network.blanks.fill("stock-assumed", Resource.STOCKS, "on_hand", name, startStock[node]);
    }
    tellPolicy(node, stock);
    full[node] = policy[node] == Policy.BASE_STOCK && onHand >= upTo;
    setLevels(node, upTo, reorder, onWay, review, safety);
  }

  private void setLevels(
      int node, double upTo, double reorder, double onWay, double review, double safety) {
    String name = network.nodeName(node);
    orderUpTo[node] = upTo;
    if (policy[node] == Policy.MRP) {
      orderUpTo[node] = onWay + review + safety;
      if (!Double.isNaN(upTo)) {
        network.blanks.doubt("level-unused", Resource.STOCKS, "order_up_to", name, "");
      }
    } else if (Double.isNaN(upTo)) {
      orderUpTo[node] = onWay + review + safety;
      network.blanks.fill("level-assumed", Resource.STOCKS, "order_up_to", name, orderUpTo[node]);
    } else if (isLocal(node) && upTo < onWay) {
      network.blanks.fill("level-short", Resource.STOCKS, "order_up_to", name, onWay);
    }
    reorderPoint[node] = reorder;
    boolean triggered = policy[node] == Policy.S_S || policy[node] == Policy.R_Q;
    if (triggered && Double.isNaN(reorder)) {
      reorderPoint[node] = Math.min(orderUpTo[node], onWay + safety);
      network.blanks.fill(
          "reorder-assumed", Resource.STOCKS, "reorder_point", name, reorderPoint[node]);
    }
    if (policy[node] == Policy.R_Q && !(orderUpTo[node] > reorderPoint[node])) {
      policy[node] = Policy.BASE_STOCK;
      network.blanks.doubt("no-lot", Resource.STOCKS, "order_up_to", name, "");
    }
  }

  /** Whether a level counts what is at the node and on its way there alone. */
  private boolean isLocal(int node) {
    return switch (policy[node]) {
      case BASE_STOCK, S_S, R_Q -> true;
      case ECHELON, BALANCED, MRP -> false;
    };
  }

  /** Days from one review to the next; the greatest part of them that usual use is stocked for. */
  private double reviewDays(int node, int stock) {
    double stated = stock < 0 ? Double.NaN : stocks.reviewDays(stock);
    boolean periodic = stock >= 0 && "periodic_review".equals(stocks.policy(stock));
    if (Double.isNaN(stated) && periodic) {
      stated = WEEKLY;
      network.blanks.fill(
          "review-assumed", Resource.STOCKS, "review_days", network.nodeName(node), stated);
    }
    reviewDays[node] = Double.isNaN(stated) ? 1 : (int) stated;
    return Double.isNaN(stated) ? network.spec.assumptions().reviewDays() : stated;
  }

  /** Days from order to receipt by the usual shares, with the longest days off on the way. */
  private double leadDays(int node) {
    double days = 0;
    for (int arc : network.into[node]) {
      int gap = network.calendar.gap(network.site[node]);
      if (network.isLink(arc)) {
        gap = Math.max(gap, network.calendar.gap(network.site[network.tail[arc]]));
      }
      days += network.share[arc] * (network.lead[arc] + gap);
    }
    return days;
  }

  private double safetyStock(int node, double onHand, double review, double reviewDays) {
    if (Double.isFinite(onHand)) {
      return Math.max(0, onHand - review);
    }
    double days = leadDays(node) + reviewDays;
    return network.spec.assumptions().safetyFactor() * flow.deviation(node) * Math.sqrt(days);
  }

  private Policy policy(int stock) {
    String stated = stock < 0 ? null : stocks.policy(stock);
    return switch (stated) {
      case "s_S" -> Policy.S_S;
      case "R_Q" -> Policy.R_Q;
      case "echelon_base_stock" -> Policy.ECHELON;
      case "balanced_echelon" -> Policy.BALANCED;
      case "mrp" -> Policy.MRP;
      case null, default -> Policy.BASE_STOCK;
    };
  }

  private void tellPolicy(int node, int stock) {
    if (stock < 0 || stocks.policy(stock) == null) {
      network.blanks.doubt(
          "policy-assumed", Resource.STOCKS, "policy", network.nodeName(node), "base_stock");
    }
    boolean component =
        network.uses[node].length == 1
            && network.out[node].length == 0
            && network.demandsAt[node].length == 0;
    if (policy[node] == Policy.BALANCED && !component) {
      network.blanks.doubt(
          "balance-open", Resource.STOCKS, "policy", network.nodeName(node), "balanced_echelon");
    }
  }
}
