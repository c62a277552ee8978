package tenon.study.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.respond.Move;

/** The raised flows of a plan as orders. */
final class Orders {
  private final PlanFacts facts;
  private final PlanWords sentences;

  Orders(PlanFacts facts) {
    this.facts = facts;
    sentences = new PlanWords(facts);
  }

  List<Order> all() {
    List<Order> orders = new ArrayList<>();
    for (Move move : facts.plan().moves()) {
      if (move.isIncrease()) {
        orders.add(order(orders.size() + 1, move));
      }
    }
    return List.copyOf(orders);
  }

  private Order order(int number, Move move) {
    String kind = "move." + PlanTables.word(move.kind());
    return new Order(
        number,
        move.kind() == Move.Kind.SHIP_MORE,
        facts.subject().words().get(move.standby() ? kind + ".standby" : kind)
            + facts.inferred(move),
        sentences.move(move),
        move.rowId(),
        move.productId(),
        facts.product(move.productId()),
        facts.unit(move.productId()),
        move.fromSiteId(),
        facts.site(move.fromSiteId()),
        firm(move.fromSiteId()),
        move.toSiteId(),
        facts.site(move.toSiteId()),
        firm(move.toSiteId()),
        move.firstDay(),
        move.firstDayAfter() - 1,
        date(move.firstDay()),
        date(move.firstDayAfter() - 1),
        move.usualPerDay(),
        move.plannedPerDay(),
        move.standby(),
        String.join(" ", move.insteadOf()),
        facts.inferred(move),
        evidence(move),
        facts.link(move) < 0 ? Double.NaN : facts.chain().links().confidence(facts.link(move)),
        move.worth());
  }

  private String evidence(Move move) {
    String evidence =
        facts.link(move) < 0 ? null : facts.chain().links().evidence(facts.link(move));
    return evidence == null ? "" : evidence;
  }

  private String firm(String siteId) {
    int site = facts.chain().sites().keys().id(siteId);
    return facts.subject().names().firm(facts.chain().sites().firm(site));
  }

  private @Nullable LocalDate date(int day) {
    LocalDate start = facts.subject().recipe().date();
    return start == null ? null : start.plusDays(day);
  }
}
