package tenon.twin;

import org.jspecify.annotations.Nullable;

/**
 * Outages of sites, one after another, over one network.
 *
 * <p>The time to survive is the reciprocal of the least s at which nothing is lost. The least total
 * share of demand lost, L(s), is convex, piecewise linear and falls to 0, so Newton's method from the
 * horizon's s reaches the root from below in as many steps as it meets pieces, and exactly: each step
 * re-solves the loss programme with one bound moved. (Maximising the window itself is one programme,
 * but so degenerate that it takes far longer than the few re-solves here.)
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

  /** Days for which no demand loses anything while the sites are out; infinite from the horizon on. */
  double surviveDays(int... sites) {
    Programme programme = shares();
    for (int site : sites) {
      programme.shut(site);
    }
    double days = surviveDays(programme);
    for (int site : sites) {
      programme.reopen(site);
    }
    return days;
  }

  private double surviveDays(Programme programme) {
    double survived = 0;
    while (true) {
      programme.start(survived, true);
      double reached = Math.max(survived, root(programme, survived));
      double next = nextStart(survived);
      if (reached >= horizonDays) {
        return Double.POSITIVE_INFINITY;
      }
      if (next > reached) {
        return reached;
      }
      survived = reached;
    }
  }

  /** Longest window without loss among the activities started, where {@code survived} has none. */
  private double root(Programme programme, double survived) {
    double s = 1 / horizonDays;
    for (int step = 0; step < STEP_LIMIT; step++) {
      Programme.Optimum optimum = programme.solve(s);
      double lost = optimum.weightedLoss();
      if (!(lost > NOISE)) {
        return step == 0 ? horizonDays : 1 / s;
      }
      double slope = optimum.slope();
      double next = s - lost / slope;
      if (!(slope < 0) || !(next < 1 / survived)) {
        return survived;
      }
      if (next <= s) {
        return 1 / s;
      }
      s = next;
    }
    throw new ArithmeticException("the time to survive was not found in " + STEP_LIMIT + " steps");
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
    for (int site : sites) {
      programme.shut(site);
    }
    programme.start(days, false);
    Programme.Optimum optimum = programme.solve(1 / days);
    double[] lost = new double[network.perDay.length];
    for (int j = 0; j < lost.length; j++) {
      double units = optimum.lossPerDay(j);
      lost[j] = units <= NOISE * network.perDay[j] ? 0 : units;
    }
    for (int site : sites) {
      programme.reopen(site);
    }
    return lost;
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
