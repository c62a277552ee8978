package tenon.assess.uncertainty;

import java.util.Arrays;
import java.util.List;
import tenon.assess.Notes;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Panel;

/** Apportions the change of ranks among the factors; see {@link Sobol}. */
public final class Sensitivity {
  private Sensitivity() {}

  /**
   * Runs all combinations where they are no more than the N (d + 2) runs of the estimate with N
   * replications and d factors, else estimates. A factor that moves nothing is an error: it cannot
   * act, and its index of 0 would be mistaken for robustness.
   */
  public static Loaded<SensitivityResult> analyse(Panel panel, UncertaintySpec spec) {
    Findings findings = new Findings();
    Setup setup = Setup.of(panel, spec, findings);
    if (setup == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    int[] nominal = setup.nominal().ranks()[0];
    int[] levels = setup.levels();
    double combinations = Arrays.stream(levels).asDoubleStream().reduce(1, (a, b) -> a * b);
    double estimated = spec.replications() * (levels.length + 2.0);
    SensitivityResult result =
        findings.hasErrors()
            ? null
            : combinations <= estimated
                ? exact(setup, nominal, levels)
                : sampled(setup, nominal, levels.length);
    if (result == null || findings.hasErrors()) {
      return new Loaded.Rejected<>(setup.told());
    }
    return new Loaded.Ready<>(result, result.findings());
  }

  private static SensitivityResult exact(Setup setup, int[] nominal, int[] levels) {
    double[] y = shifts(setup, nominal, Design.full(levels));
    List<Sobol.Indices> indices = setup.findings().hasErrors() ? List.of() : Sobol.exact(levels, y);
    return finished(setup, true, y.length, y, indices);
  }

  private static SensitivityResult sampled(Setup setup, int[] nominal, int factors) {
    UncertaintySpec spec = setup.spec();
    int rows = spec.replications();
    Design a = Design.drawn(spec.factors(), rows, spec.seed(), "A ");
    Design b = Design.drawn(spec.factors(), rows, spec.seed(), "B ");
    double[] ofA = shifts(setup, nominal, a);
    double[] ofB = shifts(setup, nominal, b);
    double[][] mixed = new double[factors][];
    for (int factor = 0; factor < factors; factor++) {
      mixed[factor] = shifts(setup, nominal, a.with(factor, b));
    }
    double[] both = Arrays.copyOf(ofA, 2 * rows);
    System.arraycopy(ofB, 0, both, rows, rows);
    List<Sobol.Indices> indices =
        setup.findings().hasErrors()
            ? List.of()
            : Sobol.sampled(ofA, ofB, mixed, spec.resamples(), spec.seed());
    return finished(setup, false, rows * (factors + 2), both, indices);
  }

  private static SensitivityResult finished(
      Setup setup, boolean exact, int runs, double[] y, List<Sobol.Indices> indices) {
    Notes notes = Notes.about(Setup.FACTORS, setup.findings());
    for (int factor = 0; factor < indices.size(); factor++) {
      // Not above 0: also where nothing varies at all and the index does not exist.
      if (!(indices.get(factor).total() > 0)) {
        notes.error("factor-idle", "factor", setup.spec().factors().get(factor).name());
      }
    }
    double mean = Arrays.stream(y).sum() / y.length;
    return new SensitivityResult(setup.spec(), exact, runs, mean, indices, setup.told());
  }

  private static double[] shifts(Setup setup, int[] nominal, Design design) {
    double[] shifts = new double[design.runs()];
    if (setup.findings().hasErrors()) {
      return shifts;
    }
    int[][] ranks = setup.run(design).ranks();
    for (int run = 0; run < ranks.length && !setup.findings().hasErrors(); run++) {
      shifts[run] = UncertaintyResult.rankShift(nominal, ranks[run]);
    }
    return shifts;
  }
}
