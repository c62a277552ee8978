package tenon.twin.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
    return compare(chain, scenario, spec, List.of(spec.response()), progress).getFirst();
  }

  /**
   * Simulates a scenario under several responses and the same draws; what is undisturbed is
   * simulated once for all. The transmission path is followed for the response of the specification
   * alone; the other trajectories have none.
   *
   * @return a trajectory for each response, in their order
   * @throws IllegalArgumentException as {@link #simulate}
   */
  public static List<Trajectory> compare(
      Chain chain,
      Scenario scenario,
      SimulationSpec spec,
      List<Response> responses,
      Progress progress) {
    return new Simulation(chain, scenario, spec).run(responses, progress);
  }

  /**
   * Runs one replication alone, and hands over every node of every day.
   *
   * @param replication number of the replication, from 0; its draws are those it has among others
   * @throws IllegalArgumentException as {@link #simulate}
   */
  public static void trace(
      Chain chain,
      Scenario scenario,
      SimulationSpec spec,
      int replication,
      Consumer<DayOfNode> reader) {
    Simulation simulation = new Simulation(chain, scenario, spec);
    Network network = simulation.network;
    List<Disruption> happened =
        new HazardDraws(scenario, spec.seed(), simulation.days).of(replication);
    Regimes regimes =
        Regimes.of(
            network, happened, simulation.days, spec.assumptions().outBelow(), spec.response());
    simulation.run(
        regimes,
        new Ledger(network.demands(), simulation.days, 1),
        replication,
        1,
        new DayBook(network, simulation.stakes, happened, reader));
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
    List<Disruption> all = new ArrayList<>(scenario.disruptions());
    scenario.hazards().forEach(hazard -> all.addAll(hazard.marks()));
    for (Disruption disruption : all) {
      Pressure pressure = new Pressure(network);
      pressure.add(disruption, new Reach(network, disruption.target()), 1, true);
      if (disruption instanceof Disruption.PriceChange
          || disruption instanceof Disruption.TariffRise) {
        findings.add(doubt("price-not-reckoned", disruption));
      } else if (pressure.isStill()) {
        findings.add(doubt("no-effect", disruption));
      }
    }
    return findings;
  }

  private static Finding doubt(String code, Disruption disruption) {
    return new Finding(
        Severity.WARNING,
        code,
        "",
        0,
        null,
        disruption.target().id(),
        Message.of("tenon.twin.site.findings", code),
        Message.of("tenon.twin.site.findings", code + ".mend"));
  }

  private List<Trajectory> run(List<Response> responses, Progress progress) {
    double out = spec.assumptions().outBelow();
    Regimes calm = Regimes.of(network, List.of(), days, out);
    Ledger reference = spec.undisturbed() ? ledger() : null;
    HazardDraws hazards = new HazardDraws(scenario, spec.seed(), days);
    List<Ledger> ledgers = new ArrayList<>();
    List<Runnable> tasks = new ArrayList<>();
    for (Response response : responses) {
      ledgers.add(ledger());
      if (response instanceof Steering steering) {
        addSteered(hazards, steering, ledgers.getLast(), tasks);
      } else if (scenario.hazards().isEmpty()) {
        Regimes regimes = Regimes.of(network, scenario.disruptions(), days, out, response);
        addBlocks(regimes, ledgers.getLast(), tasks);
      } else {
        addDrawn(hazards, response, ledgers.getLast(), tasks);
      }
    }
    if (reference != null) {
      addBlocks(calm, reference, tasks);
    }
    runAll(tasks, progress);
    List<Trajectory> trajectories = new ArrayList<>();
    for (int i = 0; i < responses.size(); i++) {
      boolean followed = responses.get(i).equals(spec.response());
      trajectories.add(trajectory(ledgers.get(i), reference, hazards, calm, followed));
    }
    return List.copyOf(trajectories);
  }

  private Ledger ledger() {
    return new Ledger(network.demands(), days, spec.replications());
  }

  private void addBlocks(Regimes regimes, Ledger ledger, List<Runnable> tasks) {
    for (int first = 0; first < spec.replications(); first += BLOCK) {
      int from = first;
      int count = Math.min(BLOCK, spec.replications() - first);
      tasks.add(() -> run(regimes, ledger, from, count, null));
    }
  }

  /** Where hazards are drawn every replication has rules of its own, and so runs alone. */
  private void addDrawn(
      HazardDraws hazards, Response response, Ledger ledger, List<Runnable> tasks) {
    double out = spec.assumptions().outBelow();
    for (int first = 0; first < spec.replications(); first += BLOCK) {
      int from = first;
      int end = Math.min(first + BLOCK, spec.replications());
      tasks.add(
          () -> {
            for (int r = from; r < end; r++) {
              run(Regimes.of(network, hazards.of(r), days, out, response), ledger, r, 1, null);
            }
          });
    }
  }

  /** Where plans are made on the way every replication runs alone, and is a task of its own. */
  private void addSteered(
      HazardDraws hazards, Steering steering, Ledger ledger, List<Runnable> tasks) {
    for (int first = 0; first < spec.replications(); first++) {
      int r = first;
      tasks.add(() -> steer(hazards.of(r), steering, ledger, r));
    }
  }

  private void steer(List<Disruption> happening, Steering steering, Ledger ledger, int r) {
    double out = spec.assumptions().outBelow();
    Regimes first = Regimes.of(network, happening, days, out, steering);
    Planned[] running = new Planned[1];
    engine(first, ledger, r, 1, null)
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

  Network network() {
    return network;
  }

  Stakes stakes() {
    return stakes;
  }

  int days() {
    return days;
  }

  double outBelow() {
    return spec.assumptions().outBelow();
  }

  /** Demand of every day that a replication is going to meet before disruptions, by demand. */
  double[][] demand(int replication) {
    DemandFeed draws =
        new DemandDraws(network, RandomStreams.of(spec.seed()), replication, 1, spec.warmUpDays());
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

  private Trajectory trajectory(
      Ledger ledger,
      @Nullable Ledger reference,
      HazardDraws hazards,
      Regimes calm,
      boolean followed) {
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
        followed ? path(hazards.of(median), calm, median) : List.of(),
        median,
        findings);
  }

  private List<Starvation> path(List<Disruption> happened, Regimes calm, int replication) {
    Regimes disturbed =
        Regimes.of(network, happened, days, spec.assumptions().outBelow(), spec.response());
    Trace broken = new Trace(network, days);
    Trace whole = new Trace(network, days);
    runAll(
        List.of(() -> trace(disturbed, replication, broken), () -> trace(calm, replication, whole)),
        Progress.NONE);
    return new TransmissionPath(network, happened, broken, whole).steps();
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
    engine(regimes, ledger, first, count, observer).run(days);
  }

  private Engine engine(
      Regimes regimes, Ledger ledger, int first, int count, @Nullable Observer observer) {
    RandomStreams random = RandomStreams.of(spec.seed());
    Observer watching = observer;
    if (watching == null && spec.checking() == SimulationSpec.Checking.STEP) {
      watching = new Balance(network, count);
    }
    boolean alone = ledger.loss.length == 1;
    return new Engine(
        network,
        regimes,
        spec,
        new DemandDraws(network, random, first, count, spec.warmUpDays()),
        new LeadTimeDraws(network, random, first, count),
        new Tally(stakes, ledger, alone ? 0 : first, count),
        watching);
  }

  /** One replication once more, alone: its draws are its own, so that it takes the same course. */
  private void trace(Regimes regimes, int replication, Trace trace) {
    run(regimes, new Ledger(network.demands(), days, 1), replication, 1, trace);
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
    onset = scenario.disruptions().isEmpty() || !scenario.hazards().isEmpty() ? 0 : onset;
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
