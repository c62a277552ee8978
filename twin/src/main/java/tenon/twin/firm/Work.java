package tenon.twin.firm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Works off tasks on threads and waits for the last. */
final class Work {
  private Work() {}

  static void all(ExecutorService threads, List<Runnable> tasks) {
    List<Future<?>> running = new ArrayList<>();
    for (Runnable task : tasks) {
      running.add(threads.submit(task));
    }
    try {
      for (Future<?> part : running) {
        part.get();
      }
    } catch (ExecutionException failure) {
      threads.shutdownNow();
      throw new IllegalStateException("cascade failed: " + failure.getMessage(), failure);
    } catch (InterruptedException stop) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("cascade was interrupted", stop);
    }
  }
}
