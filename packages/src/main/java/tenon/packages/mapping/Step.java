package tenon.packages.mapping;

import java.util.List;
import java.util.Map;

/**
 * A table made of others before any table of the package is: rows of one or several, joined, with
 * columns added, some left out, grouped, sorted.
 *
 * @param name what later steps and tables call it
 * @param from tables whose rows it takes, one after the other
 * @param stated rows that stand in the mapping itself, where {@code from} is empty
 * @param joins tables whose columns are added
 * @param add columns by their formulas, in this order; each may use those before it
 * @param where which rows stay; none for all
 * @param by columns that tell groups apart, where {@code grouped}
 * @param take columns of a group by their formulas
 * @param grouped whether rows are grouped
 * @param sort columns by which rows are sorted; one with {@code -} before it falls
 */
record Step(
    String name,
    List<String> from,
    Stated stated,
    List<Join> joins,
    Map<String, Formula> add,
    List<Formula> where,
    List<String> by,
    Map<String, Formula> take,
    boolean grouped,
    List<String> sort) {

  /** Rows in the mapping. */
  record Stated(List<String> columns, List<List<String>> rows) {}

  /** How a row finds rows of another table. */
  enum Kind {
    /** A row without a match goes. */
    MATCHED,
    /** A row without a match stays, with unknown cells. */
    OPTIONAL,
    /** Only rows without a match stay. */
    WITHOUT
  }

  /**
   * A join.
   *
   * @param on column of the row by column of the other table; empty joins every row with every row
   */
  record Join(String table, Map<String, String> on, Kind kind) {}
}
