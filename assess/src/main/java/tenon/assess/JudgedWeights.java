package tenon.assess;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Local weights by pairwise judgement, one matrix (or several experts') per group of siblings. */
final class JudgedWeights {
  private final Weighting.Judged spec;
  private final Tree tree;
  private final Notes notes;
  private final double[] weights;

  private JudgedWeights(Weighting.Judged spec, Tree tree, Notes notes) {
    this.spec = spec;
    this.tree = tree;
    this.notes = notes;
    weights = new double[tree.nodes()];
    Arrays.fill(weights, 1);
  }

  /** The weights; what the judgements of each group came to is put into {@code judged}. */
  static double[] of(
      Weighting.Judged spec, Tree tree, Map<String, AhpWeights> judged, Notes notes) {
    JudgedWeights work = new JudgedWeights(spec, tree, notes);
    work.refuseStrangers();
    for (int node = 0; node < tree.nodes(); node++) {
      if (tree.childCount(node) > 1) {
        work.weigh(node, judged);
      }
    }
    return work.weights;
  }

  private void refuseStrangers() {
    for (String group : spec.groups().keySet()) {
      int node = tree.keys().id(group);
      if (node < 0 || tree.childCount(node) == 0) {
        notes.error("judgements-strange", null, group);
      }
    }
  }

  private void weigh(int node, Map<String, AhpWeights> judged) {
    String group = tree.code(node);
    List<String> children = tree.childCodes(node);
    List<Judgements> experts = spec.groups().getOrDefault(group, List.of());
    if (experts.isEmpty()) {
      notes.error("judgements-missing", group, null, String.join(", ", children));
      return;
    }
    AhpWeights found = Ahp.weigh(experts, spec.randomIndex(), group, notes);
    if (found == null) {
      return;
    }
    judged.put(group, found);
    if (!found.accepted()) {
      tellInconsistent(group, found);
    }
    for (int nth = 0; nth < children.size(); nth++) {
      int item = found.items().indexOf(children.get(nth));
      if (item < 0 || found.items().size() != children.size()) {
        notes.error(
            "judgements-siblings",
            group,
            null,
            String.join(", ", found.items()),
            String.join(", ", children));
        return;
      }
      weights[tree.child(node, nth)] = found.weight(item);
    }
  }

  private void tellInconsistent(String group, AhpWeights found) {
    String ratio = Notes.ratio(found.consistencyRatio());
    AhpWeights.Judgement worst = found.worst();
    if (worst == null) {
      notes.error("inconsistent", group, null, ratio);
    } else {
      notes.error(
          "inconsistent-by",
          group,
          null,
          ratio,
          worst.item(),
          worst.other(),
          Notes.number(worst.value()),
          Notes.number(worst.fitting()),
          Notes.ratio(worst.consistencyRatio()));
    }
  }
}
