package tenon.twin.site;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import tenon.model.Disruption.Target;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Severity;

/** Expected losses of groups of sites; see {@link GroupLosses}. */
final class Grouping {
  /** Cases that are run before their ledgers are let go. */
  private static final int AT_ONCE = 16;

  private final Runs runs;
  private final Scenario scenario;
  private final Ledger calm;
  private final Progress progress;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Expected losses.
   *
   * @param runs how the chain is run
   * @param findings what is known already
   */
  Grouping(Runs runs, Scenario scenario, List<Finding> findings, Progress progress) {
    this.runs = runs;
    this.scenario = scenario;
    this.progress = progress;
    this.findings.addAll(findings);
    calm = ledger();
    List<Runnable> tasks = new ArrayList<>();
    runs.addBlocks(runs.calm(), calm, null, tasks);
    runs.runAll(tasks, Progress.NONE);
  }

  private Ledger ledger() {
    return new Ledger(runs.network.demands(), 0, 0, runs.spec.replications());
  }

  GroupLosses of(List<BitSet> groups, GroupLosses.Origin origin) {
    List<double[]> losses =
        switch (origin) {
          case ARISING -> arising(groups);
          case CAUSED -> caused(groups);
        };
    return new GroupLosses(
        losses.stream().map(GroupLosses.Expected::of).toList(),
        runs.days,
        runs.stakes.inMoney,
        findings);
  }

  private List<double[]> arising(List<BitSet> groups) {
    Ledger broken = run(List.of(scenario)).getFirst();
    List<double[]> losses = new ArrayList<>();
    for (BitSet group : groups) {
      double[] sum = new double[runs.spec.replications()];
      for (int demand = 0; demand < runs.network.demands(); demand++) {
        if (group.get(runs.network.chain.demands().site(demand))) {
          Lanes.addScaled(sum, broken.lostUnits[demand], runs.stakes.lossPerUnit[demand]);
          Lanes.addScaled(sum, calm.lostUnits[demand], -runs.stakes.lossPerUnit[demand]);
        }
      }
      losses.add(sum);
    }
    return losses;
  }

  private List<double[]> caused(List<BitSet> groups) {
    Confined confined = new Confined(runs.network);
    List<Scenario> parts = groups.stream().map(group -> confined.to(group, scenario)).toList();
    for (Target target : confined.left) {
      findings.add(
          new Finding(
              Severity.WARNING,
              "hazard-of-no-group",
              "",
              0,
              null,
              target.id(),
              Message.of("tenon.twin.site.findings", "hazard-of-no-group"),
              Message.of("tenon.twin.site.findings", "hazard-of-no-group.mend")));
    }
    List<double[]> losses = new ArrayList<>();
    for (int from = 0; from < parts.size(); from += AT_ONCE) {
      List<Scenario> some = parts.subList(from, Math.min(parts.size(), from + AT_ONCE));
      run(some).forEach(ledger -> losses.add(Outcomes.losses(ledger, calm)));
    }
    return losses;
  }

  /** What scenarios leave behind; one in which nothing happens is the undisturbed run. */
  private List<Ledger> run(List<Scenario> cases) {
    List<Ledger> ledgers = new ArrayList<>();
    List<Runnable> tasks = new ArrayList<>();
    for (Scenario part : cases) {
      if (part.disruptions().isEmpty() && part.hazards().isEmpty()) {
        ledgers.add(calm);
        continue;
      }
      ledgers.add(ledger());
      HazardDraws draws = new HazardDraws(part, runs.spec.seed(), runs.days);
      runs.addCase(part, draws, runs.spec.response(), ledgers.getLast(), null, tasks);
    }
    runs.runAll(tasks, progress);
    return ledgers;
  }
}
