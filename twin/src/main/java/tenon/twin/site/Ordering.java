package tenon.twin.site;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Demand and orders travel upstream: step 2 of a day. */
final class Ordering {
  private final Network network;
  private final Block block;
  private final @Nullable Flows flows;
  private final double[] position;
  private final double[] order;
  private final double[] posted;
  private final double[] @Nullable [] echelon;
  private final int[][] partners;

  Ordering(Network network, Block block, @Nullable Flows flows) {
    this.network = network;
    this.block = block;
    this.flows = flows;
    position = new double[block.lanes];
    order = new double[block.lanes];
    posted = new double[block.lanes];
    echelon = new double[network.nodes][];
    partners = new int[network.nodes][];
    for (int node = 0; node < network.nodes; node++) {
      echelon[node] = network.echelons ? new double[block.lanes] : null;
      partners[node] =
          network.policy[node] == Network.Policy.BALANCED ? partners(node) : new int[0];
    }
  }

  /**
   * Input rows of the recipe that a component goes into alone whose components take longer to come:
   * more than goes with them need not be on its way.
   */
  private int[] partners(int node) {
    boolean component =
        network.uses[node].length == 1
            && network.out[node].length == 0
            && network.demandsAt[node].length == 0;
    if (!component) {
      return new int[0];
    }
    int own = network.uses[node][0];
    return Arrays.stream(network.groups[network.inputArc[own]])
        .mapToInt(group -> group[0])
        .filter(other -> network.essential[other])
        .filter(other -> usualLead(network.inputNode[other]) > usualLead(node))
        .toArray();
  }

  private int usualLead(int node) {
    int longest = 0;
    for (int arc : network.into[node]) {
      longest = network.share[arc] > 0 ? Math.max(longest, network.lead[arc]) : longest;
    }
    return longest;
  }

  /** Takes back the orders whose sources have lost their share; when a regime begins. */
  void withdraw(Regime regime) {
    for (int arc = 0; arc < network.arcs; arc++) {
      double[] marked = regime.by(Term.WITHDRAWN, arc);
      if (marked != null) {
        withdraw(arc, marked);
      } else if (regime.withdrawn[arc]) {
        double[] owed = block.owed[arc];
        Lanes.subtract(block.onOrder[network.head[arc]], owed);
        if (flows != null) {
          Lanes.subtract(flows.placed[arc], owed);
        }
        Arrays.fill(owed, 0);
        for (int r = 0; r < owed.length; r++) {
          withdrawMail(arc, r);
        }
      }
    }
  }

  private void withdraw(int arc, double[] marked) {
    double[] owed = block.owed[arc];
    double[] onOrder = block.onOrder[network.head[arc]];
    for (int r = 0; r < owed.length; r++) {
      if (marked[r] != 0) {
        onOrder[r] -= owed[r];
        if (flows != null) {
          flows.placed[arc][r] -= owed[r];
        }
        owed[r] = 0;
        withdrawMail(arc, r);
      }
    }
  }

  /** Takes back the orders that are not there yet. */
  private void withdrawMail(int arc, int r) {
    double @Nullable [][] mail = block.mail[arc];
    if (mail != null) {
      for (double[] day : mail) {
        block.onOrder[network.head[arc]][r] -= day[r];
        if (flows != null) {
          flows.placed[arc][r] -= day[r];
        }
        day[r] = 0;
      }
    }
  }

  /** Lets the orders arrive that are due today. */
  private void deliver(int step) {
    for (int arc = 0; arc < network.links; arc++) {
      double @Nullable [][] mail = block.mail[arc];
      if (mail != null) {
        double[] today = mail[step % mail.length];
        Lanes.add(block.owed[arc], today);
        Arrays.fill(today, 0);
      }
    }
  }

  /** Every node reviews its position and orders, customers before suppliers. */
  void order(Regime regime, int day, int step) {
    deliver(step);
    for (int place = network.nodes - 1; place >= 0; place--) {
      int node = network.order[place];
      if (!regime.pressure.silent[node]) {
        if (Math.floorMod(day, network.reviewDays[node]) == 0) {
          review(node, regime);
          decide(node, day, step);
        } else {
          Arrays.fill(order, 0);
        }
        hush(regime.by(Term.SILENT, node));
        plan(node, regime, regime.by(Term.SILENT, node), step);
        place(node, regime, step);
      }
      double[] whole = echelon[node];
      if (whole != null) {
        review(node, regime);
        addBelow(node);
        Lanes.copy(whole, position);
      }
    }
  }

  /** Makes the position that of the echelon: with what has gone on and is there still. */
  private void addBelow(int node) {
    for (int nth = 0; nth < network.onward.to[node].length; nth++) {
      double[] below = echelon[network.onward.to[node][nth]];
      if (below != null) {
        Lanes.addScaled(position, below, network.onward.weight[node][nth]);
      }
    }
  }

