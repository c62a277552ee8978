package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Disruption;
import tenon.model.Hazard;
import tenon.model.Scenario;
import tenon.study.part.Rehearsed;
import tenon.study.part.Subject;
import tenon.study.text.DisruptionWords;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.site.Touched;

/** A scenario in words: what happens, when, and how much of the chain it reaches. */
public final class Explanation {
  private final Subject subject;
  private final Words words;
  private final DisruptionWords sentences;

  public Explanation(Subject subject) {
    this.subject = subject;
    words = subject.words();
    sentences = new DisruptionWords(subject.chain(), words, subject.names());
  }

  /** A line for the scenario, and one for each thing that happens or may happen. */
  public List<String> lines() {
    Rehearsed rehearsed = subject.rehearsed();
    if (rehearsed == null) {
      return List.of();
    }
    Scenario scenario = rehearsed.scenario();
    List<String> lines = new ArrayList<>();
    lines.add(
        words.get(
            "explain.scenario",
            scenario.name(),
            Numbers.count((long) Math.ceil(scenario.horizon().value())),
            Numbers.count(scenario.disruptions().size()),
            Numbers.count(scenario.hazards().size())));
    for (Disruption disruption : scenario.disruptions()) {
      lines.add("  " + sentences.sentence(disruption) + " " + reach(disruption));
    }
    for (Hazard hazard : scenario.hazards()) {
      lines.add("  " + hazard.name() + ": " + process(hazard));
      for (Disruption mark : hazard.marks()) {
        lines.add("    " + sentences.target(mark.target()) + ". " + reach(mark));
      }
    }
    return List.copyOf(lines);
  }

  private String reach(Disruption disruption) {
    Touched touched = Touched.by(subject.chain(), disruption.target());
    return words.get(
        "explain.reach",
        Numbers.count(touched.sites()),
        Numbers.count(touched.links()),
        Numbers.count(touched.demands()));
  }

  private String process(Hazard hazard) {
    String hit = Numbers.percent(hazard.hitProbability());
    return switch (hazard.process()) {
      case Hazard.Poisson poisson ->
          words.get("explain.poisson", Numbers.shown(poisson.ratePerYear()), hit);
      case Hazard.Once once -> words.get("explain.once", Numbers.percent(once.probability()), hit);
      case Hazard.OnOff onOff ->
          words.get(
              "explain.onoff",
              Numbers.percentFine(onOff.failPerDay()),
              Numbers.percentFine(onOff.recoverPerDay()),
              hit);
    };
  }
}
