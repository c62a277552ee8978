package tenon.assess.pipeline;

import java.util.List;

/**
 * What one step came to.
 *
 * @param step the step
 * @param data the values after it
 * @param treated what was done to each indicator, where the step is a treatment
 * @param excluded units that the step left out
 */
public record Stage(Step step, DataSet data, List<Treated> treated, List<String> excluded) {
  public Stage {
    treated = List.copyOf(treated);
    excluded = List.copyOf(excluded);
  }

  Stage(Step step, DataSet data) {
    this(step, data, List.of(), List.of());
  }
}
