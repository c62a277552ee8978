package tenon.respond;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Finding;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.twin.site.Rules;

/** Plans production, stock and routes after a disruption. */
public final class Reallocation {
  private static final int STEPS = 3;

  private Reallocation() {}

  /**
   * The plan that loses least, then costs least, then changes least.
   *
   * @throws IllegalArgumentException if the scenario names what the chain does not know, its
   *     horizon is not finite, or the decision day lies beyond it
   */
  public static Plan plan(Chain chain, Scenario scenario, PlanSpec spec, Progress progress) {
    progress.report("plan", 0, STEPS);
    Rules rules = Rules.of(chain, scenario, Setting.simulation(spec));
    if (spec.decisionDay().isPresent() && spec.decisionDay().getAsInt() >= rules.days()) {
      throw new IllegalArgumentException(
          "decisionDay is "
              + spec.decisionDay().getAsInt()
              + "; write a day before the end of the horizon, "
              + rules.days());
    }
    Setting setting = new Setting(rules, spec);
    Timeline timeline = Timeline.of(setting, spec);
    progress.report("plan", 1, STEPS);
    Solving solving = new Solving(setting, timeline);
    solving.solve();
    List<Finding> findings = new ArrayList<>(rules.findings());
    findings.addAll(setting.usual.findings());
    findings.addAll(solving.tariffs.findings());
    if (timeline.merged > 0) {
      findings.add(
          Doubts.warning(
              "periods-merged",
              "",
              null,
              Integer.toString(timeline.merged),
              Integer.toString(timeline.periods())));
    }
    if (solving.dipsLeft > 0) {
      findings.add(Doubts.warning("stock-dips", "", null, Integer.toString(solving.dipsLeft)));
    }
    if (solving.left) {
      findings.add(left(solving, setting));
    }
    if (!scenario.hazards().isEmpty()) {
      findings.add(
          Doubts.warning(
              "hazards-unforeseen", "", null, Integer.toString(scenario.hazards().size())));
    }
    if (solving.optimum.unsettled) {
      findings.add(Doubts.warning("costs-unsettled", "", null));
    }
    Reading reading = new Reading(solving.programme, solving.optimum, solving.tariffs);
    findings.addAll(reading.activationBlanks());
    double gap = solving.optimum.gap;
    if (!(gap == 0) && !solving.optimum.unsettled) {
      String most = Double.isNaN(gap) ? "?" : String.format(Locale.ROOT, "%.4g", gap);
      findings.add(Doubts.warning("choices-open", "", null, most));
    }
    progress.report("plan", 2, STEPS);
    Plan plan = reading.plan(scenario, findings);
    progress.report("plan", STEPS, STEPS);
    return plan;
  }

  private static Finding left(Solving solving, Setting setting) {
    if (Double.isNaN(solving.mostLeft)) {
      return Doubts.warning("programme-left", "", null);
    }
    double loss = solving.programme.lost(solving.optimum.leastLoss);
    return Doubts.warning(
        "programme-left-at-most",
        "",
        null,
        String.format(Locale.ROOT, "%.4g", solving.mostLeft * setting.worth.perDay),
        String.format(Locale.ROOT, "%.2g", 100 * solving.mostLeft / loss));
  }

  /**
   * The scenario in which a site is gone for good: it makes nothing, and nothing is shipped to it,
   * from it or by way of it, throughout the horizon. Its stock stays where it is and serves only
   * what is demanded there.
   */
  public static Scenario removal(Chain chain, String siteId, int horizonDays) {
    if (chain.sites().keys().id(siteId) < 0) {
      throw new IllegalArgumentException("the chain knows no site \"" + siteId + "\"");
    }
    var target = new Disruption.Target(Disruption.Target.Kind.SITE, siteId);
    var always = new Disruption.Window(new Days(0), new Days(horizonDays));
    return new Scenario(
        "removal of " + siteId,
        new Days(horizonDays),
        List.of(
            new Disruption.CapacityLoss(target, always, new Share(1)),
            new Disruption.LinkClosure(target, always)));
  }
}
