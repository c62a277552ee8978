package tenon.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.model.Finding;
import tenon.model.Loaded;

/**
 * What a second thread can save in a regression, told by processor time, so that other work on the
 * machine does not lengthen it. The calling thread does what is serial and then waits; the workers
 * take lanes as they get free. The longest path is therefore the caller's time and half of the
 * workers'. The collector and the compiler are left out; caches and memory are as busy as they are.
 *
 * <p>Run with {@code panel} and the number of units, of eleven periods each, or {@code firm} and
 * the number of rows (the difficult case of persons, firms and years), then the number of calls.
 */
public final class TwoThreads {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TwoThreads() {}

  /** Milliseconds of one call: the caller's, and those of all workers together. */
  private record Spent(double caller, double workers) {}

  public static void main(String[] arguments) {
    boolean panel = arguments[0].equals("panel");
    int size = Integer.parseInt(arguments[1]);
    int calls = Integer.parseInt(arguments[2]);
    Observations data =
        panel ? GeneratedData.panel(size, 11, 1, .06) : GeneratedData.firm(size, true, 1);
    String formula =
        panel
            ? "y ~ did + x1 + x2 + x3 + x4 + x5 + x6 | id + year"
            : "y ~ x1 + x2 | person + firm + year";
    RegressionSpec spec = RegressionSpec.of(Formula.of(formula));
    for (int warm = 0; warm < calls; warm++) {
      fit(data, spec);
      fit(data, spec.withThreads(2));
    }
    double[] one = new double[calls];
    double[] serial = new double[calls];
    double[] path = new double[calls];
    for (int call = 0; call < calls; call++) {
      one[call] = spent(data, spec).caller();
      Spent two = spent(data, spec.withThreads(2));
      serial[call] = two.caller();
      path[call] = two.caller() + two.workers() / 2;
    }
    System.out.printf(
        "rows %d: one thread %.1f ms; two: serial %.1f ms, longest path %.1f ms; ratio %.2f%n",
        data.rows(), median(one), median(serial), median(path), median(one) / median(path));
  }

  private static Spent spent(Observations data, RegressionSpec spec) {
    long caller = THREADS.getCurrentThreadCpuTime();
    long workers = workers();
    fit(data, spec);
    return new Spent(
        (THREADS.getCurrentThreadCpuTime() - caller) / 1e6, (workers() - workers) / 1e6);
  }

  /** Processor time of the threads that take lanes; they live on between calls. */
  private static long workers() {
    long sum = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().equals("lane")) {
        sum += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return sum;
  }

  private static void fit(Observations data, RegressionSpec spec) {
    if (Regression.fit(data, spec) instanceof Loaded.Rejected<?>(List<Finding> findings)) {
      throw new IllegalStateException(findings.toString());
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
