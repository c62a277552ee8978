package tenon.study.plan;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Scenario;
import tenon.respond.Comparison;
import tenon.respond.Contest;
import tenon.respond.Coverage;
import tenon.respond.Move;
import tenon.respond.Plan;
import tenon.respond.Price;
import tenon.study.part.Subject;
import tenon.study.text.Numbers;

/**
 * All that this part tells.
 *
 * @param subject what the study is about
 * @param scenario what breaks
 * @param plan what to do
 * @param comparison what that does on the twin, beside what happens without it
 * @param contest all ways to answer the scenario; null where they were not asked for
 * @param cases what a library of cases brings
 */
record PlanFacts(
    Subject subject,
    Scenario scenario,
    Plan plan,
    Comparison comparison,
    @Nullable Contest contest,
    PlanCases cases) {

  /** The chain with the options that cases add. */
  Chain chain() {
    return cases.options().chain();
  }

  /** What the scenario is called in the language of the reader. */
  String scenarioTitle() {
    return scenario.called(subject.words().locale());
  }

  /** Products of the disrupted sites that lose something, uncovered ones first. */
  List<Coverage> coverage() {
    return plan.coverage().stream()
        .filter(row -> row.lostPerDay() > 0)
        .sorted(
            Comparator.comparing((Coverage row) -> !row.isUncovered())
                .thenComparing(
                    Comparator.comparingDouble(
                            (Coverage row) -> row.lostPerDay() - row.coverablePerDay())
                        .reversed())
                .thenComparing(Coverage::productId)
                .thenComparing(Coverage::siteId))
        .toList();
  }

  /** Share of what the disrupted sites lose that others have spare capacity for, or NaN. */
  double coverableShare() {
    double lost = plan.coverage().stream().mapToDouble(Coverage::lostPerDay).sum();
    double coverable = plan.coverage().stream().mapToDouble(Coverage::coverablePerDay).sum();
    return coverable / lost;
  }

  /** Share of it that the plan makes elsewhere in its last period, or NaN. */
  double deliveredShare() {
    double lost = plan.coverage().stream().mapToDouble(Coverage::lostPerDay).sum();
    double delivered = plan.coverage().stream().mapToDouble(Coverage::deliveredPerDay).sum();
    return delivered / lost;
  }

  /** What follows a sentence about a flow over a link that is inferred; else nothing. */
  String inferred(Move move) {
    int link = link(move);
    boolean declared = link < 0 || link >= subject.chain().links().count();
    return declared ? "" : subject.mark().of(link);
  }

  /** What follows a link whose capacity is scarce and that is inferred; else nothing. */
  String inferred(Price price) {
    return price.kind() == Price.Kind.LINK_CAPACITY ? subject.mark().of(price.rowId()) : "";
  }

  /** Row of the link that a flow goes over, -1 where it is of a recipe. */
  int link(Move move) {
    return switch (move.kind()) {
      case SHIP_MORE, SHIP_LESS -> chain().links().keys().id(move.rowId());
      case MAKE_MORE, MAKE_LESS -> -1;
    };
  }

  /** Whether the plan raises a flow of the product over an inferred link. */
  boolean raisedByInference(String productId) {
    return plan.moves().stream()
        .anyMatch(
            move ->
                move.isIncrease()
                    && move.productId().equals(productId)
                    && !inferred(move).isEmpty());
  }

  long increases() {
    return plan.moves().stream().filter(Move::isIncrease).count();
  }

  String site(String id) {
    return subject.names().site(chain().sites().keys().id(id));
  }

  String product(String id) {
    return subject.names().product(chain().products().keys().id(id));
  }

  String unit(String productId) {
    return subject.names().unit(chain().products().keys().id(productId));
  }

  /** A loss in words: money, or units where no margin is known. */
  String loss(double amount) {
    return plan.inMoney()
        ? subject.money().text(amount)
        : subject.words().get("loss.units", Numbers.shown(amount));
  }
}
