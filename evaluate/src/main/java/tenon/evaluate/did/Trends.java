package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Differences in trends delta that are allowed: A delta &le; d, the reference left out of delta.
 * Only inequalities that involve a period after adoption are kept; the others say nothing of the
 * effect.
 *
 * @param a one row for each inequality
 * @param d right-hand sides
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Trends(double[][] a, double[] d) {

  /** The sets whose union is allowed. */
  static List<Trends> of(
      HonestDidSpec.Restriction restriction, int before, int after, double bound) {
    return switch (restriction) {
      case SMOOTHNESS -> List.of(smooth(before, after, bound));
      case RELATIVE_MAGNITUDES -> relative(before, after, bound);
    };
  }

  /** How far the effect can be from its estimate by the bound alone, had all before been 0. */
  static double reach(HonestDidSpec.Restriction restriction, double[] weights, double bound) {
    if (restriction == HonestDidSpec.Restriction.RELATIVE_MAGNITUDES) {
      return 0;
    }
    double reach = 0;
    for (int bend = 0; bend < weights.length; bend++) {
      double load = 0;
      for (int k = bend; k < weights.length; k++) {
        load += weights[k] * (k + 1 - bend);
      }
      reach += Math.abs(load);
    }
    return bound * reach;
  }

  /** |delta_{t+1} - 2 delta_t + delta_{t-1}| at most M. */
  private static Trends smooth(int before, int after, double bound) {
    List<double[]> rows = new ArrayList<>();
    for (int t = before; t < before + after; t++) {
      double[] bend = new double[before + after + 1];
      bend[t + 1] = 1;
      bend[t] = -2;
      bend[t - 1] = 1;
      rows.add(bend);
      rows.add(Arrays.stream(bend).map(value -> -value).toArray());
    }
    double[] d = new double[rows.size()];
    Arrays.fill(d, bound);
    return new Trends(rows.stream().map(row -> without(row, before)).toArray(double[][]::new), d);
  }

  /** One set for each change before adoption that may be the largest, and each of its signs. */
  private static List<Trends> relative(int before, int after, double bound) {
    List<Trends> sets = new ArrayList<>();
    for (int s = 0; s < before; s++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        List<double[]> rows = new ArrayList<>();
        for (int t = before; t < before + after; t++) {
          for (int side = -1; side <= 1; side += 2) {
            double[] row = new double[before + after + 1];
            row[t + 1] += side;
            row[t] -= side;
            row[s + 1] -= sign * bound;
            row[s] += sign * bound;
            rows.add(row);
          }
        }
        double[][] a = rows.stream().map(row -> without(row, before)).toArray(double[][]::new);
        sets.add(new Trends(a, new double[a.length]));
      }
    }
    return sets;
  }

  private static double[] without(double[] row, int place) {
    double[] less = new double[row.length - 1];
    System.arraycopy(row, 0, less, 0, place);
    System.arraycopy(row, place + 1, less, place, less.length - place);
    return less;
  }
}
