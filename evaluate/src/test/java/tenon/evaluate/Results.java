package tenon.evaluate;

import java.util.List;
import java.util.Locale;
import tenon.model.Finding;
import tenon.model.Loaded;

/** Short ways to what a test looks at. */
public final class Results {
  private Results() {}

  /** The value, or a failure that shows the findings. */
  public static <T> T ready(Loaded<T> loaded) {
    return switch (loaded) {
      case Loaded.Ready<T>(T value, List<Finding> _) -> value;
      case Loaded.Rejected<T>(List<Finding> findings) ->
          throw new AssertionError(String.join("\n", texts(findings)));
    };
  }

  /** The codes of the findings, in order. */
  public static List<String> codes(Loaded<?> loaded) {
    return loaded.findings().stream().map(Finding::code).toList();
  }

  public static List<String> texts(List<Finding> findings) {
    return findings.stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  /** The fit of a formula with standard errors of its own kind. */
  public static Fit fit(Observations data, String formula, Errors errors) {
    return ready(Regression.fit(data, RegressionSpec.of(Formula.of(formula)).withErrors(errors)));
  }
}
