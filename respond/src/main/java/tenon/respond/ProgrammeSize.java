package tenon.respond;

/**
 * How large the programme was.
 *
 * @param nodes nodes whose flows were planned
 * @param nodesInAll nodes of the chain
 * @param columns columns
 * @param rows rows
 * @param choices standby sources that are taken into use or not, at a cost or with a contract
 * @param iterations simplex iterations of all solves
 * @param gap money by which the last objective may be above the least; 0 where it is proven to be
 *     the least, NaN where no bound is known
 */
public record ProgrammeSize(
    int nodes, int nodesInAll, int columns, int rows, int choices, long iterations, double gap) {}
