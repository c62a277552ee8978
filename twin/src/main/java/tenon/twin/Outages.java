package tenon.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outages of sites, one after another, over one network.
 *
 * <p>The time to survive is the reciprocal of the least s at which nothing is lost. The least total
 * share of demand lost, L(s), is convex, piecewise linear and falls to 0, so Newton's method from
 * any s at which something is lost reaches the root from below in at most as many steps as L has
 * pieces, and exactly: each step re-solves the loss programme with one bound moved. Such an s is
 * found by trying ever longer windows: while nothing is lost the basis hardly changes, so a try
 * costs a tenth of a solve at the horizon, where much is lost. (Maximising the window itself is one
 * programme, but so degenerate that it takes far longer than the few re-solves here.)
 *
 * <p>Standby activities start at their own days, which breaks convexity. With the activities that
 * have started by day t and no others, the programme is exact until the next one starts and too
 * strict after; so its own longest survival t' is the answer if nothing starts within (t, t'], and
 * else the search goes on from t' with all that have started by then.
 *
 * <p>For one thread. The answers depend, in their last bits and among equal optima, on the outages
 * before.
 */
final class Outages implements AutoCloseable {
  /** Share of a demand below which a loss is rounding. */
  static final double NOISE = 1e-9;

  /**
   * Programmes weigh no demand less than this fraction of the dearest, lest it be lost for nothing.
   */
  private static final double LEAST_WEIGHT = 1e-6;

  /** First window that is tried, days, and by how much it grows while nothing is lost. */
  private static final double PROBE_DAYS = 100;

  private static final double PROBE_FACTOR = 4;

  private static final int STEP_LIMIT = 10_000;

  private final Network network;
  private final double[] marginPerUnit;
  private final double horizonDays;
  private @Nullable Programme shares;
  private @Nullable Programme margins;

  Outages(Network network, double[] marginPerUnit, double horizonDays) {
    this.network = network;
    this.marginPerUnit = marginPerUnit;
    this.horizonDays = horizonDays;
  }

  /**
   * Days for which no demand loses anything while the sites of an outage are out; infinite from the
   * horizon on.
   *
   * <p>All outages try the same window before any tries a longer one: while nothing is lost the
   * basis of one is then near the optimum of the next, which saves most of the pivots.
   *
   * @param outages rows of the sites that are out at once, by outage
   * @param oneDone hears of each outage whose survival is known
   */
  double[] surviveDays(List<int[]> outages, Runnable oneDone) {
    List<Search> searches = new ArrayList<>();
    for (int n = 0; n < outages.size(); n++) {
      searches.add(new Search(outages.get(n), 1 / horizonDays));
    }
    probe(searches);
    // Neighbours in s share most of their basis.
    List<Search> order = new ArrayList<>(searches);
    order.sort(Comparator.comparingDouble(search -> search.s));
    for (Search search : order) {
      while (!search.done) {
        step(search);
      }
      oneDone.run();
    }
    return searches.stream().mapToDouble(search -> search.days).toArray();
  }

  /** Lengthens the windows of all outages together, until each has lost something or is done. */
  private void probe(List<Search> searches) {
    List<Search> open = new ArrayList<>(searches);
    while (!open.isEmpty()) {
      open.forEach(this::step);
      open.removeIf(search -> search.done || search.onTangent || search.days > 0);
    }
  }

  /** The search for the longest survival of one outage. */
  private static final class Search {
    private final int[] sites;
    private final double first;
    private double s;
    private int steps;

    /** Whether s was found by a step of Newton's, so that no loss there means the root is met. */
    private boolean onTangent;

    /** Survived for certain, with the activities that have started by then. */
    private double days;

    private boolean done;

    Search(int[] sites, double first) {
      this.sites = sites;
      this.first = first;
      s = Math.max(first, 1 / PROBE_DAYS);
    }
  }

