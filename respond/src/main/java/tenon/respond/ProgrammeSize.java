package tenon.respond;

/**
 * How large the programme was.
 *
 * @param nodes nodes whose flows were planned
 * @param nodesInAll nodes of the chain
 * @param columns columns
 * @param rows rows
 * @param iterations simplex iterations of all solves
 */
public record ProgrammeSize(int nodes, int nodesInAll, int columns, int rows, long iterations) {}
