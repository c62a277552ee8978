package tenon.twin.firm;

/** Runs one cascade after another with scratch of its own; for one thread. */
interface Runner {

  /**
   * Runs a cascade.
   *
   * @param lost lost share of capacity of every firm, 0 to 1
   */
  Outcome run(double[] lost);
}
