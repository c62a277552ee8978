package tenon.assess.pipeline;

import tenon.assess.statistics.BenefitOfTheDoubt;

/**
 * How the values beneath a node become its own. Weights w are those of the children among each
 * other; with the means, weights of unknown children are shared among the known ones.
 */
public sealed interface Aggregator {

  /** &Sigma; w x. */
  record Arithmetic() implements Aggregator {}

  /** exp &Sigma; w ln x; values must be above 0. */
  record Geometric() implements Aggregator {}

  /** 1 / &Sigma; (w / x); values must be above 0. */
  record Harmonic() implements Aggregator {}

  /**
   * Closeness d<sup>-</sup> / (d<sup>+</sup> + d<sup>-</sup>) by the weighted Euclidean distances
   * to the best and the worst value of each child over all cells (Hwang and Yoon 1981).
   *
   * @param vector whether columns are first divided by their Euclidean length; needless where they
   *     are normalised
   */
  record Topsis(boolean vector) implements Aggregator {}

  /**
   * Wins less losses against the other units of the period: one unit outranks another where the
   * children in which it is better weigh more than half, ties counting half (Copeland 1951).
   */
  record Copeland() implements Aggregator {}

  /** Each unit by the weights that flatter it most; see {@link BenefitOfTheDoubt}. */
  record Doubt(BenefitOfTheDoubt.Spec spec) implements Aggregator {}
}
