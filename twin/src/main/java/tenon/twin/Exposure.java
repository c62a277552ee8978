package tenon.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
 * Exposure of a chain to the full outage of each of its sites: margin lost until the site is back,
 * time the chain survives, priority. The programmes, their symbols and their source stand in the
 * package documentation.
 *
 * <p>Sites whose outage an ordinary day does without need no programme. The others are cut into
 * chunks whose size does not depend on the number of threads, each with programmes of its own, so
 * that the result is the same to the bit for any number of threads.
 */
public final class Exposure {
  private static final int CHUNK = 128;
  private static final String TASK = "exposure";

  private final ExposureSpec spec;
  private final double[] marginPerUnit;
  private final Undisturbed undisturbed;
  private final List<Recovery> recoveries = new ArrayList<>();
  private final Findings findings = new Findings();

  private Exposure(Chain chain, ExposureSpec spec) {
    this.spec = spec;
    Blanks blanks = new Blanks();
    for (int site : sites(chain.sites().keys(), spec)) {
      recoveries.add(Recovery.of(chain.sites(), site, spec, blanks));
    }
    marginPerUnit = Margins.of(chain, blanks);
    undisturbed = new Undisturbed(NetworkBuilder.build(chain, spec, blanks), marginPerUnit);
    blanks.tell(findings);
    undisturbed.tell(chain, findings);
    if (marginPerUnit.length == 0) {
      findings.add(Blanks.warning("no-demand", "demand.csv", null));
    }
  }

  /**
   * Assesses the sites of a chain. The chain must be sound, as one read from a package is.
   *
   * @param progress hears of the sites done, as {@code exposure}
   * @throws IllegalArgumentException if the specification names a site that the chain does not have
   */
  public static ExposureResult assess(Chain chain, ExposureSpec spec, Progress progress) {
    return assess(chain, spec, progress, CHUNK);
  }

  /**
   * As above with chunks of another size, on which last bits and choices among optima may depend.
   */
  static ExposureResult assess(Chain chain, ExposureSpec spec, Progress progress, int chunk) {
    return new Exposure(chain, spec).assess(progress, chunk);
  }

  /**
   * Assesses every two of the given sites, out at once.
   *
   * @param spec as for {@link #assess(Chain, ExposureSpec, Progress)}; its sites are those paired
   * @return the pairs in the order of their rows; the same for any number of threads
   */
  public static List<PairExposure> pairs(Chain chain, ExposureSpec spec, Progress progress) {
    return new Exposure(chain, spec).pairs(progress);
  }

  private List<PairExposure> pairs(Progress progress) {
    List<Pairs> tasks = new ArrayList<>();
    List<Recovery[]> open = new ArrayList<>();
    for (int first = 0; first < recoveries.size(); first++) {
      for (int second = first + 1; second < recoveries.size(); second++) {
        open.add(new Recovery[] {recoveries.get(first), recoveries.get(second)});
        if (open.size() == CHUNK) {
          tasks.add(new Pairs(undisturbed.network, marginPerUnit, horizonDays(), open));
          open = new ArrayList<>();
        }
      }
    }
    tasks.add(new Pairs(undisturbed.network, marginPerUnit, horizonDays(), open));
    List<PairExposure> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(spec.threads())) {
      List<Future<List<PairExposure>>> running = tasks.stream().map(threads::submit).toList();
      for (Future<List<PairExposure>> part : running) {
        done.addAll(part.get());
        progress.report("pairs", done.size(), (long) tasks.size() * CHUNK);
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("exposure failed: " + failure.getMessage(), failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("exposure was interrupted", stop);
    }
    return done;
  }

  private static int[] sites(Keys keys, ExposureSpec spec) {
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

  private ExposureResult assess(Progress progress, int chunk) {
    TreeMap<Integer, SiteExposure> bySite = new TreeMap<>();
    List<Recovery> needed = new ArrayList<>();
    for (Recovery recovery : recoveries) {
      if (undisturbed.doesWithout(recovery.site())) {
        bySite.put(recovery.site(), Chunk.none(recovery));
      } else {
        needed.add(recovery);
      }
    }
    AtomicLong done = new AtomicLong(bySite.size());
    progress.report(TASK, done.get(), recoveries.size());
    List<Chunk> chunks =
        chunks(
            needed, chunk, () -> progress.report(TASK, done.incrementAndGet(), recoveries.size()));
    long programmes = 1;
    for (Chunk.Done part : work(chunks)) {
      programmes += part.programmes();
      part.sites().forEach(exposure -> bySite.put(exposure.site(), exposure));
    }
    return new ExposureResult(List.copyOf(bySite.values()), findings.list(), programmes);
  }

  private List<Chunk> chunks(List<Recovery> sites, int size, Runnable oneDone) {
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < sites.size(); from += size) {
      List<Recovery> part = sites.subList(from, Math.min(from + size, sites.size()));
      chunks.add(new Chunk(undisturbed.network, marginPerUnit, horizonDays(), part, oneDone));
    }
    return chunks;
  }

  /** Long enough that a site whose survival counts as infinite loses nothing until it is back. */
  private double horizonDays() {
    return recoveries.stream()
        .mapToDouble(recovery -> recovery.interval().high())
        .reduce(spec.horizonDays(), Math::max);
  }

  private List<Chunk.Done> work(List<Chunk> chunks) {
    List<Chunk.Done> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(spec.threads())) {
      List<Future<Chunk.Done>> running = chunks.stream().map(threads::submit).toList();
      try {
        for (Future<Chunk.Done> part : running) {
          done.add(part.get());
        }
      } catch (ExecutionException failure) {
        threads.shutdownNow();
        throw new IllegalStateException("exposure failed: " + failure.getMessage(), failure);
      } catch (InterruptedException stop) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("exposure was interrupted", stop);
      }
    }
    return done;
  }
}
