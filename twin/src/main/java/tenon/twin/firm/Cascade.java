package tenon.twin.firm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tenon.model.Progress;

/**
 * Cascades of failures through a network of firms, and the economic systemic risk index (ESRI) of
 * each scenario. Formulas and sources stand in the package's page.
 *
 * <p>Scenarios are worked off by any number of threads; every scenario starts from clean scratch,
 * so that the result is the same to the bit for any number of threads.
 */
public final class Cascade {
  private static final int CHUNK = 16;

  /**
   * Fewer scenarios would leave lanes empty. With replacement losses fade so fast that following
   * each cascade by what changes is faster.
   */
  private static final int LANES_FROM = 24;

  /** More firms would make the scratch of a thread large: 1 kB a firm. */
  private static final int LANES_UP_TO = 300_000;

  private static final String TASK = "cascade";

  private final FirmNetwork network;
  private final CascadeSpec spec;
  private final double[] weight;

  private Cascade(FirmNetwork network, CascadeSpec spec, double[] weight) {
    this.network = network;
    this.spec = spec;
    this.weight = weight;
  }

  /**
   * Runs every scenario.
   *
   * @param progress hears of the scenarios done, as {@code cascade}
   */
  public static CascadeResult run(
      FirmNetwork network, CascadeSpec spec, Shocks shocks, Progress progress) {
    return new Cascade(network, spec, weights(network)).run(shocks, progress);
  }

  /** Shares of the firms in all output; all 0 where nothing is sold. */
  static double[] weights(FirmNetwork network) {
    double[] weight = network.sales.output.clone();
    double total = network.totalOutput();
    for (int firm = 0; firm < weight.length; firm++) {
      weight[firm] = total > 0 ? weight[firm] / total : 0;
    }
    return weight;
  }

  /** A runner for one thread. */
  static Runner runner(
      FirmNetwork network, CascadeSpec spec, double[] weight, @Nullable ExecutorService second) {
    return switch (spec.stopping()) {
      case Stopping.Eps(double eps) ->
          new SteppedRun(network, weight, spec.replaceability(), eps, second);
      case Stopping.Exact() -> new ExactRun(network, weight, spec.replaceability());
    };
  }

  private CascadeResult run(Shocks shocks, Progress progress) {
    int scenarios = shocks.count(network.firms());
    CascadeResult result = new CascadeResult(scenarios, spec.keepLosses());
    try (ExecutorService threads = Executors.newFixedThreadPool(spec.threads())) {
      if (scenarios == 1 && spec.threads() > 1) {
        // Nothing to share out among threads but the two directions.
        result.set(0, runner(network, spec, weight, threads).run(lost(shocks, 0)));
        progress.report(TASK, 1, 1);
      } else {
        Work.all(threads, tasks(shocks, scenarios, result, progress));
      }
    }
    return result;
  }

  private double[] lost(Shocks shocks, int scenario) {
    double[] lost = new double[network.firms()];
    shocks.lost(scenario, lost);
    return lost;
  }

  private List<Runnable> tasks(
      Shocks shocks, int scenarios, CascadeResult result, Progress progress) {
    AtomicLong done = new AtomicLong();
    if (spec.stopping() instanceof Stopping.Eps(double eps)
        && spec.replaceability() == Replaceability.NONE
        && scenarios >= LANES_FROM
        && network.firms() <= LANES_UP_TO) {
      AtomicInteger queue = new AtomicInteger();
      Runnable ended = () -> progress.report(TASK, done.incrementAndGet(), scenarios);
      Runnable lanes =
          () -> new LaneRun(network, weight, eps).run(shocks, queue, scenarios, result, ended);
      return Collections.nCopies(spec.threads(), lanes);
    }
    Supplier<Batch> ofThread = ThreadLocal.withInitial(this::batch)::get;
    List<Runnable> tasks = new ArrayList<>();
    for (int from = 0; from < scenarios; from += CHUNK) {
      int first = from;
      int last = Math.min(from + CHUNK, scenarios);
      tasks.add(
          () -> {
            ofThread.get().run(shocks, first, last, result);
            progress.report(TASK, done.addAndGet(last - first), scenarios);
          });
    }
    return tasks;
  }

  /** Works off the scenarios from first to before last; for one thread, with scratch of its own. */
  private interface Batch {
    void run(Shocks shocks, int first, int last, CascadeResult result);
  }

  private Batch batch() {
    Runner runner = runner(network, spec, weight, null);
    double[] lost = new double[network.firms()];
    return (shocks, first, last, result) -> {
      for (int scenario = first; scenario < last; scenario++) {
        Arrays.fill(lost, 0);
        shocks.lost(scenario, lost);
        result.set(scenario, runner.run(lost));
      }
    };
  }
}
