package tenon.study.plan;

import java.util.Objects;
import tenon.respond.Contest;
import tenon.respond.Move;
import tenon.respond.PairedDifference;
import tenon.respond.Price;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** Moves and prices as sentences. */
final class PlanWords {
  private final PlanFacts facts;
  private final Words words;

  PlanWords(PlanFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  /** What to do, where, how much, and from when to when. */
  String move(Move move) {
    String key =
        switch (move.kind()) {
          case SHIP_MORE -> move.standby() ? "move.ship.standby" : "move.ship";
          case MAKE_MORE -> move.standby() ? "move.make.standby" : "move.make";
          case SHIP_LESS -> "move.ship.less";
          case MAKE_LESS -> "move.make.less";
        };
    String sentence =
        words.get(
            key,
            Numbers.count(move.firstDay()),
            Numbers.count(move.firstDayAfter() - 1L),
            facts.product(move.productId()),
            facts.site(move.fromSiteId()),
            facts.site(move.toSiteId()),
            Numbers.shown(move.usualPerDay()),
            Numbers.shown(move.plannedPerDay()),
            facts.unit(move.productId()));
    return sentence + facts.inferred(move);
  }

  /** What cases bring, and what the plan makes of it. */
  String cases() {
    return words.get(
        "cases.options",
        Numbers.count(facts.cases().options().options().size()),
        Numbers.count(facts.cases().used(facts.plan())));
  }

  /** Whether the plan that is made anew beats the greedy dispatcher, with the interval. */
  String contest() {
    Contest contest = Objects.requireNonNull(facts.contest());
    PairedDifference saved = contest.entry(Contest.Way.ROLLING).saved();
    String key =
        saved.interval().low() > 0
            ? "contest.title.better"
            : saved.interval().high() < 0 ? "contest.title.worse" : "contest.title.open";
    return words.get(
        key,
        facts.loss(saved.mean()),
        facts.loss(saved.interval().low()),
        facts.loss(saved.interval().high()),
        facts.loss(contest.entry(Contest.Way.ONCE).saved().mean()),
        facts.loss(contest.entry(Contest.Way.FORESIGHT).saved().mean()),
        Numbers.count(contest.entry(Contest.Way.ROLLING).trajectory().replications()));
  }

  /** What a little more of something scarce would save. */
  String price(Price price) {
    String key =
        switch (price.kind()) {
          case LINK_CAPACITY -> "price.link";
          case RECIPE_CAPACITY -> "price.recipe";
          case STOCK -> "price.stock";
          case DEMAND -> "price.demand";
        };
    return words.get(
        key,
        facts.product(price.productId()),
        facts.site(price.siteId()),
        price.rowId() + facts.inferred(price),
        facts.loss(price.perUnit()),
        facts.unit(price.productId()));
  }

  /** Days of a price: a period, or the start. */
  String days(Price price) {
    return price.kind() == Price.Kind.STOCK
        ? words.get("price.start")
        : price.firstDay() + "–" + (price.firstDayAfter() - 1);
  }
}
