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
    for (Response response : responses) {
      fresh.add(new Ledger(runs.network.demands(), runs.days, done, count));
      runs.addCase(scenario, hazards, response, fresh.getLast(), tasks);
    }
    Ledger beside = null;
    if (runs.spec.undisturbed()) {
      beside = new Ledger(runs.network.demands(), runs.days, done, count);
      runs.addBlocks(calm, beside, tasks);
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

  /** Losses under each response. */
  List<double[]> losses() {
    return ledgers.stream().map(ledger -> Outcomes.losses(ledger, reference)).toList();
  }
}
