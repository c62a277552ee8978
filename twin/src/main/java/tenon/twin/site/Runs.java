package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.numeric.RandomStreams;

/** Cuts the replications of a network into blocks that run in lock step, and runs them. */
final class Runs {
  /** Replications that run in lock step; no result depends on it. */
  static final int BLOCK = 128;

  /** The same where money is reckoned, whose books are long: a term of days for each two firms. */
  static final int MONEY_BLOCK = 16;

  final Network network;
  final Stakes stakes;
  final SimulationSpec spec;
  final int days;

  Runs(Network network, Stakes stakes, SimulationSpec spec, int days) {
    this.network = network;
    this.stakes = stakes;
    this.spec = spec;
    this.days = days;
  }

  Regimes calm() {
    return Regimes.of(network, List.of(), days, spec.assumptions().outBelow());
  }

  void addCase(
      Scenario part,
      HazardDraws hazards,
      Response response,
      Ledger ledger,
      @Nullable Observer observer,
      List<Runnable> tasks) {
    if (response instanceof Steering steering) {
      addSteered(hazards, steering, ledger, tasks);
    } else if (part.hazards().isEmpty()) {
      double out = spec.assumptions().outBelow();
      Regimes regimes = Regimes.of(network, part.disruptions(), days, out, response);
      addBlocks(regimes, ledger, observer, tasks);
    } else {
      addDrawn(hazards, response, ledger, observer, tasks);
    }
  }

  /** Most replications that run in lock step. */
  int block() {
    return network.accounts.kept ? MONEY_BLOCK : BLOCK;
  }

  private void addBlocks(int first, int count, List<Runnable> tasks, Piece piece) {
    int block = block();
    for (int from = first; from < first + count; from += block) {
      int start = from;
      int size = Math.min(block, first + count - from);
      tasks.add(() -> piece.run(start, size));
    }
  }

  private interface Piece {
    void run(int first, int count);
  }

  void addBlocks(
      Regimes regimes, Ledger ledger, @Nullable Observer observer, List<Runnable> tasks) {
    addBlocks(
        ledger.first,
        ledger.loss.length,
        tasks,
        (first, count) -> run(regimes, ledger, first, count, observer));
  }

  /** Where hazards are drawn every replication has rules of its own. */
  private void addDrawn(
      HazardDraws hazards,
      Response response,
      Ledger ledger,
      @Nullable Observer observer,
      List<Runnable> tasks) {
    addBlocks(
        ledger.first,
        ledger.loss.length,
        tasks,
        (first, count) ->
            run(course(hazards, response, first, count), ledger, first, count, observer));
  }

  /** The rules of replications with what their hazards draw. */
  Course course(HazardDraws hazards, Response response, int first, int count) {
    double out = spec.assumptions().outBelow();
    if (count == 1 || !hazards.differ()) {
      return Regimes.of(network, hazards.of(first), days, out, response);
    }
    List<List<Disruption>> happened = new ArrayList<>();
    for (int r = first; r < first + count; r++) {
      happened.add(hazards.of(r));
    }
    return new Mixed(network, happened, out, response);
  }

  /** Where plans are made on the way every replication runs alone, and is a task of its own. */
  private void addSteered(
      HazardDraws hazards, Steering steering, Ledger ledger, List<Runnable> tasks) {
    for (int nth = 0; nth < ledger.loss.length; nth++) {
      int r = ledger.first + nth;
      tasks.add(() -> steer(hazards.of(r), steering, ledger, r));
    }
  }

  private void steer(List<Disruption> happening, Steering steering, Ledger ledger, int r) {
    double out = spec.assumptions().outBelow();
    Regimes first = Regimes.of(network, happening, days, out, steering);
    Planned[] running = new Planned[1];
    engine(first, ledger, new int[] {r}, null)
        .steeredBy(
            (day, step, block) -> {
              Morning morning = new Morning(this, block, r, day, step, happening, running[0]);
              Planned plan = steering.decide(morning);
              if (plan == null) {
                return null;
              }
              running[0] = plan;
              return Regimes.of(network, happening, days, out, plan);
            })
        .run(days);
  }

  /** Share of its capacity at which a source counts as out. */
  double outBelow() {
    return spec.assumptions().outBelow();
  }

  /** Demand of every day that a replication is going to meet before disruptions, by demand. */
  double[][] demand(int replication) {
    DemandFeed draws =
        new DemandDraws(
            network, RandomStreams.of(spec.seed()), new int[] {replication}, spec.warmUpDays());
    double[][] units = new double[network.demands()][days];
    for (int day = -spec.warmUpDays(); day < days; day++) {
      for (int demand = 0; demand < units.length; demand++) {
        double today = draws.on(demand, day + spec.warmUpDays())[0];
        if (day >= 0) {
          units[demand][day] = today;
        }
      }
    }
    return units;
  }

  /** Runs the tasks; they write to places of their own, so that their order does not matter. */
  void runAll(List<Runnable> tasks, Progress progress) {
    AtomicLong done = new AtomicLong();
    if (tasks.size() < 2 || spec.threads() < 2) {
      for (Runnable task : tasks) {
        task.run();
        progress.report("simulate", done.incrementAndGet(), tasks.size());
      }
      return;
    }
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

  void run(Course regimes, Ledger ledger, int first, int count, @Nullable Observer observer) {
    run(regimes, ledger, IntStream.range(first, first + count).toArray(), observer);
  }

  /** Runs replications, which stand in the ledger one after the other. */
  void run(Course regimes, Ledger ledger, int[] replications, @Nullable Observer observer) {
    engine(regimes, ledger, replications, observer).run(days);
  }

  /** The engine of replications, which stand in the ledger one after the other. */
  Engine engine(Course regimes, Ledger ledger, int[] replications, @Nullable Observer observer) {
    RandomStreams random = RandomStreams.of(spec.seed());
    int count = replications.length;
    Observer watching = observer;
    if (watching == null && spec.checking() == SimulationSpec.Checking.STEP) {
      watching = new Balance(network, count);
    }
    return new Engine(
            network,
            regimes,
            spec,
            new DemandDraws(network, random, replications, spec.warmUpDays()),
            new LeadTimeDraws(network, random, replications),
            new Tally(stakes, ledger, replications[0] - ledger.first, count),
            watching)
        .withLines(random, replications);
  }

  /** One replication once more, alone: its draws are its own, so that it takes the same course. */
  void trace(Regimes regimes, int replication, Trace trace) {
    run(regimes, new Ledger(network.demands(), days, replication, 1), replication, 1, trace);
  }
}
