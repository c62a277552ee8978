package tenon.study.standby;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import tenon.model.Chain;
import tenon.model.Progress;
import tenon.respond.standby.SecondSource;
import tenon.respond.standby.StandbyEntry;
import tenon.study.method.Asked;
import tenon.twin.ExposureSpec;

/** What a second source would be worth for each of several losses, in their order. */
final class Worths {
  private Worths() {}

  static List<SecondSource> of(
      Chain chain, List<StandbyEntry> entries, Asked asked, Progress progress) {
    double days = asked.number("activation-days");
    ExposureSpec spec = ExposureSpec.standard().withThreads(1);
    AtomicLong done = new AtomicLong();
    try (ExecutorService threads = Executors.newFixedThreadPool(asked.threads())) {
      List<Future<SecondSource>> works = new ArrayList<>();
      for (StandbyEntry entry : entries) {
        works.add(
            threads.submit(
                () -> {
                  SecondSource worth =
                      SecondSource.of(
                          chain, entry.maker().site(), entry.maker().product(), days, spec);
                  progress.report("worth", done.incrementAndGet(), entries.size());
                  return worth;
                }));
      }
      List<SecondSource> worths = new ArrayList<>();
      for (Future<SecondSource> work : works) {
        worths.add(work.get());
      }
      return worths;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while valuing second sources", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a second source could not be valued", failed.getCause());
    }
  }
}
