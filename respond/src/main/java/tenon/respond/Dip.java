package tenon.respond;

/**
 * A day within a period before which the stock of a node must not have fallen below 0: arrivals
 * change within a period, so that stock does not run in a straight line from start to end.
 *
 * @param node the node
 * @param period its period
 * @param until the day, above the first of the period and at most the last
 */
record Dip(int node, int period, int until) {}
