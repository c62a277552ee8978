package tenon.evaluate.mechanism;

import java.util.List;
import tenon.evaluate.Errors;

/**
 * Whose effects are compared.
 *
 * @param outcome column of the outcome
 * @param treatment column of the treatment
 * @param controls columns of further regressors
 * @param effects absorbed effects, as formula terms
 * @param group column of the groups; membership is by row, so that a unit may change groups
 * @param unit column of the units that permutations deal groups to
 * @param errors standard errors
 * @param draws permutations of the groups among the units; 0 for none
 * @param seed seed of the permutations
 */
public record HeterogeneitySpec(
    String outcome,
    String treatment,
    List<String> controls,
    List<String> effects,
    String group,
    String unit,
    Errors errors,
    int draws,
    long seed) {
  public HeterogeneitySpec {
    controls = List.copyOf(controls);
    effects = List.copyOf(effects);
  }
}
