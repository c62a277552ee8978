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
 * which is what S leaves on hand when u is used and L days are on their way. A node that nothing
 * uses, and a source that is assumed, keep no stock unless the chain states one.
 */
final class Levels {
  final Policy[] policy;
  final double[] orderUpTo;
  final double[] reorderPoint;
  final double[] startStock;
  final boolean[] full;

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
      }
    }
  }

  private boolean madeToOrder(int node) {
    return flow.use()[node] == 0 || network.isAssumed(network.into[node][0]);
  }

  private void set(int node, int stock) {
    String name = network.nodeName(node);
    double use = flow.use()[node];
    double review = use * network.spec.assumptions().reviewDays();
    double onWay = use * leadDays(node);
    double onHand = stock < 0 ? Double.NaN : stocks.onHand(stock);
    double safety = stock < 0 ? Double.NaN : stocks.safetyStock(stock);
    double upTo = stock < 0 ? Double.NaN : stocks.orderUpTo(stock);
    double reorder = stock < 0 ? Double.NaN : stocks.reorderPoint(stock);
    if (Double.isNaN(safety)) {
      safety = safetyStock(node, onHand, review);
      if (Double.isNaN(upTo) || Double.isNaN(onHand)) {
        network.blanks.fill("safety-assumed", Resource.STOCKS, "safety_stock", name, safety);
      }
    }
    startStock[node] = onHand;
    if (Double.isNaN(onHand)) {
      startStock[node] = Double.isNaN(upTo) ? review + safety : Math.max(0, upTo - onWay);
      network.blanks.fill("stock-assumed", Resource.STOCKS, "on_hand", name, startStock[node]);
    }
    policy[node] = policy(node, stock);
    full[node] = policy[node] == Policy.BASE_STOCK && onHand >= upTo;
    setLevels(node, upTo, reorder, onWay, review, safety);
  }

  private void setLevels(
      int node, double upTo, double reorder, double onWay, double review, double safety) {
    String name = network.nodeName(node);
    orderUpTo[node] = upTo;
    if (Double.isNaN(upTo)) {
      orderUpTo[node] = onWay + review + safety;
      network.blanks.fill("level-assumed", Resource.STOCKS, "order_up_to", name, orderUpTo[node]);
    } else if (upTo < onWay) {
      network.blanks.fill("level-short", Resource.STOCKS, "order_up_to", name, onWay);
    }
    reorderPoint[node] = reorder;
    if (policy[node] != Policy.BASE_STOCK && Double.isNaN(reorder)) {
      reorderPoint[node] = Math.min(orderUpTo[node], onWay + safety);
      network.blanks.fill(
          "reorder-assumed", Resource.STOCKS, "reorder_point", name, reorderPoint[node]);
    }
    if (policy[node] == Policy.R_Q && !(orderUpTo[node] > reorderPoint[node])) {
      policy[node] = Policy.BASE_STOCK;
      network.blanks.doubt("no-lot", Resource.STOCKS, "order_up_to", name, "");
    }
  }

  private double leadDays(int node) {
    double days = 0;
    for (int arc : network.into[node]) {
      days += network.share[arc] * network.lead[arc];
    }
    return days;
  }

  private double safetyStock(int node, double onHand, double review) {
    if (Double.isFinite(onHand)) {
      return Math.max(0, onHand - review);
    }
    double days = leadDays(node) + network.spec.assumptions().reviewDays();
    return network.spec.assumptions().safetyFactor() * flow.deviation(node) * Math.sqrt(days);
  }

  private Policy policy(int node, int stock) {
    String stated = stock < 0 ? null : stocks.policy(stock);
    if (stated == null) {
      network.blanks.doubt(
          "policy-assumed", Resource.STOCKS, "policy", network.nodeName(node), "base_stock");
      return Policy.BASE_STOCK;
    }
    return switch (stated) {
      case "base_stock" -> Policy.BASE_STOCK;
      case "s_S" -> Policy.S_S;
      case "R_Q" -> Policy.R_Q;
      default -> {
        network.blanks.doubt(
            "policy-replaced", Resource.STOCKS, "policy", network.nodeName(node), stated);
        yield Policy.BASE_STOCK;
      }
    };
  }
}
