package tenon.evaluate.mechanism;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
   * @param effects columns whose effects are absorbed, those of a combination joined by {@code ^};
   *     empty for none
   */
  static RegressionSpec regression(
      String outcome, List<String> terms, List<String> effects, Errors errors) {
    String text =
        quoted(outcome)
            + " ~ "
            + String.join(" + ", terms)
            + (effects.isEmpty() ? "" : " | " + absorbed(effects));
    return RegressionSpec.of(Formula.of(text)).withErrors(errors);
  }

  private static String absorbed(List<String> effects) {
    return effects.stream()
        .map(
            effect ->
                Arrays.stream(effect.split("\\^", -1))
                    .map(Sentence::quoted)
                    .collect(Collectors.joining("^")))
        .collect(Collectors.joining(" + "));
  }
}
