package tenon.assess.pipeline;

import java.util.List;
import tenon.assess.Scores;
import tenon.assess.Weights;
import tenon.model.Finding;

/**
 * What a pipeline came to, with the data after every step.
 *
 * @param spec the pipeline
 * @param raw values as they were given
 * @param stages one for each step, in their order
 * @param weights weights of the nodes
 * @param scores values of all nodes by unit and period, units being those of {@link #last}
 * @param findings assumptions made and doubts met; warnings all
 */
public record PipelineResult(
    PipelineSpec spec,
    DataSet raw,
    List<Stage> stages,
    Weights weights,
    Scores scores,
    List<Finding> findings) {
  public PipelineResult {
    stages = List.copyOf(stages);
    findings = List.copyOf(findings);
  }

  /** The values that were aggregated. */
  public DataSet last() {
    return stages.isEmpty() ? raw : stages.getLast().data();
  }
}
