package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Work cut into lanes, whose number does not depend on the number of threads: each lane's result is
 * the same whoever works on it, and results come back in the order of the lanes.
 */
public final class Lanes {

  /** What one thread does; it may keep buffers between lanes. */
  public interface Worker<T> extends IntFunction<T> {}

  /**
   * Threads that are kept between calls, since a regression calls several times in milliseconds.
   */
  private static final ExecutorService POOL =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "lane");
            thread.setDaemon(true);
            return thread;
          });

  private Lanes() {}

  /** The results of all lanes, in order. */
  public static <T> List<T> run(int lanes, int threads, Supplier<Worker<T>> workers) {
    if (threads == 1 || lanes <= 1) {
      List<T> results = new ArrayList<>();
      Worker<T> worker = workers.get();
      for (int lane = 0; lane < lanes; lane++) {
        results.add(worker.apply(lane));
      }
      return results;
    }
    return together(lanes, Math.min(threads, lanes), workers);
  }

  private static <T> List<T> together(int lanes, int threads, Supplier<Worker<T>> workers) {
    AtomicInteger next = new AtomicInteger();
    record Done<T>(int lane, T result) {}
    List<Done<T>> done = new ArrayList<>();
    List<Future<List<Done<T>>>> running = new ArrayList<>();
    try {
      for (int thread = 0; thread < threads; thread++) {
        running.add(
            POOL.submit(
                () -> {
                  Worker<T> worker = workers.get();
                  List<Done<T>> mine = new ArrayList<>();
                  for (int lane = next.getAndIncrement();
                      lane < lanes;
                      lane = next.getAndIncrement()) {
                    mine.add(new Done<>(lane, worker.apply(lane)));
                  }
                  return mine;
                }));
      }
      for (Future<List<Done<T>>> part : running) {
        done.addAll(part.get());
      }
    } catch (ExecutionException failure) {
      running.forEach(part -> part.cancel(true));
      throw new IllegalStateException("a regression failed: " + failure.getMessage(), failure);
    } catch (InterruptedException stop) {
      running.forEach(part -> part.cancel(true));
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a regression was interrupted", stop);
    }
    done.sort((a, b) -> Integer.compare(a.lane(), b.lane()));
    return done.stream().map(Done::result).toList();
  }
}
