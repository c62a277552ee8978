package tenon.twin.firm;

import java.util.Arrays;

/**
 * Solves, for a few nodes that feed each other,
 *
 * <pre>
 * (exit_a + sum_b flow_ab) x_a = reward_a + sum_b flow_ab x_b,   all numbers at least 0
 * </pre>
 *
 * by eliminating one node after another, the last first. Nothing is ever subtracted: the pivot is
 * the sum of what leaves the node, so that every x has a small relative error however nearly closed
 * the loops are. O(n^3) where all feed all, less where few do; each further right side O(n^2).
 *
 * <p>Source: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative analysis and steady state
 * distributions for Markov chains", Operations Research 33(5), 1985; error analysis: C. A.
 * O'Cinneide, "Entrywise perturbation theory and error analysis for Markov chains", Numerische
 * Mathematik 65, 1993.
 */
final class StateElimination {
  private double[] flow = new double[0];
  private final double[] exit;
  private final double[] total;
  private final int[] leads;
  private int size;

  StateElimination(int most) {
    exit = new double[most];
    total = new double[most];
    leads = new int[most];
  }

  void begin(int nodes) {
    size = nodes;
    if (flow.length < nodes * nodes) {
      flow = new double[nodes * nodes];
    } else {
      Arrays.fill(flow, 0, nodes * nodes, 0);
    }
    Arrays.fill(exit, 0, nodes, 0);
  }

  /** Adds a flow between two different nodes. */
  void addFlow(int from, int to, double amount) {
    flow[from * size + to] += amount;
  }

  void addExit(int node, double amount) {
    exit[node] += amount;
  }

  /** Eliminates all nodes. */
  void factor() {
    for (int a = size - 1; a >= 0; a--) {
      eliminate(a);
    }
  }

  private void eliminate(int a) {
    double leaves = exit[a];
    int targets = 0;
    for (int b = 0; b < a; b++) {
      if (flow[a * size + b] > 0) {
        leaves += flow[a * size + b];
        leads[targets++] = b;
      }
    }
    total[a] = leaves;
    for (int c = 0; c < a && leaves > 0; c++) {
      if (flow[c * size + a] > 0) {
        double part = flow[c * size + a] / leaves;
        for (int at = 0; at < targets; at++) {
          flow[c * size + leads[at]] += part * flow[a * size + leads[at]];
        }
        exit[c] += part * exit[a];
      }
    }
  }

  /**
   * Solves for a reward, which is overwritten; x of node a stands at a.
   *
   * @param otherwise value of a node that nothing leaves; by the rules of the caller none exists
   */
  void solve(double[] reward, double[] x, double[] otherwise) {
    for (int a = size - 1; a > 0; a--) {
      for (int c = 0; c < a && reward[a] > 0 && total[a] > 0; c++) {
        if (flow[c * size + a] > 0) {
          reward[c] += flow[c * size + a] / total[a] * reward[a];
        }
      }
    }
    for (int a = 0; a < size; a++) {
      double sum = reward[a];
      for (int b = 0; b < a; b++) {
        sum += flow[a * size + b] * x[b];
      }
      x[a] = total[a] > 0 ? sum / total[a] : otherwise[a];
    }
  }
}
