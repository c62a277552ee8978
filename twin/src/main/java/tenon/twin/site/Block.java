package tenon.twin.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of some replications that run in lock step: one array of replications for each node,
 * arc, demand and input. What is on its way stands in a ring of days for each arc.
 */
final class Block {
  final int lanes;

  /** Units on hand, and units ordered and not yet received, by node. */
  final double[][] onHand;

  final double[][] onOrder;

  /** Units ordered over an arc and not yet shipped or started. */
  final double[][] owed;

  /** Units of demand that wait, and those among them that waited this morning. */
  final double[][] waiting;

  final double[][] carried;

  /** Units set aside for a recipe, by input row. */
  final double[][] granted;

  /**
   * Units that a plan has asked for so far less those handed over, by link, input row and demand;
   * empty where there is no plan.
   */
  final double[][] linkCredit;

  final double[][] inputCredit;
  final double[][] demandCredit;

  /** Units that have come over an arc and are not received, while receipts pause. */
  final double[][] held;

  /**
   * Most units that workers or credit allow over an arc today; null for an arc that neither binds.
   */
  final double[] @Nullable [] cap;

  /**
   * Where a line works at a site, by arc: most units that it lets begin today, units taken for it
   * today, and units in it; null for other arcs.
   */
  final double[] @Nullable [] lineCap;

  final double[] @Nullable [] taken;
  final double[] @Nullable [] inLine;

  /**
   * Where a line hands over, by node: units that are ready, units handed over today, and units that
   * could be this morning; null for other nodes.
   */
  final double[] @Nullable [] passCap;

  final double[] @Nullable [] passed;
  final double[] @Nullable [] passCapacity;

  /** The lines of sites in detail. */
  final List<LineWork> lines = new ArrayList<>();

  /** The money; null where none is reckoned. */
  final @Nullable Treasury treasury;

  /**
   * Units ordered whose order reaches the supplier later, by arc and day modulo the length of the
   * ring; null for arcs on which all orders are there at once.
   */
  final double[] @Nullable [][] mail;

  /** Units received by day modulo the days that they keep; null for nodes whose stock keeps. */
  final double[] @Nullable [][] shelf;

  /** Sites with a day off today; null where none has. */
  boolean @Nullable [] off;

  /** Units that arrive, by arc and day modulo the length of the ring. */
  final double[][][] onWay;

  Block(Network network, Course regimes, int lanes) {
    this.lanes = lanes;
    onHand = new double[network.nodes][lanes];
    onOrder = new double[network.nodes][lanes];
    owed = new double[network.arcs][lanes];
    waiting = new double[network.demands()][lanes];
    carried = new double[network.demands()][lanes];
    granted = new double[network.inputs()][lanes];
    boolean planned = regimes.planned();
    linkCredit = new double[planned ? network.links : 0][lanes];
    inputCredit = new double[planned ? network.inputs() : 0][lanes];
    demandCredit = new double[planned ? network.demands() : 0][lanes];
    held = new double[network.arcs][lanes];
    cap = new double[network.arcs][];
    lineCap = new double[network.arcs][];
    taken = new double[network.arcs][];
    inLine = new double[network.arcs][];
    passCap = new double[network.nodes][];
    passed = new double[network.nodes][];
    passCapacity = new double[network.nodes][];
    for (int[] arcs : network.people.arcsOf) {
      for (int arc : arcs) {
        cap[arc] = new double[lanes];
      }
    }
    for (int arc = 0; arc < network.arcs; arc++) {
      if (cap[arc] == null && Treasury.binds(network, arc)) {
        double[] most = new double[lanes];
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        cap[arc] = most;
      }
    }
    treasury = network.accounts.kept ? new Treasury(network, lanes) : null;
    shelf = new double[network.nodes][][];
    for (int node : network.perishable) {
      shelf[node] = new double[network.shelfLife[node]][lanes];
    }
    mail = new double[network.arcs][][];
    onWay = new double[network.arcs][][];
    for (int arc = 0; arc < network.arcs; arc++) {
      int longest = network.longestLead[arc] + regimes.longestDelay(arc);
      onWay[arc] = new double[longest + 1][lanes];
      if (regimes.longestNews(arc) > 0) {
        mail[arc] = new double[regimes.longestNews(arc) + 1][lanes];
      }
    }
  }

