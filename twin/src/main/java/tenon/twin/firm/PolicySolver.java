package tenon.twin.firm;

import java.util.Arrays;

/**
 * Solves the linear system of the chosen slots, x_j = extra_j + sum over the chosen slot of amount
 * x / base, without replacement: component by component of the graph of choices, suppliers first;
 * small components by {@link StateElimination}, large ones by {@link Krylov}.
 */
final class PolicySolver implements Tarjan.Successors {
  /**
   * Components up to this size are eliminated: 21 million multiplications at most, mostly far
   * fewer.
   */
  static final int SMALL = 400;

  private final Ascent ascent;
  private final Side side;
  private final Tarjan tarjan;
  private final StateElimination elimination = new StateElimination(SMALL);
  private final double[] reward = new double[SMALL];
  private final double[] solved = new double[SMALL];
  private final double[] otherwise = new double[SMALL];
  private final int[] place;

  /** Component whose factors the elimination holds, or -1. */
  private int factored = -1;

  private final SparseRows rows;
  private final Krylov krylov;

  PolicySolver(Ascent ascent) {
    this.ascent = ascent;
    side = ascent.side;
    tarjan = new Tarjan(side.nodes());
    place = new int[side.nodes()];
    Arrays.fill(place, -1);
    rows = new SparseRows(side.nodes());
    krylov = new Krylov(side.nodes());
  }

  /** Whether a node's value follows from others. */
  private boolean follows(int node) {
    return ascent.choice[node] != Ascent.NONE;
  }

  @Override
  public int from(int node) {
    return follows(node) ? side.slotStart[ascent.choice[node]] : 0;
  }

  @Override
  public int to(int node) {
    return follows(node) ? side.slotStart[ascent.choice[node] + 1] : 0;
  }

  @Override
  public int target(int edge) {
    int source = side.source[edge];
    return follows(source) ? source : -1;
  }

  /** Finds the components; to be called once the choices have changed. */
  void order() {
    tarjan.run(ascent.reach, ascent.reached, this);
    factored = -1;
    for (int c = 0; c < tarjan.components; c++) {
      int size = tarjan.start[c + 1] - tarjan.start[c];
      if (size > 1 && size <= SMALL) {
        busyLast(tarjan.start[c], size);
      }
    }
  }

  /** Sorts a component so that nodes with few links are eliminated first: less fill. */
  private void busyLast(int first, int size) {
    long[] keys = new long[size];
    for (int a = 0; a < size; a++) {
      int node = tarjan.order[first + a];
      keys[a] = ((long) (to(node) - from(node)) << 32) | node;
    }
    Arrays.sort(keys);
    for (int a = 0; a < size; a++) {
      tarjan.order[first + size - 1 - a] = (int) keys[a];
    }
  }

  /**
   * Solves for the nodes that follow from others; those that do not keep their x.
   *
   * @param extra added to every row, by node
   * @param enough relative residual of large components
   */
  void solve(double[] x, double[] extra, double enough) {
    for (int c = 0; c < tarjan.components; c++) {
      int first = tarjan.start[c];
      int size = tarjan.start[c + 1] - first;
      if (!follows(tarjan.order[first])) {
        continue;
      }
      if (size == 1) {
        alone(tarjan.order[first], x, extra);
      } else if (size <= SMALL) {
        eliminate(c, first, size, x, extra);
      } else {
        iterate(first, size, x, extra, enough);
      }
    }
  }

  /** One node: what it gets from others over what it draws on others. */
  private void alone(int node, double[] x, double[] extra) {
    int slot = ascent.choice[node];
    double exit = side.rest(slot);
    double reward = extra[node] * side.base[slot];
    for (int at = side.slotStart[slot]; at < side.slotStart[slot + 1]; at++) {
      if (side.source[at] != node) {
        exit += side.amount[at];
        reward += side.amount[at] * x[side.source[at]];
      }
    }
    x[node] = exit > 0 ? reward / exit : x[node];
  }

  private void eliminate(int component, int first, int size, double[] x, double[] extra) {
    for (int a = 0; a < size; a++) {
      place[tarjan.order[first + a]] = a;
    }
    if (factored != component) {
      factor(first, size);
      factored = component;
    }
    for (int a = 0; a < size; a++) {
      int node = tarjan.order[first + a];
      int slot = ascent.choice[node];
      otherwise[a] = x[node];
      reward[a] = extra[node] * side.base[slot];
      for (int at = side.slotStart[slot]; at < side.slotStart[slot + 1]; at++) {
        if (place[side.source[at]] < 0) {
          reward[a] += side.amount[at] * x[side.source[at]];
        }
      }
    }
    elimination.solve(reward, solved, otherwise);
    for (int a = 0; a < size; a++) {
      place[tarjan.order[first + a]] = -1;
      x[tarjan.order[first + a]] = solved[a];
    }
  }

  private void factor(int first, int size) {
    elimination.begin(size);
    for (int a = 0; a < size; a++) {
      int slot = ascent.choice[tarjan.order[first + a]];
      elimination.addExit(a, side.rest(slot));
      for (int at = side.slotStart[slot]; at < side.slotStart[slot + 1]; at++) {
        int source = place[side.source[at]];
        if (source < 0) {
          elimination.addExit(a, side.amount[at]);
        } else if (source != a) {
          elimination.addFlow(a, source, side.amount[at]);
        }
      }
    }
    elimination.factor();
  }

  private void iterate(int first, int size, double[] x, double[] extra, double enough) {
    rows.build(ascent, tarjan.order, first, size);
    double[] right = new double[size];
    for (int a = 0; a < size; a++) {
      int node = rows.node(a);
      int slot = ascent.choice[node];
      right[a] = extra[node];
      for (int at = side.slotStart[slot]; at < side.slotStart[slot + 1]; at++) {
        if (!rows.holds(side.source[at])) {
          right[a] += side.amount[at] * x[side.source[at]] / side.base[slot];
        }
      }
    }
    double[] start = new double[size];
    for (int a = 0; a < size; a++) {
      start[a] = x[rows.node(a)];
    }
    krylov.solve(rows, start, right, enough);
    for (int a = 0; a < size; a++) {
      x[rows.node(a)] = start[a];
    }
  }
}
