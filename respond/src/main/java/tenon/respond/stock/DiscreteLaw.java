package tenon.respond.stock;

import java.util.Arrays;
import tenon.numeric.Laws;

/**
 * A demand in whole units: what it may be and with which probability. Tails below 1e-17 are cut
 * off, so that sums of many periods stay short.
 */
public final class DiscreteLaw {
  private static final double NOTHING = 1e-17;

  /** Beyond so many standard deviations a normal law has less than {@link #NOTHING}. */
  private static final double FAR = 9;

  private final int first;
  private final double[] chance;

  /** E(D - first - i)+, by i: each is the next one and the chance of all above i. */
  private final double[] over;

  private DiscreteLaw(int first, double[] chance) {
    int from = 0;
    int to = chance.length;
    while (from < to - 1 && chance[from] < NOTHING) {
      from++;
    }
    while (to > from + 1 && chance[to - 1] < NOTHING) {
      to--;
    }
    this.first = first + from;
    this.chance = Arrays.copyOfRange(chance, from, to);
    double sum = Arrays.stream(this.chance).sum();
    for (int i = 0; i < this.chance.length; i++) {
      this.chance[i] /= sum;
    }
    over = new double[this.chance.length];
    double above = 0;
    for (int i = over.length - 2; i >= 0; i--) {
      above += this.chance[i + 1];
      over[i] = over[i + 1] + above;
    }
  }

  /** Probabilities of 0, 1, 2, ... units; scaled so that they sum to 1. */
  public static DiscreteLaw listed(double[] chances) {
    return new DiscreteLaw(0, chances.clone());
  }

  /**
   * Poisson demand.
   *
   * @param mean above 0
   */
  public static DiscreteLaw poisson(double mean) {
    int low = (int) Math.max(0, Math.floor(mean - FAR * Math.sqrt(mean) - FAR));
    int high = (int) Math.ceil(mean + FAR * Math.sqrt(mean) + 4 * FAR);
    double[] chance = new double[high - low + 1];
    for (int i = 0; i < chance.length; i++) {
      int n = low + i;
      chance[i] = Math.exp(n * Math.log(mean) - mean - Laws.logGamma(n + 1.0));
    }
    return new DiscreteLaw(low, chance);
  }

  /**
   * Normal demand rounded to whole units; what would be negative is no demand.
   *
   * @param sd above 0
   */
  public static DiscreteLaw normal(double mean, double sd) {
    int low = (int) Math.max(0, Math.floor(mean - FAR * sd));
    int high = (int) Math.max(low, Math.ceil(mean + FAR * sd));
    double[] chance = new double[high - low + 1];
    for (int i = 0; i < chance.length; i++) {
      double upper = (low + i + 0.5 - mean) / sd;
      double lower = low + i == 0 ? Double.NEGATIVE_INFINITY : (low + i - 0.5 - mean) / sd;
      // The difference of the smaller tails keeps its digits far from the mean.
      chance[i] =
          lower > 0
              ? Laws.normalUpper(lower) - Laws.normalUpper(upper)
              : Laws.normal(upper) - Laws.normal(lower);
    }
    return new DiscreteLaw(low, chance);
  }

  /** The sum of this demand and another that is independent of it. */
  DiscreteLaw plus(DiscreteLaw other) {
    double[] sum = new double[chance.length + other.chance.length - 1];
    for (int i = 0; i < chance.length; i++) {
      for (int j = 0; j < other.chance.length; j++) {
        sum[i + j] += chance[i] * other.chance[j];
      }
    }
    return new DiscreteLaw(first + other.first, sum);
  }

  /** Demand of so many periods, each like this one. */
  DiscreteLaw of(int periods) {
    DiscreteLaw sum = this;
    for (int n = 1; n < periods; n++) {
      sum = sum.plus(this);
    }
    return sum;
  }

  /** Probability of exactly so many units. */
  double at(int units) {
    int i = units - first;
    return i >= 0 && i < chance.length ? chance[i] : 0;
  }

  double mean() {
    return first + over[0];
  }

  /** E(D - y)+, the mean of what exceeds a stock. */
  double beyond(int stock) {
    int i = stock - first;
    if (i < 0) {
      return over[0] - i;
    }
    return i < over.length ? over[i] : 0;
  }

  /** The least units that demand stays at or below with the probability given. */
  int quantile(double probability) {
    double sum = 0;
    for (int i = 0; i < chance.length; i++) {
      sum += chance[i];
      if (sum >= probability - 1e-14) {
        return first + i;
      }
    }
    return first + chance.length - 1;
  }

  /** The smallest number of units with a probability. */
  int least() {
    return first;
  }

  /** The largest number of units with a probability. */
  int most() {
    return first + chance.length - 1;
  }
}
