package tenon.study.measure;

import static tenon.study.method.MethodOption.choice;
import static tenon.study.method.MethodOption.flag;
import static tenon.study.method.MethodOption.number;
import static tenon.study.method.MethodOption.text;
import static tenon.study.method.MethodOption.texts;
import static tenon.study.method.MethodOption.whole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.corpus.TextMethod;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.recipe.Domain;
import tenon.study.text.Refusal;

/** The methods under {@code tenon assess}. */
public final class MeasureMethods {
  /** Name of the family. */
  public static final String FAMILY = "assess";

  private static final List<MethodOption> MATRIX =
      List.of(text("id"), texts("columns"), texts("cost"));
  private static final List<MethodOption> SERIES =
      List.of(text("id"), text("time"), text("value"), texts("columns"));

  private MeasureMethods() {}

  /** Every method, in the order of the help. */
  public static List<Method> all() {
    return List.of(
        method(
            "ahp",
            "JUDGEMENTS.json",
            List.of(choice("random-index", "saaty1980", "saaty2005", "donegan_dodd")),
            WeightMethods::ahp),
        method(
            "entropy",
            "DATA",
            Method.join(
                MATRIX,
                List.of(choice("basis", "values", "min_max"), number("shift", 0, 1e9, "0"))),
            WeightMethods::entropy),
        method(
            "critic",
            "DATA",
            Method.join(MATRIX, List.of(choice("correlation", "pearson", "spearman"))),
            WeightMethods::critic),
        method(
            "topsis",
            "DATA",
            Method.join(MATRIX, List.of(texts("weights"), choice("scale", "vector", "none"))),
            WeightMethods::topsis),
        method(
            "fuzzy",
            "DATA",
            List.of(
                choice("membership", "triangular", "trapezoid", "crisp"),
                number("overlap", 1e-6, 0.1, "0.05"),
                choice(
                    "operator", "all", "product_sum", "min_max", "product_max", "min_bounded_sum"),
                texts("grade-values")),
            FuzzyMethod::of),
        method("reliability", "DATA", MATRIX, GradeMethods::reliability),
        method(
            "coupling",
            "DATA",
            Method.join(MATRIX, List.of(texts("weights"), choice("form", "standard", "wang2021"))),
            GradeMethods::coupling),
        method(
            "obstacle",
            "DATA",
            Method.join(MATRIX, List.of(texts("weights"))),
            GradeMethods::obstacle),
        method(
            "dagum",
            "DATA",
            List.of(text("group"), texts("value"), text("time")),
            InequalityMethods::dagum),
        method("density", "DATA", List.of(text("value"), texts("at")), InequalityMethods::density),
        method(
            "moran",
            "UNITS.csv",
            Method.join(
                List.of(text("id"), text("value")),
                Neighbours.OPTIONS,
                List.of(whole("permutations", 0, 1_000_000, "999"))),
            SpaceMethods::moran),
        method(
            "sdm",
            "UNITS.csv",
            Method.join(
                List.of(text("id"), text("time"), text("y"), texts("x"), flag("period-effects")),
                Neighbours.OPTIONS),
            SpaceMethods::durbin),
        method(
            "markov",
            "PANEL.csv",
            Method.join(
                SERIES, List.of(whole("classes", 2, 20, "5"), flag("pooled")), Neighbours.OPTIONS),
            DynamicsMethods::markov),
        method("convergence", "PANEL.csv", SERIES, DynamicsMethods::convergence),
        method(
            "drivers",
            "PANEL.csv",
            List.of(
                text("id"),
                text("time"),
                new MethodOption("columns", new Domain.Texts(), "", true),
                texts("weights"),
                choice("aggregate", "arithmetic", "geometric", "harmonic"),
                texts("x")),
            DriverMethods::drivers),
        method(
            "industries",
            "DATA",
            Method.join(MATRIX, List.of(texts("weights"))),
            DriverMethods::industries),
        method(
            "predicts",
            "UNITS.csv",
            List.of(
                text("id"),
                MethodOption.needed("score"),
                new MethodOption("outcome", new Domain.Texts(), "", true),
                texts("controls"),
                whole("folds", 2, 1000, "5")),
            DriverMethods::predicts),
        TextMethod.method(FAMILY));
  }

  private static Method method(
      String name,
      String source,
      List<MethodOption> options,
      Function<Asked, Loaded<Answer>> work) {
    return new Method(FAMILY, name, source, options, (asked, progress) -> work.apply(asked));
  }

  /**
   * Reads a matrix and works on it.
   *
   * @param work makes the answer, or null after adding an error to the findings
   */
  static Loaded<Answer> onMatrix(
      Asked asked, BiFunction<DataMatrix, List<Finding>, @Nullable Answer> work) {
    return switch (DataMatrix.read(asked)) {
      case Loaded.Rejected<DataMatrix>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataMatrix>(var matrix, var warnings) -> {
        List<Finding> findings = new ArrayList<>(warnings);
        Answer answer = work.apply(matrix, findings);
        yield answer == null || findings.stream().anyMatch(Finding::isError)
            ? new Loaded.Rejected<>(findings)
            : new Loaded.Ready<>(answer, findings);
      }
    };
  }

  /** An error for every indicator without any value; a warning where single values lack. */
  static void unknowns(String file, DataMatrix matrix, List<Finding> findings) {
    for (int k = 0; k < matrix.columns().length; k++) {
      long known = Arrays.stream(matrix.columns()[k]).filter(v -> !Double.isNaN(v)).count();
      String indicator = matrix.indicators().get(k);
      if (known == 0) {
        findings.add(Refusal.of("all-unknown", file, indicator));
      } else if (known < matrix.units().size()) {
        String lacking = Long.toString(matrix.units().size() - known);
        findings.add(Refusal.warning("some-unknown", file, indicator, lacking));
      }
    }
  }

  /** Warns of indicators that tell nothing apart; an error where none does. */
  static void constants(Asked asked, DataMatrix matrix, List<Finding> findings) {
    String file = DataMatrix.file(asked.source());
    unknowns(file, matrix, findings);
    if (matrix.units().size() < 2) {
      findings.add(Refusal.of("one-unit", file, matrix.units().getFirst()));
      return;
    }
    int constant = 0;
    for (int k = 0; k < matrix.columns().length; k++) {
      double first = Double.NaN;
      boolean varies = false;
      for (double value : matrix.columns()[k]) {
        if (!Double.isNaN(value)) {
          first = Double.isNaN(first) ? value : first;
          varies |= value != first;
        }
      }
      if (!varies && !Double.isNaN(first)) {
        constant++;
        findings.add(Refusal.warning("constant", file, matrix.indicators().get(k)));
      }
    }
    if (constant == matrix.columns().length) {
      findings.add(Refusal.of("all-constant", file, null));
    }
  }
}
