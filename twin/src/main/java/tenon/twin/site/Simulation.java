package tenon.twin.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Days;
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

  /** The same where money is reckoned, whose books are long: a term of days for each two firms. */
  private static final int MONEY_BLOCK = 16;

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
   * Simulates a scenario until its mean loss is known closely enough: runs the replications of the
   * specification, then blocks of 128 more, until the half-width of the interval of the mean (95 %,
   * normal) is at most so wide. The number of replications depends on the draws alone, not on the
   * threads. Of rules that look again and again the interval covers a little less often than 95 %
   * (Law 2015, section 9.4.1).
   *
   * @param halfWidth in the unit of {@link Loss}, above 0
   * @param most replications after which it stops in any case, and says so in a finding
   * @throws IllegalArgumentException as {@link #simulate}, or if the bounds are no bounds
   */
  public static Trajectory simulateUntil(
      Chain chain,
      Scenario scenario,
      SimulationSpec spec,
      double halfWidth,
      int most,
      Progress progress) {
    if (!(halfWidth > 0) || most < spec.replications()) {
      throw new IllegalArgumentException(
          "half-width "
              + halfWidth
              + " and at most "
              + most
              + " replications; write above 0, and"
              + " at least the "
              + spec.replications()
              + " of the specification");
    }
    return new Simulation(chain, scenario, spec)
        .run(List.of(spec.response()), new Stopping(halfWidth, most), progress)
        .getFirst();
  }

  /**
   * Shares the loss of a scenario out among its disruptions and hazards; see {@link Attribution}.
   *
   * @param whole losses of the scenario, simulated with the same specification
   * @throws IllegalArgumentException as {@link #simulate}
   */
  public static Attribution attribute(
      Chain chain,
      Scenario scenario,
      SimulationSpec spec,
      LossByReplication whole,
      Progress progress) {
    SimulationSpec same = spec.withReplications(whole.replications());
    Simulation simulation = new Simulation(chain, scenario, same);
    return new Attributing(scenario, whole, cases -> simulation.losses(cases, progress)).answer();
  }

  /**
   * Simulates many cases over the same days under the same draws, in lock step; for example the
   * outage of every single site.
   *
   * @param cases disruptions of each case
   * @param days days that are simulated, at least 1
   * @param spec its replications are those of each case; not for a {@link Planned} response
   * @throws IllegalArgumentException if a case names what the chain does not know
   */
  public static List<CaseOutcome> cases(
      Chain chain, List<List<Disruption>> cases, int days, SimulationSpec spec, Progress progress) {
    Scenario calm = new Scenario("cases", new Days(days), List.of());
    return new Simulation(chain, calm, spec).cases(cases, progress);
  }

  /**
   * How orders swing from echelon to echelon in the first replications of a run.
   *
   * @param most greatest number of replications that are measured
   * @throws IllegalArgumentException as {@link #simulate}
   */
  public static Bullwhips bullwhip(
      Chain chain, Scenario scenario, SimulationSpec spec, int most, Progress progress) {
    int count = Math.min(spec.replications(), most);
    Simulation simulation = new Simulation(chain, scenario, spec.withReplications(count));
    return simulation.swings(count, progress);
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
        new Ledger(network.demands(), simulation.days, replication, 1),
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
      for (Effect effect : Effect.of(network, disruption)) {
        pressure.add(effect.disruption(), effect.reach(), 1, true);
      }
      if (pressure.pricesAlone(new Landed(network.chain))) {
        if (!network.accounts.kept) {
          findings.add(doubt("price-unknown", disruption));
        }
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

  /**
   * How the cash of firms fares in the first replications of a run, beside the undisturbed one.
   *
   * @param most greatest number of replications that are measured
   * @return nothing where no firm states both its cash and its credit line
   * @throws IllegalArgumentException as {@link #simulate}
   */
  public static Optional<Liquidity> liquidity(
      Chain chain, Scenario scenario, SimulationSpec spec, int most, Progress progress) {
    int count = Math.min(spec.replications(), most);
    Simulation simulation = new Simulation(chain, scenario, spec.withReplications(count));
    return simulation.network.accounts.kept
        ? Optional.of(simulation.liquidity(count, progress))
        : Optional.empty();
  }

  private Liquidity liquidity(int count, Progress progress) {
    CashBook broken = new CashBook(network, days, count);
    CashBook calm = new CashBook(network, days, count);
    HazardDraws hazards = new HazardDraws(scenario, spec.seed(), days);
    List<Runnable> tasks = new ArrayList<>();
    int size = scenario.hazards().isEmpty() ? MONEY_BLOCK : 1;
    for (int r = 0; r < count; r += size) {
      int first = r;
      int lanes = Math.min(size, count - r);
      tasks.add(
          () -> {
            Regimes disturbed =
                Regimes.of(
                    network,
                    hazards.of(first),
                    days,
                    spec.assumptions().outBelow(),
                    spec.response());
            watch(disturbed, first, lanes, broken);
            watch(calm(), first, lanes, calm);
          });
    }
    runAll(tasks, progress);
    return Liquidity.of(network, broken, calm);
  }

  private void watch(Regimes regimes, int first, int lanes, CashBook book) {
    Ledger ledger = new Ledger(network.demands(), 0, first, lanes);
    run(regimes, ledger, first, lanes, book.from(first));
  }

  private List<Trajectory> run(List<Response> responses, Progress progress) {
    return run(responses, new Stopping(0, spec.replications()), progress);
  }

  private List<Trajectory> run(List<Response> responses, Stopping stopping, Progress progress) {
    Rounds rounds = new Rounds(responses);
    rounds.add(spec.replications(), progress);
    while (!stopping.enough(rounds.losses())) {
      rounds.add(stopping.next(rounds.done), progress);
    }
    if (stopping.halfWidth() > 0 && !stopping.reached(rounds.losses())) {
      findings.add(
          new Finding(
              Severity.WARNING,
              "width-not-reached",
              "",
              0,
              null,
              Integer.toString(rounds.done),
              Message.of("tenon.twin.site.findings", "width-not-reached"),
              Message.of("tenon.twin.site.findings", "width-not-reached.mend")));
    }
    List<Trajectory> trajectories = new ArrayList<>();
    for (int i = 0; i < responses.size(); i++) {
      boolean followed = responses.get(i).equals(spec.response());
      trajectories.add(
          trajectory(
              rounds.ledgers.get(i), rounds.reference, followed ? rounds : null));
    }
    return List.copyOf(trajectories);
  }

  /** Replications done so far, in rounds of which each continues where the last one ended. */
  private final class Rounds {
    private final Regimes calm = calm();
    private final HazardDraws hazards = new HazardDraws(scenario, spec.seed(), days);
    private final List<Response> responses;
    private final List<Ledger> ledgers = new ArrayList<>();
    private @Nullable Ledger reference;
    private int done;

    /** Traces of a sole replication, taken on the way; null where it has to be run again. */
    private @Nullable Trace broken;

    private @Nullable Trace whole;

    Rounds(List<Response> responses) {
      this.responses = responses;
    }

    void add(int count, Progress progress) {
      List<Runnable> tasks = new ArrayList<>();
      List<Ledger> fresh = new ArrayList<>();
      boolean sole = done == 0 && count == 1 && spec.checking() == SimulationSpec.Checking.OFF;
      broken = null;
      whole = sole && spec.undisturbed() ? new Trace(network, days) : null;
      for (Response response : responses) {
        fresh.add(new Ledger(network.demands(), days, done, count));
        boolean watched =
            sole && response.equals(spec.response()) && !(response instanceof Steering);
        Trace trace = watched ? new Trace(network, days) : null;
        addCase(scenario, hazards, response, fresh.getLast(), trace, tasks);
        broken = watched ? trace : broken;
      }
      Ledger beside = null;
      if (spec.undisturbed()) {
        beside = new Ledger(network.demands(), days, done, count);
        addBlocks(calm, beside, whole, tasks);
      }
      runAll(tasks, progress);
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
    private List<double[]> losses() {
      return ledgers.stream().map(ledger -> Simulation.losses(ledger, reference)).toList();
    }
  }

  private Regimes calm() {
    return Regimes.of(network, List.of(), days, spec.assumptions().outBelow());
  }

  /**
   * Losses of each replication when only some of a scenario's disruptions and hazards happen, each
   * case beside the undisturbed run under the same draws.
   */
  List<double[]> losses(List<Scenario> cases, Progress progress) {
    List<Runnable> tasks = new ArrayList<>();
    List<Ledger> ledgers = new ArrayList<>();
    for (Scenario part : cases) {
      ledgers.add(new Ledger(network.demands(), 0, 0, spec.replications()));
      HazardDraws draws = new HazardDraws(part, spec.seed(), days);
      addCase(part, draws, spec.response(), ledgers.getLast(), null, tasks);
    }
    Ledger reference = new Ledger(network.demands(), 0, 0, spec.replications());
    addBlocks(calm(), reference, null, tasks);
    runAll(tasks, progress);
    return ledgers.stream().map(ledger -> losses(ledger, reference)).toList();
  }

  private void addCase(
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

  private void addBlocks(int first, int count, List<Runnable> tasks, Piece piece) {
    int block = network.accounts.kept ? MONEY_BLOCK : BLOCK;
    for (int from = first; from < first + count; from += block) {
      int start = from;
      int size = Math.min(block, first + count - from);
      tasks.add(() -> piece.run(start, size));
    }
  }

  private interface Piece {
    void run(int first, int count);
  }

  private void addBlocks(
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
        (first, count) -> {
          if (response instanceof Planned) {
            for (int r = first; r < first + count; r++) {
              run(course(hazards, response, r, 1), ledger, r, 1, observer);
            }
          } else {
            run(course(hazards, response, first, count), ledger, first, count, observer);
          }
        });
  }

  /** The rules of replications with what their hazards draw. */
  private Course course(HazardDraws hazards, Response response, int first, int count) {
    double out = spec.assumptions().outBelow();
    if (count == 1) {
      return Regimes.of(network, hazards.of(first), days, out, response);
    }
    List<List<Disruption>> happened = new ArrayList<>();
    for (int r = first; r < first + count; r++) {
      happened.add(hazards.of(r));
    }
    return new Mixed(network, happened, out, response);
  }

  private List<CaseOutcome> cases(List<List<Disruption>> cases, Progress progress) {
    Cases all = new Cases(cases, spec.replications(), BLOCK);
    Ledger reference = new Ledger(network.demands(), days, 0, spec.replications());
    List<Runnable> tasks = new ArrayList<>();
    addBlocks(calm(), reference, null, tasks);
    runAll(tasks, Progress.NONE);
    tasks.clear();
    List<Integer> blocks = all.blocks();
    CaseOutcome[] outcomes = new CaseOutcome[cases.size()];
    for (int first : blocks) {
      tasks.add(
          () -> {
            int[] lanes = all.replications(first);
            Ledger ledger = new Ledger(network.demands(), days, 0, lanes.length);
            Course course =
                new Mixed(
                    network, all.happened(first), spec.assumptions().outBelow(), spec.response());
            run(course, ledger, lanes, null);
            List<CaseOutcome> block =
                all.outcomes(first, ledger, reference, stakes, spec.recoveredAt());
            for (int nth = 0; nth < block.size(); nth++) {
              outcomes[first + nth] = block.get(nth);
            }
          });
    }
    runAll(tasks, progress);
    return List.of(outcomes);
  }

  private Bullwhips swings(int count, Progress progress) {
    Echelons echelons = new Echelons(network, count);
    Regimes calm = calm();
    HazardDraws hazards = new HazardDraws(scenario, spec.seed(), days);
    List<Runnable> tasks = new ArrayList<>();
    double out = spec.assumptions().outBelow();
    boolean drawn = !scenario.hazards().isEmpty();
    int size = drawn && spec.response() instanceof Planned ? 1 : BLOCK;
    for (int r = 0; r < count; r += size) {
      int first = r;
      int lanes = Math.min(size, count - r);
      tasks.add(
          () -> {
            Regimes broken = Regimes.of(network, hazards.of(first), days, out, spec.response());
            echelons.put(first, swings(calm, first, lanes), swings(broken, first, lanes));
          });
    }
    runAll(tasks, progress);
    return echelons.answer();
  }

  private Swings swings(Course regimes, int first, int lanes) {
    Swings swings = new Swings(network, lanes);
    run(regimes, new Ledger(network.demands(), 0, first, lanes), first, lanes, swings);
    return swings;
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

  private Trajectory trajectory(
      Ledger ledger, @Nullable Ledger reference, @Nullable Rounds followed) {
    double[] losses = losses(ledger, reference);
    int median = median(losses, ledger);
    return new Trajectory(
        scenario.name(),
        days,
        losses.length,
        outcome(ledger.total, reference == null ? new double[0][] : reference.total),
        Loss.of(losses, stakes.inMoney),
        new LossByReplication(losses),
        stakes.landed.any()
            ? Purchases.of(ledger, reference == null ? new double[0] : reference.purchases, losses)
            : null,
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
      Trace trace = new Trace(network, days);
      double out = spec.assumptions().outBelow();
      Regimes disturbed = Regimes.of(network, happened, days, out, spec.response());
      again.add(() -> trace(disturbed, replication, trace));
      broken = trace;
    }
    if (whole == null) {
      Trace trace = new Trace(network, days);
      again.add(() -> trace(rounds.calm, replication, trace));
      whole = trace;
    }
    runAll(again, Progress.NONE);
    return new TransmissionPath(network, happened, broken, whole).steps();
  }

  /** Runs the tasks; they write to places of their own, so that their order does not matter. */
  private void runAll(List<Runnable> tasks, Progress progress) {
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

  private void run(
      Course regimes, Ledger ledger, int first, int count, @Nullable Observer observer) {
    run(regimes, ledger, IntStream.range(first, first + count).toArray(), observer);
  }

  /** Runs replications, which stand in the ledger one after the other. */
  private void run(Course regimes, Ledger ledger, int[] replications, @Nullable Observer observer) {
    engine(regimes, ledger, replications, observer).run(days);
  }

  private Engine engine(
      Course regimes, Ledger ledger, int[] replications, @Nullable Observer observer) {
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
        watching);
  }

  /** One replication once more, alone: its draws are its own, so that it takes the same course. */
  private void trace(Regimes regimes, int replication, Trace trace) {
    run(regimes, new Ledger(network.demands(), days, replication, 1), replication, 1, trace);
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
