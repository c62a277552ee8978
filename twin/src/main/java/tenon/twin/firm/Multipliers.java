package tenon.twin.firm;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The multipliers with which links appear as often as known numbers of partners say: the directed
 * configuration model with fitness (Squartini, Garlaschelli 2011; Mastrandrea et al. 2014).
 *
 * <pre>
 * p_ij = z x_i y_j w_ij / (1 + z x_i y_j w_ij)
 * sum_j p_ij = customers_i,   sum_i p_ij = suppliers_j,   sum p_ij = links
 * </pre>
 *
 * x and y are 1 where a number is unknown, z is 1 where the numbers of one side say the number of
 * links. Among all networks of random links these have the greatest entropy relative to the odds w
 * that meet the numbers on average. Logarithms of x, y and z in turn are brought to meet their own
 * sums, which raises a concave likelihood; each sweep goes over all pairs three times at most.
 */
final class Multipliers {
  private static final int SWEEPS = 2_000;
  private static final double MET = 1e-11;

  /** Beyond, a logarithm has done all that it can do. */
  private static final double FARTHEST = 600;

  /** Odds of a link from one firm to another, but for the multipliers; 0 where none can be. */
  interface Odds {
    double of(int from, int to);
  }

  private final int firms;
  private final Odds odds;
  private final double[] customers;
  private final double[] suppliers;
  private final double links;
  private final boolean whole;
  private final double[] x;
  private final double[] y;
  private double z = 1;

  private Multipliers(int firms, Odds odds, PartnerCounts counts, double links) {
    this.firms = firms;
    this.odds = odds;
    customers = IntStream.range(0, firms).mapToDouble(counts::customers).toArray();
    suppliers = IntStream.range(0, firms).mapToDouble(counts::suppliers).toArray();
    this.links = links;
    whole = Double.isNaN(counts.links());
    x = starts(customers);
    y = starts(suppliers);
  }

  private static double[] starts(double[] wanted) {
    double[] start = new double[wanted.length];
    Arrays.setAll(start, at -> wanted[at] == 0 ? 0 : 1);
    return start;
  }

  /**
   * Finds them.
   *
   * @param links expected number of links; of no meaning where the counts say it
   */
  static Multipliers solve(int firms, Odds odds, PartnerCounts counts, double links) {
    Multipliers found = new Multipliers(firms, odds, counts, links);
    double last = Double.POSITIVE_INFINITY;
    int idle = 0;
    for (int sweep = 0; sweep < SWEEPS && idle < 50; sweep++) {
      double miss = found.sweep();
      if (miss <= MET) {
        break;
      }
      // Where the numbers cannot be met the miss stands still.
      idle = miss > 0.99 * last ? idle + 1 : 0;
      last = Math.min(last, miss);
    }
    return found;
  }

  /** Multiplier of each firm as a supplier, the common one included. */
  double supplier(int firm) {
    return z * x[firm];
  }

  /** Multiplier of each firm as a customer. */
  double customer(int firm) {
    return y[firm];
  }

  /** Brings all multipliers nearer; returns by how many links the worst sum was missed. */
  private double sweep() {
    double miss = 0;
    double[] sum = new double[firms];
    double[] slope = new double[firms];
    sums(sum, slope, true);
    miss = Math.max(miss, adjust(x, customers, sum, slope));
    Arrays.fill(sum, 0);
    Arrays.fill(slope, 0);
    sums(sum, slope, false);
    miss = Math.max(miss, adjust(y, suppliers, sum, slope));
    if (whole) {
      Arrays.fill(sum, 0);
      Arrays.fill(slope, 0);
      sums(sum, slope, true);
      double all = Arrays.stream(sum).sum();
      z = next(z, links, all, Arrays.stream(slope).sum());
      miss = Math.max(miss, Math.abs(links - all));
    }
    return miss;
  }

  /** Sums p and p (1 - p) by supplier or by customer. */
  private void sums(double[] sum, double[] slope, boolean bySupplier) {
    for (int from = 0; from < firms; from++) {
      double factor = z * x[from];
      if (factor > 0) {
        for (int to = 0; to < firms; to++) {
          double weight = factor * y[to] * odds.of(from, to);
          // 1 / weight, so that weights too great for a double are links for sure.
          double p = 1 / (1 + 1 / weight);
          int at = bySupplier ? from : to;
          sum[at] += p;
          slope[at] += p / (1 + weight);
        }
      }
    }
  }

  private static double adjust(double[] value, double[] wanted, double[] sum, double[] slope) {
    double miss = 0;
    for (int at = 0; at < value.length; at++) {
      if (wanted[at] > 0) {
        miss = Math.max(miss, Math.abs(wanted[at] - sum[at]));
        value[at] = next(value[at], wanted[at], sum[at], slope[at]);
      }
    }
    return miss;
  }

  /** A step on the logarithm: in proportion while far off, and Newton's when near. */
  private static double next(double value, double wanted, double sum, double slope) {
    if (!(sum > 0)) {
      return value;
    }
    double step = StrictMath.log(wanted / sum);
    if (Math.abs(step) < 0.5 && slope > 0) {
      step = Math.clamp((wanted - sum) / slope, -1, 1);
    }
    double log = Math.clamp(StrictMath.log(value) + step, -FARTHEST, FARTHEST);
    return StrictMath.exp(log);
  }
}
