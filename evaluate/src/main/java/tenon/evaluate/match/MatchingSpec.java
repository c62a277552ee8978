package tenon.evaluate.match;

import java.util.List;

/**
 * How controls are matched.
 *
 * @param treatment column that is 1 for rows of treated units, else 0
 * @param covariates columns of numbers that the propensity depends on
 * @param rule how controls are weighted
 */
public record MatchingSpec(String treatment, List<String> covariates, Rule rule) {

  /** How the controls of one treated row are weighted. */
  public sealed interface Rule {}

  /**
   * Weights by Epanechnikov's kernel 1 - (d/h)<sup>2</sup> of the distance in propensity.
   *
   * @param bandwidth h, .06 by custom
   */
  public record Kernel(double bandwidth) implements Rule {
    public Kernel {
      if (!(bandwidth > 0)) {
        throw new IllegalArgumentException("bandwidth " + bandwidth + " must be above 0");
      }
    }
  }

  /**
   * Equal weights on the nearest controls, with replacement; ties go to the earlier row.
   *
   * @param count how many
   * @param caliper largest distance in propensity; infinite for none
   */
  public record Nearest(int count, double caliper) implements Rule {
    public Nearest {
      if (count < 1 || !(caliper > 0)) {
        throw new IllegalArgumentException("count must be at least 1 and caliper above 0");
      }
    }
  }

  public MatchingSpec {
    covariates = List.copyOf(covariates);
  }

  /** Epanechnikov's kernel with bandwidth .06. */
  public static MatchingSpec kernel(String treatment, List<String> covariates) {
    return new MatchingSpec(treatment, covariates, new Kernel(.06));
  }

  public MatchingSpec withRule(Rule other) {
    return new MatchingSpec(treatment, covariates, other);
  }
}
