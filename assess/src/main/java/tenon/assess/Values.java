package tenon.assess;

import tenon.model.Panel;

/**
 * The values of a panel by indicator: one array of cells per leaf of the tree, cell = unit *
 * periods + period, so that each step runs along one indicator. Directions are resolved here, once.
 */
final class Values {
  private final double[][] cells;
  private final boolean[] lessIsBetter;
  private final int width;

  private Values(double[][] cells, boolean[] lessIsBetter, int width) {
    this.cells = cells;
    this.lessIsBetter = lessIsBetter;
    this.width = width;
  }

  /** Values that were checked and turned before, so that more is better; by node and cell. */
  static Values turned(double[][] cells, int width) {
    return new Values(cells, new boolean[cells.length], width);
  }

  static Values of(Panel panel, Tree tree, Notes notes) {
    int periods = panel.periods().count();
    int width = panel.units().count() * periods;
    Values values = new Values(new double[tree.nodes()][width], new boolean[tree.nodes()], width);
    for (int unit = 0; unit < panel.units().count(); unit++) {
      for (int period = 0; period < periods; period++) {
        int cell = unit * periods + period;
        for (int node = 0; node < tree.nodes(); node++) {
          values.cells[node][cell] = panel.value(unit, period, node);
        }
      }
    }
    if (width == 0 || tree.nodes() == 0) {
      notes.error("nothing", null, null);
    }
    for (int node = 0; node < tree.nodes(); node++) {
      values.check(node, tree, notes);
    }
    return values;
  }

  /** The values of an indicator by cell; not to be written to. */
  double[] of(int leaf) {
    return cells[leaf];
  }

  boolean lessIsBetter(int leaf) {
    return lessIsBetter[leaf];
  }

  /** Number of cells: units times periods. */
  int width() {
    return width;
  }

  private void check(int node, Tree tree, Notes notes) {
    int known = 0;
    int endless = 0;
    for (double value : cells[node]) {
      known += Double.isNaN(value) ? 0 : 1;
      endless += Double.isInfinite(value) ? 1 : 0;
    }
    String code = tree.code(node);
    if (!tree.isLeaf(node)) {
      if (known > 0) {
        notes.warn("value-on-node", "value", code, Integer.toString(known));
      }
      return;
    }
    if (endless > 0) {
      notes.error("infinite", "value", code, Integer.toString(endless));
    }
    if (known == 0) {
      notes.warn("indicator-empty", "value", code);
    } else if (known < width) {
      notes.warn(
          "unknown-values",
          "value",
          code,
          Integer.toString(width - known),
          Integer.toString(width));
    }
    lessIsBetter[node] = tree.isLessBetter(node, notes);
  }
}
