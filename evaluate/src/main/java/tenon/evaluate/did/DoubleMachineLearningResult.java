package tenon.evaluate.did;

import java.util.List;

/**
 * What was learned.
 *
 * @param overall mean effect on the treated, over their treated periods
 * @param cohorts the same by cohort
 * @param repeats estimate of each dealing out into folds
 * @param treated treated units used
 * @param controls units never treated that were used
 * @param leftOut units without an outcome before, one after, or a covariate
 * @param cut foretold propensities beyond the cut, of all repeats together
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record DoubleMachineLearningResult(
    Effect overall,
    List<Effect> cohorts,
    double[] repeats,
    int treated,
    int controls,
    int leftOut,
    int cut) {}
