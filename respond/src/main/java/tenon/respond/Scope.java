package tenon.respond;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import tenon.twin.site.Rules;

/**
 * Which nodes a programme holds; all others keep their usual flow.
 *
 * <p>A node is <b>open</b> where a disruption takes from it and downstream of that: its flows may
 * rise and fall, and its goods must balance. Nodes outside hand open ones their usual flow at most,
 * unless nothing can make them run short. Where goods of an open node have a price in the first
 * objective, and a source of it could carry more, the nodes behind that source are <b>held</b>:
 * their goods must balance, their flows may fall, not rise, and what they hand to nodes outside is
 * given. A held node whose goods have a price is opened, and its customers are held.
 *
 * <p>When nothing is left to grow, every node outside does as usual, so that the solution is one of
 * the whole programme; and its loss is least there, since prices of 0 outside and at held nodes
 * complete the duals of the small programme to feasible ones of the whole (delayed generation of
 * rows and columns; Dantzig and Wolfe 1960). So both have the same least loss. The second objective
 * is least among the flows of the small programme: no node is drawn in to save costs alone.
 */
final class Scope {
  private static final double TOLERANCE = 1e-9;
  private static final byte HELD = 1;
  private static final byte OPEN = 2;

  private final Setting setting;
  private final Rules rules;
  private final byte[] state;

  Scope(Setting setting, boolean reduced) {
    this.setting = setting;
    rules = setting.rules;
    state = new byte[rules.nodes()];
    if (reduced) {
      start();
    } else {
      Arrays.fill(state, OPEN);
    }
  }

  /** Opens nodes from the start, as those that a plan before held. */
  void openAll(boolean[] nodes) {
    for (int node = 0; node < nodes.length; node++) {
      if (nodes[node] && !setting.isFree(node)) {
        state[node] = OPEN;
      }
    }
  }

  private void start() {
    Deque<Integer> queue = new ArrayDeque<>();
    for (int node = 0; node < state.length; node++) {
      if (!setting.isFree(node) && hit(node)) {
        state[node] = OPEN;
        queue.add(node);
      }
    }
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (int link : rules.out(node)) {
        if (setting.usual.flow(link) > 0) {
          follow(rules.head(link), queue);
        }
      }
      for (int input : rules.uses(node)) {
        int head = rules.head(rules.inputArc(input));
        if (setting.usual.input(input) > 0 && rules.essential(input)) {
          follow(head, queue);
        } else if (setting.usual.input(input) > 0) {
          hold(head); // it can do without, and must be able to
        }
      }
    }
  }

  private void follow(int node, Deque<Integer> queue) {
    if (state[node] != OPEN && !setting.isFree(node)) {
      state[node] = OPEN;
      queue.add(node);
    }
  }

  /** Holds the customers of a node. */
  private void surround(int node) {
    for (int link : rules.out(node)) {
      hold(rules.head(link));
    }
    for (int input : rules.uses(node)) {
      hold(rules.head(rules.inputArc(input)));
    }
  }

  /** Whether more than the usual flow over an arc is possible as far as its suppliers go. */
  boolean canRise(int arc) {
    if (rules.isLink(arc) && !isKnown(rules.tail(arc))) {
      return false;
    }
    for (int[] group : rules.groups(arc)) {
      for (int input : group) {
        if (!isKnown(rules.inputNode(input))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a node may hand over more than usual. */
  boolean isKnown(int node) {
    return isIn(node) || setting.isFree(node);
  }

  /** Holds the nodes behind an arc that were outside, and adds them to a list. */
  void holdSuppliers(int arc, List<Integer> drawn) {
    if (rules.isLink(arc) && hold(rules.tail(arc))) {
      drawn.add(rules.tail(arc));
    }
    for (int[] group : rules.groups(arc)) {
      for (int input : group) {
        if (hold(rules.inputNode(input))) {
          drawn.add(rules.inputNode(input));
        }
      }
    }
  }

  private boolean hold(int node) {
    if (isKnown(node)) {
      return false;
    }
    state[node] = HELD;
    return true;
  }

  /** Opens a node. */
  void open(int node) {
    state[node] = OPEN;
    surround(node);
  }

  boolean isIn(int node) {
    return state[node] != 0;
  }

  boolean isOpen(int node) {
    return state[node] == OPEN;
  }

  private boolean hit(int node) {
    for (int arc : rules.into(node)) {
      if (hitArc(arc)) {
        return true;
      }
    }
    for (int day = -rules.daysBefore(); day < rules.days(); day++) {
      if (rules.changes(day) && hit(node, day)) {
        return true;
      }
    }
    return false;
  }

  private boolean hit(int node, int day) {
    if (rules.stockKept(node, day) < 1
        || rules.passLimitPerDay(node, day) < Double.POSITIVE_INFINITY) {
      return true;
    }
    for (int demand : rules.demandsAt(node)) {
      if (rules.demandFactor(demand, day) > 1) {
        return true;
      }
    }
    return false;
  }

  private boolean hitArc(int arc) {
    double usual = setting.usual.flow(arc);
    if (usual > 0 && setting.isBanned(arc, rules.days() - 1)) {
      return true;
    }
    for (int day = -rules.daysBefore(); usual > 0 && day < rules.days(); day++) {
      if (rules.changes(day)
          && (rules.limitPerDay(arc, day) < usual * (1 - TOLERANCE)
              || rules.longerDays(arc, day) > 0
              || rules.wayKept(arc, day) < 1)) {
        return true;
      }
    }
    return false;
  }
}
