package tenon.respond;

import java.util.Arrays;
import tenon.twin.site.Rules;

/**
 * Numbers of the columns and rows of a programme, by row of the chain and period; -1 where there is
 * none. Rates are in units of the head's scale per day, amounts in units of the node's scale.
 */
final class Layout {
  /** Columns: flow up to the usual one, and beyond it, by arc. */
  final int[][] base;

  final int[][] extra;

  /** Columns: stock at the end of a period beyond the usual stock, by node. */
  final int[][] surplus;

  /** Columns: rate that a held node is short of, by node. */
  final int[][] shortfall;

  /** Columns: rate served up to that of the demand, and beyond it; units that wait at the end. */
  final int[][] served;

  final int[][] catchUp;
  final int[][] waiting;

  /** Columns: output made with an input that replaces the first of its group, by input. */
  final int[][] with;

  /** Columns: output made without an input that is not essential, by the first of its group. */
  final int[][] without;

  /** Rows: stock at the end of a period, less the surplus, less what is given, by node. */
  final int[][] stockRow;

  /** Rows: what a node hands over. */
  final int[][] passRow;

  /** Rows: what waits. */
  final int[][] waitingRow;

  /** Columns: whether a standby source is taken into use, 0 or 1, by arc. */
  final int[] used;

  /** Columns: rate that a contract obliges to order and that is not ordered, by link. */
  final int[][] missed;

  /** Columns: what is on hand, and under way, at the end below the usual, by node. */
  final int[] endShort;

  final int[] pipelineShort;

  Layout(Rules rules, int periods) {
    base = none(rules.arcs(), periods);
    extra = none(rules.arcs(), periods);
    surplus = none(rules.nodes(), periods);
    shortfall = none(rules.nodes(), periods);
    served = none(rules.demands(), periods);
    catchUp = none(rules.demands(), periods);
    waiting = none(rules.demands(), periods);
    int inputs = rules.chain().inputs().count();
    with = none(inputs, periods);
    without = none(inputs, periods);
    stockRow = none(rules.nodes(), periods);
    passRow = none(rules.nodes(), periods);
    waitingRow = none(rules.demands(), periods);
    missed = none(rules.links(), periods);
    used = new int[rules.arcs()];
    Arrays.fill(used, -1);
    endShort = new int[rules.nodes()];
    pipelineShort = new int[rules.nodes()];
    Arrays.fill(endShort, -1);
    Arrays.fill(pipelineShort, -1);
  }

  private static int[][] none(int rows, int periods) {
    int[][] numbers = new int[rows][periods];
    for (int[] row : numbers) {
      Arrays.fill(row, -1);
    }
    return numbers;
  }
}
