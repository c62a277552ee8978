package tenon.evaluate.did;

import java.util.List;
import tenon.evaluate.Errors;
import tenon.evaluate.Formula;
import tenon.evaluate.RegressionSpec;

/** Regressions that this package writes itself. */
final class Terms {
  private Terms() {}

  /** A column's name as a formula takes it, whatever its letters. */
  static String quoted(String name) {
    return "`" + name + "`";
  }

  /** The outcome on terms with unit and period effects, errors clustered by unit. */
  static RegressionSpec twoWay(StaggeredColumns columns, List<String> terms) {
    String text =
        quoted(columns.outcome())
            + " ~ "
            + (terms.isEmpty() ? "1" : String.join(" + ", terms))
            + " | "
            + quoted(columns.unit())
            + " + "
            + quoted(columns.period());
    return RegressionSpec.of(Formula.of(text)).withErrors(Errors.Clustered.by(columns.unit()));
  }
}
