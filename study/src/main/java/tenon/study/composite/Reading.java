package tenon.study.composite;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.assess.fuzzy.Membership;
import tenon.assess.statistics.Coupling;
import tenon.packages.YamlObject;

/**
 * How the report of a study reads its scores.
 *
 * @param membership membership function of the fuzzy evaluation, or null where none is asked for
 * @param classes number of quantile classes of the Markov chain
 * @param coupling how coupling is taken of the dimensions
 */
record Reading(@Nullable Membership membership, int classes, Coupling.Form coupling) {
  private static final List<String> MEMBERSHIPS = List.of("triangular", "trapezoid", "crisp");
  private static final double OVERLAP = .05;
  private static final int CLASSES = 4;

  static Reading of(YamlObject root) {
    double classes = root.number("classes", false, 2, 20);
    String coupling = root.word("coupling", List.of("standard", "wang2021"), false);
    return new Reading(
        membership(root),
        Double.isNaN(classes) ? CLASSES : (int) classes,
        "wang2021".equals(coupling) ? Coupling.Form.WANG_2021 : Coupling.Form.STANDARD);
  }

  /** A word, or a mapping of membership and overlap. */
  private static @Nullable Membership membership(YamlObject root) {
    YamlObject chosen = root.isMapping("fuzzy") ? root.object("fuzzy") : null;
    if (chosen == null) {
      return membership(root.word("fuzzy", MEMBERSHIPS, false), OVERLAP);
    }
    chosen.allow(List.of("membership", "overlap"));
    String word = chosen.word("membership", MEMBERSHIPS, true);
    double overlap = chosen.number("overlap", false, 1e-6, Membership.WIDTH / 2);
    return membership(word, Double.isNaN(overlap) ? OVERLAP : overlap);
  }

  private static @Nullable Membership membership(@Nullable String word, double overlap) {
    return switch (word) {
      case null -> null;
      case "trapezoid" -> new Membership.Trapezoid(overlap);
      case "crisp" -> new Membership.Crisp();
      default -> new Membership.Triangular();
    };
  }
}
