package tenon.twin.site;

/**
 * Where a run stands on the morning of a day.
 *
 * @param day the day, counted from the first of the scenario
 * @param onHand units by node
 * @param onWay units by arc and days until they come, 0 being today
 * @param waiting units of demand that wait, by demand
 * @param opens day on which a standby source opens that has been called, days from this one, by
 *     arc; infinite where it has not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record State(int day, double[] onHand, double[][] onWay, double[] waiting, double[] opens) {}
