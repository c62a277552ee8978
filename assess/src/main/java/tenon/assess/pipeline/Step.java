package tenon.assess.pipeline;

import java.util.Map;

/** One step from raw values to values that can be aggregated; they are taken in the given order. */
public sealed interface Step {

  /**
   * Divides each indicator by the indicator that the hierarchy names as its denominator. A leaf
   * without a node above that serves as a denominator is no indicator of the index.
   */
  record Denominate() implements Step {}

  /**
   * Leaves out units of which too little is known.
   *
   * @param leastKnown least share of known values among a unit's indicators and periods, 0 to 1
   * @param longestGap most periods in a row in which an indicator of the unit may be unknown
   */
  record Screen(double leastKnown, int longestGap) implements Step {
    public Screen {
      if (!(leastKnown >= 0 && leastKnown <= 1)) {
        throw new IllegalArgumentException("share " + leastKnown + " must lie between 0 and 1");
      }
      if (longestGap < 0) {
        throw new IllegalArgumentException("gap of " + longestGap + " periods must be at least 0");
      }
    }

    /** Looks at the share of known values alone. */
    public Screen(double leastKnown) {
      this(leastKnown, Integer.MAX_VALUE);
    }
  }

  /** Fills unknown values. */
  record Impute(Imputation by) implements Step {}

  /** Draws in outliers or bends skewed indicators; see {@link Treatment}. */
  record Treat(Treatment by) implements Step {}

  /**
   * Brings indicators to a common scale on which more is better.
   *
   * @param by how
   * @param extent which values an indicator is compared with
   */
  record Normalise(Normalisation by, Extent extent) implements Step {}

  /**
   * Groups of units by name, for steps that look at each group apart.
   *
   * @param byUnit name of the group by unit; empty puts all into one
   */
  record Groups(Map<String, String> byUnit) {
    public Groups {
      byUnit = Map.copyOf(byUnit);
    }

    /** All units in one group. */
    public static Groups none() {
      return new Groups(Map.of());
    }
  }
}
