package tenon.evaluate;

import java.util.List;
import java.util.Map;

/** Who is pretended to be treated, and since when. */
public sealed interface PlaceboDraws {

  /**
   * Draws at random, each from a stream of its own.
   *
   * @param kind what is drawn
   * @param count number of draws, at least 1
   */
  record Random(Kind kind, int count, long seed) implements PlaceboDraws {
    public Random {
      if (count < 1) {
        throw new IllegalArgumentException("count " + count + " must be at least 1");
      }
    }
  }

  /** What a random draw changes. */
  enum Kind {
    /** As many units as were treated are drawn; the true starts are dealt out among them. */
    UNITS,
    /**
     * The treated units with other starts, each drawn from the unit's periods before its own start
     * but the first; rows from the true start on are left out, since what the treatment did would
     * stand in every draw.
     */
    PERIODS,
    /** Other units, each start drawn from the second period on. */
    MIXED
  }

  /**
   * Draws that were made elsewhere: by draw, the first treated period of each treated unit.
   *
   * @param withoutEffect whether the estimated effect is taken out of the outcome first, since the
   *     true treated stay among the controls
   */
  record Given(List<Map<String, String>> starts, boolean withoutEffect) implements PlaceboDraws {
    public Given {
      starts = starts.stream().map(Map::copyOf).toList();
    }

    /** Draws on the outcome as it is. */
    public Given(List<Map<String, String>> starts) {
      this(starts, false);
    }
  }
}
