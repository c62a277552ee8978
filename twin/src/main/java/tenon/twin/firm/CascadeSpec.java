package tenon.twin.firm;

/**
 * How to run cascades.
 *
 * @param replaceability whether others of the sector stand in
 * @param stopping when a cascade ends
 * @param keepLosses whether the result keeps the losses of every firm in every scenario: 16 bytes a
 *     firm and scenario
 * @param threads threads to work on, at least 1; the result does not depend on it
 */
public record CascadeSpec(
    Replaceability replaceability, Stopping stopping, boolean keepLosses, int threads) {

  private static final double EPS = 0.01;

  public CascadeSpec {
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads + " is too few; write at least 1");
    }
  }

  /** With replacement within sectors, to the fixed point, on all processors. */
  public static CascadeSpec exact() {
    return new CascadeSpec(
        Replaceability.SECTOR,
        new Stopping.Exact(),
        false,
        Runtime.getRuntime().availableProcessors());
  }

  /** With replacement within sectors, until no firm changes by more than 0.01. */
  public static CascadeSpec published() {
    return exact().withStopping(new Stopping.Eps(EPS));
  }

  public CascadeSpec withReplaceability(Replaceability value) {
    return new CascadeSpec(value, stopping, keepLosses, threads);
  }

  public CascadeSpec withStopping(Stopping value) {
    return new CascadeSpec(replaceability, value, keepLosses, threads);
  }

  public CascadeSpec withKeepLosses(boolean value) {
    return new CascadeSpec(replaceability, stopping, value, threads);
  }

  public CascadeSpec withThreads(int value) {
    return new CascadeSpec(replaceability, stopping, keepLosses, value);
  }
}
