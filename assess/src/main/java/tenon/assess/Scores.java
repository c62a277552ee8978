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
    double[] sorted = new double[scores.length];
    int known = 0;
    for (double score : scores) {
      if (!Double.isNaN(score)) {
        sorted[known++] = -score;
      }
    }
    Arrays.sort(sorted, 0, known);
    int[] ranks = new int[scores.length];
    for (int unit = 0; unit < scores.length; unit++) {
      ranks[unit] = Double.isNaN(scores[unit]) ? 0 : 1 + better(sorted, known, -scores[unit]);
    }
    return ranks;
  }

  /** How many of the sorted lie strictly before the amount. */
  private static int better(double[] sorted, int known, double amount) {
    int from = 0;
    int to = known;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < amount) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
