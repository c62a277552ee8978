package tenon.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outages of sites, one after another, over one network.
 *
 * <p>The time to survive is the reciprocal of the least s at which nothing is lost. The least total
 * share of demand lost, L(s), is convex, piecewise linear and falls to 0, so Newton's method from the
 * horizon's s reaches the root from below in at most as many steps as L has pieces, and exactly: each
 * step re-solves the loss programme with one bound moved. (Maximising the window itself is one
 * programme, but so degenerate that it takes far longer than the three or so re-solves here.)
 *
 * <p>Standby activities start at their own days, which breaks convexity. With the activities that have
 * started by day t and no others, the programme is exact until the next one starts and too strict
 * after; so its own longest survival t' is the answer if nothing starts within (t, t'], and else the
 * search goes on from t' with all that have started by then.
 *
 * <p>For one thread. The answers depend, in their last bits and among equal optima, on the outages
 * before.
 */
final class Outages implements AutoCloseable {
  /** Share of a demand below which a loss is rounding. */
  static final double NOISE = 1e-9;

  /** Programmes weigh no demand less than this fraction of the dearest, lest it be lost for nothing. */
  private static final double LEAST_WEIGHT = 1e-6;

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
   * <p>All outages take their steps together, ordered by s: the basis of one programme is then near
   * the optimum of the next, which saves most of the pivots.
   *
   * @param outages rows of the sites that are out at once, by outage
   * @param oneDone hears of each outage whose survival is known
   */
  double[] surviveDays(List<int[]> outages, Runnable oneDone) {
    List<Search> open = new ArrayList<>();
    double[] days = new double[outages.size()];
    for (int n = 0; n < days.length; n++) {
      open.add(new Search(n, outages.get(n), 1 / horizonDays));
    }
    while (!open.isEmpty()) {
      open.sort(ORDER);
      for (Search search : open) {
        step(search);
        days[search.outage] = search.days;
        if (search.done) {
          oneDone.run();
        }
      }
      open.removeIf(search -> search.done);
    }
    return days;
  }

  /** The search for the longest survival of one outage. */
  private static final class Search {
    private final int outage;
    private final int[] sites;
    private final double first;
    private double s;
    private int steps;

    /** Survived for certain, with the activities that have started by then. */
    private double days;

    private boolean done;

    Search(int outage, int[] sites, double first) {
      this.outage = outage;
      this.sites = sites;
      this.first = first;
      s = first;
    }
  }

  private static final Comparator<Search> ORDER =
      Comparator.<Search>comparingDouble(search -> search.days)
          .thenComparingDouble(search -> search.s)
          .thenComparingInt(search -> search.outage);

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
      reach(search, 1 / search.s);
      return;
    }
    double next = search.s - lost / slope;
    if (!(slope < 0) || !(next < 1 / search.days)) {
      reach(search, search.days);
    } else if (next <= search.s) {
      reach(search, 1 / search.s);
    } else {
      search.s = next;
    }
  }

  /** The activities that have started are good for so many days; others may have started by then. */
  private void reach(Search search, double reached) {
    double next = nextStart(search.days);
    boolean forever = search.s == search.first && reached > search.days;
    search.days = forever ? Double.POSITIVE_INFINITY : Math.max(search.days, reached);
    search.done = forever || next > search.days;
    search.s = search.first;
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
