package tenon.respond;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenon.twin.site.Rules;

/** What the plan changes against the usual flows, periods of equal rates drawn together. */
final class Moves {
  /** Changes below this share of a node's scale are the solver's rounding. */
  private static final double NOTICED = 1e-6;

  private final Programme programme;
  private final Flows planned;
  private final Shadows shadows;
  private final Rules rules;
  private final Timeline timeline;

  Moves(Programme programme, Flows planned, Shadows shadows) {
    this.programme = programme;
    this.planned = planned;
    this.shadows = shadows;
    rules = programme.rules;
    timeline = programme.timeline;
  }

  /** All moves: those worth most first, then by amount, then by row. */
  List<Move> list() {
    List<Move> moves = new ArrayList<>();
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (programme.setting.inScope(arc) && (rules.isLink(arc) || rules.isRecipe(arc))) {
        movesOf(arc, moves);
      }
    }
    moves.sort(
        Comparator.comparingDouble(Move::worth)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Moves::amount).reversed())
            .thenComparing(Move::kind)
            .thenComparing(Move::rowId)
            .thenComparingInt(Move::firstDay));
    return moves;
  }

  private static double amount(Move move) {
    return Math.abs(move.changePerDay()) * (move.firstDayAfter() - move.firstDay());
  }

  private void movesOf(int arc, List<Move> moves) {
    int period = 0;
    while (period < timeline.periods()) {
      int last = period;
      while (last + 1 < timeline.periods() && same(arc, period, last + 1)) {
        last++;
      }
      boolean decided = timeline.start(period) >= programme.setting.decisionDay;
      if (decided && isChange(arc, period)) {
        moves.add(move(arc, period, last));
      }
      period = last + 1;
    }
  }

  private boolean same(int arc, int period, int next) {
    double noticed = NOTICED * programme.setting.scale(arc);
    boolean before = timeline.start(period) < programme.setting.decisionDay;
    return before == timeline.start(next) < programme.setting.decisionDay
        && Math.abs(planned.perDay(arc, period) - planned.perDay(arc, next)) <= noticed;
  }

  private double change(int arc, int period) {
    return planned.perDay(arc, period) - programme.setting.usual.flow(arc);
  }

  private boolean isChange(int arc, int period) {
    return Math.abs(change(arc, period)) > NOTICED * programme.setting.scale(arc);
  }

  private Move move(int arc, int first, int last) {
    int node = rules.head(arc);
    boolean more = change(arc, first) > 0;
    double worth = 0;
    for (int period = first; period <= last; period++) {
      int arrives = timeline.start(period) + rules.leadDays(arc);
      if (arrives < rules.days()) {
        worth +=
            Math.abs(change(arc, period))
                * timeline.days(period)
                * shadows.unitAt(node, timeline.of(arrives));
      }
    }
    String site = rules.siteId(node);
    return new Move(
        kind(rules.isLink(arc), more),
        rules.arcId(arc),
        rules.productId(node),
        rules.isLink(arc) ? rules.siteId(rules.tail(arc)) : site,
        site,
        timeline.start(first),
        timeline.end(last),
        programme.setting.usual.flow(arc),
        planned.perDay(arc, first),
        rules.standby(arc),
        more ? insteadOf(arc, first, last) : List.of(),
        worth);
  }

  private static Move.Kind kind(boolean link, boolean more) {
    if (link) {
      return more ? Move.Kind.SHIP_MORE : Move.Kind.SHIP_LESS;
    }
    return more ? Move.Kind.MAKE_MORE : Move.Kind.MAKE_LESS;
  }

  private List<String> insteadOf(int arc, int first, int last) {
    List<String> fallen = new ArrayList<>();
    for (int other : rules.into(rules.head(arc))) {
      boolean falls = false;
      for (int period = first; period <= last; period++) {
        falls |= isChange(other, period) && change(other, period) < 0;
      }
      if (falls && other != arc) {
        fallen.add(rules.arcId(other));
      }
    }
    return fallen;
  }
}
