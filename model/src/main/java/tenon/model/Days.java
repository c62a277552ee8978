package tenon.model;

/**
 * A span of calendar days.
 *
 * @param value number of days, not negative, may be infinite
 */
public record Days(double value) {
  public Days {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(value + " days is no span of time; write 0 or more");
    }
  }
}
