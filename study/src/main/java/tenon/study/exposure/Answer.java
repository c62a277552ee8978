package tenon.study.exposure;

import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.SiteExposure;

/** The answer in one or two sentences. */
final class Answer {
  private final ExposureFacts facts;
  private final Words words;
  private final Names names;
  private final Money money;

  Answer(ExposureFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    names = facts.subject().names();
    money = facts.subject().money();
  }

  String sentence() {
    String assessed = Numbers.count(facts.ranked().size());
    if (facts.ranked().isEmpty()) {
      return words.get("answer.empty");
    }
    SiteExposure first = facts.ranked().getFirst();
    if (!(first.priority() > 0)) {
      return words.get("answer.none", assessed, Numbers.count(facts.exposedCount()));
    }
    return words.get(
        "answer",
        names.site(first.site()),
        money.text(first.priority()),
        money.text(first.lostMargin()),
        money.text(first.lostMarginInterval()),
        Numbers.count(facts.exposedCount()),
        assessed);
  }
}
