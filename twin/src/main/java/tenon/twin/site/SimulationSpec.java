package tenon.twin.site;

import java.time.LocalDate;
import java.util.function.Consumer;
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
    return with(draft -> draft.replications = number);
  }

  public SimulationSpec withThreads(int number) {
    return with(draft -> draft.threads = number);
  }

  public SimulationSpec withStart(Pipeline onTheWay, int daysBefore) {
    return with(
        draft -> {
          draft.warmUpDays = daysBefore;
          draft.pipeline = onTheWay;
        });
  }

  public SimulationSpec withUnmet(Unmet rule) {
    return with(draft -> draft.unmet = rule);
  }

  public SimulationSpec withRecoveredAt(double share) {
    return with(draft -> draft.recoveredAt = share);
  }

  public SimulationSpec withUndisturbed(boolean compared) {
    return with(draft -> draft.undisturbed = compared);
  }

  public SimulationSpec withAssumptions(Assumptions others) {
    return with(draft -> draft.assumptions = others);
  }

  public SimulationSpec withChecking(Checking level) {
    return with(draft -> draft.checking = level);
  }

  public SimulationSpec withResponse(Response answer) {
    return with(draft -> draft.response = answer);
  }

  public SimulationSpec withAllocation(Allocation rule) {
    return with(draft -> draft.allocation = rule);
  }

  public SimulationSpec withStartDate(@Nullable LocalDate date) {
    return with(draft -> draft.start = date);
  }

  /** The same but for what the change sets; what comes of it is checked like any other. */
  private SimulationSpec with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.spec();
  }

  /** The settings while they are changed, so that a change names only what it changes. */
  private static final class Draft {
    int replications;
    long seed;
    int threads;
    int warmUpDays;
    Pipeline pipeline;
    Unmet unmet;
    double recoveredAt;
    boolean undisturbed;
    Assumptions assumptions;
    Checking checking;
    Response response;
    Allocation allocation;
    @Nullable LocalDate start;

    Draft(SimulationSpec spec) {
      replications = spec.replications;
      seed = spec.seed;
      threads = spec.threads;
      warmUpDays = spec.warmUpDays;
      pipeline = spec.pipeline;
      unmet = spec.unmet;
      recoveredAt = spec.recoveredAt;
      undisturbed = spec.undisturbed;
      assumptions = spec.assumptions;
      checking = spec.checking;
      response = spec.response;
      allocation = spec.allocation;
      start = spec.start;
    }

    SimulationSpec spec() {
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
          start);
    }
  }

  private static void refuseBelow(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + "; write at least " + least);
    }
  }
}