  /** Sets the stock of the start and what is on its way. */
  void start(Network network, boolean usualPipeline) {
    for (int node = 0; node < network.nodes; node++) {
      Arrays.fill(onHand[node], network.startStock[node]);
      double @Nullable [][] own = shelf[node];
      if (own != null) {
        Arrays.fill(own[0], network.startStock[node]);
      }
    }
    if (!usualPipeline) {
      return;
    }
    if (treasury != null) {
      treasury.start();
    }
    for (int arc = 0; arc < network.arcs; arc++) {
      double flow = network.startFlow(arc);
      for (int day = 0; day < network.lead[arc]; day++) {
        Arrays.fill(onWay[arc][day], flow);
        Lanes.add(onOrder[network.head[arc]], flow);
      }
    }
  }

  /** Whether a site has a day off. */
  boolean rests(int site) {
    boolean[] today = off;
    return today != null && today[site];
  }

  /** Units that came into a node. */
  void shelve(int node, double[] units, int step) {
    double @Nullable [][] own = shelf[node];
    if (own != null) {
      Lanes.add(own[step % own.length], units);
    }
  }

  /**
   * Throws away what a node received as many days ago as it keeps, as far as it is still there: the
   * oldest is handed over first, so that it is what lies beyond all that came since.
   *
   * @return units by replication
   */
  double[] expire(int node, int step) {
    double @Nullable [][] own = shelf[node];
    double[] gone = new double[lanes];
    if (own == null) {
      return gone;
    }
    Arrays.fill(own[step % own.length], 0);
    double[] stock = onHand[node];
    for (int r = 0; r < lanes; r++) {
      double younger = 0;
      for (double[] day : own) {
        younger += day[r];
      }
      gone[r] = Math.max(0, stock[r] - younger);
      stock[r] -= gone[r];
    }
    return gone;
  }

  /** Lets everything on an arc stand still for a day: what would move on keeps its distance. */
  void standStill(int arc) {
    double[][] ring = onWay[arc];
    double[] last = ring[ring.length - 1];
    System.arraycopy(ring, 0, ring, 1, ring.length - 1);
    ring[0] = last;
  }

  /** Lets everything on an arc stand still for a day in the replications that are marked. */
  void standStill(int arc, double[] marked) {
    double[][] ring = onWay[arc];
    for (int r = 0; r < lanes; r++) {
      if (marked[r] != 0) {
        double last = ring[ring.length - 1][r];
        for (int day = ring.length - 1; day > 0; day--) {
          ring[day][r] = ring[day - 1][r];
        }
        ring[0][r] = last;
      }
    }
  }

  /** What may be written into the cap of an arc that workers or credit bind. */
  double[] open(int arc) {
    double[] most = cap[arc];
    if (most == null) {
      throw new IllegalStateException("nothing binds arc " + arc);
    }
    return most;
  }

  /** Units taken today for a line that works on an arc. */
  double[] taken(int arc) {
    return here(taken[arc], arc);
  }

  /** Units of an arc in the line that works on it. */
  double[] inLine(int arc) {
    return here(inLine[arc], arc);
  }

  private static double[] here(double @Nullable [] amounts, int arc) {
    if (amounts == null) {
      throw new IllegalStateException("no line works on arc " + arc);
    }
    return amounts;
  }

  /** Cuts amounts to what workers, credit and the line of a site allow over an arc today. */
  void cap(int arc, double[] amounts) {
    capByHands(arc, amounts);
    double[] line = lineCap[arc];
    if (line != null) {
      Lanes.capBy(amounts, line);
    }
  }

  /** Cuts amounts to what workers or credit allow over an arc today. */
  void capByHands(int arc, double[] amounts) {
    double[] most = cap[arc];
    if (most != null) {
      Lanes.capBy(amounts, most);
    }
  }

  /** What arrives over an arc on a day counted from the start. */
  double[] arriving(int arc, int step) {
    double[][] ring = onWay[arc];
    return ring[step % ring.length];
  }
}
