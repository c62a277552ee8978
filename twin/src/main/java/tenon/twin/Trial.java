package tenon.twin;

import java.util.List;

/**
 * One number of a chain that is tried at another value, and the sites whose expected loss is wanted
 * then.
 *
 * @param spot where the number stands
 * @param value what it is tried at: capacity of a link or recipe in units per day (0 closes it),
 *     stock on hand in units where none is stated, time to recover in days; not negative
 * @param sites rows of sites, each once
 */
public record Trial(Spot spot, double value, List<Integer> sites) {
  /** Where a number stands. */
  public sealed interface Spot {}

  /** Nowhere: the chain as it is. */
  public record Nowhere() implements Spot {}

  /** Capacity of a link; where it is on standby with a capacity stated, it can only be closed. */
  public record Link(int link) implements Spot {}

  /** Capacity of a recipe; where it is on standby, none may be stated. */
  public record Recipe(int recipe) implements Spot {}

  /** Stock of a product at a site, where none is stated. */
  public record Stock(int site, int product) implements Spot {}

  /** Time to recover of a site. */
  public record Recovering(int site) implements Spot {}

  public Trial {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("value " + value + " is negative; write at least 0");
    }
    sites = List.copyOf(sites);
  }
}
