package tenon.model;

/**
 * A part of a whole.
 *
 * @param value fraction from 0 to 1
 */
public record Share(double value) {
  public Share {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(value + " is no share; write a fraction from 0 to 1");
    }
  }
}
