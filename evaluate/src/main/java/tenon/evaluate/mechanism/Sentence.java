package tenon.evaluate.mechanism;

import java.util.List;
import tenon.evaluate.Errors;
import tenon.evaluate.Formula;
import tenon.evaluate.RegressionSpec;

/** Regressions that this package writes itself. */
final class Sentence {
  private Sentence() {}

  /** A column's name as a formula takes it, whatever its letters. */
  static String quoted(String name) {
    return "`" + name + "`";
  }

  /**
   * A regression.
   *
   * @param outcome name of a column
   * @param terms formula terms
   * @param effects formula terms of absorbed effects; empty for none
   */
  static RegressionSpec regression(
      String outcome, List<String> terms, List<String> effects, Errors errors) {
    String text =
        quoted(outcome)
            + " ~ "
            + String.join(" + ", terms)
            + (effects.isEmpty() ? "" : " | " + String.join(" + ", effects));
    return RegressionSpec.of(Formula.of(text)).withErrors(errors);
  }
}
