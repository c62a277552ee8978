package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Progress;
import tenon.model.Scenario;

/** Replications done so far, in rounds of which each continues where the last one ended. */
final class Rounds {
  private final Runs runs;
  private final Scenario scenario;
  final Regimes calm;
  final HazardDraws hazards;
  private final List<Response> responses;
  final List<Ledger> ledgers = new ArrayList<>();
  @Nullable Ledger reference;
  int done;

  /** Traces of a sole replication, taken on its way; null where it has to be run again for them. */
  @Nullable Trace broken;

  @Nullable Trace whole;

  Rounds(Runs runs, Scenario scenario, List<Response> responses) {
    this.runs = runs;
    this.scenario = scenario;
    this.responses = responses;
    calm = runs.calm();
    hazards = new HazardDraws(scenario, runs.spec.seed(), runs.days);
  }

  void add(int count, Progress progress) {
    List<Runnable> tasks = new ArrayList<>();
    List<Ledger> fresh = new ArrayList<>();
    boolean sole = done == 0 && count == 1 && runs.spec.checking() == SimulationSpec.Checking.OFF;
    broken = null;
    whole = sole && runs.spec.undisturbed() ? new Trace(runs.network, runs.days) : null;
    for (Response response : responses) {
      fresh.add(ledger(count));
      boolean watched =
          sole && response.equals(runs.spec.response()) && !(response instanceof Steering);
      Trace trace = watched ? new Trace(runs.network, runs.days) : null;
      runs.addCase(scenario, hazards, response, fresh.getLast(), trace, tasks);
      broken = watched ? trace : broken;
    }
    Ledger beside = null;
    if (runs.spec.undisturbed()) {
      beside = ledger(count);
      runs.addBlocks(calm, beside, whole, tasks);
    }
    runs.runAll(tasks, progress);
    for (int i = 0; i < fresh.size(); i++) {
      if (done == 0) {
        ledgers.add(fresh.get(i));
      } else {
        ledgers.set(i, Ledger.joined(ledgers.get(i), fresh.get(i)));
      }
    }
    if (beside != null) {
      reference = reference == null ? beside : Ledger.joined(reference, beside);
    }
    done += count;
  }

  private Ledger ledger(int count) {
    return new Ledger(runs.network.demands(), runs.days, done, count)
        .withPerished(runs.network.perishable.length);
  }

  /** Losses under each response. */
  List<double[]> losses() {
    return ledgers.stream().map(ledger -> Outcomes.losses(ledger, reference)).toList();
  }
}
