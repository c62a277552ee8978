package tenon.twin.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tenon.model.Disruption;
import tenon.model.Resource;
import tenon.model.Stocks;

/**
 * Keeps the books of a run of one replication, day by day and node by node, and hands every line
 * over at once. Costs and fill rate are reckoned as stockpyl 1.0 does: what is ready for a customer
 * to whom nothing may be shipped is set aside, is no backorder, and counts as met from stock on the
 * day it leaves. Nodes that do no more than pass on what an unlimited source sends have no line.
 */
final class DayBook implements Observer {
  private final Network network;
  private final Stakes stakes;
  private final List<Disruption> disruptions;
  private final Consumer<DayOfNode> reader;
  private final List<Reach> reaches = new ArrayList<>();
  private final int[] nodes;
  private final String[] names;
  private final double[] rate;

  /** Backordered and set aside, by claim: links, then demands, then inputs. */
  private final double[] backordered;

  private final double[] aside;
  private final double[] askedSoFar;
  private final double[] metSoFar;

  DayBook(
      Network network, Stakes stakes, List<Disruption> disruptions, Consumer<DayOfNode> reader) {
    this.network = network;
    this.stakes = stakes;
    this.disruptions = disruptions;
    this.reader = reader;
    disruptions.forEach(disruption -> reaches.add(new Reach(network, disruption.target())));
    rate = new double[network.nodes];
    readRates();
    nodes = nodes(network);
    names = new String[network.nodes];
    for (int node : nodes) {
      boolean alone =
          Arrays.stream(nodes).filter(n -> network.site[n] == network.site[node]).count() == 1;
      names[node] = network.siteId(node) + (alone ? "" : "/" + network.productId(node));
    }
    int claims = network.links + network.demands() + network.inputs();
    backordered = new double[claims];
    aside = new double[claims];
    askedSoFar = new double[network.nodes];
    metSoFar = new double[network.nodes];
  }

