package tenon.assess;

import java.util.List;
import tenon.model.Finding;
import tenon.model.Panel;

/**
 * What an assessment found. Nodes, units and periods are numbered as in the panel and its
 * hierarchy.
 *
 * @param panel what was measured
 * @param spec how it was assessed
 * @param weights weights of the nodes, by method
 * @param scores scores, grades and ranks of every node
 * @param gaps what is missing to the targets
 * @param findings assumptions made and doubts met on the way; warnings all
 */
public record Assessment(
    Panel panel,
    AssessSpec spec,
    Weights weights,
    Scores scores,
    Gaps gaps,
    List<Finding> findings) {
  public Assessment {
    findings = List.copyOf(findings);
  }
}
