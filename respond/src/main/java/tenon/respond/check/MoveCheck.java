package tenon.respond.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenon.respond.Move;
import tenon.respond.Period;
import tenon.respond.check.Violation.Kind;
import tenon.twin.site.Rules;

/** Moves and rates tell the same. */
final class MoveCheck {
  private final Days days;
  private final Rules rules;
  private final List<Violation> found;

  MoveCheck(Days days, List<Violation> found) {
    this.days = days;
    this.found = found;
    rules = days.rules;
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
    if (!(Math.abs(told - right) <= Days.ROUNDING * (1e-3 + size))) {
      found.add(new Violation(Kind.MOVE, rules.arcId(arc), day, told, right));
    }
  }
}
