package tenon.packages.willems;

/**
 * An arc: the goods of one stage go into another.
 *
 * @param row where it stands
 * @param source place of the supplying stage
 * @param destination place of the supplied stage
 */
record Arc(Sheet.Row row, int source, int destination) {}
