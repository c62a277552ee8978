package tenon.assess.uncertainty;

import java.util.List;
import tenon.assess.Weighting;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.pipeline.Step;

/** One choice that a factor may take: what it puts in the place of the nominal choice. */
public sealed interface Alternative {

  /** Another step at a position of the nominal pipeline. */
  record StepAs(int position, Step step) implements Alternative {}

  /** Other weights. */
  record WeightingAs(Weighting weighting) implements Alternative {}

  /** Other ways of gathering, by depth. */
  record AggregatorsAs(List<Aggregator> aggregators) implements Alternative {
    public AggregatorsAs {
      aggregators = List.copyOf(aggregators);
    }

    /** The same way at every depth. */
    public AggregatorsAs(Aggregator aggregator) {
      this(List.of(aggregator));
    }
  }

  /** The pipeline with this choice. */
  default PipelineSpec in(PipelineSpec spec) {
    return switch (this) {
      case StepAs(int position, Step step) -> spec.withStep(position, step);
      case WeightingAs(Weighting weighting) -> spec.withWeighting(weighting);
      case AggregatorsAs(List<Aggregator> aggregators) -> spec.withAggregators(aggregators);
    };
  }

  /** The place that is changed: a position from 0 up, or a negative number of its own. */
  default int place() {
    return switch (this) {
      case StepAs(int position, _) -> position;
      case WeightingAs _ -> -1;
      case AggregatorsAs _ -> -2;
    };
  }
}
