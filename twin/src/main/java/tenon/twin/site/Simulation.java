package tenon.twin.site;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Severity;

/**
 * Rehearses a scenario on a chain, day by day, site by site. The rules stand in the package's page.
 */
public final class Simulation {
  private final Runs runs;
  private final Scenario scenario;
  private final List<Finding> findings;

  private Simulation(Chain chain, Scenario scenario, SimulationSpec spec) {
    this.scenario = scenario;
    Blanks blanks = new Blanks();
    Network network = Network.of(chain, spec, blanks);
    runs = new Runs(network, new Stakes(chain, spec, blanks), spec, days(scenario));
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
   * normal; where that is narrower, the controlled one of {@link Controlled}) is at most so wide.
   * The number of replications depends on the draws alone, not on the threads. Of rules that look
   * again and again the interval covers a little less often than 95 % (Law 2015, section 9.4.1).
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
   * @param spec its replications are those of each case; not for a {@link Steering} response
   * @throws IllegalArgumentException if a case names what the chain does not know
   */
  public static List<CaseOutcome> cases(
      Chain chain, List<List<Disruption>> cases, int days, SimulationSpec spec, Progress progress) {
    Scenario calm = new Scenario("cases", new Days(days), List.of());
    return new Simulation(chain, calm, spec).cases(cases, progress);
  }

  /**
   * What a scenario is expected to cost each of several groups of sites.
   *
   * @param groups rows of the sites of each group; groups may overlap
   * @param origin which loss counts as that of a group
   * @throws IllegalArgumentException as {@link #simulate}
   */
  public static GroupLosses groupLosses(
      Chain chain,
      Scenario scenario,
      List<int[]> groups,
      GroupLosses.Origin origin,
      SimulationSpec spec,
      Progress progress) {
    Simulation simulation = new Simulation(chain, scenario, spec);
    List<BitSet> sites =
        groups.stream()
            .map(rows -> IntStream.of(rows).collect(BitSet::new, BitSet::set, BitSet::or))
            .toList();
    return new Grouping(simulation.runs, scenario, simulation.findings, progress).of(sites, origin);
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
    Runs runs = simulation.runs;
    List<Disruption> happened = new HazardDraws(scenario, spec.seed(), runs.days).of(replication);
    Regimes regimes =
        Regimes.of(
            runs.network, happened, runs.days, spec.assumptions().outBelow(), spec.response());
    runs.run(
        regimes,
        new Ledger(runs.network.demands(), runs.days, replication, 1),
        replication,
        1,
        new DayBook(runs.network, runs.stakes, happened, reader));
  }

  /**
   * Runs every replication and hands over every node of every day as it is asked for; nothing is
   * kept.
   *
   * @param spec its response is not one that makes plans on the way ({@link Steering})
   * @throws IllegalArgumentException as {@link #simulate}, or for such a response
   */
  public static NodeDays nodeDays(Chain chain, Scenario scenario, SimulationSpec spec) {
    return new NodeDays(new Simulation(chain, scenario, spec).runs, scenario);
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
    return simulation.runs.network.accounts.kept
        ? Optional.of(simulation.liquidity(count, progress))
        : Optional.empty();
  }

  /**
   * How the lines of sites in detail fare in the first replications of a run, beside the
   * undisturbed one.
   *
   * @param most greatest number of replications that are measured
   * @throws IllegalArgumentException as {@link #simulate}
   */
  public static NodeLoads loads(
      Chain chain, Scenario scenario, SimulationSpec spec, int most, Progress progress) {
    int count = Math.min(spec.replications(), most);
    Simulation simulation = new Simulation(chain, scenario, spec.withReplications(count));
    return simulation.runs.network.lineSites.isEmpty()
        ? new NodeLoads(count, List.of())
        : simulation.loads(count, progress);
  }

  private NodeLoads loads(int count, Progress progress) {
    LineBook broken = new LineBook(runs.network, runs.days, count);
    LineBook calm = new LineBook(runs.network, runs.days, count);
    HazardDraws hazards = new HazardDraws(scenario, runs.spec.seed(), runs.days);
    boolean beside = !scenario.disruptions().isEmpty() || !scenario.hazards().isEmpty();
    inBlocks(
        count,
        Runs.BLOCK,
        (first, lanes) -> {
          Course disturbed = runs.course(hazards, runs.spec.response(), first, lanes);
          watch(disturbed, first, lanes, broken.from(first));
          if (beside) {
            watch(runs.calm(), first, lanes, calm.from(first));
          }
        },
        progress);
    return NodeLoads.of(runs.network, broken, beside ? calm : null);
  }

  private Liquidity liquidity(int count, Progress progress) {
    CashBook broken = new CashBook(runs.network, runs.days, count);
    CashBook calm = new CashBook(runs.network, runs.days, count);
    HazardDraws hazards = new HazardDraws(scenario, runs.spec.seed(), runs.days);
    inBlocks(
        count,
        Runs.MONEY_BLOCK,
        (first, lanes) -> {
          Course disturbed = runs.course(hazards, runs.spec.response(), first, lanes);
          watch(disturbed, first, lanes, broken.from(first));
          watch(runs.calm(), first, lanes, calm.from(first));
        },
        progress);
    return Liquidity.of(runs.network, broken, calm);
  }

