package tenon.model;

/**
 * A closed interval of numbers; the upper end may be infinite.
 *
 * @param low lower end
 * @param high upper end, at least {@code low}
 */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("[" + low + ", " + high + "] is no interval");
    }
  }
}
