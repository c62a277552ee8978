package tenon.twin.firm;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Cascades as the published program runs them: both directions step together until neither has a
 * change above eps.
 */
final class SteppedRun implements Runner {
  private final Wave down;
  private final Wave up;
  private final double[] weight;
  private final double eps;
  private final @Nullable Executor second;

  /**
   * Prepares scratch.
   *
   * @param weight weight of each firm in the measures
   * @param second where the second direction may run beside the first, or null
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

  private double together(Executor beside) {
    FutureTask<Double> other = new FutureTask<>(down::step);
    beside.execute(other);
    double change = up.step();
    try {
      return Math.max(change, other.get());
    } catch (ExecutionException failure) {
      throw new IllegalStateException("cascade failed: " + failure.getMessage(), failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("cascade was interrupted", stop);
    }
  }
}
