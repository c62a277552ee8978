package tenon.twin.site;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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
 * @param allocation who gets how much where there is less than is claimed
 * @param start date of day 0; null for the first of the demand series, or a Monday
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
    Response response,
    Allocation allocation,
    @Nullable LocalDate start) {

  /** Who gets how much of a stock that is less than what is claimed of it on a day. */
  public enum Allocation {
    /** Everybody the same share of the claim. */
    PROPORTIONAL,
    /** The highest priority first; equal ones the same share. */
    PRIORITY,
    /** So that what the claims are worth that are met that day is greatest. */
    OPTIMISED
  }

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
        Response.OWN_RULE,
        Allocation.PROPORTIONAL,
        null);
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
        response,
        allocation,
        start);
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
        response,
        allocation,
        start);
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
        response,
        allocation,
        start);
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
        response,
        allocation,
        start);
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
        response,
        allocation,
        start);
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
        response,
        allocation,
        start);
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
        response,
        allocation,
        start);
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
        response,
        allocation,
        start);
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
        answer,
        allocation,
        start);
  }

  public SimulationSpec withAllocation(Allocation rule) {
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
        response,
        rule,
        start);
  }

  public SimulationSpec withStartDate(@Nullable LocalDate date) {
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
        response,
        allocation,
        date);
  }

  private static void refuseBelow(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + "; write at least " + least);
    }
  }
}
