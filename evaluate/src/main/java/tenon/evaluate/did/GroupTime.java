package tenon.evaluate.did;

/**
 * The effect on one cohort in one period.
 *
 * @param cohort first treated period of the cohort
 * @param period the period
 * @param estimate effect on the treated
 * @param standardError its standard error
 */
public record GroupTime(double cohort, double period, double estimate, double standardError) {}