  /**
   * Nodes by site and product, without those that do no more than pass on what an unlimited source
   * sends.
   */
  static int[] nodes(Network network) {
    boolean[] stocked = new boolean[network.nodes];
    Stocks stocks = network.chain.stocks();
    for (int row = 0; row < stocks.count(); row++) {
      int node = node(network, row);
      if (node >= 0) {
        stocked[node] = Double.isFinite(network.startStock[node]);
      }
    }
    return IntStream.range(0, network.nodes)
        .boxed()
        .filter(node -> stocked[node] || !isOutside(network, node))
        .sorted(
            Comparator.<Integer>comparingInt(node -> network.site[node])
                .thenComparingInt(node -> network.product[node]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Node of a row of stocks, or -1. */
  private static int node(Network network, int row) {
    Stocks stocks = network.chain.stocks();
    return IntStream.range(0, network.nodes)
        .filter(
            node ->
                network.site[node] == stocks.site(row)
                    && network.product[node] == stocks.product(row))
        .findFirst()
        .orElse(-1);
  }

  private void readRates() {
    for (int row = 0; row < network.chain.stocks().count(); row++) {
      int node = node(network, row);
      if (node >= 0) {
        double stated = network.chain.table(Resource.STOCKS).number("holding_cost_per_day", row);
        rate[node] = Double.isNaN(stated) ? 0 : stated;
      }
    }
  }

  private static boolean isOutside(Network network, int node) {
    int[] into = network.into[node];
    return !Double.isFinite(network.startStock[node])
        || (into.length == 1 && into[0] >= network.links + network.chain.recipes().count());
  }

  @Override
  public void before(int day, Block block) {}

  @Override
  public void after(int day, Block block, Flows flows, Regime regime) {
    if (day < 0) {
      return;
    }
    for (int node : nodes) {
      reader.accept(line(day, node, block, flows, regime));
    }
  }

  private DayOfNode line(int day, int node, Block block, Flows flows, Regime regime) {
    double owed = 0;
    double asked = 0;
    double shipped = 0;
    double met = 0;
    double onWay = 0;
    double stockout = 0;
    double free = block.onHand[node][0];
    for (int link : network.out[node]) {
      free -= aside[link];
    }
    for (int link : network.out[node]) {
      owed += block.owed[link][0];
      double order = flows.placed[link][0];
      asked += order;
      shipped += flows.sent[link][0];
      met +=
          regime.pressure.closed[link]
              ? setAside(link, order, Math.max(0, free))
              : settle(link, order, flows.sent[link][0]);
      onWay += onWay(link, block);
    }
    for (int demand : network.demandsAt[node]) {
      double waits = block.waiting[demand][0];
      owed += waits;
      asked += flows.demanded[demand][0];
      shipped += flows.served[demand][0];
      met += settle(network.links + demand, flows.demanded[demand][0], flows.served[demand][0]);
      double unmet = stakes.lost[demand] ? backordered[network.links + demand] : waits;
      if (stakes.lost[demand]) {
        backordered[network.links + demand] = 0;
      }
      stockout += stakes.penalty[demand] * unmet;
    }
    for (int input : network.uses[node]) {
      double perUnit = regime.need[input] * network.inputPerUnit[input];
      double order = perUnit * flows.placed[network.inputArc[input]][0];
      owed += perUnit * block.owed[network.inputArc[input]][0];
      asked += order;
      shipped += flows.consumed[input][0];
      met += settle(network.links + network.demands() + input, order, flows.consumed[input][0]);
    }
    askedSoFar[node] += asked;
    metSoFar[node] += met;
    double received = 0;
    double holding = rate[node] * block.onHand[node][0];
    for (int arc : network.into[node]) {
      received += flows.received[arc][0];
      double atTheDoor = block.held[arc][0];
      holding += atTheDoor == 0 || !network.isLink(arc) ? 0 : rate[network.tail[arc]] * atTheDoor;
    }
    return new DayOfNode(
        day,
        names[node],
        block.onHand[node][0] - owed,
        asked,
        flows.ordered[node][0],
        received,
        shipped,
        holding,
        stockout,
        rate[node] * onWay,
        askedSoFar[node] > 0 ? metSoFar[node] / askedSoFar[node] : 1,
        isHit(day, node),
        capacity(node, block));
  }

  /** What the line of a site could begin, or hand over, of a node; NaN where none works on it. */
  private double capacity(int node, Block block) {
    double[] handed = block.passCapacity[node];
    double capacity = handed == null ? Double.NaN : handed[0];
    for (int arc : network.into[node]) {
      double[] line = block.lineCap[arc];
      if (line != null) {
        capacity = (Double.isNaN(capacity) ? 0 : capacity) + line[0];
      }
    }
    return capacity;
  }

  private static double onWay(int arc, Block block) {
    double units = 0;
    for (double[] day : block.onWay[arc]) {
      units += day[0];
    }
    return units;
  }

  /** Units met from stock at once, of an order and of what was set aside before. */
  private double settle(int claim, double order, double sent) {
    double late = backordered[claim];
    double kept = Math.min(sent, aside[claim]);
    double cleared = Math.min(sent - kept, late);
    double fresh = sent - kept - cleared;
    aside[claim] -= kept;
    backordered[claim] = late - cleared + Math.max(0, order - fresh);
    return Math.max(0, sent - late);
  }

  private double setAside(int claim, double order, double free) {
    double ready = Math.min(free, backordered[claim] + order);
    double late = Math.min(ready, backordered[claim]);
    aside[claim] += ready;
    backordered[claim] += Math.max(0, order - (ready - late)) - late;
    return 0;
  }

  private boolean isHit(int day, int node) {
    for (int i = 0; i < disruptions.size(); i++) {
      if (disruptions.get(i).window().strength(day) > 0 && reaches.get(i).orders(node)) {
        return true;
      }
    }
    return false;
  }
}
