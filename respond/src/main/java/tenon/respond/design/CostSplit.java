package tenon.respond.design;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the cost of something that many gain from is shared.
 *
 * <p>A group can have it for itself: its worth is what its members gain less the cost, or nothing.
 * Each player's share of the whole is its Shapley value (Shapley 1953), the mean of what it adds
 * over all orders in which the players may come; it pays its gain less that. The game is convex
 * where nobody loses, so that no group is better off by itself (Shapley 1971). With more than
 * {@value #MOST_EXACT} players with a gain or loss, each pays in proportion to what it gains.
 *
 * <p>Beside it stands the {@link Nucleolus} of the same game: where nobody loses, for any number of
 * players; else for at most {@value Nucleolus#MOST} with a gain or loss.
 *
 * @param pays what each player pays; negative where it is compensated
 * @param exact whether these are Shapley values
 * @param nucleolus what each player pays by the nucleolus; all NaN where it is not known
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record CostSplit(double[] pays, boolean exact, double[] nucleolus) {
  static final int MOST_EXACT = 16;

  /**
   * Splits a cost.
   *
   * @param gains by player, money; negative where it loses
   * @param cost at least 0, at most the sum of gains
   * @throws IllegalArgumentException if the players together gain less than the cost
   */
  static CostSplit of(double[] gains, double cost) {
    double all = Arrays.stream(gains).sum();
    if (!(cost >= 0 && cost <= all)) {
      throw new IllegalArgumentException("gains of " + all + " do not pay a cost of " + cost);
    }
    int[] players = IntStream.range(0, gains.length).filter(i -> gains[i] != 0).toArray();
    double[] pays = new double[gains.length];
    if (players.length > MOST_EXACT) {
      double positive = Arrays.stream(gains).filter(gain -> gain > 0).sum();
      // Who loses is compensated out of what the others gain.
      double due = cost + positive - all;
      Arrays.setAll(pays, i -> gains[i] > 0 ? due * gains[i] / positive : gains[i]);
      return new CostSplit(pays, false, nucleolus(gains, players, cost));
    }
    double[] worth = worth(gains, players, cost);
    double[] weight = weights(players.length);
    for (int i = 0; i < players.length; i++) {
      double value = 0;
      for (int group = 0; group < worth.length; group++) {
        if ((group >> i & 1) == 0) {
          value += weight[Integer.bitCount(group)] * (worth[group | 1 << i] - worth[group]);
        }
      }
      pays[players[i]] = gains[players[i]] - value;
    }
    return new CostSplit(pays, true, nucleolus(gains, players, cost));
  }

  private static double[] nucleolus(double[] gains, int[] players, double cost) {
    double[] pays = new double[gains.length];
    double all = Arrays.stream(gains).sum();
    if (Arrays.stream(gains).allMatch(gain -> gain >= 0)) {
      double[] left = Nucleolus.talmud(gains, all - cost);
      Arrays.setAll(pays, i -> gains[i] - left[i]);
    } else if (players.length <= Nucleolus.MOST) {
      double[] left = Nucleolus.of(worth(gains, players, cost), players.length);
      for (int i = 0; i < players.length; i++) {
        pays[players[i]] = gains[players[i]] - left[i];
      }
    } else {
      Arrays.fill(pays, Double.NaN);
    }
    return pays;
  }

  private static double[] worth(double[] gains, int[] players, double cost) {
    double[] worth = new double[1 << players.length];
    for (int group = 0; group < worth.length; group++) {
      double gain = 0;
      for (int i = 0; i < players.length; i++) {
        gain += (group >> i & 1) * gains[players[i]];
      }
      worth[group] = Math.max(0, gain - cost);
    }
    return worth;
  }

  /** Chance that exactly a given group of some size comes before a player: s! (n - s - 1)! / n!. */
  private static double[] weights(int players) {
    double[] weights = new double[Math.max(1, players)];
    double weight = 1.0 / Math.max(1, players);
    for (int size = 0; size < weights.length; size++) {
      weights[size] = weight;
      weight *= (size + 1.0) / Math.max(1, players - size - 1);
    }
    return weights;
  }
}
