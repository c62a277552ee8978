package tenon.twin.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Disruption;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Severity;
import tenon.numeric.RandomStreams;

/**
 * Rehearses a scenario on a chain, day by day, site by site. The rules stand in the package's page.
 */
public final class Simulation {
  /** Replications that run in lock step; no result depends on it. */
  private static final int BLOCK = 128;

  private final Network network;
  private final Stakes stakes;
  private final SimulationSpec spec;
  private final Scenario scenario;
  private final int days;
  private final List<Finding> findings;

  private Simulation(Chain chain, Scenario scenario, SimulationSpec spec) {
    this.scenario = scenario;
    this.spec = spec;
    days = days(scenario);
    Blanks blanks = new Blanks();
    network = Network.of(chain, spec, blanks);
    stakes = new Stakes(chain, spec, blanks);
    findings = new ArrayList<>(blanks.findings());
    findings.addAll(idle(network, scenario));
  }

  /**
   * Simulates a scenario.
   *
   * @throws IllegalArgumentException if the scenario names what the chain does not know, or its
   *     horizon is not finite; {@code tenon.packages.ScenarioReader} finds both on reading
   */
  public static Trajectory simulate(
      Chain chain, Scenario scenario, SimulationSpec spec, Progress progress) {
    return new Simulation(chain, scenario, spec).run(progress);
  }

  static int days(Scenario scenario) {
    double horizon = Math.ceil(scenario.horizon().value());
    if (!(horizon >= 1 && horizon <= 1_000_000)) {
      throw new IllegalArgumentException(
          "a horizon of " + horizon + " days cannot be simulated; write 1 to 1000000");
    }
    return (int) horizon;
  }

  /** Tells of disruptions that touch nothing. */
  static List<Finding> idle(Network network, Scenario scenario) {
    List<Finding> findings = new ArrayList<>();
    for (Disruption disruption : scenario.disruptions()) {
      Pressure pressure = new Pressure(network);
      pressure.add(disruption, new Reach(network, disruption.target()), 1, true);
      if (pressure.isStill()) {
        findings.add(
            new Finding(
                Severity.WARNING,
                "no-effect",
                "",
                0,
                null,
                disruption.target().id(),
                Message.of("tenon.twin.site.findings", "no-effect"),
                Message.of("tenon.twin.site.findings", "no-effect.mend")));
      }
    }
    return findings;
  }

  private Trajectory run(Progress progress) {
    double out = spec.assumptions().outBelow();
    Regimes disturbed = Regimes.of(network, scenario.disruptions(), days, out, spec.response());
    Regimes calm = Regimes.of(network, List.of(), days, out);
    Ledger ledger = new Ledger(network.demands(), days, spec.replications());
    Ledger reference =
        spec.undisturbed() ? new Ledger(network.demands(), days, spec.replications()) : null;
    List<Runnable> tasks = new ArrayList<>();
    for (int first = 0; first < spec.replications(); first += BLOCK) {
      int from = first;
      int count = Math.min(BLOCK, spec.replications() - first);
      tasks.add(() -> run(disturbed, ledger, from, count, null));
      if (reference != null) {
        tasks.add(() -> run(calm, reference, from, count, null));
      }
    }
    runAll(tasks, progress);
    double[] losses = losses(ledger, reference);
    int median = median(losses, ledger);
    return new Trajectory(
        scenario.name(),
        days,
        spec.replications(),
        outcome(ledger.total, reference == null ? new double[0][] : reference.total),
        Loss.of(losses, stakes.inMoney),
        new LossByReplication(losses),
        demands(ledger, reference),
        new TransmissionPath(
                network, scenario.disruptions(), trace(disturbed, median), trace(calm, median))
            .steps(),
        median,
        findings);
  }

  /** Runs the tasks; they write to places of their own, so that their order does not matter. */
  private void runAll(List<Runnable> tasks, Progress progress) {
    AtomicLong done = new AtomicLong();
    try (ExecutorService threads = Executors.newFixedThreadPool(spec.threads())) {
      List<Future<?>> futures = new ArrayList<>();
      for (Runnable task : tasks) {
        futures.add(
            threads.submit(
                () -> {
                  task.run();
                  progress.report("simulate", done.incrementAndGet(), tasks.size());
                }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a block of replications failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while simulating", interrupted);
    }
  }

  private void run(
      Regimes regimes, Ledger ledger, int first, int count, @Nullable Observer observer) {
    RandomStreams random = RandomStreams.of(spec.seed());
    Observer watching = observer;
    if (watching == null && spec.checking() == SimulationSpec.Checking.STEP) {
      watching = new Balance(network, count);
    }
    boolean alone = ledger.loss.length == 1;
    new Engine(
            network,
            regimes,
            spec,
            new DemandDraws(network, random, first, count),
            new LeadTimeDraws(network, random, first, count),
            new Tally(stakes, ledger, alone ? 0 : first, count),
            watching)
        .run(days);
  }

  /** One replication once more, alone: its draws are its own, so that it takes the same course. */
  private Trace trace(Regimes regimes, int replication) {
    Trace trace = new Trace(network, days);
    run(regimes, new Ledger(network.demands(), days, 1), replication, 1, trace);
    return trace;
  }

  private static double[] losses(Ledger ledger, @Nullable Ledger reference) {
    double[] losses = ledger.loss.clone();
    if (reference != null) {
      Lanes.subtract(losses, reference.loss);
    }
    return losses;
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
    int onset = days - 1;
    for (Disruption disruption : scenario.disruptions()) {
      onset = Math.min(onset, (int) disruption.window().firstDay());
    }
    onset = scenario.disruptions().isEmpty() ? 0 : onset;
    return new Measures(service, undisturbed, onset, spec.recoveredAt()).outcome();
  }

  private List<DemandOutcome> demands(Ledger ledger, @Nullable Ledger reference) {
    List<DemandOutcome> outcomes = new ArrayList<>();
    for (int demand = 0; demand < network.demands(); demand++) {
      int node = network.demandNode[demand];
      outcomes.add(
          new DemandOutcome(
              network.siteId(node),
              network.productId(node),
              outcome(
                  ledger.service[demand],
                  reference == null ? new double[0][] : reference.service[demand]),
              Spread.of(ledger.lostUnits[demand]),
              Spread.of(ledger.lateUnitDays[demand])));
    }
    return outcomes;
  }
}
