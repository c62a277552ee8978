package tenon.assess.uncertainty;

import java.util.Arrays;
import java.util.List;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStreams;

/** Combinations of alternatives to run: for each run and factor the number of its alternative. */
public final class Design {
  private final int[][] rows;

  private Design(int[][] rows) {
    this.rows = rows;
  }

  /**
   * A given design, for example one to be replayed.
   *
   * @param rows by run and factor, alternatives counted from 0
   */
  public static Design of(int[][] rows) {
    return new Design(Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new));
  }

  /**
   * Combinations drawn at random, each factor from a stream of its own.
   *
   * @param table tells several designs of one seed apart
   */
  static Design drawn(List<Factor> factors, int runs, long seed, String table) {
    RandomStreams streams = RandomStreams.of(seed);
    int[][] rows = new int[runs][factors.size()];
    for (int factor = 0; factor < factors.size(); factor++) {
      String key = table + factors.get(factor).name();
      int alternatives = factors.get(factor).alternatives().size();
      for (int run = 0; run < runs; run++) {
        rows[run][factor] = streams.stream(Purpose.UNCERTAINTY, key, run).nextInt(alternatives);
      }
    }
    return new Design(rows);
  }

  /** All combinations, the last factor changing fastest. */
  static Design full(int[] levels) {
    int runs = Arrays.stream(levels).reduce(1, Math::multiplyExact);
    int[][] rows = new int[runs][levels.length];
    for (int run = 0; run < runs; run++) {
      int rest = run;
      for (int factor = levels.length - 1; factor >= 0; factor--) {
        rows[run][factor] = rest % levels[factor];
        rest /= levels[factor];
      }
    }
    return new Design(rows);
  }

  /** This design with one factor as in another. */
  Design with(int factor, Design other) {
    Design mixed = of(rows);
    for (int run = 0; run < rows.length; run++) {
      mixed.rows[run][factor] = other.rows[run][factor];
    }
    return mixed;
  }

  public int runs() {
    return rows.length;
  }

  /** Number of the alternative that a factor takes in a run. */
  public int alternative(int run, int factor) {
    return rows[run][factor];
  }
}
