package tenon.evaluate;

import java.util.List;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.Laws;

/**
 * How large an effect would have to be to be seen, by simulation on the panel's own noise: the
 * estimated effect is taken out of the outcome, a treatment is dealt out at random, an effect is
 * put in, and the regression is run. An effect put in moves the coefficient by itself and leaves
 * the residuals, so that one set of draws serves every size of effect exactly.
 *
 * <p>Source: Bertrand, Duflo, Mullainathan 2004 (placebo laws); Black, Hollingsworth, Nunes, Simon
 * 2022 (simulated power).
 */
public final class Power {
  /** Power that a study is planned for by custom. */
  public static final double WANTED = .8;

  private static final double LEVEL = .05;

  private Power() {}

  /**
   * Power by size of effect.
   *
   * @param effects sizes, in the unit of the outcome
   * @param power share of draws in which the effect is significant at 5 %, two-sided
   * @param size share where there is no effect: 5 % if the standard errors are right
   * @param detectable least positive effect seen in 80 % of the draws
   * @param draws number of draws
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  public record Result(
      double[] effects, double[] power, double size, double detectable, int draws) {}

  /**
   * Simulates.
   *
   * @param spec the regression, as {@link Placebo} wants it
   * @param outcome column of the outcome, as the formula has it
   * @param treatment the regressor dealt out anew
   */
  public static Loaded<Result> simulate(
      Observations data,
      RegressionSpec spec,
      String outcome,
      String treatment,
      List<Double> effects,
      int draws,
      long seed) {
    Loaded<Fit> fit = Regression.fit(data, spec);
    if (!(fit instanceof Loaded.Ready<Fit>(Fit actual, var _))) {
      return new Loaded.Rejected<>(fit.findings());
    }
    double b = actual.coefficient(treatment);
    if (Double.isNaN(b)) {
      Findings findings = new Findings();
      Notes.about(Notes.ESTIMATE, findings)
          .error("placebo-treatment", null, treatment, String.join(", ", actual.names()));
      return new Loaded.Rejected<>(findings.list());
    }
    double[] without = data.numbers(outcome).clone();
    double[] treated = data.numbers(treatment);
    for (int row = 0; row < without.length; row++) {
      without[row] -= Double.isNaN(treated[row]) ? 0 : b * treated[row];
    }
    Loaded<PlaceboResult> placebo =
        Placebo.run(
            data.with(outcome, without),
            spec,
            treatment,
            new PlaceboDraws.Random(PlaceboDraws.Kind.UNITS, draws, seed));
    return switch (placebo) {
      case Loaded.Rejected<PlaceboResult>(var faults) -> new Loaded.Rejected<>(faults);
      case Loaded.Ready<PlaceboResult>(var result, var findings) ->
          new Loaded.Ready<>(of(result, effects), findings);
    };
  }

  private static Result of(PlaceboResult placebo, List<Double> effects) {
    double critical = Laws.studentTwoSidedQuantile(LEVEL, placebo.actual().sizes().degrees());
    double[] sizes = effects.stream().mapToDouble(Double::doubleValue).toArray();
    double[] power = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      power[i] = share(placebo, sizes[i], critical);
    }
    double high = placebo.actual().standardError(placebo.treatment());
    for (int step = 0; step < 60 && share(placebo, high, critical) < WANTED; step++) {
      high *= 2;
    }
    double low = 0;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      boolean seen = share(placebo, middle, critical) >= WANTED;
      high = seen ? middle : high;
      low = seen ? low : middle;
    }
    return new Result(
        sizes, power, share(placebo, 0, critical), high, placebo.coefficients().length);
  }

  private static double share(PlaceboResult placebo, double effect, double critical) {
    int seen = 0;
    int valid = 0;
    for (int draw = 0; draw < placebo.coefficients().length; draw++) {
      double b = placebo.coefficients()[draw] + effect;
      if (!Double.isNaN(b)) {
        valid++;
        seen += Math.abs(b) / placebo.standardErrors()[draw] > critical ? 1 : 0;
      }
    }
    return (double) seen / valid;
  }
}
