package tenon.twin.firm;

/** When a cascade ends. */
public sealed interface Stopping {

  /**
   * After the first step in which no firm changes by more than eps in either direction. With 0.01,
   * as in the literature, the values still move: they are a lower bound of the losses.
   *
   * @param eps greatest change that ends the cascade, share of output, from 1e-14 (below, rounding
   *     alone may go on for ever) to below 1
   */
  record Eps(double eps) implements Stopping {
    public Eps {
      if (!(eps >= 1e-14 && eps < 1)) {
        throw new IllegalArgumentException("eps " + eps + " ends nothing; write 1e-14 to below 1");
      }
    }
  }

  /** At the fixed point itself, with a proven bound of the error. */
  record Exact() implements Stopping {}
}
