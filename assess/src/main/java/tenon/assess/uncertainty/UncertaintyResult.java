package tenon.assess.uncertainty;

import java.util.Arrays;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Panel;

/** Scores and ranks of one node under many combinations of choices; units as in the panel. */
public final class UncertaintyResult {

  /**
   * Where a unit's ranks lie; quantiles are ranks that occurred (the least that so many runs do not
   * exceed).
   *
   * @param nominal rank by the nominal choices, 0 where it has none
   * @param mean mean rank
   * @param median median
   * @param low rank that the lesser tail of the runs does not exceed
   * @param high rank that all runs but the greater tail do not exceed
   */
  public record Ranks(int nominal, double mean, int median, int low, int high) {}

  private final Panel panel;
  private final UncertaintySpec spec;
  private final Design design;
  private final double[] nominal;
  private final int[] nominalRanks;
  private final double[][] scores;
  private final int[][] ranks;
  private final List<Finding> findings;

  UncertaintyResult(
      Panel panel,
      UncertaintySpec spec,
      Design design,
      double[] nominal,
      int[] nominalRanks,
      double[][] scores,
      int[][] ranks,
      List<Finding> findings) {
    this.panel = panel;
    this.spec = spec;
    this.design = design;
    this.nominal = nominal;
    this.nominalRanks = nominalRanks;
    this.scores = scores;
    this.ranks = ranks;
    this.findings = List.copyOf(findings);
  }

  public UncertaintySpec spec() {
    return spec;
  }

  /** What was run. */
  public Design design() {
    return design;
  }

  /** Warnings of all runs. */
  public List<Finding> findings() {
    return findings;
  }

  /** Score by the nominal choices. */
  public double nominal(int unit, int period) {
    return nominal[cell(unit, period)];
  }

  /** Score in a run; {@code NaN} where the unit was screened out. */
  public double score(int run, int unit, int period) {
    return scores[run][cell(unit, period)];
  }

  /** Rank in a run within the period, 1 being the best; 0 where the unit has none. */
  public int rank(int run, int unit, int period) {
    return ranks[run][cell(unit, period)];
  }

  /**
   * Mean distance of a run's ranks from the nominal ones, over units and periods that have both.
   */
  public double rankShift(int run) {
    return rankShift(nominalRanks, ranks[run]);
  }

  static double rankShift(int[] nominal, int[] ranks) {
    long sum = 0;
    int both = 0;
    for (int cell = 0; cell < ranks.length; cell++) {
      if (nominal[cell] > 0 && ranks[cell] > 0) {
        sum += Math.abs(nominal[cell] - ranks[cell]);
        both++;
      }
    }
    return (double) sum / both;
  }

  /**
   * Where the ranks of a unit lie over the runs in which it has one.
   *
   * @param share share of the runs between low and high, above 0 and below 1; 0.9 leaves 5 in 100
   *     on either side
   */
  public Ranks ranks(int unit, int period, double share) {
    double tail = (1 - share) / 2;
    int cell = cell(unit, period);
    int[] own = Arrays.stream(ranks).mapToInt(run -> run[cell]).filter(r -> r > 0).toArray();
    Arrays.sort(own);
    if (own.length == 0) {
      return new Ranks(nominalRanks[cell], Double.NaN, 0, 0, 0);
    }
    double mean = Arrays.stream(own).average().orElse(Double.NaN);
    return new Ranks(
        nominalRanks[cell], mean, quantile(own, .5), quantile(own, tail), quantile(own, 1 - tail));
  }

  private static int quantile(int[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private int cell(int unit, int period) {
    return unit * panel.periods().count() + period;
  }
}
