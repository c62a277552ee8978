package tenon.twin.firm;

import java.util.Arrays;

/**
 * Proves how far losses are from the least fixed point, rounding included.
 *
 * <p>Let G be the map of all losses (monotone), H the map of the chosen slots alone (H &lt;= G),
 * and w &gt; 0 a vector with J w &lt; w, where J bounds the derivative of H between the bounds.
 *
 * <ul>
 *   <li><b>From above</b> (Knaster and Tarski): whatever satisfies G(high) &lt;= high lies above
 *       the least fixed point. Losses moved up by a multiple of w are tried, raised where they
 *       fail, and checked component by component.
 *   <li><b>From below</b>: H has one fixed point between the bounds, since it contracts there in
 *       the norm weighted by w; it lies below that of G. Whatever satisfies low &lt;= H(low) lies
 *       below it: with m = max(low, fixed point) one has m &lt;= H(m), and the weighted distance of
 *       m from the fixed point would be at most q &lt; 1 times itself.
 * </ul>
 *
 * All checks are made with sums rounded against the claim: every sum of n terms that are at least 0
 * has a relative error below (n + 3) 2^-53.
 */
final class Enclosure {
  private static final int ATTEMPTS = 6;
  private static final int REPAIRS = 200;
  private static final double SLACK = 2;

  private final Ascent ascent;
  private final Side side;
  final double[] low;
  final double[] high;
  private final double[] width;
  private final double[] right;
  private final boolean[] varies;
  private final double[] packed;
  private final double[] product;

  Enclosure(Ascent ascent) {
    this.ascent = ascent;
    side = ascent.side;
    int nodes = side.nodes();
    low = new double[nodes];
    high = new double[nodes];
    width = new double[nodes];
    right = new double[nodes];
    varies = new boolean[nodes];
    packed = new double[nodes];
    product = new double[nodes];
  }

  /** Solves the linear system of the choices for a right side. */
  interface Solver {
    void solve(double[] x, double[] right);
  }

