package tenon.model;

/**
 * How a number is known. The relative spread is the half-width of the interval that Tenon carries
 * for a number of this basis where the source states none: our own convention, not a measured
 * error.
 */
public enum Basis {
  /** Seen to happen, for example a repair that took so long. */
  OBSERVED(0.10),
  /** Stated by the party concerned. */
  DECLARED(0.25),
  /** Computed by a model from other numbers. */
  MODELLED(0.30),
  /** Filled in because nothing is known. */
  ASSUMED(0.50);

  private final double relativeSpread;

  Basis(double relativeSpread) {
    this.relativeSpread = relativeSpread;
  }

  /** Half-width of the interval as a fraction of the number. */
  public double relativeSpread() {
    return relativeSpread;
  }

  /** The interval around a number of this basis; the number is not negative. */
  public Interval around(double number) {
    return new Interval(number * (1 - relativeSpread), number * (1 + relativeSpread));
  }
}
