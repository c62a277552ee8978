package tenon.respond.check;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenon.respond.Move;
import tenon.respond.Period;
import tenon.respond.check.Violation.Kind;
import tenon.twin.site.Rules;

/** Moves and rates tell the same. */
final class MoveCheck {
  /** A change below this share of what its end uses, or its customers where it is idle, is none. */
  private static final double UNNOTICED = 1e-6;

  private final Days days;
  private final Rules rules;
  private final List<Violation> found;
  private final double[] use;

  MoveCheck(Days days, List<Violation> found) {
    this.days = days;
    this.found = found;
    rules = days.rules;
    use = uses(rules);
  }

  /** Usual use of each node; of one that is idle, that of the nearest customer it could serve. */
  static double[] uses(Rules rules) {
    double[] use = new double[rules.nodes()];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int node = 0; node < use.length; node++) {
      use[node] = rules.usualUse(node);
      if (use[node] > 0) {
        open.add(node);
      }
    }
    while (!open.isEmpty()) {
      int node = open.remove();
      for (int arc : rules.into(node)) {
        if (rules.isLink(arc)) {
          serves(rules.tail(arc), use[node], use, open);
        }
        for (int[] group : rules.groups(arc)) {
          for (int input : group) {
            serves(rules.inputNode(input), use[node] * rules.inputPerUnit(input), use, open);
          }
        }
      }
    }
    return use;
  }

  private static void serves(int node, double need, double[] use, ArrayDeque<Integer> open) {
    if (!(use[node] > 0) && need > 0) {
      use[node] = need;
      open.add(node);
    }
  }

  void check() {
    Set<String> told = new HashSet<>();
    for (Move move : days.plan.moves()) {
      boolean link = move.kind() == Move.Kind.SHIP_MORE || move.kind() == Move.Kind.SHIP_LESS;
      int arc =
          link
              ? rules.chain().links().keys().id(move.rowId())
              : rules.links() + rules.chain().recipes().keys().id(move.rowId());
      for (int period = 0; period < days.plan.periods().size(); period++) {
        Period at = days.plan.periods().get(period);
        if (at.firstDay() >= move.firstDay() && at.firstDayAfter() <= move.firstDayAfter()) {
          same(arc, at.firstDay(), move.plannedPerDay(), days.perDay(arc, period));
          told.add(arc + "/" + period);
        }
      }
      same(arc, move.firstDay(), move.usualPerDay(), days.usual(arc));
    }
    untold(told);
  }

  private void untold(Set<String> told) {
    for (int arc = 0; arc < rules.arcs(); arc++) {
      for (int period = 0; period < days.plan.periods().size(); period++) {
        int first = days.plan.periods().get(period).firstDay();
        if (!days.isAssumed(arc)
            && first >= days.plan.decisionDay()
            && !told.contains(arc + "/" + period)) {
          same(arc, first, days.usual(arc), days.perDay(arc, period));
        }
      }
    }
  }

  private void same(int arc, int day, double told, double right) {
    double size = Math.max(days.usual(arc), Math.abs(right));
    double unnoticed = UNNOTICED * use[rules.head(arc)];
    if (!(Math.abs(told - right) <= Math.max(unnoticed, Days.ROUNDING * (1e-3 + size)))) {
      found.add(new Violation(Kind.MOVE, rules.arcId(arc), day, told, right));
    }
  }
}
