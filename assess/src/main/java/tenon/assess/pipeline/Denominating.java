package tenon.assess.pipeline;

import tenon.assess.Notes;
import tenon.assess.Tree;

/** Divides indicators by others; see {@link Step.Denominate}. */
final class Denominating {
  private Denominating() {}

  static DataSet of(DataSet data, Notes notes) {
    Tree tree = data.tree();
    double[][] columns = data.columns().clone();
    boolean acted = false;
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      String named = tree.hierarchy().denominator(node);
      if (named == null) {
        continue;
      }
      acted = true;
      int by = tree.keys().id(named);
      if (by < 0 || !tree.isLeaf(by)) {
        notes.error("denominator-unknown", "denominator", tree.code(node), named);
      } else {
        columns[node] = divided(data, node, by, notes);
      }
    }
    if (!acted) {
      notes.warn("denominate-nothing", "denominator", null);
    }
    return data.with(columns);
  }

  private static double[] divided(DataSet data, int node, int by, Notes notes) {
    double[] above = data.column(node);
    double[] below = data.column(by);
    double[] ratio = new double[above.length];
    int impossible = 0;
    for (int cell = 0; cell < ratio.length; cell++) {
      boolean known = !Double.isNaN(above[cell]);
      ratio[cell] = below[cell] == 0 ? Double.NaN : above[cell] / below[cell];
      impossible += known && Double.isNaN(ratio[cell]) ? 1 : 0;
    }
    if (impossible > 0) {
      String code = data.tree().code(node);
      notes.warn("denominator-blank", "value", code, data.tree().code(by), "" + impossible);
    }
    return ratio;
  }
}
