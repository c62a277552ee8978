package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.algebra.Matrices;

/**
 * The last pass over the data: residuals e, what they leave of the normal equations, and the scores
 * x e of the regressors, summed as the standard errors want them.
 */
final class ScorePass {

  /** What is to be summed beside the residuals. */
  enum Wanted {
    NOTHING,
    /** Sums of scores by group. */
    GROUPS,
    /** The sum of squared scores, each divided by its leverage factor. */
    SQUARES,
    /** The score of every position. */
    ROWS
  }

  /**
   * What the pass found.
   *
   * @param squares weighted sum of squared residuals
   * @param normal X'W e by regressor kept
   * @param levels D'W e by level of the effects that were not eliminated
   * @param groups by grouping, regressor and group: sum of scores
   * @param meat sum of squared scores, where wanted
   * @param rows by regressor and position: the score, where wanted
   * @param residuals by position, where wanted
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // its arrays are never written after construction, nor compared
  record Result(
      double squares,
      double[] normal,
      double[] levels,
      double[][][] groups,
      double[][] meat,
      double[][] rows,
      double[] residuals) {}

  private final Layout layout;
  private final Absorption absorption;
  private final Equations equations;
  private final Wanted wanted;
  private final List<int[]> groups;
  private final int[] counts;
  private final @Nullable Leverage leverage;
  private final double[] residuals;
  private final double[][][] groupSums;
  private final double[][] rows;

  ScorePass(
      Layout layout,
      Absorption absorption,
      Equations equations,
      Wanted wanted,
      List<int[]> groups,
      int[] counts,
      @Nullable Leverage leverage,
      boolean keepsResiduals) {
    this.layout = layout;
    this.absorption = absorption;
    this.equations = equations;
    this.wanted = wanted;
    this.groups = groups;
    this.counts = counts;
    this.leverage = leverage;
    int k = equations.kept.length;
    residuals = new double[keepsResiduals ? layout.n : 0];
    groupSums = new double[groups.size()][k][];
    for (int g = 0; g < groupSums.length; g++) {
      for (int j = 0; j < k; j++) {
        groupSums[g][j] = new double[counts[g]];
      }
    }
    rows = wanted == Wanted.ROWS ? new double[k][layout.n] : new double[0][];
  }

  Result run(int threads) {
    boolean apart = true;
    for (int g = 0; g < groups.size(); g++) {
      // The eliminated effect's levels are runs, which no lane shares.
      apart &= layout.isRuns(groups.get(g)) || staysInLanes(groups.get(g), counts[g]);
    }
    // Groups that cross lanes are summed by one thread, so that the order of addition is fixed.
    List<Sums> parts =
        Lanes.run(layout.laneCount(), apart ? threads : 1, () -> new Buffers()::lane);
    Sums sum = new Sums();
    parts.forEach(sum::add);
    Matrices.mirror(sum.meat);
    return new Result(sum.squares, sum.normal, sum.levels, groupSums, sum.meat, rows, residuals);
  }

  private boolean staysInLanes(int[] group, int count) {
    byte[] lane = new byte[count];
    java.util.Arrays.fill(lane, (byte) -1);
    for (int l = 0; l < layout.laneCount(); l++) {
      int to = layout.starts[layout.chunks[layout.lanes[l + 1]]];
      for (int p = layout.starts[layout.chunks[layout.lanes[l]]]; p < to; p++) {
        int g = group[p];
        if (lane[g] != l) {
          if (lane[g] >= 0) {
            return false;
          }
          lane[g] = (byte) l;
        }
      }
    }
    return true;
  }

  /** Sums of one lane. */
  private final class Sums {
    private double squares;
    private final double[] normal = new double[equations.kept.length];
    private final double[] levels = new double[layout.others];
    private final double[][] meat = new double[normal.length][normal.length];

    void add(Sums other) {
      squares += other.squares;
      for (int j = 0; j < normal.length; j++) {
        normal[j] += other.normal[j];
        for (int i = 0; i < normal.length; i++) {
          meat[j][i] += other.meat[j][i];
        }
      }
      for (int level = 0; level < levels.length; level++) {
        levels[level] += other.levels[level];
      }
    }
  }

  /** One thread's room to work in. */
  private final class Buffers {
    private final double[][] z = new double[absorption.count()][layout.widest];
    private final double[][] x = new double[equations.kept.length][];
    private final double[] e = new double[layout.widest];
    private final double[] score = new double[layout.widest];
    private final List<double[]> scores = new ArrayList<>();

    Buffers() {
      for (int j = 0; j < x.length; j++) {
        x[j] = isUnit(j) ? z[equations.kept[j]] : new double[layout.widest];
        scores.add(new double[wanted == Wanted.SQUARES ? layout.widest : 0]);
      }
    }

