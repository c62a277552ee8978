package tenon.model;

/**
 * Hears how far a long work has come. Called from any thread, in no promised order and perhaps
 * often: it must be cheap and safe for several threads.
 */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (task, done, total) -> {};

  /**
   * Hears that a work has come so far.
   *
   * @param task stable name of the work, for example {@code read} or {@code exposure}
   * @param done steps done so far
   * @param total steps in all, or 0 where that is not known
   */
  void report(String task, long done, long total);
}
