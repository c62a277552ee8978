package tenon.numeric;

/**
 * When a search for whole numbers may stop.
 *
 * @param gap share of the objective by which it may miss the best, at least 0
 * @param nodes most nodes of the search, at least 1: the same work on every machine
 * @param seconds most seconds, above 0; infinite for none. With a limit of time the answer depends
 *     on the machine
 */
public record WholeLimits(double gap, long nodes, double seconds) {
  public WholeLimits {
    if (!(gap >= 0 && gap < 1)) {
      throw new IllegalArgumentException("gap is " + gap + "; write a share from 0 to below 1");
    }
    if (nodes < 1) {
      throw new IllegalArgumentException("nodes is " + nodes + "; write at least 1");
    }
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("seconds is " + seconds + "; write more than 0");
    }
  }
}
