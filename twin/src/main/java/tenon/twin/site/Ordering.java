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

  Ordering(Network network, Block block, @Nullable Flows flows) {
    this.network = network;
    this.block = block;
    this.flows = flows;
    position = new double[block.lanes];
    order = new double[block.lanes];
    posted = new double[block.lanes];
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
  void order(Regime regime, int step) {
    deliver(step);
    for (int place = network.nodes - 1; place >= 0; place--) {
      int node = network.order[place];
      if (!regime.pressure.silent[node]) {
        review(node, regime);
        decide(node);
        hush(regime.by(Term.SILENT, node));
        plan(node, regime, regime.by(Term.SILENT, node), step);
        place(node, regime, step);
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

  private void decide(int node) {
    double point = network.reorderPoint[node];
    double level = network.orderUpTo[node];
    switch (network.policy[node]) {
      case BASE_STOCK -> Lanes.upTo(order, position, level);
      case S_S -> Lanes.upToFrom(order, position, point, level);
      case R_Q -> Lanes.lots(order, position, point, level - point);
    }
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
