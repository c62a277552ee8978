package tenon.respond.stock;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The optimum of a network: lower bounds of a {@link Relaxation}, the policies that it prefers, and
 * halves of the list of times on which its parts disagree most, the half with the lowest bound
 * first.
 */
final class BranchAndBound {
  /** Relative to the cost: two policies nearer than that are equally good. */
  private static final double EQUAL = 1e-9;

  /** Pairs of times looked at before the proof is given up: some ten seconds. */
  private static final double BUDGET = 1e10;

  private static final int MOST_PASSES = 200;

  /** Passes between two looks at the policy that the bound prefers. */
  private static final int BURST = 4;

  /** Passes go on while a burst closes this share of the gap. */
  private static final double WORTH = .05;

  private final Promises promises;
  private int[] best;
  private double least;
  private double work;

  /**
   * A node of the search.
   *
   * @param number order of making, so that ties are broken the same way everywhere
   */
  private record Node(Relaxation relaxation, double bound, long number) {}

  BranchAndBound(Promises promises) {
    this.promises = promises;
    best = promises.anything();
    least = promises.run(best);
  }

  /** What each stage is willing to be promised, in the best policy found. */
  int[] best() {
    return best;
  }

  /** Searches; returns a proven lower bound of the cost. */
  double search(Relaxation root) {
    PriorityQueue<Node> open =
        new PriorityQueue<>(
            Comparator.comparingDouble(Node::bound).thenComparingLong(Node::number));
    long number = 0;
    root.renew();
    open.add(new Node(root, root.bound(), number++));
    while (!open.isEmpty() && work < BUDGET) {
      Node node = open.remove();
      Relaxation relaxation = node.relaxation();
      if (!(node.bound() < limit()) || !tightened(relaxation)) {
        continue;
      }
      Relaxation.Split split = relaxation.split();
      for (boolean first : new boolean[] {true, false}) {
        Relaxation half = relaxation.half(split, first);
        // A half asks more than the whole, whatever rounding says.
        double bound = Math.max(half.bound(), relaxation.bound());
        if (bound < limit()) {
          open.add(new Node(half, bound, number++));
        }
      }
    }
    double lowest = open.stream().mapToDouble(Node::bound).min().orElse(least);
    return lowest < limit() ? lowest : least;
  }

  /** Costs from here on are no better than the best. */
  private double limit() {
    return least - EQUAL * Math.max(1, least);
  }

  /** Raises the bound while that pays; returns whether a better policy may still be there. */
  private boolean tightened(Relaxation relaxation) {
    for (int pass = 0; pass < MOST_PASSES; pass += BURST) {
      double gap = limit() - relaxation.bound();
      for (int each = 0; each < BURST; each++) {
        work += relaxation.work();
        if (!relaxation.pass(limit())) {
          return false;
        }
      }
      relaxation.renew();
      look(relaxation);
      double left = limit() - relaxation.bound();
      if (!(left > 0) || relaxation.open() == 0) {
        return false;
      }
      if (left > gap * (1 - WORTH)) {
        break;
      }
    }
    return true;
  }

  private void look(Relaxation relaxation) {
    int[] next = relaxation.willing(promises.anything());
    double cost = promises.run(next);
    if (cost < least) {
      least = cost;
      best = next;
    }
  }
}
