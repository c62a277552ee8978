package tenon.numeric;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * One sequence of draws, as named by {@link RandomStreams#stream}. Used by one thread at a time.
 *
 * <p>Each method consumes as many raw numbers as it needs (the gaussian is drawn by rejection), so
 * the meaning of a later draw depends on the earlier calls: give each quantity its own stream where
 * one must not shift the other.
 */
public final class RandomStream {
  private final UniformRandomProvider source;
  private final SharedStateContinuousSampler gaussian;
  private final SharedStateContinuousSampler exponential;

  RandomStream(UniformRandomProvider source) {
    this.source = source;
    this.gaussian = ZigguratSampler.NormalizedGaussian.of(source);
    this.exponential = ZigguratSampler.Exponential.of(source);
  }

  /** Uniform on [0, 1), a multiple of 2<sup>-53</sup>. */
  public double nextDouble() {
    return source.nextDouble();
  }

  /** Uniform on 0, 1, ..., bound - 1, without modulo bias. */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException(
          "The bound " + bound + " leaves nothing to draw. It must be at least 1.");
    }
    return source.nextInt(bound);
  }

  /** Uniform on all 2<sup>64</sup> values. */
  public long nextLong() {
    return source.nextLong();
  }

  /** Normal with mean 0 and standard deviation 1 (modified ziggurat; McFarland 2016). */
  public double gaussian() {
    return gaussian.sample();
  }

  /** Exponential with mean 1 (modified ziggurat; McFarland 2016). */
  public double exponential() {
    return exponential.sample();
  }

  /**
   * Log-normal: exp(mu + sigma Z) with Z standard normal; the median is exp(mu), the mean exp(mu +
   * sigma<sup>2</sup>/2).
   *
   * @param mu mean of the logarithm
   * @param sigma standard deviation of the logarithm, at least 0
   */
  public double logNormal(double mu, double sigma) {
    if (!Double.isFinite(mu) || !(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A log-normal needs a finite mu and a finite sigma of at least 0, not mu "
              + mu
              + " and sigma "
              + sigma
              + ".");
    }
    // StrictMath: Math.exp may differ in the last bit from one processor to the next.
    return StrictMath.exp(mu + sigma * gaussian());
  }

  /**
   * Draws an index with probability weights[i] / sum of weights. Linear in the number of weights.
   *
   * @param weights finite, at least 0, not all 0
   */
  public int index(double[] weights) {
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0)) {
        throw new IllegalArgumentException(
            "weights[" + i + "] is " + weights[i] + ". A weight must be at least 0.");
      }
      total += weights[i];
    }
    if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The weights sum to " + total + ". The sum must be finite and above 0.");
    }
    return indexAt(nextDouble() * total, weights);
  }

  private static int indexAt(double point, double[] weights) {
    double reached = 0;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      reached += weights[i];
      if (weights[i] > 0) {
        if (point < reached) {
          return i;
        }
        last = i;
      }
    }
    // Only rounding of point leads here; the last index that can be drawn is the nearest.
    return last;
  }
}
