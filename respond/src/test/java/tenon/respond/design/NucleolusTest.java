package tenon.respond.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;

class NucleolusTest {
  /** Kethubot 93a: claims of 100, 200 and 300 on estates of 100, 200 and 300. */
  @Test
  void theEstatesOfTheTalmud() {
    double[] claims = {100, 200, 300};
    shares(claims, 100, 100.0 / 3, 100.0 / 3, 100.0 / 3);
    shares(claims, 200, 50, 75, 75);
    shares(claims, 300, 50, 100, 150);
    // The same among more than half: losses of 200 are shared as an estate of 200 is.
    shares(claims, 400, 50, 125, 225);
  }

  private static void shares(double[] claims, double estate, double... right) {
    assertThat(Nucleolus.talmud(claims, estate)).containsExactly(right, within(1e-9));
    assertThat(Nucleolus.of(bankruptcy(claims, estate), claims.length))
        .containsExactly(right, within(1e-7));
  }

  /** A group gets what is left when all others have had their claims. */
  private static double[] bankruptcy(double[] claims, double estate) {
    double[] worth = new double[1 << claims.length];
    for (int group = 0; group < worth.length; group++) {
      double left = estate;
      for (int i = 0; i < claims.length; i++) {
        left -= (group >> i & 1) == 0 ? claims[i] : 0;
      }
      worth[group] = Math.max(0, left);
    }
    return worth;
  }

  /**
   * A runway for three sizes of aircraft at 6, 10 and 18 (airport game; Littlechild 1974): the
   * smallest pays the least of 6/2, 10/3 and 18/3; then the next the least of (10 - 3)/2 and (18 -
   * 3)/2; the last the rest.
   */
  @Test
  void theRunwayOfAnAirport() {
    double[] costs = {6, 10, 18};
    double[] saved = new double[8];
    for (int group = 1; group < 8; group++) {
      double longest = 0;
      for (int i = 0; i < 3; i++) {
        saved[group] += (group >> i & 1) * costs[i];
        longest = (group >> i & 1) == 1 ? Math.max(longest, costs[i]) : longest;
      }
      saved[group] -= longest;
    }
    double[] gets = Nucleolus.of(saved, 3);
    double[] pays = {costs[0] - gets[0], costs[1] - gets[1], costs[2] - gets[2]};
    assertThat(pays).containsExactly(new double[] {3, 3.5, 11.5}, within(1e-7));
  }

  @Test
  void bankruptciesOfAnySizeFollowTheTalmud() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      double[] claims = random.doubles(1 + random.nextInt(6), 0, 10).toArray();
      double estate = random.nextDouble() * Arrays.stream(claims).sum();
      double[] programmes = Nucleolus.of(bankruptcy(claims, estate), claims.length);
      assertThat(Nucleolus.talmud(claims, estate))
          .as("seed " + seed)
          .containsExactly(programmes, within(1e-6));
    }
  }

  /** Kohlberg 1971: at the nucleolus the groups of at least any excess are balanced. */
  @Test
  void groupsThatAreWorstOffBalanceEachOther() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int players = 2 + random.nextInt(4);
      double[] worth = random.doubles(1 << players, 0, 1).toArray();
      worth[0] = 0;
      for (int player = 0; player < players; player++) {
        worth[1 << player] = 0;
      }
      worth[worth.length - 1] = 3; // leaves room above 0 for all
      double[] gets = Nucleolus.of(worth, players);
      assertThat(Arrays.stream(gets).sum()).isCloseTo(3, within(1e-6));
      boolean inside = Arrays.stream(gets).allMatch(share -> share > 1e-3);
      for (int group = 1; group < worth.length - 1 && inside; group++) {
        assertThat(balanced(worth, gets, excess(worth, gets, group)))
            .as("seed " + seed + " group " + group)
            .isTrue();
      }
    }
  }

  private static double excess(double[] worth, double[] gets, int group) {
    double excess = worth[group];
    for (int player = 0; player < gets.length; player++) {
      excess -= (group >> player & 1) * gets[player];
    }
    return excess;
  }

  /** Whether weights above 0 of the groups of at least an excess add up to 1 for every player. */
  private static boolean balanced(double[] worth, double[] gets, double least) {
    LinearProgramBuilder builder = LinearProgram.maximise();
    int smallest = builder.column(0, 1, 1);
    int[] column = new int[worth.length];
    for (int group = 1; group < worth.length - 1; group++) {
      boolean counts = excess(worth, gets, group) >= least - 1e-6;
      column[group] = counts ? builder.column(0, Double.POSITIVE_INFINITY, 0) : -1;
    }
    for (int group = 1; group < worth.length - 1; group++) {
      if (column[group] >= 0) {
        builder.row(
            0, Double.POSITIVE_INFINITY, new int[] {column[group], smallest}, new double[] {1, -1});
      }
    }
    for (int player = 0; player < gets.length; player++) {
      int at = player;
      int[] members =
          java.util.stream.IntStream.range(1, worth.length - 1)
              .filter(group -> (group >> at & 1) == 1 && column[group] >= 0)
              .map(group -> column[group])
              .toArray();
      double[] ones = new double[members.length];
      Arrays.fill(ones, 1);
      builder.row(1, 1, members, ones);
    }
    try (LinearProgram program = builder.build()) {
      var solution = program.solve();
      return solution.isOptimal() && solution.objective() > 1e-7;
    }
  }

  @Test
  void whoLosesIsCompensatedAndNobodyIsWorseOffThanAlone() {
    CostSplit split = CostSplit.of(new double[] {60, 80, -10}, 100);
    double[] pays = split.nucleolus();
    assertThat(Arrays.stream(pays).sum()).isCloseTo(100, within(1e-6));
    assertThat(pays[2]).isLessThanOrEqualTo(-10 + 1e-6);
    assertThat(60 - pays[0]).isNotNegative();
    CostSplit two = CostSplit.of(new double[] {60, 80}, 100);
    assertThat(two.nucleolus()).containsExactly(new double[] {40, 60}, within(1e-9));
    double[] many = new double[40];
    Arrays.fill(many, 2);
    assertThat(CostSplit.of(many, 40).nucleolus()[7]).isCloseTo(1, within(1e-9));
  }
}
