package tenon.evaluate.did;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;

/**
 * How an event study is run.
 *
 * @param columns outcome, unit, period, cohort
 * @param controls further regressors, as formula terms
 * @param reference event time that effects are told against, -1 by custom
 * @param lowest event times below are put into this one; Integer.MIN_VALUE for none
 * @param highest event times above are put into this one; Integer.MAX_VALUE for none
 * @param errors standard errors; null for clusters by unit
 * @param threads threads to work with
 */
public record EventStudySpec(
    StaggeredColumns columns,
    List<String> controls,
    int reference,
    int lowest,
    int highest,
    @Nullable Errors errors,
    int threads) {
  public EventStudySpec {
    controls = List.copyOf(controls);
  }

  /** Reference -1, no bins, clusters by unit, one thread. */
  public static EventStudySpec of(StaggeredColumns columns) {
    return new EventStudySpec(
        columns, List.of(), -1, Integer.MIN_VALUE, Integer.MAX_VALUE, null, 1);
  }

  public EventStudySpec withControls(List<String> terms) {
    return new EventStudySpec(columns, terms, reference, lowest, highest, errors, threads);
  }

  /** End points beyond which event times are put together. */
  public EventStudySpec withBins(int low, int high) {
    return new EventStudySpec(columns, controls, reference, low, high, errors, threads);
  }
}