  private void step(Search search) {
    Programme programme = shares();
    programme.start(search.days, true);
    shut(programme, search.sites);
    Programme.Optimum optimum = programme.solve(search.s);
    double lost = optimum.weightedLoss();
    double slope = lost > NOISE ? optimum.slope() : 0;
    reopen(programme, search.sites);
    if (++search.steps > STEP_LIMIT) {
      throw new ArithmeticException("no time to survive found in " + STEP_LIMIT + " steps");
    }
    if (!(lost > NOISE)) {
      if (search.onTangent || search.s == search.first) {
        reach(search, 1 / search.s);
      } else {
        search.s = Math.max(search.first, search.s / PROBE_FACTOR);
      }
      return;
    }
    double next = search.s - lost / slope;
    if (!(slope < 0) || !(next < 1 / search.days)) {
      reach(search, search.days);
    } else if (next <= search.s) {
      reach(search, 1 / search.s);
    } else {
      search.s = next;
      search.onTangent = true;
    }
  }

  /**
   * The activities that have started are good for so many days; others may have started by then.
   */
  private void reach(Search search, double reached) {
    double next = nextStart(search.days);
    boolean forever = search.s == search.first && reached > search.days;
    search.days = forever ? Double.POSITIVE_INFINITY : Math.max(search.days, reached);
    search.done = forever || next > search.days;
    search.s = Math.max(search.first, Math.min(1 / PROBE_DAYS, 1 / (PROBE_FACTOR * search.days)));
    search.onTangent = false;
  }

  /** The first start after the given day; infinite where there is none. */
  private double nextStart(double day) {
    for (double start : network.activations) {
      if (start > day) {
        return start;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Least margin lost per day over a window of so many days, by demand as units lost per day. */
  double[] lossPerDay(double days, int... sites) {
    Programme programme = margins();
    programme.start(days, false);
    shut(programme, sites);
    Programme.Optimum optimum = programme.solve(1 / days);
    double[] lost = new double[network.perDay.length];
    for (int j = 0; j < lost.length; j++) {
      double units = optimum.lossPerDay(j);
      lost[j] = units <= NOISE * network.perDay[j] ? 0 : units;
    }
    reopen(programme, sites);
    return lost;
  }

  private static void shut(Programme programme, int[] sites) {
    for (int site : sites) {
      programme.shut(site);
    }
  }

  private static void reopen(Programme programme, int[] sites) {
    for (int site : sites) {
      programme.reopen(site);
    }
  }

  private Programme shares() {
    Programme made = shares;
    if (made == null) {
      made = new Programme(network, shareWeights(network));
      shares = made;
    }
    return made;
  }

  private Programme margins() {
    Programme made = margins;
    if (made == null) {
      made = new Programme(network, marginWeights(network, marginPerUnit));
      margins = made;
    }
    return made;
  }

  /** Weights under which the loss of a whole demand costs 1. */
  private static double[] shareWeights(Network network) {
    double[] weight = new double[network.perDay.length];
    for (int j = 0; j < weight.length; j++) {
      weight[j] = network.perDay[j] > 0 ? 1 / network.perDay[j] : 1;
    }
    return weight;
  }

  /** Margins, scaled so that the loss of the dearest demand costs 1 a day. */
  static double[] marginWeights(Network network, double[] marginPerUnit) {
    double dearest = 0;
    for (int j = 0; j < marginPerUnit.length; j++) {
      dearest = Math.max(dearest, marginPerUnit[j] * network.perDay[j]);
    }
    if (!(dearest > 0)) {
      return shareWeights(network);
    }
    double[] weight = new double[marginPerUnit.length];
    for (int j = 0; j < weight.length; j++) {
      double perDay = network.perDay[j];
      double share = Math.max(marginPerUnit[j] * perDay / dearest, LEAST_WEIGHT);
      weight[j] = perDay > 0 ? share / perDay : 1;
    }
    return weight;
  }

  long solves() {
    return (shares == null ? 0 : shares.solves()) + (margins == null ? 0 : margins.solves());
  }

  @Override
  public void close() {
    for (Programme programme : new @Nullable Programme[] {shares, margins}) {
      if (programme != null) {
        programme.close();
      }
    }
  }
}
