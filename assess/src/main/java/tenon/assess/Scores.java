package tenon.assess;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Scores of every node of the hierarchy, by unit and period, on the scale from 0 to 100. */
public final class Scores {
  private final double[][] cells;
  private final int units;
  private final int periods;

  /**
   * Scores from columns.
   *
   * @param cells by node, then unit * periods + period; not to be written to afterwards
   */
  public Scores(double[][] cells, int units, int periods) {
    this.cells = cells;
    this.units = units;
    this.periods = periods;
  }

  /** The score; {@code NaN} where nothing beneath the node is known. */
  public double score(int node, int unit, int period) {
    return cells[node][unit * periods + period];
  }

  /** The grade of the score; null where it is unknown. */
  public @Nullable Grade grade(int node, int unit, int period) {
    return Grade.of(score(node, unit, period));
  }

  /** Mean of the known scores over the periods: the level over all years. */
  public double mean(int node, int unit) {
    double sum = 0;
    int known = 0;
    for (int period = 0; period < periods; period++) {
      double score = score(node, unit, period);
      if (!Double.isNaN(score)) {
        sum += score;
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }

  /**
   * Rank of each unit in a period: 1 for the best, equal scores share the better rank, 0 where the
   * score is unknown.
   */
  public int[] ranks(int node, int period) {
    double[] scores = new double[units];
    for (int unit = 0; unit < units; unit++) {
      scores[unit] = score(node, unit, period);
    }
    return ranks(scores);
  }

  /** Rank of each unit by its {@link #mean} over the periods. */
  public int[] meanRanks(int node) {
    double[] scores = new double[units];
    for (int unit = 0; unit < units; unit++) {
      scores[unit] = mean(node, unit);
    }
    return ranks(scores);
  }

  /** Ranks of scores: 1 for the best, equal ones share the better rank, 0 for the unknown. */
  public static int[] ranks(double[] scores) {
    return ranks(scores, 1);
  }

  /**
   * Ranks within each of several periods.
   *
   * @param scores by unit * periods + period
   */
  public static int[] ranks(double[] scores, int periods) {
    int[] ranks = new int[scores.length];
    long[] order = new long[scores.length / periods];
    for (int period = 0; period < periods; period++) {
      rank(scores, period, periods, order, ranks);
    }
    return ranks;
  }

  /**
   * Ranks one period by sorting plain numbers: the upper bits of each score, turned so that the
   * best comes first, with the place of the unit in the lower. Scores that differ in the bits that
   * are missing alone, which are few, are then put in order.
   */
  private static void rank(double[] scores, int period, int periods, long[] order, int[] ranks) {
    int places = Math.max(1, 64 - Long.numberOfLeadingZeros(order.length));
    long mask = (1L << places) - 1;
    int known = 0;
    for (int unit = 0; unit < order.length; unit++) {
      double score = scores[unit * periods + period];
      if (!Double.isNaN(score)) {
        order[known++] = (descending(score) & ~mask) | unit;
      }
    }
    Arrays.sort(order, 0, known);
    double before = Double.NaN;
    int rank = 0;
    for (int from = 0, to; from < known; from = to) {
      to = from + 1;
      while (to < known && (order[from] & ~mask) == (order[to] & ~mask)) {
        settle(scores, period, periods, order, from, to++, mask);
      }
      for (int at = from; at < to; at++) {
        int cell = (int) (order[at] & mask) * periods + period;
        rank = scores[cell] == before ? rank : at + 1;
        before = scores[cell];
        ranks[cell] = rank;
      }
    }
  }

  /** Bits whose order as a signed number is that of the scores from the greatest down. */
  private static long descending(double score) {
    // Adding 0 makes one zero of two.
    long bits = Double.doubleToRawLongBits(score + 0.0);
    return ~(bits ^ ((bits >> 63) & Long.MAX_VALUE));
  }

  /** Moves the last of some neighbours to its place among them. */
  private static void settle(
      double[] scores, int period, int periods, long[] order, int from, int last, long mask) {
    long moved = order[last];
    double score = scores[(int) (moved & mask) * periods + period];
    int at = last;
    while (at > from && scores[(int) (order[at - 1] & mask) * periods + period] < score) {
      order[at] = order[at - 1];
      at--;
    }
    order[at] = moved;
  }
}
