package tenon.twin.firm;

import java.util.Arrays;

/**
 * Climbs with replacement: in each round every firm takes its worst slot, and Newton's method on
 * losses and sector sums together makes the step. A step may overshoot, so losses are kept between
 * those proven from below and 1; whether the least fixed point was met is proven afterwards by
 * {@link Enclosure}.
 */
final class Newton {
  /** Up to so many firms the matrix is factored; above, solved by {@link Krylov}. */
  static final int DENSE = 160;

  private static final int ROUNDS = 60;
  private static final double ROUNDED = 1e-14;

  /** Gaps below this do not matter to any measure: shares of output are of the order of 1. */
  private static final double UNIT_AT_LEAST = 1e-16;

  private final Ascent ascent;
  private final SparseRows rows;
  private final Krylov krylov;
  private final double[] gap;
  private final double[] step;
  private final double[] best;

  /** Firms whose loss follows from others, in the order of the ascent. */
  final int[] follower;

  int followers;

  Newton(Ascent ascent) {
    this.ascent = ascent;
    int nodes = ascent.side.nodes();
    rows = new SparseRows(nodes);
    krylov = new Krylov(nodes);
    gap = new double[nodes];
    step = new double[nodes];
    best = new double[nodes];
    follower = new int[nodes];
  }

  SparseRows rows() {
    return rows;
  }

  /** Climbs from the ascent's losses; returns the number of systems solved. */
  int climb() {
    double least = Double.POSITIVE_INFINITY;
    int stale = 0;
    int round = 0;
    for (; round < ROUNDS; round++) {
      double off = choose();
      if (off < least) {
        stale = off < 0.5 * least ? 0 : stale + 1;
        least = off;
        System.arraycopy(ascent.value, 0, best, 0, best.length);
      } else {
        stale++;
      }
      if (off <= 1 || stale > 2) {
        break;
      }
      advance();
    }
    System.arraycopy(best, 0, ascent.value, 0, best.length);
    choose();
    return round;
  }

  /**
   * Lets every firm take its worst slot; returns the greatest gap between a loss and what follows
   * from the others, in units of what rounding may do to it.
   */
  private double choose() {
    ascent.send(ascent.value);
    followers = 0;
    double greatest = 0;
    for (int at = 0; at < ascent.reached; at++) {
      int node = ascent.reach[at];
      int slot = ascent.shock[node] < 1 ? ascent.worst(node) : Ascent.NONE;
      double share = slot == Ascent.NONE ? 0 : Math.min(1, ascent.side.share(slot, ascent.sent));
      // A loss that only rounding lifts above the shock would close loops that lead nowhere.
      if (share > ascent.shock[node] * (1 + ROUNDED)) {
        ascent.choice[node] = slot;
        gap[followers] = share - ascent.value[node];
        double unit = 2 * ascent.rounding(slot) * share + UNIT_AT_LEAST;
        greatest = Math.max(greatest, Math.abs(gap[followers]) / unit);
        follower[followers++] = node;
      } else {
        ascent.choice[node] = Ascent.NONE;
        ascent.value[node] = ascent.shock[node];
      }
    }
    return greatest;
  }

  private void advance() {
    rows.build(ascent, follower, 0, followers);
    solve(gap, step, Krylov.CLOSE);
    for (int a = 0; a < followers; a++) {
      int node = follower[a];
      double to = ascent.value[node] + step[a];
      if (Double.isFinite(to)) {
        ascent.value[node] = Math.min(1, Math.max(ascent.low[node], to));
      }
    }
  }

  /** Solves (I - J) x = right for the rows built last. */
  void solve(double[] right, double[] x, double enough) {
    int n = rows.size();
    if (n <= DENSE) {
      System.arraycopy(right, 0, x, 0, n);
      double[] side = Arrays.copyOf(x, n);
      new DenseLu(rows.dense(), n).solve(side);
      System.arraycopy(side, 0, x, 0, n);
    } else {
      Arrays.fill(x, 0, n, 0);
      krylov.solve(rows, x, right, enough);
    }
  }
}
