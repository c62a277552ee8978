package tenon.respond;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import tenon.twin.site.Rules;

/**
 * Which nodes a programme holds; all others keep their usual flow.
 *
 * <p>A node is <b>open</b> where a disruption takes from it and downstream of that: its flows may
 * rise and fall, and its goods must balance. A node outside hands open ones whatever their links
 * and recipes can carry. Where a solution asks a node outside for more than its stock and its usual
 * flow can give, it is opened too, and its other customers are <b>held</b>: their flows may fall,
 * not rise, and what they hand to nodes outside is given. A held node whose goods have a price, or
 * that is asked for more, is opened.
 *
 * <p>When nothing is left to open, the solution is one of the whole programme, since every node
 * outside can do what it is asked; and it is optimal there, since prices of 0 outside complete the
 * duals of the small programme to feasible ones of the whole (delayed generation of rows and
 * columns; Dantzig and Wolfe 1960). So both have the same optimum.
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
        int arc = rules.inputArc(input);
        if (rules.essential(input) && setting.usual.input(input) > 0) {
          follow(rules.head(arc), queue);
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

  private void hold(int node) {
    if (state[node] == 0 && !setting.isFree(node)) {
      state[node] = HELD;
    }
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
    for (int day = 0; day < rules.days(); day++) {
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
    for (int day = 0; usual > 0 && day < rules.days(); day++) {
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
