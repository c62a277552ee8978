package tenon.evaluate.did;

import java.util.List;
import tenon.evaluate.Fit;

/**
 * An event study.
 *
 * @param effects by event time, ascending, the reference left out
 * @param preTrend joint test that all effects before the treatment are 0
 * @param fit the regression behind
 */
public record EventStudyResult(List<Effect> effects, Fit.Wald preTrend, Fit fit) {
  public EventStudyResult {
    effects = List.copyOf(effects);
  }
}