  /** Orders no more than goes with the partners that are there when it comes. */
  private void balance(int node, int step) {
    int own = network.uses[node].length == 0 ? -1 : network.uses[node][0];
    int within = usualLead(node);
    for (int other : partners[node]) {
      int partner = network.inputNode[other];
      double rate = network.inputPerUnit[own] / network.inputPerUnit[other];
      for (int r = 0; r < order.length; r++) {
        double there = block.onHand[partner][r] + block.granted[other][r];
        for (int arc : network.into[partner]) {
          there += block.held[arc][r];
          double[][] ring = block.onWay[arc];
          for (int ahead = 0; ahead <= Math.min(within, ring.length - 1); ahead++) {
            there += ring[(step + ahead) % ring.length][r];
          }
        }
        double have = block.onHand[node][r] + block.granted[own][r] + block.onOrder[node][r];
        order[r] = Math.max(0, Math.min(order[r], rate * there - have));
      }
    }
  }

  /** Lets no order be placed where nobody orders. */
  private void hush(double @Nullable [] silent) {
    if (silent != null) {
      for (int r = 0; r < order.length; r++) {
        order[r] = silent[r] != 0 ? 0 : order[r];
      }
    }
  }

  /** Position: on hand + set aside + on order - all that is asked of the node. */
  private void review(int node, Regime regime) {
    Lanes.sum(position, block.onHand[node], block.onOrder[node]);
    for (int link : network.out[node]) {
      Lanes.subtract(position, block.owed[link]);
    }
    for (int demand : network.demandsAt[node]) {
      Lanes.subtract(position, block.waiting[demand]);
    }
    for (int input : network.uses[node]) {
      Lanes.add(position, block.granted[input]);
      double[] asked = block.owed[network.inputArc[input]];
      double[] need = regime.by(Term.NEED, input);
      if (need != null) {
        Lanes.subtractScaled(position, asked, need, network.inputPerUnit[input]);
      } else if (regime.need[input] > 0) {
        Lanes.subtractScaled(position, asked, regime.need[input] * network.inputPerUnit[input]);
      }
    }
  }

  private void decide(int node, int day, int step) {
    double point = network.reorderPoint[node];
    double level = network.orderUpTo[node];
    switch (network.policy[node]) {
      case BASE_STOCK -> Lanes.upTo(order, position, level);
      case S_S -> Lanes.upToFrom(order, position, point, level);
      case R_Q -> Lanes.lots(order, position, point, level - point);
      case MRP -> Lanes.upTo(order, position, required(node, day));
      case ECHELON -> {
        addBelow(node);
        Lanes.upTo(order, position, level);
      }
      case BALANCED -> {
        addBelow(node);
        Lanes.upTo(order, position, level);
        balance(node, step);
      }
    }
  }

  private double required(int node, int day) {
    Requirements requirements = network.requirements;
    return requirements == null ? network.orderUpTo[node] : requirements.level(node, day);
  }

  /** Orders what is planned; what the policy wants beyond it is left to be placed by share. */
  private void plan(int node, Regime regime, double @Nullable [] silent, int step) {
    Agenda agenda = regime.agenda;
    if (agenda == null || !agenda.orders[node]) {
      return;
    }
    Lanes.above(order, agenda.ordered[node]);
    for (int arc : network.into[node]) {
      double @Nullable [][] mail = block.mail[arc];
      if (mail == null) {
        Lanes.addUnless(block.owed[arc], agenda.arc[arc], silent);
      } else {
        Arrays.fill(posted, 0);
        Lanes.addUnless(posted, agenda.arc[arc], silent);
        post(arc, mail, regime, step);
      }
      if (flows != null) {
        Lanes.addUnless(flows.placed[arc], agenda.arc[arc], silent);
      }
    }
    Lanes.addUnless(block.onOrder[node], agenda.ordered[node], silent);
  }

  /** Sends an order off, to be there at once or late. */
  private void post(int arc, double[][] mail, Regime regime, int step) {
    double[] lates = regime.by(Term.LATE, arc);
    for (int r = 0; r < posted.length; r++) {
      int late = lates == null ? regime.pressure.late[arc] : (int) lates[r];
      double[] there = late == 0 ? block.owed[arc] : mail[(step + late) % mail.length];
      there[r] += posted[r];
    }
  }

  private void place(int node, Regime regime, int step) {
    for (int arc : network.into[node]) {
      double share = regime.share[arc];
      double[] shares = regime.by(Term.SHARE, arc);
      if (share > 0 || shares != null) {
        double @Nullable [][] mail = block.mail[arc];
        if (mail == null) {
          Lanes.addScaled(block.owed[arc], order, share, shares);
        } else {
          Arrays.fill(posted, 0);
          Lanes.addScaled(posted, order, share, shares);
          post(arc, mail, regime, step);
        }
        Lanes.addScaled(block.onOrder[node], order, share, shares);
        if (flows != null) {
          Lanes.addScaled(flows.placed[arc], order, share, shares);
        }
      }
    }
    if (flows != null) {
      Lanes.copy(flows.ordered[node], order);
    }
  }
}
