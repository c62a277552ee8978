package tenon.respond;

import java.util.ArrayDeque;
import java.util.Deque;
import tenon.twin.site.Rules;

/**
 * The nodes whose flows may differ from usual; all others keep their usual flow at the optimum, and
 * are left out.
 *
 * <p>A node may run short if a disruption takes from it, if it already does undisturbed, or if
 *
 * <ul>
 *   <li>a node that may run short supplies it, or is an input of what is made there;
 *   <li>a node that may run short can be given more from it: over a link, or for a recipe, that can
 *       rise above its usual flow, or as a substitute; unless nothing can make it run short.
 * </ul>
 *
 * Every other node serves all its usual claims, and nobody can gain by giving it less or more:
 * setting its flows to usual changes no objective and breaks no bound.
 */
final class Scope {
  private static final double TOLERANCE = 1e-9;

  private final Setting setting;
  private final Rules rules;
  private final boolean[] in;
  private final Deque<Integer> queue = new ArrayDeque<>();

  Scope(Setting setting) {
    this.setting = setting;
    rules = setting.rules;
    in = new boolean[rules.nodes()];
  }

  boolean[] nodes() {
    for (int node = 0; node < in.length; node++) {
      if (hit(node)) {
        add(node);
      }
    }
    while (!queue.isEmpty()) {
      int node = queue.remove();
      down(node);
      up(node);
    }
    return in;
  }

  private void add(int node) {
    if (!in[node]) {
      in[node] = true;
      queue.add(node);
    }
  }

  private void ask(int node) {
    if (!setting.isFree(node)) {
      add(node);
    }
  }

  private boolean hit(int node) {
    double supplied = 0;
    for (int arc : rules.into(node)) {
      supplied += rules.usualFlow(arc);
      if (hitArc(arc)) {
        return true;
      }
    }
    if (supplied < rules.usualUse(node) * (1 - TOLERANCE) && !setting.isFree(node)) {
      return true;
    }
    for (int day = 0; day < rules.days(); day++) {
      if (rules.stockKept(node, day) < 1
          || rules.passLimitPerDay(node, day) < Double.POSITIVE_INFINITY) {
        return true;
      }
      for (int demand : rules.demandsAt(node)) {
        if (rules.demandFactor(demand, day) > 1) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hitArc(int arc) {
    double usual = rules.usualFlow(arc);
    if (usual == 0) {
      return false;
    }
    for (int day = 0; day < rules.days(); day++) {
      if (rules.limitPerDay(arc, day) < usual * (1 - TOLERANCE)
          || rules.longerDays(arc, day) > 0
          || rules.wayKept(arc, day) < 1) {
        return true;
      }
    }
    return false;
  }

  private boolean canRise(int arc) {
    double usual = rules.usualFlow(arc);
    for (int day = 0; day < rules.days(); day++) {
      if (setting.limitPerDay(arc, day) > usual * (1 + TOLERANCE)) {
        return true;
      }
    }
    return false;
  }

  private void down(int node) {
    for (int link : rules.out(node)) {
      if (rules.usualFlow(link) > 0 || canRise(link)) {
        ask(rules.head(link));
      }
    }
    for (int input : rules.uses(node)) {
      ask(rules.head(rules.inputArc(input)));
    }
  }

  private void up(int node) {
    for (int arc : rules.into(node)) {
      boolean rises = canRise(arc);
      if (rises && rules.isLink(arc)) {
        ask(rules.tail(arc));
      }
      for (int[] group : rules.groups(arc)) {
        if (rises || group.length > 1) {
          for (int input : group) {
            ask(rules.inputNode(input));
          }
        }
      }
    }
  }
}
