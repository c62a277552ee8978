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
    /** The treated units keep their treatment; each start is drawn from the second period on. */
    PERIODS,
    /** Both. */
    MIXED
  }

  /** Draws that were made elsewhere: by draw, the first treated period of each treated unit. */
  record Given(List<Map<String, String>> starts) implements PlaceboDraws {
    public Given {
      starts = starts.stream().map(Map::copyOf).toList();
    }
  }
}
