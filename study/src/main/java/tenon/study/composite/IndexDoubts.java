package tenon.study.composite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tenon.assess.Tree;
import tenon.assess.Weighting;
import tenon.assess.pipeline.DataSet;
import tenon.assess.pipeline.PipelineResult;
import tenon.model.Finding;
import tenon.study.text.Refusal;

/** What a study cannot do with its data, though the pipeline could run. */
final class IndexDoubts {
  /** Sums within this distance are equal: weights are printed with two or three digits. */
  private static final double PRINTED = .005;

  private IndexDoubts() {}

  static List<Finding> of(PipelineResult result, String source) {
    List<Finding> doubts = new ArrayList<>();
    DataSet last = result.last();
    if (last.units().count() == 1) {
      doubts.add(Refusal.warning("index-one-unit", source, last.units().key(0)));
    }
    if (last.periods().count() == 2) {
      String both = String.join(", ", last.periods().stream().toList());
      doubts.add(Refusal.warning("index-two-periods", source, both));
    }
    for (Weighting part : IndexMethods.parts(result.spec().weighting())) {
      if (part instanceof Weighting.Fixed fixed) {
        sums(fixed, last.tree(), doubts);
      }
    }
    return doubts;
  }

  /** Whether a node has no score anywhere. */
  static boolean scoreless(PipelineResult result, String node) {
    DataSet last = result.last();
    int id = last.tree().keys().id(node);
    for (int unit = 0; unit < last.units().count(); unit++) {
      for (int period = 0; period < last.periods().count(); period++) {
        if (!Double.isNaN(result.scores().score(id, unit, period))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Groups of siblings whose weights by code do not sum to 1. */
  private static void sums(Weighting.Fixed fixed, Tree tree, List<Finding> doubts) {
    Set<String> off = new LinkedHashSet<>();
    for (int position = 0; position < tree.nodes(); position++) {
      int node = tree.downward(position);
      double sum = 0;
      for (int nth = 0; nth < tree.childCount(node); nth++) {
        sum += fixed.byCode().getOrDefault(tree.code(tree.child(node, nth)), 0.0);
      }
      if (tree.childCount(node) > 1 && !(Math.abs(sum - 1) <= PRINTED)) {
        off.add(tree.code(node));
      }
    }
    if (!off.isEmpty()) {
      doubts.add(
          Refusal.warning(
              "index-fixed-sum", "weights_file", String.join(", ", off), "" + off.size()));
    }
  }
}
