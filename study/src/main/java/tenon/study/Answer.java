package tenon.study;

import tenon.twin.SiteExposure;

/** The answer of an exposure study in one or two sentences. */
final class Answer {
  private final ExposureFacts facts;
  private final Words words;
  private final Names names;
  private final Money money;

  Answer(ExposureFacts facts, Words words, Names names) {
    this.facts = facts;
    this.words = words;
    this.names = names;
    money = new Money(words, facts.info().currency());
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

  String title() {
    return words.get("title", facts.info().title());
  }
}
