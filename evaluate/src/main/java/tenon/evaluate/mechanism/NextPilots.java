package tenon.evaluate.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tenon.evaluate.Coding;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.Regression;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.Laws;

/**
 * Where to pilot next: the effect that a model of enabling conditions foretells for units never
 * treated, {@code y ~ D + sum_k D (z_k - mean of the treated) + z + controls | effects}, at their
 * conditions of the last period. It foretells within the range of conditions that the treated had;
 * a unit outside it is marked.
 */
public final class NextPilots {
  private NextPilots() {}

  /**
   * What is foretold.
   *
   * @param fit the regression; coefficient 0 is the effect at the treated's mean conditions
   * @param interactions names of the interactions, by condition
   * @param units units never treated, the largest effect first
   */
  public record Result(Fit fit, List<String> interactions, List<Unit> units) {
    public Result {
      interactions = List.copyOf(interactions);
      units = List.copyOf(units);
    }
  }

  /**
   * One unit.
   *
   * @param name of the unit
   * @param effect foretold
   * @param standardError of it
   * @param low lower end of the 95% interval
   * @param high upper end
   * @param lacking the condition that takes most from the effect against the treated's mean; empty
   *     where none does
   * @param takes how much it takes, negative; 0 where none does
   * @param outside whether a condition lies outside the range of the treated
   */
  public record Unit(
      String name,
      double effect,
      double standardError,
      double low,
      double high,
      String lacking,
      double takes,
      boolean outside) {}

  /**
   * Estimates the model and foretells.
   *
   * @param conditions columns of numbers that the effect may depend on
   */
  public static Loaded<Result> foretell(
      Observations data,
      PanelColumns panel,
      String outcome,
      String treatment,
      List<String> controls,
      List<String> conditions,
      List<String> effects,
      Errors errors) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    for (String name : conditions) {
      if (!data.has(name)) {
        notes.error("column-unknown", null, name, String.join(", ", data.names()));
      } else if (data.isText(name)) {
        notes.error("column-texts", null, name);
      }
    }
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Conditions treated = new Conditions(data, treatment, conditions);
    Observations with = data;
    List<String> terms = new ArrayList<>(List.of(Sentence.quoted(treatment)));
    List<String> interactions = new ArrayList<>();
    for (int k = 0; k < conditions.size(); k++) {
      String name = treatment + " x " + conditions.get(k);
      with = with.with(name, treated.interaction(k));
      interactions.add(name);
      terms.add(Sentence.quoted(name));
    }
    for (String name : controls) {
      terms.add(Sentence.quoted(name));
    }
    for (String name : conditions) {
      if (!controls.contains(name)) {
        terms.add(Sentence.quoted(name));
      }
    }
    Loaded<Fit> loaded = Regression.fit(with, Sentence.regression(outcome, terms, effects, errors));
    loaded.findings().forEach(findings::add);
    if (!(loaded instanceof Loaded.Ready<Fit>(Fit fit, var _))) {
      return new Loaded.Rejected<>(findings.list());
    }
    List<Unit> units = treated.units(panel, fit, interactions, conditions);
    if (units.isEmpty()) {
      notes.error("no-candidates", null, treatment);
      return new Loaded.Rejected<>(findings.list());
    }
    return new Loaded.Ready<>(new Result(fit, interactions, units), findings.list());
  }

  /** Conditions of rows, centred at the mean of treated rows. */
  private static final class Conditions {
    private final Observations data;
    private final double[] treated;
    private final double[][] centred;
    private final double[] least;
    private final double[] most;

    Conditions(Observations data, String treatment, List<String> names) {
      this.data = data;
      treated = data.numbers(treatment);
      centred = new double[names.size()][];
      least = new double[names.size()];
      most = new double[names.size()];
      for (int k = 0; k < centred.length; k++) {
        double[] values = data.numbers(names.get(k)).clone();
        double[] in =
            java.util.stream.IntStream.range(0, values.length)
                .filter(row -> treated[row] == 1 && !Double.isNaN(values[row]))
                .mapToDouble(row -> values[row])
                .toArray();
        double mean = Arrays.stream(in).average().orElse(0);
        least[k] = Arrays.stream(in).min().orElse(0) - mean;
        most[k] = Arrays.stream(in).max().orElse(0) - mean;
        for (int row = 0; row < values.length; row++) {
          values[row] -= mean;
        }
        centred[k] = values;
      }
    }

    double[] interaction(int k) {
      double[] product = new double[treated.length];
      for (int row = 0; row < product.length; row++) {
        product[row] = treated[row] == 0 ? 0 : treated[row] * centred[k][row];
      }
      return product;
    }

    List<Unit> units(
        PanelColumns panel, Fit fit, List<String> interactions, List<String> conditions) {
      Coding coding = Coding.of(data, panel.unit());
      boolean[] ever = new boolean[coding.count()];
      int[] last = new int[coding.count()];
      Arrays.fill(last, -1);
      for (int row = 0; row < treated.length; row++) {
        int u = coding.code(row);
        if (u >= 0) {
          ever[u] |= treated[row] == 1;
          boolean later =
              last[u] < 0
                  || data.number(panel.period(), row) > data.number(panel.period(), last[u]);
          last[u] = later && isKnown(row) ? row : last[u];
        }
      }
      List<Unit> units = new ArrayList<>();
      for (int u = 0; u < ever.length; u++) {
        if (!ever[u] && last[u] >= 0) {
          units.add(unit(coding.label(u), last[u], fit, interactions, conditions));
        }
      }
      units.sort(Comparator.comparingDouble(Unit::effect).reversed().thenComparing(Unit::name));
      return units;
    }

    private boolean isKnown(int row) {
      return Arrays.stream(centred).noneMatch(z -> Double.isNaN(z[row]));
    }

    private Unit unit(
        String name, int row, Fit fit, List<String> interactions, List<String> conditions) {
      double[] x = new double[fit.names().size()];
      x[0] = 1;
      double effect = fit.coefficients()[0];
      String lacking = "";
      double takes = 0;
      boolean outside = false;
      for (int k = 0; k < centred.length; k++) {
        int at = fit.number(interactions.get(k));
        double z = centred[k][row];
        outside |= z < least[k] || z > most[k];
        if (at >= 0) {
          x[at] = z;
          double part = fit.coefficients()[at] * z;
          effect += part;
          if (part < takes) {
            takes = part;
            lacking = conditions.get(k);
          }
        }
      }
      double error = Math.sqrt(tenon.evaluate.algebra.Matrices.form(x, fit.covariance(), x));
      double reach = Laws.studentTwoSidedQuantile(.05, fit.sizes().degrees()) * error;
      return new Unit(name, effect, error, effect - reach, effect + reach, lacking, takes, outside);
    }
  }
}
