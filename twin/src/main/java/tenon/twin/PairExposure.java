package tenon.twin;

/**
 * What the chain stands to lose when two sites are out at once.
 *
 * @param first row of one site
 * @param second row of the other
 * @param ttrDays days until both are back: the longer time to recover
 * @param lostMargin least margin lost until then, money
 * @param ttsDays days for which every demand can be served in full
 * @param priority expected loss of a year were both outages independent: product of the
 *     probabilities x lost margin
 */
public record PairExposure(
    int first, int second, double ttrDays, double lostMargin, double ttsDays, double priority) {}
