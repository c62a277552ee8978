package tenon.twin.firm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The matrix I - J of a few nodes: J holds how each node's loss follows, by its chosen slot, from
 * the losses of the others, and with replacement also from what whole sectors still make:
 *
 * <pre>
 * (J u)_j = sum_i amount_i sigma_i / base u_i + sum_k effect_jk sum_{m in k} s_m u_m
 * effect_jk = sum_{i in slot, p_i = k, sigma_i &lt; 1} amount_i / base x loss_i sigma_i / M_k
 * </pre>
 *
 * The second sum is what dsigma_i / dM_k = -sigma_i / M_k leaves; it costs one number for each node
 * and sector in place of a dense block.
 */
final class SparseRows {
  private final int[] place;
  private int[] nodes = new int[0];
  private int size;
  private int[] start = new int[1];
  private int[] column = new int[16];
  private double[] weight = new double[16];
  private int[] effectStart = new int[1];
  private int[] effectSector = new int[16];
  private double[] effect = new double[16];
  private double[] sectorSum = new double[0];
  private final int[] sectorOfNode;
  private final double[] outputOfNode;
  private double @Nullable [] effectOfSector;

  SparseRows(int allNodes) {
    place = new int[allNodes];
    Arrays.fill(place, -1);
    sectorOfNode = new int[allNodes];
    outputOfNode = new double[allNodes];
  }

  int size() {
    return size;
  }

  int node(int at) {
    return nodes[at];
  }

  boolean holds(int node) {
    return place[node] >= 0;
  }

  /**
   * Builds the matrix of the nodes listed, each with its choice, at the losses that the ascent's
   * {@code sent} was last set from.
   */
  void build(Ascent ascent, int[] list, int first, int count) {
    build(ascent, list, first, count, ascent.value, null);
  }

  /**
   * As above at given losses.
   *
   * @param varies nodes whose sigma moves with what their sector makes; null for those below 1
   */
  void build(
      Ascent ascent, int[] list, int first, int count, double[] loss, boolean @Nullable [] varies) {
    forget();
    size = count;
    nodes = Arrays.copyOfRange(list, first, first + count);
    for (int a = 0; a < count; a++) {
      place[nodes[a]] = a;
    }
    if (start.length <= count) {
      start = new int[count + 1];
      effectStart = new int[count + 1];
    }
    Market market = ascent.market;
    if (market != null && effectOfSector == null) {
      effectOfSector = new double[market.sectors()];
      sectorSum = new double[market.sectors()];
    }
    for (int a = 0; a < count; a++) {
      row(ascent, a, loss, varies);
    }
  }

  private void forget() {
    for (int a = 0; a < size; a++) {
      place[nodes[a]] = -1;
    }
  }

  private void row(Ascent ascent, int a, double[] loss, boolean @Nullable [] varies) {
    Side side = ascent.side;
    Market market = ascent.market;
    int slot = ascent.choice[nodes[a]];
    double base = side.base[slot];
    int end = start[a];
    room(end + side.slotStart[slot + 1] - side.slotStart[slot]);
    for (int at = side.slotStart[slot]; at < side.slotStart[slot + 1]; at++) {
      int source = side.source[at];
      double share = side.amount[at] / base;
      double sigma = market == null ? 1 : market.sigma(source);
      if (place[source] >= 0) {
        column[end] = place[source];
        weight[end++] = share * sigma;
      }
      boolean moves = varies == null ? sigma < 1 : varies[source];
      if (market != null && effectOfSector != null && moves) {
        int sector = market.sector(source);
        double left = market.made(sector);
        if (left > 0 && loss[source] > 0) {
          effectOfSector[sector] += share * loss[source] * sigma / left;
        }
      }
    }
    start[a + 1] = end;
    effectStart[a + 1] = effectStart[a];
    if (market != null && effectOfSector != null) {
      sectorOfNode[a] = market.sector(nodes[a]);
      outputOfNode[a] = market.output(nodes[a]);
      effects(a, effectOfSector);
    }
  }

  private void effects(int a, double[] of) {
    int end = effectStart[a];
    for (int sector = 0; sector < of.length; sector++) {
      if (of[sector] > 0) {
        if (end == effect.length) {
          effect = Arrays.copyOf(effect, 2 * end);
          effectSector = Arrays.copyOf(effectSector, 2 * end);
        }
        effectSector[end] = sector;
        effect[end++] = of[sector];
        of[sector] = 0;
      }
    }
    effectStart[a + 1] = end;
  }

  private void room(int entries) {
    if (entries > column.length) {
      column = Arrays.copyOf(column, 2 * entries);
      weight = Arrays.copyOf(weight, 2 * entries);
    }
  }

  /** J u. */
  void times(double[] u, double[] product) {
    Arrays.fill(sectorSum, 0);
    if (effectStart[size] > 0) {
      for (int a = 0; a < size; a++) {
        sectorSum[sectorOfNode[a]] += outputOfNode[a] * u[a];
      }
    }
    for (int a = 0; a < size; a++) {
      double sum = 0;
      for (int e = start[a]; e < start[a + 1]; e++) {
        sum += weight[e] * u[column[e]];
      }
      for (int e = effectStart[a]; e < effectStart[a + 1]; e++) {
        sum += effect[e] * sectorSum[effectSector[e]];
      }
      product[a] = sum;
    }
  }

  /**
   * Solves (I - what J has at or before the diagonal) z = r, row by row: one Gauss-Seidel sweep.
   */
  void precondition(double[] r, double[] z) {
    for (int a = 0; a < size; a++) {
      double sum = r[a];
      double diagonal = 1;
      for (int e = start[a]; e < start[a + 1]; e++) {
        if (column[e] < a) {
          sum += weight[e] * z[column[e]];
        } else if (column[e] == a) {
          diagonal -= weight[e];
        }
      }
      z[a] = diagonal > 0 ? sum / diagonal : sum;
    }
  }

  /** I - J as a dense matrix, by rows. */
  double[] dense() {
    double[] matrix = new double[size * size];
    for (int a = 0; a < size; a++) {
      matrix[a * size + a] = 1;
      for (int e = start[a]; e < start[a + 1]; e++) {
        matrix[a * size + column[e]] -= weight[e];
      }
      for (int e = effectStart[a]; e < effectStart[a + 1]; e++) {
        for (int b = 0; b < size; b++) {
          if (sectorOfNode[b] == effectSector[e]) {
            matrix[a * size + b] -= effect[e] * outputOfNode[b];
          }
        }
      }
    }
    return matrix;
  }
}
