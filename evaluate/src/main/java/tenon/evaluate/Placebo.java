package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Placebo tests of a difference-in-differences regression {@code y ~ treatment + controls | unit +
 * period}: how often would a treatment that never was have had an effect as large as the true one?
 *
 * <p>By Frisch, Waugh and Lovell a draw costs one pass over the data; see {@link PlaceboEngine}.
 */
public final class Placebo {
  private final RegressionSpec spec;
  private final String treatment;
  private final Findings findings = new Findings();
  private final Notes notes = Notes.about(Notes.ESTIMATE, findings);

  private Placebo(RegressionSpec spec, String treatment) {
    this.spec = spec;
    this.treatment = treatment;
  }

  /**
   * Runs the draws.
   *
   * @param spec the true regression: unit and period as its two fixed effects, in this order, no
   *     weights, errors clustered by one variable that each unit keeps
   * @param treatment the regressor that the draws replace; 1 from a unit's first treated period on
   */
  public static Loaded<PlaceboResult> run(
      Observations data, RegressionSpec spec, String treatment, PlaceboDraws draws) {
    Placebo placebo = new Placebo(spec, treatment);
    PlaceboResult result = placebo.run(data, draws);
    return result == null || placebo.findings.hasErrors()
        ? new Loaded.Rejected<>(placebo.findings.list())
        : new Loaded.Ready<>(result, placebo.findings.list());
  }

  private @Nullable PlaceboResult run(Observations data, PlaceboDraws draws) {
    boolean shaped =
        spec.formula().fixedEffects().size() == 2
            && spec.weights() == null
            && spec.formula().endogenous().isEmpty()
            && spec.errors() instanceof Errors.Clustered clustered
            && clustered.variables().size() == 1;
    if (!shaped) {
      notes.error("placebo-shape", null, spec.formula().text());
      return null;
    }
    Loaded<Fit> loaded = Regression.fit(data, spec);
    loaded.findings().forEach(findings::add);
    if (!(loaded instanceof Loaded.Ready<Fit>(Fit actual, var _))) {
      return null;
    }
    if (actual.number(treatment) < 0) {
      notes.error("placebo-treatment", null, treatment, String.join(", ", actual.names()));
      return null;
    }
    PlaceboEngine engine =
        draws instanceof PlaceboDraws.Random(var kind, int _, long _)
                && kind == PlaceboDraws.Kind.PERIODS
            ? earlier(data)
            : PlaceboEngine.of(data, spec, treatment, actual, out(actual, draws), notes);
    if (engine == null) {
      return null;
    }
    List<int[]> starts = starts(engine, draws);
    return findings.hasErrors() ? null : result(actual, engine.run(starts, spec.threads()));
  }

  /** The effect to be taken out of the outcome. */
  private double out(Fit actual, PlaceboDraws draws) {
    return draws instanceof PlaceboDraws.Given(var _, boolean without) && without
        ? actual.coefficient(treatment)
        : 0;
  }

  /**
   * The engine over the rows before each unit's own start. What errors are scaled by comes from a
   * regression on these rows, with a treatment from the middle of each treated unit's rows on.
   */
  private @Nullable PlaceboEngine earlier(Observations data) {
    Observations rows = EarlierRows.of(data, spec, treatment, notes);
    if (rows == null) {
      return null;
    }
    return switch (Regression.fit(rows, spec)) {
      case Loaded.Rejected<Fit>(var faults) -> {
        faults.forEach(findings::add);
        yield null;
      }
      case Loaded.Ready<Fit>(Fit fit, var _) ->
          PlaceboEngine.of(rows, spec, treatment, fit, 0, notes);
    };
  }

  private List<int[]> starts(PlaceboEngine engine, PlaceboDraws draws) {
    return switch (draws) {
      case PlaceboDraws.Random random -> engine.draw(random);
      case PlaceboDraws.Given(List<Map<String, String>> given, boolean _) -> {
        List<int[]> starts = new ArrayList<>();
        given.forEach(draw -> starts.add(engine.starts(draw, notes)));
        yield starts;
      }
    };
  }

  private PlaceboResult result(Fit actual, List<PlaceboEngine.Estimate> estimates) {
    int count = estimates.size();
    double[] coefficients = new double[count];
    double[] errors = new double[count];
    double[] p = new double[count];
    double size = Math.abs(actual.coefficient(treatment));
    double t = Math.abs(actual.t(treatment));
    int larger = 0;
    int largerT = 0;
    int empty = 0;
    for (int draw = 0; draw < count; draw++) {
      PlaceboEngine.Estimate estimate = estimates.get(draw);
      coefficients[draw] = estimate.coefficient();
      errors[draw] = estimate.standardError();
      p[draw] = estimate.p();
      larger += Math.abs(coefficients[draw]) >= size ? 1 : 0;
      largerT += Math.abs(coefficients[draw] / errors[draw]) >= t ? 1 : 0;
      empty += Double.isNaN(coefficients[draw]) ? 1 : 0;
    }
    if (empty > 0) {
      notes.warn("placebo-empty", null, null, Integer.toString(empty));
    }
    double valid = count - empty + 1.0;
    return new PlaceboResult(
        actual,
        treatment,
        coefficients,
        errors,
        p,
        (larger + 1) / valid,
        (largerT + 1) / valid,
        findings.list());
  }
}
