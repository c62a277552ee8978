package tenon.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Findings;
import tenon.model.Keys;
import tenon.model.Progress;

/**
 * Exposure of a chain to the full outage of each of its sites: margin lost until the site is back, time
 * the chain survives, priority. The programmes, their symbols and their source stand in the package
 * documentation.
 *
 * <p>Sites whose outage an ordinary day does without need no programme. The others are cut into chunks
 * whose size does not depend on the number of threads, each with programmes of its own, so that the
 * result is the same to the bit for any number of threads.
 */
public final class Exposure {
  private static final int CHUNK = 64;
  private static final String TASK = "exposure";

  private final Chain chain;
  private final ExposureSpec spec;
  private final Progress progress;
  private final Recovery recovery;
  private final double[] marginPerUnit;
  private final Undisturbed undisturbed;
  private final Findings findings = new Findings();

  private Exposure(Chain chain, ExposureSpec spec, Progress progress) {
    this.chain = chain;
    this.spec = spec;
    this.progress = progress;
    Blanks blanks = new Blanks();
    recovery = new Recovery(chain.sites(), spec, blanks);
    marginPerUnit = Margins.of(chain, blanks);
    Network network = NetworkBuilder.build(chain, spec, blanks);
    undisturbed = new Undisturbed(network, marginPerUnit);
    blanks.tell(findings);
    if (marginPerUnit.length == 0) {
      findings.add(Blanks.warning("no-demand", "demand.csv", null));
    }
    undisturbed.tell(chain, findings);
  }

  /**
   * Assesses the sites of a chain.
   *
   * @param progress hears of the sites done, as {@code exposure}
   * @throws IllegalArgumentException if the specification names a site that the chain does not have
   */
  public static ExposureResult assess(Chain chain, ExposureSpec spec, Progress progress) {
    int[] sites = sites(chain, spec);
    return new Exposure(chain, spec.withSiteIds(ids(chain, sites)), progress).assess(sites);
  }

  private static int[] sites(Chain chain, ExposureSpec spec) {
    Keys keys = chain.sites().keys();
    List<String> wanted = spec.siteIds();
    if (wanted == null) {
      return IntStream.range(0, keys.count()).toArray();
    }
    return wanted.stream().mapToInt(id -> known(keys, id)).sorted().distinct().toArray();
  }

  private static int known(Keys keys, String id) {
    int site = keys.id(id);
    if (site < 0) {
      throw new IllegalArgumentException(
          "site \"" + id + "\" is unknown; write a site_id of sites.csv");
    }
    return site;
  }
}
