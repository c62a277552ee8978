package tenon.evaluate.mechanism;

import java.util.List;
import tenon.evaluate.Errors;

/**
 * What is mediated by what.
 *
 * @param outcome column of the outcome
 * @param treatment column of the treatment
 * @param mediator column of the mediator
 * @param controls further regressors, as formula terms
 * @param effects absorbed effects, as formula terms
 * @param errors standard errors
 * @param draws draws of the bootstrap over the clusters; 0 for none
 * @param seed seed of the draws
 */
public record MediationSpec(
    String outcome,
    String treatment,
    String mediator,
    List<String> controls,
    List<String> effects,
    Errors.Clustered errors,
    int draws,
    long seed) {
  public MediationSpec {
    controls = List.copyOf(controls);
    effects = List.copyOf(effects);
  }

  public MediationSpec withDraws(int count, long ofSeed) {
    return new MediationSpec(
        outcome, treatment, mediator, controls, effects, errors, count, ofSeed);
  }
}
