package tenon.assess.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Inequality of values above 0, apportioned to groups: the Gini coefficient by Dagum (1997,
 * Empirical Economics 22), Theil's T (1967).
 *
 * @param gini G = &Sigma;&Sigma; |y<sub>i</sub> - y<sub>j</sub>| / (2 n&sup2; &mu;)
 * @param within G<sub>w</sub> = &Sigma; G<sub>jj</sub> p<sub>j</sub> s<sub>j</sub>, p the share of
 *     units and s the share of values
 * @param netBetween G<sub>nb</sub> = &Sigma; G<sub>jh</sub> (p<sub>j</sub> s<sub>h</sub> +
 *     p<sub>h</sub> s<sub>j</sub>) D<sub>jh</sub>
 * @param overlap G<sub>t</sub>, the same with 1 - D; the three sum to G
 * @param groups each group
 * @param pairs each pair of groups
 * @param theil T = mean of y/&mu; ln(y/&mu;); {@code NaN} where a value is 0
 * @param theilBetween &Sigma; s<sub>j</sub> ln(s<sub>j</sub> / p<sub>j</sub>)
 * @param theilWithin &Sigma; s<sub>j</sub> T<sub>j</sub>; the two sum to T
 */
public record Inequality(
    double gini,
    double within,
    double netBetween,
    double overlap,
    List<Group> groups,
    List<Pair> pairs,
    double theil,
    double theilBetween,
    double theilWithin) {
  public Inequality {
    groups = List.copyOf(groups);
    pairs = List.copyOf(pairs);
  }

  /**
   * One group.
   *
   * @param group its number
   * @param units number of units
   * @param mean mean value
   * @param gini G<sub>jj</sub> within the group
   */
  public record Group(int group, int units, double mean, double gini) {}

  /**
   * Two groups.
   *
   * @param richer the group with the greater mean (the lesser number where they are equal)
   * @param poorer the other
   * @param gini G<sub>jh</sub> = mean |y<sub>j</sub> - y<sub>h</sub>| / (&mu;<sub>j</sub> +
   *     &mu;<sub>h</sub>)
   * @param advantage d, mean over all pairs of units of the amount by which the richer group's is
   *     greater
   * @param reverse p, mean of the amount by which the poorer group's is greater
   * @param distance D = (d - p) / (d + p), 0 where both are 0
   */
  public record Pair(
      int richer, int poorer, double gini, double advantage, double reverse, double distance) {}

  /**
   * Apportions the inequality of the known values.
   *
   * @param values from 0 up, not all 0
   * @param group number of the group of each value, from 0 up
   */
  public static Inequality of(double[] values, int[] group) {
    if (values.length != group.length) {
      throw new IllegalArgumentException(
          values.length + " values have " + group.length + " groups");
    }
    int count = Arrays.stream(group).max().orElse(-1) + 1;
    double[][] members = new double[count][];
    for (int g = 0; g < count; g++) {
      members[g] = members(values, group, g);
    }
    double n = Arrays.stream(members).mapToInt(m -> m.length).sum();
    double total = Arrays.stream(members).flatMapToDouble(Arrays::stream).sum();
    List<Group> groups = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    double within = 0;
    double net = 0;
    double overlap = 0;
    for (int j = 0; j < count; j++) {
      if (members[j].length == 0) {
        continue;
      }
      double own = gini(members[j], members[j]);
      groups.add(new Group(j, members[j].length, mean(members[j]), own));
      within += own * members[j].length / n * Arrays.stream(members[j]).sum() / total;
      for (int h = 0; h < j; h++) {
        if (members[h].length > 0) {
          Pair pair = pair(members, j, h);
          pairs.add(pair);
          double share =
              (members[j].length * Arrays.stream(members[h]).sum()
                      + members[h].length * Arrays.stream(members[j]).sum())
                  / (n * total);
          net += pair.gini() * share * pair.distance();
          overlap += pair.gini() * share * (1 - pair.distance());
        }
      }
    }
    double[] all = Arrays.stream(members).flatMapToDouble(Arrays::stream).toArray();
    double between = 0;
    double inside = 0;
    for (double[] own : members) {
      double s = Arrays.stream(own).sum() / total;
      between += s > 0 ? s * StrictMath.log(s / (own.length / n)) : 0;
      inside += s > 0 ? s * theil(own) : 0;
    }
    return new Inequality(
        gini(all, all), within, net, overlap, groups, pairs, theil(all), between, inside);
  }

  private static double[] members(double[] values, int[] group, int one) {
    double[] members = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (group[i] == one && !Double.isNaN(values[i])) {
        if (values[i] < 0) {
          throw new IllegalArgumentException("value " + values[i] + " is negative");
        }
        members[count++] = values[i];
      }
    }
    return Arrays.copyOf(members, count);
  }

  private static Pair pair(double[][] members, int j, int h) {
    double meanJ = mean(members[j]);
    double meanH = mean(members[h]);
    boolean first = meanJ > meanH;
    int richer = first ? j : h;
    int poorer = first ? h : j;
    double up = 0;
    double down = 0;
    for (double rich : members[richer]) {
      for (double poor : members[poorer]) {
        up += Math.max(0, rich - poor);
        down += Math.max(0, poor - rich);
      }
    }
    double pairs = (double) members[j].length * members[h].length;
    double d = up / pairs;
    double p = down / pairs;
    double distance = d + p == 0 ? 0 : (d - p) / (d + p);
    return new Pair(richer, poorer, (d + p) / (meanJ + meanH), d, p, distance);
  }

  private static double gini(double[] one, double[] other) {
    double sum = 0;
    for (double a : one) {
      for (double b : other) {
        sum += Math.abs(a - b);
      }
    }
    return sum / one.length / other.length / (mean(one) + mean(other));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double theil(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values)
            .map(y -> y > 0 ? y / mean * StrictMath.log(y / mean) : Double.NaN)
            .sum()
        / values.length;
  }
}
