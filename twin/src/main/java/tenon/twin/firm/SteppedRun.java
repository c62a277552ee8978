package tenon.twin.firm;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Cascades as the published program runs them: both directions step together until neither has a
 * change above eps.
 */
final class SteppedRun implements Runner {
  /** So many blocks a thread takes at once. */
  private static final int AT_ONCE = 4;

  private final Wave down;
  private final Wave up;
  private final double[] weight;
  private final double eps;
  private final @Nullable Executor second;

  /** Scratch of each of two threads; none where there is one. */
  private final Wave.Part[] downParts;

  private final Wave.Part[] upParts;

  /**
   * Prepares scratch.
   *
   * @param weight weight of each firm in the measures
   * @param second where half of the work may run beside the rest, or null
   */
  SteppedRun(
      FirmNetwork network,
      double[] weight,
      Replaceability replaceability,
      double eps,
      @Nullable Executor second) {
    boolean replaced = replaceability == Replaceability.SECTOR;
    Market market = replaced ? new Market(network, Market.PUBLISHED_GUARD) : null;
    down = new Wave(network.down, market);
    up = new Wave(network.up, null);
    this.weight = weight;
    this.eps = eps;
    this.second = second;
    downParts = parts(down);
    upParts = parts(up);
  }

  private Wave.Part[] parts(Wave wave) {
    return second == null ? new Wave.Part[0] : new Wave.Part[] {wave.part(), wave.part()};
  }

  @Override
  public Outcome run(double[] lost) {
    down.begin(lost);
    up.begin(lost);
    long steps = 0;
    double change;
    do {
      change = second == null ? Math.max(down.step(), up.step()) : together(second);
      steps++;
    } while (change > eps);
    return Outcome.of(weight, down.loss(), up.loss(), Double.POSITIVE_INFINITY, steps);
  }

  /**
   * A step in both directions at once. What nodes lose is summed in blocks; two threads take blocks
   * until none is left, so that neither waits for the other long. Which thread sums a block changes
   * nothing.
   */
  private double together(Executor beside) {
    FutureTask<Boolean> begun = new FutureTask<>(down::open);
    beside.execute(begun);
    boolean sumUp = up.open();
    boolean sumDown = result(begun);
    if (sumUp || sumDown) {
      AtomicInteger nextDown = new AtomicInteger(sumDown ? 0 : down.blocks());
      AtomicInteger nextUp = new AtomicInteger(sumUp ? 0 : up.blocks());
      FutureTask<Boolean> other = new FutureTask<>(() -> sum(nextDown, nextUp, 1), true);
      beside.execute(other);
      sum(nextDown, nextUp, 0);
      result(other);
    }
    return Math.max(down.close(downParts), up.close(upParts));
  }

  private void sum(AtomicInteger nextDown, AtomicInteger nextUp, int thread) {
    sum(down, nextDown, downParts[thread]);
    sum(up, nextUp, upParts[thread]);
  }

  private static void sum(Wave wave, AtomicInteger next, Wave.Part part) {
    int blocks = wave.blocks();
    int first;
    while ((first = next.getAndAdd(AT_ONCE)) < blocks) {
      wave.sum(first, Math.min(first + AT_ONCE, blocks), part);
    }
  }

  private static boolean result(FutureTask<Boolean> task) {
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("cascade failed: " + failure.getMessage(), failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("cascade was interrupted", stop);
    }
  }
}
