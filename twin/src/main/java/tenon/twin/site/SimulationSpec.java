package tenon.twin.site;

/**
 * How a scenario is simulated.
 *
 * @param replications how often the scenario is run, each time with draws of its own
 * @param seed seed of every draw; two scenarios, or two plans, under one seed share their draws
 * @param threads threads that work; the result is the same bytes for any number
 * @param warmUpDays undisturbed days that are run, and not reported, before day 0
 * @param pipeline what is on its way at the start
 * @param unmet what becomes of demand that cannot be met on its day
 * @param recoveredAt share of the undisturbed service at which a chain counts as recovered
 * @param undisturbed whether the same draws are also run without the disruptions, to compare with
 * @param assumptions what fills blanks
 * @param checking how closely the run checks itself
 * @param response how the sites answer the scenario
 */
public record SimulationSpec(
    int replications,
    long seed,
    int threads,
    int warmUpDays,
    Pipeline pipeline,
    Unmet unmet,
    double recoveredAt,
    boolean undisturbed,
    Assumptions assumptions,
    Checking checking,
    Response response) {

  /** What is on its way at the start. */
  public enum Pipeline {
    /** The usual flow, on every link and in every recipe, as if the chain had always run. */
    USUAL,
    /** Nothing. */
    EMPTY
  }

  /** What becomes of demand that cannot be met on its day. */
  public enum Unmet {
    /** It is lost where its row states a {@code lost_sale_cost}, else it waits. */
    BY_COST,
    /** It waits until it is met. */
    BACKORDER,
    /** It is lost. */
    LOST
  }

  /** How closely a run checks itself; a check that fails is a fault of the program. */
  public enum Checking {
    /** Not at all. */
    OFF,
    /** After each day every node's stock and orders are balanced against what moved. */
    STEP
  }

  public SimulationSpec {
    refuseBelow("replications", replications, 1);
    refuseBelow("threads", threads, 1);
    refuseBelow("warmUpDays", warmUpDays, 0);
    if (!(recoveredAt > 0 && recoveredAt <= 1)) {
      throw new IllegalArgumentException(
          "recoveredAt is " + recoveredAt + "; write a share above 0, at most 1");
    }
  }

  /**
   * One thread, no warm-up, usual pipelines, loss by cost, recovered at 99 %, standard assumptions,
   * every site by its own rule.
   */
  public static SimulationSpec of(int replications, long seed) {
    return new SimulationSpec(
        replications,
        seed,
        1,
        0,
        Pipeline.USUAL,
        Unmet.BY_COST,
        0.99,
        true,
        Assumptions.standard(),
        Checking.OFF,
        Response.OWN_RULE);
  }

  public SimulationSpec withReplications(int number) {
    return new SimulationSpec(
        number,
        seed,
        threads,
        warmUpDays,
        pipeline,
        unmet,
        recoveredAt,
        undisturbed,
        assumptions,
        checking,
        response);
  }

  public SimulationSpec withThreads(int number) {
    return new SimulationSpec(
        replications,
        seed,
        number,
        warmUpDays,
        pipeline,
        unmet,
        recoveredAt,
        undisturbed,
        assumptions,
        checking,
        response);
  }

  public SimulationSpec withStart(Pipeline onTheWay, int daysBefore) {
    return new SimulationSpec(
        replications,
        seed,
        threads,
        daysBefore,
        onTheWay,
        unmet,
        recoveredAt,
        undisturbed,
        assumptions,
        checking,
        response);
  }

  public SimulationSpec withUnmet(Unmet rule) {
    return new SimulationSpec(
        replications,
        seed,
        threads,
        warmUpDays,
        pipeline,
        rule,
        recoveredAt,
        undisturbed,
        assumptions,
        checking,
        response);
  }

  public SimulationSpec withRecoveredAt(double share) {
    return new SimulationSpec(
        replications,
        seed,
        threads,
        warmUpDays,
        pipeline,
        unmet,
        share,
        undisturbed,
        assumptions,
        checking,
        response);
  }

  public SimulationSpec withUndisturbed(boolean compared) {
    return new SimulationSpec(
        replications,
        seed,
        threads,
        warmUpDays,
        pipeline,
        unmet,
        recoveredAt,
        compared,
        assumptions,
        checking,
        response);
  }

  public SimulationSpec withAssumptions(Assumptions others) {
    return new SimulationSpec(
        replications,
        seed,
        threads,
        warmUpDays,
        pipeline,
        unmet,
        recoveredAt,
        undisturbed,
        others,
        checking,
        response);
  }

  public SimulationSpec withChecking(Checking level) {
    return new SimulationSpec(
        replications,
        seed,
        threads,
        warmUpDays,
        pipeline,
        unmet,
        recoveredAt,
        undisturbed,
        assumptions,
        level,
        response);
  }

  public SimulationSpec withResponse(Response answer) {
    return new SimulationSpec(
        replications,
        seed,
        threads,
        warmUpDays,
        pipeline,
        unmet,
        recoveredAt,
        undisturbed,
        assumptions,
        checking,
        answer);
  }

  private static void refuseBelow(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + "; write at least " + least);
    }
  }
}
