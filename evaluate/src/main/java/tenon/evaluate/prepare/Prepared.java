package tenon.evaluate.prepare;

import java.util.List;
import tenon.evaluate.Observations;

/**
 * A panel as it is estimated on.
 *
 * @param data the rows that are left, with derived columns
 * @param changes what was done, in order
 */
public record Prepared(Observations data, List<Change> changes) {
  public Prepared {
    changes = List.copyOf(changes);
  }

  /** What was done. */
  public enum Kind {
    /** Rows in which a column is blank that must be known. */
    BLANK,
    DERIVED,
    EXCLUDED,
    INTERPOLATED,
    WINSORISED,
    /** Unknown cells that are left. */
    UNKNOWN
  }

  /**
   * One change.
   *
   * @param kind what was done
   * @param column to which column
   * @param cells number of cells, for an exclusion of rows
   * @param units units concerned, by name; empty where that says nothing
   */
  public record Change(Kind kind, String column, int cells, List<String> units) {
    public Change {
      units = List.copyOf(units);
    }
  }
}