    private boolean isUnit(int j) {
      return equations.transform[j][equations.kept[j]] == 1;
    }

    Sums lane(int lane) {
      Sums sums = new Sums();
      for (int chunk = layout.lanes[lane]; chunk < layout.lanes[lane + 1]; chunk++) {
        fill(chunk);
        work(chunk, sums);
      }
      return sums;
    }

    private void fill(int chunk) {
      int length = layout.chunkEnd(chunk) - layout.chunkStart(chunk);
      absorption.fill(chunk, z);
      System.arraycopy(z[0], 0, e, 0, length);
      for (int j = 0; j < x.length; j++) {
        subtract(equations.slopes[j], z[equations.kept[j]], length);
      }
      for (int j = 0; j < x.length; j++) {
        if (!isUnit(j)) {
          combine(equations.transform[j], x[j], length);
        }
      }
    }

    private void subtract(double slope, double[] column, int length) {
      for (int p = 0; p < length; p++) {
        e[p] -= slope * column[p];
      }
    }

    private void combine(double[] loads, double[] into, int length) {
      java.util.Arrays.fill(into, 0, length, 0);
      for (int column = 0; column < loads.length; column++) {
        double load = loads[column];
        double[] from = z[column];
        for (int p = 0; load != 0 && p < length; p++) {
          into[p] += load * from[p];
        }
      }
    }

    private void work(int chunk, Sums sums) {
      int from = layout.chunkStart(chunk);
      int length = layout.chunkEnd(chunk) - from;
      absorption.addToLevels(chunk, e, sums.levels);
      if (residuals.length > 0) {
        System.arraycopy(e, 0, residuals, from, length);
      }
      double[] we = weighted(from, length);
      sums.squares += CrossProducts.dot(we, e, length);
      for (int j = 0; j < x.length; j++) {
        sums.normal[j] += CrossProducts.dot(x[j], we, length);
      }
      switch (wanted) {
        case NOTHING -> {}
        case GROUPS -> addGroups(from, length, we);
        case SQUARES -> addSquares(chunk, length, we, sums);
        case ROWS -> addRows(from, length, we);
      }
    }

    private double[] weighted(int from, int length) {
      if (layout.weights == null) {
        return e;
      }
      for (int p = 0; p < length; p++) {
        score[p] = e[p] * layout.weights[from + p];
      }
      return score;
    }

    private void addGroups(int from, int length, double[] we) {
      for (int g = 0; g < groupSums.length; g++) {
        int[] group = groups.get(g);
        int j = 0;
        for (; j + 3 < x.length; j += 4) {
          addRunsOfFour(j, we, group, from, length, groupSums[g]);
        }
        for (; j < x.length; j++) {
          addRuns(x[j], we, group, from, length, groupSums[g][j]);
        }
      }
    }

    /** Rows of a group tend to follow each other: they are summed before the group is touched. */
    private static void addRuns(
        double[] column, double[] we, int[] group, int from, int length, double[] sums) {
      int p = 0;
      while (p < length) {
        int current = group[from + p];
        double sum = 0;
        for (; p < length && group[from + p] == current; p++) {
          sum += column[p] * we[p];
        }
        sums[current] += sum;
      }
    }

    /** The same for four columns side by side. */
    private void addRunsOfFour(
        int j, double[] we, int[] group, int from, int length, double[][] sums) {
      double[] a = x[j];
      double[] b = x[j + 1];
      double[] c = x[j + 2];
      double[] d = x[j + 3];
      int p = 0;
      while (p < length) {
        int current = group[from + p];
        double sa = 0;
        double sb = 0;
        double sc = 0;
        double sd = 0;
        for (; p < length && group[from + p] == current; p++) {
          double w = we[p];
          sa += a[p] * w;
          sb += b[p] * w;
          sc += c[p] * w;
          sd += d[p] * w;
        }
        sums[j][current] += sa;
        sums[j + 1][current] += sb;
        sums[j + 2][current] += sc;
        sums[j + 3][current] += sd;
      }
    }

    private void addRows(int from, int length, double[] we) {
      for (int j = 0; j < x.length; j++) {
        for (int p = 0; p < length; p++) {
          rows[j][from + p] = x[j][p] * we[p];
        }
      }
    }

    private void addSquares(int chunk, int length, double[] we, Sums sums) {
      double[] factor = leverage == null ? null : leverage.factors(chunk, x);
      for (int j = 0; j < x.length; j++) {
        double[] mine = scores.get(j);
        for (int p = 0; p < length; p++) {
          mine[p] = x[j][p] * we[p] * (factor == null ? 1 : factor[p]);
        }
        for (int i = 0; i <= j; i++) {
          sums.meat[j][i] += CrossProducts.dot(mine, scores.get(i), length);
        }
      }
    }
  }
}
