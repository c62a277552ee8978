package tenon.respond.recovery;

/**
 * What repairs share.
 *
 * @param crews each on one repair at a time, at least 1
 * @param parts spare parts that are there on day 0; infinite where they are not scarce
 * @param partsPerDay spare parts that come a day, all along
 * @param restarts repairs that can restart at the same time, at least 1
 */
public record Means(int crews, double parts, double partsPerDay, int restarts) {
  public Means {
    if (crews < 1 || restarts < 1 || !(parts >= 0) || !(partsPerDay >= 0)) {
      throw new IllegalArgumentException(
          crews + " crews, " + parts + " parts, " + partsPerDay + " a day, " + restarts);
    }
  }

  /** Crews alone are scarce. */
  public static Means crews(int crews) {
    return new Means(crews, Double.POSITIVE_INFINITY, 0, Integer.MAX_VALUE);
  }

  /** The first day on which so many parts have been there in all; infinite for never. */
  double partsDay(double total) {
    if (total <= parts) {
      return 0;
    }
    return partsPerDay > 0 ? (total - parts) / partsPerDay : Double.POSITIVE_INFINITY;
  }
}
