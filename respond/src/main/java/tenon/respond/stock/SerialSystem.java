package tenon.respond.stock;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tenon.numeric.Laws;

/**
 * A serial system under stochastic service (Clark and Scarf 1960; Chen and Zheng 1994): orders go
 * up the stages, demand is normal and independent by period, what is short waits.
 *
 * <p>With stages from the customer upwards, echelon holding costs h<sub>j</sub>, lead-time demand
 * D<sub>j</sub> and penalty p: G<sub>0</sub>(x) = (p + &Sigma; h) x<sup>-</sup>; C<sub>j</sub>(y) =
 * E[h<sub>j</sub>(y - D<sub>j</sub>) + G<sub>j-1</sub>(y - D<sub>j</sub>)]; S<sub>j</sub> minimises
 * C<sub>j</sub>; G<sub>j</sub>(x) = C<sub>j</sub>(min(S<sub>j</sub>, x)). The cost of a period is
 * C<sub>N</sub>(S<sub>N</sub>).
 *
 * <p>C<sub>1</sub> is known in closed form. The others are integrated by Gauss-Legendre rules on
 * both sides of the kink at S and kept as cubic Hermite pieces, as the slope is integrated as well;
 * far below S they are straight.
 *
 * @param stock echelon base stock by stage, the customer&apos;s first
 * @param cost expected cost of a period
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record SerialSystem(double[] stock, double cost) {
  private static final double FAR = 9;
  private static final int PIECES = 60;

  /** Nodes and weights of the Gauss-Legendre rule of ten points, positive half. */
  private static final double[] NODES = {
    0.14887433898163122,
    0.4333953941292472,
    0.6794095682990244,
    0.8650633666889845,
    0.9739065285171717
  };

  private static final double[] WEIGHTS = {
    0.29552422471475287,
    0.26926671930999635,
    0.21908636251598204,
    0.1494513491505806,
    0.06667134430868814
  };

  /**
   * What is asked.
   *
   * @param holding echelon holding cost of a unit and period by stage, the customer&apos;s first,
   *     above 0
   * @param leadTime lead time by stage, periods, at least 0
   * @param penalty cost of a unit short a period, above 0
   * @param mean mean demand of a period
   * @param sd its standard deviation, above 0
   */
  public record Question(
      double[] holding, double[] leadTime, double penalty, double mean, double sd) {

    double total() {
      return Arrays.stream(holding).sum();
    }
  }

  /** The optimal base stocks and their cost. */
  public static SerialSystem optimal(Question asked) {
    return new Solver(asked).run(null);
  }

  /** The cost of given echelon base stocks, the customer&apos;s first. */
  public static SerialSystem at(Question asked, double[] stock) {
    return new Solver(asked).run(stock.clone());
  }

  /**
   * The mean of two newsvendor bounds (Shang and Song 2003), which needs no integrals; with its
   * cost.
   */
  public static SerialSystem newsvendor(Question asked) {
    int stages = asked.holding().length;
    double[] stock = new double[stages];
    double lead = 0;
    double above = asked.total();
    for (int j = 0; j < stages; j++) {
      lead += asked.leadTime()[j];
      double whole = asked.penalty() + asked.total();
      double with = asked.penalty() + above;
      above -= asked.holding()[j];
      double without = asked.penalty() + above;
      double high = Laws.normalQuantile(without / with);
      double low = Laws.normalQuantile(without / whole);
      stock[j] = asked.mean() * lead + asked.sd() * Math.sqrt(lead) * (high + low) / 2;
    }
    return at(asked, stock);
  }

  /** Value and slope. */
  private record Height(double value, double slope) {}

  /** C of one stage below its base stock: Hermite pieces, straight below them. */
  private static final class Curve {
    private final double top;
    private final double step;
    private final double steepest;
    private final double[] values;
    private final double[] slopes;

    Curve(double low, double top, int pieces, double steepest) {
      this.top = top;
      this.steepest = steepest;
      step = (top - low) / pieces;
      values = new double[pieces + 1];
      slopes = new double[pieces + 1];
    }

    double point(int at) {
      return top - (values.length - 1 - at) * step;
    }

    /** G: the curve up to the base stock, level beyond. */
    Height level(double x) {
      if (x >= top) {
        return new Height(values[values.length - 1], 0);
      }
      double low = point(0);
      if (x <= low) {
        return new Height(values[0] + steepest * (x - low), steepest);
      }
      int at = Math.min(values.length - 2, (int) ((x - low) / step));
      double t = (x - point(at)) / step;
      double s = 1 - t;
      double value =
          values[at] * (1 + 2 * t) * s * s
              + slopes[at] * step * t * s * s
              + values[at + 1] * t * t * (3 - 2 * t)
              - slopes[at + 1] * step * t * t * s;
      double slope =
          6 * t * s * (values[at + 1] - values[at]) / step
              + slopes[at] * s * (1 - 3 * t)
              + slopes[at + 1] * t * (3 * t - 2);
      return new Height(value, slope);
    }
  }

  /** One evaluation, from the customer upwards. */
  private static final class Solver {
    private final Question asked;

    Solver(Question asked) {
      this.asked = asked;
    }

    SerialSystem run(double @Nullable [] given) {
      int stages = asked.holding().length;
      double[] stock = new double[stages];
      Curve below = null;
      double lead = 0;
      double steepest = -asked.penalty() - asked.total();
      double cost = 0;
      for (int j = 0; j < stages; j++) {
        lead += asked.leadTime()[j];
        steepest += asked.holding()[j];
        double wide = FAR * asked.sd() * Math.sqrt(lead);
        double low = asked.mean() * lead - wide;
        stock[j] = given == null ? least(j, below, low, asked.mean() * lead + wide) : given[j];
        double from = Math.min(low, stock[j] - asked.sd());
        int pieces = (int) Math.ceil((stock[j] - from) / asked.sd() * PIECES) + 1;
        Curve curve = new Curve(from, stock[j], pieces, steepest);
        for (int at = 0; at <= pieces; at++) {
          Height height = cost(j, below, curve.point(at));
          curve.values[at] = height.value();
          curve.slopes[at] = height.slope();
        }
        below = curve;
        cost = curve.values[pieces];
      }
      return new SerialSystem(stock, cost);
    }

    /** Where the slope of C is 0, which grows. */
    private double least(int j, @Nullable Curve below, double from, double to) {
      double low = from - asked.sd();
      double high = to + asked.sd();
      while (high - low > 1e-12 * Math.max(1, Math.abs(high))) {
        double middle = (low + high) / 2;
        if (middle <= low || middle >= high) {
          break;
        }
        if (cost(j, below, middle).slope() < 0) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return (low + high) / 2;
    }

    private Height cost(int j, @Nullable Curve below, double y) {
      double h = asked.holding()[j];
      double lead = asked.leadTime()[j];
      double mean = asked.mean() * lead;
      double sd = asked.sd() * Math.sqrt(lead);
      if (below == null) {
        return first(y, h, mean, sd);
      }
      if (sd == 0) {
        Height level = below.level(y);
        return new Height(h * y + level.value(), h + level.slope());
      }
      double kink = (y - below.top - mean) / sd;
      double cut = Math.max(-FAR, Math.min(FAR, kink));
      double[] sums = {h * (y - mean), h};
      integrate(below, y, mean, sd, -FAR, cut, sums);
      integrate(below, y, mean, sd, cut, FAR, sums);
      return new Height(sums[0], sums[1]);
    }

    /** h (y - E D) + (p + sum of h) E (D - y)+. */
    private Height first(double y, double h, double mean, double sd) {
      double both = asked.penalty() + asked.total();
      if (sd == 0) {
        return new Height(h * (y - mean) + both * Math.max(0, mean - y), y < mean ? h - both : h);
      }
      double z = (y - mean) / sd;
      double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      double upper = Laws.normalUpper(z);
      return new Height(h * (y - mean) + both * sd * (density - z * upper), h - both * upper);
    }

    private static void integrate(
        Curve below, double y, double mean, double sd, double from, double to, double[] sums) {
      int panels = (int) Math.ceil((to - from) * 2);
      for (int panel = 0; panel < panels; panel++) {
        double half = (to - from) / panels / 2;
        double middle = from + (2 * panel + 1) * half;
        for (int n = 0; n < NODES.length; n++) {
          for (int sign = -1; sign <= 1; sign += 2) {
            double z = middle + sign * half * NODES[n];
            double weight = WEIGHTS[n] * half * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            Height level = below.level(y - mean - sd * z);
            sums[0] += weight * level.value();
            sums[1] += weight * level.slope();
          }
        }
      }
    }
  }
}