  /** Work on replications that run side by side. */
  @FunctionalInterface
  private interface BlockWork {
    void run(int first, int lanes);
  }

  /** Does the work for all replications, in blocks of a size, on the threads of the run. */
  private void inBlocks(int count, int size, BlockWork work, Progress progress) {
    List<Runnable> tasks = new ArrayList<>();
    for (int r = 0; r < count; r += size) {
      int first = r;
      int lanes = Math.min(size, count - r);
      tasks.add(() -> work.run(first, lanes));
    }
    runs.runAll(tasks, progress);
  }

  private void watch(Course regimes, int first, int lanes, Observer book) {
    Ledger ledger = new Ledger(runs.network.demands(), 0, first, lanes);
    runs.run(regimes, ledger, first, lanes, book);
  }

  private List<Trajectory> run(List<Response> responses, Progress progress) {
    return run(responses, new Stopping(0, runs.spec.replications()), progress);
  }

  private List<Trajectory> run(List<Response> responses, Stopping stopping, Progress progress) {
    Rounds rounds = new Rounds(runs, scenario, responses);
    rounds.add(runs.spec.replications(), progress);
    while (!stopping.enough(rounds.losses(), rounds.hazards)) {
      rounds.add(stopping.next(rounds.done), progress);
    }
    if (stopping.halfWidth() > 0 && !stopping.reached(rounds.losses(), rounds.hazards)) {
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
    Outcomes outcomes = new Outcomes(runs, scenario, findings);
    List<Trajectory> trajectories = new ArrayList<>();
    for (int i = 0; i < responses.size(); i++) {
      boolean followed = responses.get(i).equals(runs.spec.response());
      trajectories.add(
          outcomes.trajectory(
              rounds.ledgers.get(i), rounds.reference, rounds.hazards, followed ? rounds : null));
    }
    return List.copyOf(trajectories);
  }

  /**
   * Losses of each replication when only some of a scenario's disruptions and hazards happen, each
   * case beside the undisturbed run under the same draws.
   */
  List<double[]> losses(List<Scenario> cases, Progress progress) {
    List<Runnable> tasks = new ArrayList<>();
    List<Ledger> ledgers = new ArrayList<>();
    for (Scenario part : cases) {
      ledgers.add(new Ledger(runs.network.demands(), 0, 0, runs.spec.replications()));
      HazardDraws draws = new HazardDraws(part, runs.spec.seed(), runs.days);
      runs.addCase(part, draws, runs.spec.response(), ledgers.getLast(), null, tasks);
    }
    Ledger reference = new Ledger(runs.network.demands(), 0, 0, runs.spec.replications());
    runs.addBlocks(runs.calm(), reference, null, tasks);
    runs.runAll(tasks, progress);
    return ledgers.stream().map(ledger -> Outcomes.losses(ledger, reference)).toList();
  }

  private List<CaseOutcome> cases(List<List<Disruption>> cases, Progress progress) {
    Cases all = new Cases(cases, runs.spec.replications(), Runs.BLOCK);
    Ledger reference = new Ledger(runs.network.demands(), runs.days, 0, runs.spec.replications());
    List<Runnable> tasks = new ArrayList<>();
    runs.addBlocks(runs.calm(), reference, null, tasks);
    runs.runAll(tasks, Progress.NONE);
    tasks.clear();
    List<Integer> blocks = all.blocks();
    CaseOutcome[] outcomes = new CaseOutcome[cases.size()];
    for (int first : blocks) {
      tasks.add(
          () -> {
            int[] lanes = all.replications(first);
            Ledger ledger = new Ledger(runs.network.demands(), runs.days, 0, lanes.length);
            Course course =
                new Mixed(
                    runs.network,
                    all.happened(first),
                    runs.spec.assumptions().outBelow(),
                    runs.spec.response());
            runs.run(course, ledger, lanes, null);
            List<CaseOutcome> block =
                all.outcomes(first, ledger, reference, runs.stakes, runs.spec.recoveredAt());
            for (int nth = 0; nth < block.size(); nth++) {
              outcomes[first + nth] = block.get(nth);
            }
          });
    }
    runs.runAll(tasks, progress);
    return List.of(outcomes);
  }

  private Bullwhips swings(int count, Progress progress) {
    Echelons echelons = new Echelons(runs.network, count);
    Regimes calm = runs.calm();
    HazardDraws hazards = new HazardDraws(scenario, runs.spec.seed(), runs.days);
    inBlocks(
        count,
        Runs.BLOCK,
        (first, lanes) -> {
          Course broken = runs.course(hazards, runs.spec.response(), first, lanes);
          echelons.put(first, swings(calm, first, lanes), swings(broken, first, lanes));
        },
        progress);
    return echelons.answer();
  }

  private Swings swings(Course regimes, int first, int lanes) {
    Swings swings = new Swings(runs.network, lanes);
    runs.run(regimes, new Ledger(runs.network.demands(), 0, first, lanes), first, lanes, swings);
    return swings;
  }
}
