package tenon.respond;

import java.util.Arrays;
import tenon.twin.site.Rules;

/**
 * Numbers of the columns of a programme, by row of the chain and period; -1 where there is none.
 * Rates are in units of the head's scale per day, stocks in units of the node's scale.
 */
final class Layout {
  /** Flow up to the usual one, and beyond it, by arc and period. */
  final int[][] base;

  final int[][] extra;

  /** Stock at the end of a period, by node and period; and what of it exceeds the usual stock. */
  final int[][] stock;

  final int[][] surplus;

  /** Rate served, and units that wait at the end, by demand and period. */
  final int[][] served;

  final int[][] waiting;

  /** Output made with an input that others may replace or that is not essential. */
  final int[][] with;

  /** Output made without an input that is not essential, by the first input row of its group. */
  final int[][] without;

  Layout(Rules rules, int periods) {
    base = none(rules.arcs(), periods);
    extra = none(rules.arcs(), periods);
    stock = none(rules.nodes(), periods);
    surplus = none(rules.nodes(), periods);
    served = none(rules.demands(), periods);
    waiting = none(rules.demands(), periods);
    int inputs = rules.chain().inputs().count();
    with = none(inputs, periods);
    without = none(inputs, periods);
  }

  private static int[][] none(int rows, int periods) {
    int[][] columns = new int[rows][periods];
    for (int[] row : columns) {
      Arrays.fill(row, -1);
    }
    return columns;
  }
}
