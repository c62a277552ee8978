package tenon.numeric;

/**
 * The answer of {@link LinearProgram#solveWhole}.
 *
 * @param found whether values were found that satisfy all bounds
 * @param values values of all columns, those that must be whole rounded to it; empty where none
 *     were found
 * @param objective the objective at the values
 * @param bound what no values can be better than
 * @param nodes nodes of the search: the deterministic measure of work
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record WholeSolution(
    boolean found, double[] values, double objective, double bound, long nodes) {

  /**
   * How far the objective may be from the best, as a share of it; 0 where it is proven to be the
   * best, infinite where nothing was found.
   */
  public double gap() {
    if (!found) {
      return Double.POSITIVE_INFINITY;
    }
    double off = Math.abs(objective - bound);
    return off <= 1e-9 * (1 + Math.abs(objective)) ? 0 : off / Math.max(Math.abs(objective), 1e-9);
  }
}
