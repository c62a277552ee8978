package tenon.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenon.model.Progress;
import tenon.twin.firm.Cascade;
import tenon.twin.firm.CascadeResult;
import tenon.twin.firm.CascadeSpec;
import tenon.twin.firm.FirmNetwork;
import tenon.twin.firm.Replaceability;
import tenon.twin.firm.Shocks;
import tenon.twin.firm.Stopping;

/**
 * Cascades through a scale-free network of 50 sectors on two threads: closures of {@code closures}
 * firms spread evenly over all, in one call; a single closure is that of the firm that sells most.
 * The network is built before. A third of the pairs of sectors is essential, a tenth not needed;
 * the mean degree is 7, and 10 with a million firms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class CascadeBenchmark {
  private static final int SECTORS = 50;
  private static final int THREADS = 2;
  private static final int MILLION = 1_000_000;

  @Param({"10000"})
  private int firms;

  @Param({"10000"})
  private int closures;

  @Param({"SECTOR", "NONE"})
  private Replaceability replaceability = Replaceability.SECTOR;

  @Param({"0.01"})
  private String eps = "";

  private FirmNetwork network =
      FirmNetwork.of(new int[1], 1, new byte[1], new int[0], new int[0], new double[0]);
  private CascadeSpec spec = CascadeSpec.exact();
  private Shocks shocks = new Shocks.EveryFirm();

  @Setup(Level.Trial)
  public void build() {
    network = scaleFree(firms, firms >= MILLION ? 10 : 7);
    Stopping stopping =
        eps.equals("exact") ? new Stopping.Exact() : new Stopping.Eps(Double.parseDouble(eps));
    spec = new CascadeSpec(replaceability, stopping, false, THREADS);
    int[] closed =
        IntStream.range(0, closures).map(nth -> (int) ((long) nth * firms / closures)).toArray();
    if (closures == 1) {
      closed[0] = greatest();
    }
    shocks = closures == firms ? new Shocks.EveryFirm() : Shocks.Closed.each(closed);
  }

  /** The firm that sells most. */
  private int greatest() {
    int greatest = 0;
    for (int firm = 1; firm < firms; firm++) {
      greatest = network.output(firm) > network.output(greatest) ? firm : greatest;
    }
    return greatest;
  }

  @Benchmark
  public CascadeResult cascades() {
    return Cascade.run(network, spec, shocks, Progress.NONE);
  }

  /** Six ends out of ten fall on the end of an older link, the others on any firm. */
  private static FirmNetwork scaleFree(int firms, int meanDegree) {
    SplittableRandom random = new SplittableRandom(1);
    int[] from = new int[firms * meanDegree];
    int[] to = new int[from.length];
    double[] amount = new double[from.length];
    for (int link = 0; link < from.length; link++) {
      from[link] = end(random, from, link, firms);
      to[link] = end(random, to, link, firms);
      amount[link] = Math.exp(1.5 * random.nextGaussian());
    }
    byte[] essential = new byte[SECTORS * SECTORS];
    for (int pair = 0; pair < essential.length; pair++) {
      double u = random.nextDouble();
      essential[pair] = (byte) (u < 1 / 3.0 ? 2 : u < 0.9 ? 1 : 0);
    }
    int[] sector = random.ints(firms, 0, SECTORS).toArray();
    return FirmNetwork.of(sector, SECTORS, essential, from, to, amount);
  }

  private static int end(SplittableRandom random, int[] ends, int link, int firms) {
    boolean preferred = link > firms && random.nextDouble() < 0.6;
    return preferred ? ends[random.nextInt(link)] : random.nextInt(firms);
  }
}
