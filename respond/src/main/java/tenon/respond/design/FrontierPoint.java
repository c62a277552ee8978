package tenon.respond.design;

/**
 * The best choice for one weight of CVaR.
 *
 * @param lambda the weight
 * @param design the choice
 * @param objective its value on the years it was chosen by
 * @param outOfSample its value on years drawn anew
 * @param bound no choice is better than this on the years drawn: the objective itself where all
 *     were looked at
 * @param gap mean over batches of years of the candidate's value less the least one, by which the
 *     candidate may be worse than the true best (Mak, Morton and Wood 1999)
 * @param gapHigh upper end of its one-sided interval, 95 %
 */
public record FrontierPoint(
    double lambda,
    Design design,
    double objective,
    double outOfSample,
    double bound,
    double gap,
    double gapHigh) {}
