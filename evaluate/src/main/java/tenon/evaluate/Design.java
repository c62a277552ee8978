package tenon.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Formula.FixedEffect;
import tenon.evaluate.Formula.Term;

/** The columns and codings of a regression by row of the data, before rows are left out. */
final class Design {
  /** Name of the constant in a regression without absorbed effects. */
  static final String CONSTANT = "(Intercept)";

  final Regressor outcome;

  /** Instrumented regressors first, then the others, in the order of the formula. */
  final List<Regressor> regressors = new ArrayList<>();

  /** How many of the regressors are instrumented. */
  final int endogenous;

  final List<Regressor> instruments = new ArrayList<>();
  final List<String> effectNames = new ArrayList<>();
  final List<Coding> effects = new ArrayList<>();

  /** Codings that the standard errors ask for, by the names they have there. */
  final Map<String, Coding> groups = new LinkedHashMap<>();

  final double @Nullable [] weights;

  private Design(Observations data, RegressionSpec spec, Notes notes) {
    Formula formula = spec.formula();
    Expansion expansion = new Expansion(data, spec.panel(), notes);
    outcome = expansion.of(formula.outcome()).getFirst();
    for (Term term : formula.endogenous()) {
      regressors.addAll(expansion.of(term));
    }
    endogenous = regressors.size();
    if (formula.fixedEffects().isEmpty()) {
      double[] ones = new double[data.rows()];
      java.util.Arrays.fill(ones, 1);
      regressors.add(new Regressor(CONSTANT, ones));
    }
    for (Term term : formula.terms()) {
      regressors.addAll(expansion.of(term));
    }
    for (Term term : formula.instruments()) {
      instruments.addAll(expansion.of(term));
    }
    List<FixedEffect> absorbed = formula.fixedEffects();
    absorbed.forEach(effect -> effectNames.add(effect.name()));
    effects.addAll(
        Lanes.run(
            absorbed.size(),
            Regression.threads(spec, data.rows()),
            () -> effect -> Coding.of(data, absorbed.get(effect).columns())));
    for (String name : DesignCheck.groupNames(spec.errors())) {
      int effect = effectNames.indexOf(name);
      groups.put(
          name, effect >= 0 ? effects.get(effect) : Coding.of(data, DesignCheck.columnsOf(name)));
    }
    String weightName = spec.weights();
    weights = weightName == null ? null : data.numbers(weightName);
  }

  /** The design, or null after every unknown name and wrong kind of column was told. */
  static @Nullable Design of(Observations data, RegressionSpec spec, Notes notes) {
    if (!new DesignCheck(data, notes).accepts(spec)) {
      return null;
    }
    return new Design(data, spec, notes);
  }

  /** Outcome, regressors and instruments, in this order. */
  List<Regressor> columns() {
    List<Regressor> all = new ArrayList<>();
    all.add(outcome);
    all.addAll(regressors);
    all.addAll(instruments);
    return all;
  }
}
