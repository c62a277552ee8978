package tenon.evaluate.prepare;

import java.util.List;
import tenon.evaluate.PanelColumns;

/**
 * What is done to a panel, in the order of the components: leave out rows, derive, exclude,
 * interpolate, winsorise.
 *
 * @param panel unit and period; periods are numbers one apart
 * @param known columns that must be known; a row in which one is blank is left out
 * @param derived columns made of others, in this order; a later one may use an earlier one
 * @param judged columns whose gaps may exclude a unit
 * @param longestGap units with more missing periods in a row than this in a judged column are left
 *     out, a gap at an end of the panel included; -1 for none
 * @param interpolated columns whose gaps inside a unit's series are filled linearly; ends are not
 * @param winsorised columns drawn in to quantiles of their period
 * @param tail share drawn in at each end, .01 by custom
 */
public record PreparationSpec(
    PanelColumns panel,
    List<String> known,
    List<Derived> derived,
    List<String> judged,
    int longestGap,
    List<String> interpolated,
    List<String> winsorised,
    double tail) {
  public PreparationSpec {
    known = List.copyOf(known);
    derived = List.copyOf(derived);
    judged = List.copyOf(judged);
    interpolated = List.copyOf(interpolated);
    winsorised = List.copyOf(winsorised);
    if (!(tail > 0 && tail < .5)) {
      throw new IllegalArgumentException("tail " + tail + " must lie between 0 and .5");
    }
  }

  /** Nothing is done. */
  public static PreparationSpec none(PanelColumns panel) {
    return new PreparationSpec(
        panel, List.of(), List.of(), List.of(), -1, List.of(), List.of(), .01);
  }

  public PreparationSpec withWinsorised(List<String> columns, double share) {
    return new PreparationSpec(
        panel, known, derived, judged, longestGap, interpolated, columns, share);
  }

  /**
   * A column made of another.
   *
   * @param name its name
   * @param rule how it is made
   * @param of the column it is made of
   * @param over the column it is divided by, for a ratio; empty otherwise
   */
  public record Derived(String name, Rule rule, String of, String over) {}

  /** How a column is made. */
  public enum Rule {
    /** Natural logarithm; unknown where the value is not above 0. */
    LOG,
    /** Value of the period before. */
    LAG,
    /** Value less that of the period before. */
    CHANGE,
    /** One column over another. */
    RATIO,
    /** Value over the mean of the unit's own earlier values; unknown in its first period. */
    OWN_HISTORY,
    /** 1 where the value is above the median of its period, else 0. */
    ABOVE_MEDIAN
  }
}