  /**
   * Tries to prove bounds around the losses; {@link #low} and {@link #high} hold them afterwards,
   * or what is known without.
   *
   * @param derivative the rows built for the choices, where there is replacement
   * @return whether both bounds were proven
   */
  boolean prove(Solver solver, SparseRows derivative) {
    System.arraycopy(ascent.low, 0, low, 0, low.length);
    Arrays.fill(high, 0);
    Arrays.fill(width, 0);
    Arrays.fill(right, 0);
    gaps();
    solver.solve(width, right);
    double move = SLACK;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++, move *= 8) {
      if (above(move) && below(move, derivative)) {
        return true;
      }
    }
    giveUp();
    return false;
  }

  private boolean follows(int node) {
    return ascent.choice[node] != Ascent.NONE;
  }

  /** How far each loss may be from what follows from the others, rounding included. */
  private void gaps() {
    ascent.send(ascent.value);
    for (int at = 0; at < ascent.reached; at++) {
      int node = ascent.reach[at];
      if (follows(node)) {
        double share = side.share(ascent.choice[node], ascent.sent);
        double gap = Math.abs(share - ascent.value[node]);
        right[node] = gap + 2 * ascent.rounding(ascent.choice[node]) * ascent.value[node];
      }
    }
  }

  private boolean above(double move) {
    for (int at = 0; at < ascent.reached; at++) {
      int node = ascent.reach[at];
      double up = ascent.value[node] + move * width[node];
      if (!Double.isFinite(up)) {
        return false;
      }
      high[node] = Math.min(1, Math.max(ascent.shock[node], up));
    }
    for (int repair = 0; repair < REPAIRS; repair++) {
      if (!raise()) {
        return true;
      }
    }
    return false;
  }

  /** Raises what is below what follows from it; returns whether anything was. */
  private boolean raise() {
    ascent.send(high);
    boolean any = false;
    for (int at = 0; at < ascent.reached; at++) {
      int node = ascent.reach[at];
      for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
        double share = Math.min(1, shareAtMost(slot));
        if (share > high[node]) {
          high[node] = share;
          any = true;
        }
      }
    }
    return any;
  }

  /**
   * The share of a slot at the upper losses, rounded up. As a mean of losses, each replaced in part
   * at best, it is at most the greatest of them, whatever rounding does: without that, loops that
   * lose nothing on the way could not be bounded.
   */
  private double shareAtMost(int slot) {
    double greatest = 0;
    for (int at = side.slotStart[slot]; at < side.slotStart[slot + 1]; at++) {
      greatest = Math.max(greatest, high[side.source[at]]);
    }
    return Math.min(greatest, side.share(slot, ascent.sent) * (1 + ascent.rounding(slot)));
  }

  private boolean below(double move, SparseRows derivative) {
    for (int at = 0; at < ascent.reached; at++) {
      int node = ascent.reach[at];
      double down = ascent.value[node] - move * width[node];
      low[node] = follows(node) ? Math.max(0, down) : ascent.shock[node];
    }
    for (int repair = 0; repair < REPAIRS; repair++) {
      if (!lower()) {
        if (!contracts(derivative)) {
          return false;
        }
        for (int at = 0; at < ascent.reached; at++) {
          int node = ascent.reach[at];
          low[node] = Math.max(low[node], ascent.low[node]);
        }
        return true;
      }
    }
    return false;
  }

  private boolean lower() {
    ascent.send(low);
    boolean any = false;
    for (int at = 0; at < ascent.reached; at++) {
      int node = ascent.reach[at];
      if (follows(node)) {
        int slot = ascent.choice[node];
        double share = side.share(slot, ascent.sent) * (1 - ascent.rounding(slot));
        if (share < low[node]) {
          low[node] = share;
          any = true;
        }
      }
    }
    return any;
  }

  /** Whether J w &lt; w between the bounds. */
  private boolean contracts(SparseRows derivative) {
    Market market = ascent.market;
    if (market == null) {
      return contractsAlone();
    }
    // The losses proven so far bound the range from below; H contracts on all of it.
    market.sumAll(ascent.low);
    for (int at = 0; at < ascent.reached; at++) {
      int node = ascent.reach[at];
      varies[node] = market.sigma(node) < 1;
    }
    market.sumAll(high);
    int[] list = new int[ascent.reached];
    int count = 0;
    for (int at = 0; at < ascent.reached; at++) {
      if (follows(ascent.reach[at])) {
        packed[count] = width[ascent.reach[at]];
        list[count++] = ascent.reach[at];
      }
    }
    derivative.build(ascent, list, 0, count, high, varies);
    derivative.times(packed, product);
    for (int a = 0; a < count; a++) {
      double rounded = product[a] * (1 + 4 * ascent.rounding(ascent.choice[list[a]]));
      if (!(rounded < packed[a])) {
        return false;
      }
    }
    return true;
  }

  private boolean contractsAlone() {
    for (int at = 0; at < ascent.reached; at++) {
      int node = ascent.reach[at];
      if (follows(node)) {
        int slot = ascent.choice[node];
        double share = side.share(slot, width) * (1 + ascent.rounding(slot));
        if (!(share < width[node])) {
          return false;
        }
      }
    }
    return true;
  }

  /** What is known without proof of the estimate: the losses swept from below, and everything. */
  private void giveUp() {
    System.arraycopy(ascent.low, 0, low, 0, low.length);
    for (int at = 0; at < ascent.reached; at++) {
      high[ascent.reach[at]] = 1;
    }
    for (int repair = 0; repair < REPAIRS; repair++) {
      descend();
    }
  }

  /** From everything lost, down to what follows from it: every step stays above the fixed point. */
  private void descend() {
    ascent.send(high);
    for (int at = 0; at < ascent.reached; at++) {
      int node = ascent.reach[at];
      double worst = ascent.shock[node];
      for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
        worst = Math.max(worst, Math.min(1, shareAtMost(slot)));
      }
      high[node] = Math.min(high[node], worst);
    }
  }
}
