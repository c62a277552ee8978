package tenon.respond.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case.
 *
 * @param id key in the library
 * @param title what happened, in the words of its author
 * @param chains codes of the chains it was about: sectors, products
 * @param region code of the place, or empty
 * @param risk kind of risk: supply, technical, market, policy, environmental; or empty
 * @param cause code of what broke it: earthquake, export_control; a policy where it was one that
 *     was evaluated
 * @param from first day
 * @param durationDays how long it lasted, above 0; NaN where unknown
 * @param lossShare share of the usual output that was lost meanwhile, 0 to 1; NaN where unknown
 * @param outcomes what was done, and what came of it
 * @param conditions under which that worked, in words
 * @param effect effect of a policy with its interval, or null where the case is none
 * @param evidence where it is told
 */
public record Case(
    String id,
    String title,
    List<String> chains,
    String region,
    String risk,
    String cause,
    LocalDate from,
    double durationDays,
    double lossShare,
    List<Outcome> outcomes,
    List<String> conditions,
    @Nullable Effect effect,
    String evidence) {
  public Case {
    chains = List.copyOf(chains);
    outcomes = List.copyOf(outcomes);
    conditions = List.copyOf(conditions);
  }

  /**
   * A response and what came of it.
   *
   * @param response code of what was done
   * @param startedAfterHours hours from the break to its start; NaN where unknown
   * @param shareSolved share of the problem it solved, 0 to 1; NaN where unknown
   * @param cost money; NaN where unknown
   * @param supply who delivered what instead, or null where that is not told
   */
  public record Outcome(
      String response,
      double startedAfterHours,
      double shareSolved,
      double cost,
      @Nullable Supply supply) {}

  /**
   * A source that stood in.
   *
   * @param site id of the site
   * @param product id of the product
   * @param perDay most that it delivered in a day, units, above 0
   */
  public record Supply(String site, String product, double perDay) {}

  /**
   * What a policy did, as an evaluation found.
   *
   * @param on outcome it acted on
   * @param estimate effect in the unit of the outcome
   * @param low lower end of its interval
   * @param high upper end of its interval
   */
  public record Effect(String on, double estimate, double low, double high) {
    public Effect {
      if (!(low <= estimate && estimate <= high)) {
        throw new IllegalArgumentException(estimate + " is not within " + low + " to " + high);
      }
    }
  }
}
