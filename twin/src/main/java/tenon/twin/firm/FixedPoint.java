package tenon.twin.firm;

import org.jspecify.annotations.Nullable;

/**
 * The least fixed point of the losses of one direction, with proven bounds.
 *
 * <p><b>Why it is the right one.</b> The iteration of the published program starts at the shocks
 * and rises, since the map is monotone; it converges to the least fixed point above the shocks (the
 * greatest in terms of remaining output). Without replacement each loss is the greatest of a shock
 * and of means of other losses, so the least fixed point is the value of a Markov decision process
 * in which each firm chooses where to look; choosing anew where another slot gives more, and
 * solving for the choices, is Howard's policy iteration (1960), which is Newton's method here: it
 * rises and ends after finitely many rounds. The number of steps does not depend on how nearly
 * closed the loops are, while iteration needs about 1 / (1 - gain) steps for each digit.
 *
 * <p>With replacement the map stays monotone but bends ({@link Newton}); if the bounds cannot be
 * proven, more sweeps from below bring it nearer before the next try.
 */
final class FixedPoint {
  private static final int SWEEPS = 12;
  private static final long MOST_SWEEPS = 100_000;
  private static final long MOST_ENTRIES = 200_000_000;
  private static final int ROUNDS = 200;
  private static final int RAISES = 100;
  private static final double SETTLED = 1e-13;

  private final Ascent ascent;
  private final PolicySolver policy;
  private final @Nullable Newton newton;
  private final SparseRows derivative;
  private final Enclosure enclosure;
  private final double[] nothing;
  private long systems;

  FixedPoint(Side side, @Nullable Market market) {
    ascent = new Ascent(side, market);
    policy = new PolicySolver(ascent);
    newton = market == null ? null : new Newton(ascent);
    derivative = newton == null ? new SparseRows(0) : newton.rows();
    enclosure = new Enclosure(ascent);
    nothing = new double[side.nodes()];
  }

  /** Solves for these shocks. */
  void solve(double[] lost) {
    systems = 0;
    ascent.begin(lost);
    // Deterministic, and about half a second on one thread where no bound can be proven.
    long most = Math.min(MOST_SWEEPS, MOST_ENTRIES / (1 + ascent.side.source.length));
    for (long sweeps = SWEEPS; sweeps <= SWEEPS + most; sweeps *= 4) {
      for (int at = 0; at < sweeps && ascent.sweep(0) > SETTLED; at++) {
        // Each sweep raises the losses.
      }
      ascent.keepLow();
      if (newton == null ? choices() : climb(newton)) {
        return;
      }
      System.arraycopy(ascent.low, 0, ascent.value, 0, ascent.value.length);
    }
  }

  private boolean choices() {
    for (int round = 0; round < ROUNDS; round++) {
      policy.order();
      policy.solve(ascent.value, nothing, Krylov.CLOSE);
      systems++;
      if (ascent.sweep(SETTLED) == 0) {
        return enclosure.prove(this::widths, derivative);
      }
    }
    policy.order();
    return enclosure.prove(this::widths, derivative);
  }

  private boolean climb(Newton by) {
    systems += by.climb();
    by.rows().build(ascent, by.follower, 0, by.followers);
    return enclosure.prove((x, right) -> widths(by, x, right), derivative);
  }

  /** Solves roughly, then raises what rounding or a rough solution left too low for a proof. */
  private void widths(double[] x, double[] right) {
    policy.solve(x, right, Krylov.ROUGH);
    boolean raised = true;
    for (int round = 0; round < RAISES && raised; round++) {
      raised = false;
      for (int at = 0; at < ascent.reached; at++) {
        int node = ascent.reach[at];
        if (ascent.choice[node] != Ascent.NONE) {
          double least = ascent.side.share(ascent.choice[node], x) + 0.5 * right[node];
          raised |= least > x[node];
          x[node] = Math.max(x[node], least);
        }
      }
    }
  }

  private void widths(Newton by, double[] x, double[] right) {
    double[] packed = new double[by.followers];
    double[] solved = new double[by.followers];
    double[] product = new double[by.followers];
    for (int a = 0; a < packed.length; a++) {
      packed[a] = right[by.follower[a]];
    }
    by.solve(packed, solved, Krylov.ROUGH);
    boolean raised = true;
    for (int round = 0; round < RAISES && raised; round++) {
      raised = false;
      by.rows().times(solved, product);
      for (int a = 0; a < packed.length; a++) {
        double least = product[a] + 0.5 * packed[a];
        raised |= least > solved[a];
        solved[a] = Math.max(solved[a], least);
      }
    }
    for (int a = 0; a < packed.length; a++) {
      x[by.follower[a]] = solved[a];
    }
  }

  double[] loss() {
    return ascent.value;
  }

  /** Systems solved. */
  long systems() {
    return systems;
  }

  /** Bound of the distance of a firm's loss from the fixed point. */
  double bound(int node) {
    return Math.max(
        enclosure.high[node] - ascent.value[node], ascent.value[node] - enclosure.low[node]);
  }
}
