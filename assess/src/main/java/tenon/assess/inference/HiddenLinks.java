package tenon.assess.inference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenon.model.Chain;

/**
 * How good inference is: the known links are hidden in turn, a fifth at a time, and inferred from
 * the rest. Only what sites with a hidden link need is looked at.
 *
 * @param hidden number of links hidden
 * @param found of these, number inferred with at least the asked confidence
 * @param inferred number of links inferred for the same needs
 * @param bins how often links of a confidence are right
 */
public record HiddenLinks(int hidden, int found, int inferred, List<Bin> bins) {
  private static final int PARTS = 5;
  private static final int BINS = 5;

  /**
   * Links of a range of confidence.
   *
   * @param low from this confidence
   * @param high up to this one
   * @param inferred number of links
   * @param right of these, number that were hidden links
   */
  public record Bin(double low, double high, int inferred, int right) {}

  private record Route(int supplier, int customer, int product) {}

  public HiddenLinks {
    bins = List.copyOf(bins);
  }

  /** Share of the hidden links that were found; NaN where none was hidden. */
  public double recall() {
    return (double) found / hidden;
  }

  /** Share of the inferred links that were hidden ones; NaN where none was inferred. */
  public double precision() {
    return (double) found / inferred;
  }

  /**
   * Hides and infers.
   *
   * @param least least confidence that counts as found
   * @param seed chooses which links are hidden together
   */
  public static HiddenLinks measure(
      Chain chain, List<Delivery> deliveries, ImportShares imports, double least, long seed) {
    int hidden = 0;
    int found = 0;
    int inferred = 0;
    int[] all = new int[BINS];
    int[] right = new int[BINS];
    for (int part = 0; part < PARTS; part++) {
      int now = part;
      Set<Route> routes = new HashSet<>();
      Set<Long> needs = new HashSet<>();
      for (int link = 0; link < chain.links().count(); link++) {
        if (part(link, seed) == part && !chain.links().closed(link)) {
          int customer = chain.links().customer(link);
          int product = chain.links().product(link);
          routes.add(new Route(chain.links().supplier(link), customer, product));
          needs.add((long) customer << 32 | product);
        }
      }
      hidden += routes.size();
      for (InferredLink link :
          LinkInference.infer(chain, deliveries, imports, 0, row -> part(row, seed) != now)) {
        if (needs.contains((long) link.customer() << 32 | link.product())) {
          boolean is = routes.contains(new Route(link.supplier(), link.customer(), link.product()));
          int bin = Math.min(BINS - 1, (int) (link.confidence() * BINS));
          all[bin]++;
          right[bin] += is ? 1 : 0;
          inferred += link.confidence() >= least ? 1 : 0;
          found += is && link.confidence() >= least ? 1 : 0;
        }
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(new Bin(bin / (double) BINS, (bin + 1) / (double) BINS, all[bin], right[bin]));
    }
    return new HiddenLinks(hidden, found, inferred, bins);
  }

  /** Part that a link is hidden in: the SplitMix64 hash of its row and the seed. */
  private static int part(int link, long seed) {
    long z = seed + (link + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) Math.floorMod(z ^ (z >>> 31), (long) PARTS);
  }
}
