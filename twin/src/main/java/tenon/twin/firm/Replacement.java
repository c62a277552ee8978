package tenon.twin.firm;

import java.util.Arrays;

/**
 * Replacement within sectors in a cascade of which only what changes is carried on: the members
 * that lost something are listed by sector, so that a step asks no others.
 */
final class Replacement {
  private static final int NOBODY = -1;

  /**
   * A change of a loss no greater than this waits until more has come together. The published
   * program reckons with what is left, near 1, and rounds off as much in every operation; what any
   * loss lacks in the end is at most this for each step made.
   */
  private static final double UNSENT = 0x1p-53;

  private final Market market;

  /** First listed member of each sector, and who follows each; {@link #NOBODY} ends a list. */
  private final int[] first;

  private final int[] next;
  private final boolean[] listed;

  /** Sectors in which a loss changed since they were last summed. */
  private final boolean[] stale;

  Replacement(Market market, int nodes) {
    this.market = market;
    first = new int[market.sectors()];
    next = new int[nodes];
    listed = new boolean[nodes];
    stale = new boolean[market.sectors()];
    Arrays.fill(first, NOBODY);
  }

  /** Takes who sends what. */
  interface Senders {
    void send(int node, double counts);
  }

  /** Notes that the loss of a node changed. */
  void changed(int node) {
    int sector = market.sector(node);
    stale[sector] = true;
    if (!listed[node]) {
      listed[node] = true;
      next[node] = first[sector];
      first[sector] = node;
    }
  }

  /** Names every node whose loss counts otherwise than was sent, now that sectors changed. */
  void send(double[] loss, double[] sent, Senders to) {
    for (int sector = 0; sector < stale.length; sector++) {
      if (stale[sector]) {
        stale[sector] = false;
        double least = sum(sector, loss);
        for (int node = first[sector]; node != NOBODY; node = next[node]) {
          double counts = market.sigma(node) * loss[node];
          if (Math.abs(counts - sent[node]) > least) {
            to.send(node, counts);
          }
        }
      }
    }
  }

  /** Sums what a sector still makes; returns the change that need not be sent. */
  private double sum(int sector, double[] loss) {
    double lost = 0;
    for (int node = first[sector]; node != NOBODY; node = next[node]) {
      lost += market.output(node) * loss[node];
    }
    if (market.lose(sector, lost)) {
      return UNSENT;
    }
    // Where little is left, a small error of a loss is a large one of what is left.
    market.sum(sector, loss);
    return 0;
  }

  /** Forgets a cascade. */
  void clear() {
    for (int sector = 0; sector < first.length; sector++) {
      for (int node = first[sector]; node != NOBODY; node = next[node]) {
        listed[node] = false;
      }
      first[sector] = NOBODY;
      stale[sector] = false;
    }
  }
}
