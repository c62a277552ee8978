package tenon.assess.pipeline;

import java.util.ArrayList;
import java.util.List;
import tenon.assess.Weighting;

/**
 * A whole pipeline as data.
 *
 * @param steps steps in their order; normalising is usually the last
 * @param weighting how siblings are weighted, by the values after the last step
 * @param aggregators how nodes gather, by depth: first the top, then the nodes beneath it; the last
 *     one serves all further down
 */
public record PipelineSpec(List<Step> steps, Weighting weighting, List<Aggregator> aggregators) {
  public PipelineSpec {
    steps = List.copyOf(steps);
    aggregators = List.copyOf(aggregators);
    if (aggregators.isEmpty()) {
      throw new IllegalArgumentException("aggregators are missing; name at least one");
    }
  }

  /** The same way of gathering at every level. */
  public PipelineSpec(List<Step> steps, Weighting weighting, Aggregator aggregator) {
    this(steps, weighting, List.of(aggregator));
  }

  /** How a node at a depth gathers, the top being 0. */
  public Aggregator aggregator(int depth) {
    return aggregators.get(Math.min(depth, aggregators.size() - 1));
  }

  /** The same with another step at a position. */
  public PipelineSpec withStep(int position, Step step) {
    List<Step> others = new ArrayList<>(steps);
    others.set(position, step);
    return new PipelineSpec(others, weighting, aggregators);
  }

  public PipelineSpec withWeighting(Weighting other) {
    return new PipelineSpec(steps, other, aggregators);
  }

  public PipelineSpec withAggregators(List<Aggregator> others) {
    return new PipelineSpec(steps, weighting, others);
  }
}
