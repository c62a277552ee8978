package tenon.study.rehearsal;

import tenon.study.text.DisruptionWords;
import tenon.study.text.Words;
import tenon.twin.site.Starvation.Cause;

/** Why a site ran short, for programs and for people. */
final class Causes {
  private final RehearsalFacts facts;
  private final Words words;

  Causes(RehearsalFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  /** Kind of the cause, as it stands in tables. */
  static String kind(Cause cause) {
    return switch (cause) {
      case Cause.Hit hit -> "disruption";
      case Cause.Supplier supplier -> "supplier";
      case Cause.Input input -> "input";
      case Cause.Customer customer -> "customer";
      case Cause.Cash cash -> "cash";
      case Cause.Own own -> "own";
    };
  }

  /** Link or recipe over which it came, or firm without cash; empty where there is none. */
  static String via(Cause cause) {
    return switch (cause) {
      case Cause.Supplier supplier -> supplier.linkId();
      case Cause.Input input -> input.recipeId();
      case Cause.Cash cash -> cash.firmId();
      case Cause.Hit hit -> "";
      case Cause.Customer customer -> "";
      case Cause.Own own -> "";
    };
  }

  /**
   * Site, product, firm that did not pay, or number of the disruption (from 1) it came from; empty
   * where there is none.
   */
  static String source(Cause cause) {
    return switch (cause) {
      case Cause.Hit hit -> Integer.toString(hit.disruption() + 1);
      case Cause.Supplier supplier -> supplier.siteId();
      case Cause.Input input -> input.productId();
      case Cause.Customer customer -> customer.siteId();
      case Cause.Cash cash -> cash.debtorId();
      case Cause.Own own -> "";
    };
  }

  /** The cause as part of a sentence. */
  String words(Cause cause) {
    return switch (cause) {
      case Cause.Hit hit -> hit(hit.disruption());
      case Cause.Supplier supplier ->
          words.get("cause.supplier", facts.site(supplier.siteId()), supplier.linkId())
              + facts.subject().mark().of(supplier.linkId());
      case Cause.Input input -> words.get("cause.input", facts.product(input.productId()));
      case Cause.Customer customer -> words.get("cause.customer", facts.site(customer.siteId()));
      case Cause.Cash cash when cash.debtorId().isEmpty() ->
          words.get("cause.cash", firm(cash.firmId()));
      case Cause.Cash cash ->
          words.get("cause.cash.unpaid", firm(cash.firmId()), firm(cash.debtorId()));
      case Cause.Own own -> words.get("cause.own");
    };
  }

  private String firm(String id) {
    return facts.subject().names().firm(facts.chain().firms().keys().id(id));
  }

  private String hit(int disruption) {
    if (disruption < 0) {
      return words.get("cause.own");
    }
    if (disruption >= facts.scenario().disruptions().size()) {
      return words.get("cause.hazard"); // behind the certain ones stand those that hazards drew
    }
    DisruptionWords sentences = new DisruptionWords(facts.chain(), words, facts.subject().names());
    return sentences.sentence(facts.scenario().disruptions().get(disruption));
  }
}
