package tenon.twin.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;
import tenon.model.Finding;
import tenon.model.Progress;
import tenon.model.Scenario;

/** Makes a trajectory of what the replications of a scenario left behind. */
final class Outcomes {
  /** Share of a sum below which a difference of two such sums is rounding. */
  private static final double ROUNDING = 1e-12;

  private final Runs runs;
  private final Scenario scenario;
  private final List<Finding> findings;

  Outcomes(Runs runs, Scenario scenario, List<Finding> findings) {
    this.runs = runs;
    this.scenario = scenario;
    this.findings = findings;
  }

  Trajectory trajectory(
      Ledger ledger, @Nullable Ledger reference, HazardDraws hazards, @Nullable Rounds followed) {
    double[] losses = losses(ledger, reference);
    int median = median(losses, ledger);
    return new Trajectory(
        scenario.name(),
        runs.days,
        losses.length,
        outcome(ledger.total, reference == null ? new double[0][] : reference.total),
        Loss.of(losses, runs.stakes.inMoney),
        new LossByReplication(losses),
        Controlled.of(hazards, ledger.first, losses),
        runs.stakes.landed.any()
            ? Purchases.of(ledger, reference == null ? new double[0] : reference.purchases, losses)
            : null,
        new FillRate(ledger.fill),
        Costs.of(runs.network, runs.stakes, ledger, reference),
        perished(ledger, reference),
        demands(ledger, reference),
        followed == null ? List.of() : path(followed, median),
        median,
        findings);
  }

  private List<Starvation> path(Rounds rounds, int replication) {
    List<Disruption> happened = rounds.hazards.of(replication);
    Trace broken = rounds.broken;
    Trace whole = rounds.whole;
    List<Runnable> again = new ArrayList<>();
    if (broken == null) {
      Trace trace = new Trace(runs.network, runs.days);
      Regimes disturbed =
          Regimes.of(runs.network, happened, runs.days, runs.outBelow(), runs.spec.response());
      again.add(() -> runs.trace(disturbed, replication, trace));
      broken = trace;
    }
    if (whole == null) {
      Trace trace = new Trace(runs.network, runs.days);
      again.add(() -> runs.trace(rounds.calm, replication, trace));
      whole = trace;
    }
    runs.runAll(again, Progress.NONE);
    return new TransmissionPath(runs.network, happened, broken, whole).steps();
  }

  static double[] losses(Ledger ledger, @Nullable Ledger reference) {
    return less(ledger.loss, reference == null ? null : reference.loss);
  }

  /** What is more than undisturbed; differences that are only rounding are none. */
  static double[] less(double[] disturbed, double @Nullable [] undisturbed) {
    double[] more = disturbed.clone();
    for (int r = 0; undisturbed != null && r < more.length; r++) {
      double gap = disturbed[r] - undisturbed[r];
      more[r] = Math.abs(gap) <= ROUNDING * Math.abs(disturbed[r]) ? 0 : gap;
    }
    return more;
  }

  /** The replication with the median loss; of equals, the one with the median area, then number. */
  private static int median(double[] losses, Ledger ledger) {
    double[] served = new double[losses.length];
    for (double[] day : ledger.total) {
      Lanes.add(served, day);
    }
    List<Integer> sorted =
        IntStream.range(0, losses.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(r -> losses[r])
                    .thenComparing(Comparator.<Integer>comparingDouble(r -> served[r]).reversed()))
            .toList();
    return sorted.get((losses.length - 1) / 2);
  }

  private Outcome outcome(double[][] service, double[][] undisturbed) {
    int onset = runs.days - 1;
    for (Disruption disruption : scenario.disruptions()) {
      onset = Math.min(onset, (int) disruption.window().firstDay());
    }
    onset = scenario.disruptions().isEmpty() || !scenario.hazards().isEmpty() ? 0 : onset;
    return new Measures(service, undisturbed, onset, runs.spec.recoveredAt()).outcome();
  }

  private List<Perished> perished(Ledger ledger, @Nullable Ledger reference) {
    List<Perished> all = new ArrayList<>();
    for (int nth = 0; nth < ledger.perished.length; nth++) {
      int node = runs.network.perishable[nth];
      all.add(
          new Perished(
              runs.network.siteId(node),
              runs.network.productId(node),
              runs.network.shelfLife[node],
              Spread.of(ledger.perished[nth]),
              Spread.of(reference == null ? new double[0] : reference.perished[nth])));
    }
    return all;
  }

  private List<DemandOutcome> demands(Ledger ledger, @Nullable Ledger reference) {
    List<DemandOutcome> outcomes = new ArrayList<>();
    for (int demand = 0; demand < runs.network.demands(); demand++) {
      int node = runs.network.demandNode[demand];
      outcomes.add(
          new DemandOutcome(
              runs.network.siteId(node),
              runs.network.productId(node),
              outcome(
                  ledger.service[demand],
                  reference == null ? new double[0][] : reference.service[demand]),
              Spread.of(ledger.lostUnits[demand]),
              Spread.of(
                  less(
                      ledger.lostUnits[demand],
                      reference == null ? null : reference.lostUnits[demand])),
              Spread.of(ledger.lateUnitDays[demand])));
    }
    return outcomes;
  }
}
