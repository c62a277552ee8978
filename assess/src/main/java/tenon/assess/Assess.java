package tenon.assess;

import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Panel;

/** From a panel of indicators to scores, grades, weights and gaps: the one way into this room. */
public final class Assess {
  private Assess() {}

  /**
   * Assesses a panel.
   *
   * @return the assessment with its warnings, or every fault of the hierarchy, the values and the
   *     judgements that forbids one
   */
  public static Loaded<Assessment> assess(Panel panel, AssessSpec spec) {
    Findings findings = new Findings();
    Notes aboutHierarchy = Notes.about(Notes.HIERARCHY, findings);
    Notes aboutValues = Notes.about(Notes.INDICATORS, findings);
    Tree tree = Tree.of(panel.hierarchy(), aboutHierarchy);
    if (findings.hasErrors()) {
      // In a circle there is no order from the leaves up, so the rest cannot even be looked at.
      return new Loaded.Rejected<>(findings.list());
    }
    Values values = Values.of(panel, tree, aboutValues);
    Posts posts = Posts.of(spec.scaling(), tree, values, aboutHierarchy, aboutValues);
    Weights weights = Weigher.weigh(spec.weighting(), tree, values, findings);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    double[][] scores = scores(tree, posts, weights, values.width());
    tellWithoutScore(panel, tree, scores, aboutValues);
    Gaps gaps = Gaps.of(panel, tree, posts, weights.used(), scores, aboutHierarchy);
    Scores all = new Scores(scores, panel.units().count(), panel.periods().count());
    Assessment assessment = new Assessment(panel, spec, weights, all, gaps, findings.list());
    return new Loaded.Ready<>(assessment, assessment.findings());
  }

  private static double[][] scores(Tree tree, Posts posts, Weights weights, int width) {
    double[][] scores = new double[tree.nodes()][];
    for (int leaf : tree.leaves()) {
      scores[leaf] = posts.scores(leaf);
    }
    Gather.upward(tree, weights.used(), scores, width);
    return scores;
  }

  private static void tellWithoutScore(Panel panel, Tree tree, double[][] scores, Notes notes) {
    int periods = panel.periods().count();
    for (int node = 0; node < tree.nodes(); node++) {
      int unknown = 0;
      int first = -1;
      for (int cell = 0; tree.isTop(node) && cell < scores[node].length; cell++) {
        if (Double.isNaN(scores[node][cell])) {
          first = unknown++ == 0 ? cell : first;
        }
      }
      if (unknown > 0) {
        notes.warn(
            "no-score",
            "value",
            tree.code(node),
            Integer.toString(unknown),
            Integer.toString(scores[node].length),
            panel.units().key(first / periods),
            panel.periods().key(first % periods));
      }
    }
  }
}
