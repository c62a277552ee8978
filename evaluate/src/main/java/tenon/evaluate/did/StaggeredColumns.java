package tenon.evaluate.did;

import tenon.evaluate.PanelColumns;

/**
 * The columns of a staggered adoption.
 *
 * @param outcome column of the outcome
 * @param unit column of units
 * @param period column of periods, numbers
 * @param cohort column of the first treated period; never treated where it is blank, after the last
 *     period, or 0 with periods that begin later
 */
public record StaggeredColumns(String outcome, String unit, String period, String cohort) {

  /** Unit and period. */
  public PanelColumns panel() {
    return new PanelColumns(unit, period);
  }
}
