package tenon.assess.uncertainty;

import java.util.List;
import tenon.assess.pipeline.PipelineSpec;

/**
 * What is varied, and how often.
 *
 * @param nominal the pipeline as chosen
 * @param factors choices that are varied
 * @param node code of the node whose scores are looked at
 * @param replications combinations drawn; for sampled sensitivity the rows N of each of its tables
 * @param resamples bootstrap resamples behind the intervals of sampled sensitivity
 * @param seed seed of all draws
 * @param threads platform threads to work on; the result does not depend on it
 */
public record UncertaintySpec(
    PipelineSpec nominal,
    List<Factor> factors,
    String node,
    int replications,
    int resamples,
    long seed,
    int threads) {
  public UncertaintySpec {
    factors = List.copyOf(factors);
    if (replications < 1 || resamples < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "replications "
              + replications
              + ", resamples "
              + resamples
              + " and threads "
              + threads
              + " must be at least 1");
    }
  }

  /** 1,000 replications, 1,000 resamples, seed 1, as many threads as processors. */
  public static UncertaintySpec of(PipelineSpec nominal, List<Factor> factors, String node) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new UncertaintySpec(nominal, factors, node, 1_000, 1_000, 1, threads);
  }

  public UncertaintySpec withReplications(int count) {
    return new UncertaintySpec(nominal, factors, node, count, resamples, seed, threads);
  }

  public UncertaintySpec withSeed(long other) {
    return new UncertaintySpec(nominal, factors, node, replications, resamples, other, threads);
  }

  public UncertaintySpec withThreads(int count) {
    return new UncertaintySpec(nominal, factors, node, replications, resamples, seed, count);
  }
}
