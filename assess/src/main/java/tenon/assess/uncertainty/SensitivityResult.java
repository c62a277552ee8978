package tenon.assess.uncertainty;

import java.util.List;
import tenon.model.Finding;

/**
 * Which factor moves the ranks. The value apportioned is the mean distance of ranks from the
 * nominal ones.
 *
 * @param spec what was varied
 * @param exact whether all combinations were run
 * @param runs number of pipelines run
 * @param mean mean rank shift over all runs (of tables A and B where sampled)
 * @param indices Sobol indices by factor
 * @param findings warnings of all runs
 */
public record SensitivityResult(
    UncertaintySpec spec,
    boolean exact,
    int runs,
    double mean,
    List<Sobol.Indices> indices,
    List<Finding> findings) {
  public SensitivityResult {
    indices = List.copyOf(indices);
    findings = List.copyOf(findings);
  }
}
