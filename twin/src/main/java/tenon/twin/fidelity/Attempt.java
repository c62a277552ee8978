package tenon.twin.fidelity;

/**
 * A law that was tried.
 *
 * @param law the law of all days that are not closed by a factor of 0
 * @param likelihood of the days that are not of its share at 0
 * @param aic 2 parameters - 2 log likelihood
 */
record Attempt(DayLaw law, Seasons seasons, Likelihood likelihood, double aic) {}
