package tenon.evaluate.mechanism;

import java.util.List;
import tenon.evaluate.Fit;
import tenon.model.Finding;

/**
 * Effects by group, and tests that they differ.
 *
 * @param groups by group, in the order of their codes
 * @param differences each later group against the first
 * @param findings doubts; warnings all
 */
public record HeterogeneityResult(
    List<Group> groups, List<Difference> differences, List<Finding> findings) {

  /** The regression of one group alone. */
  public record Group(String name, Fit fit) {}

  /**
   * The difference of two coefficients.
   *
   * @param group the later group
   * @param estimate its coefficient less that of the first group
   * @param standardError from one regression in which everything, the absorbed effects too, differs
   *     by group (Chow)
   * @param p two-sided, Student's t with the degrees of freedom of that regression
   * @param zIndependent estimate over the root of both variances, as if the groups shared no
   *     cluster
   * @param permutationP (1 + permutations with a difference as large in size) / (1 + permutations);
   *     NaN without any
   */
  public record Difference(
      String group,
      double estimate,
      double standardError,
      double p,
      double zIndependent,
      double permutationP) {}

  public HeterogeneityResult {
    groups = List.copyOf(groups);
    differences = List.copyOf(differences);
    findings = List.copyOf(findings);
  }
}
