package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import tenon.evaluate.Formula.FixedEffect;
import tenon.evaluate.Formula.Term;

/** Tells every column that a specification names and the data do not have, or not as numbers. */
final class DesignCheck {
  private final Observations data;
  private final Notes notes;
  private boolean sound = true;

  DesignCheck(Observations data, Notes notes) {
    this.data = data;
    this.notes = notes;
  }

  boolean accepts(RegressionSpec spec) {
    Formula formula = spec.formula();
    checkFactor(formula.outcome(), spec, true);
    checkTerms(formula.terms(), spec);
    checkTerms(formula.endogenous(), spec);
    checkTerms(formula.instruments(), spec);
    for (FixedEffect effect : formula.fixedEffects()) {
      effect.columns().forEach(column -> checkName(column, effect.at()));
    }
    for (String group : groupNames(spec.errors())) {
      columnsOf(group).forEach(column -> checkName(column, 0));
    }
    String weights = spec.weights();
    if (weights != null && checkName(weights, 0)) {
      checkNumbers(weights, 0);
    }
    return sound;
  }

  /** The codings that standard errors of this kind ask for. */
  static List<String> groupNames(Errors errors) {
    return switch (errors) {
      case Errors.Iid _, Errors.Robust _ -> List.of();
      case Errors.Clustered(List<String> variables, boolean _) -> variables;
      case Errors.NeweyWest(String unit, String period, int _) -> List.of(unit, period);
      case Errors.DriscollKraay(String period, int _) -> List.of(period);
    };
  }

  /** The columns of a name joined by {@code ^}. */
  static List<String> columnsOf(String name) {
    List<String> columns = new ArrayList<>();
    for (String part : name.split("\\^", -1)) {
      columns.add(part.strip());
    }
    return columns;
  }

  private void checkTerms(List<Term> terms, RegressionSpec spec) {
    for (Term term : terms) {
      term.factors().forEach(factor -> checkFactor(factor, spec, false));
    }
  }

  private void checkFactor(Factor factor, RegressionSpec spec, boolean outcome) {
    boolean known = true;
    for (String column : factor.columns()) {
      known &= checkName(column, factor.at());
    }
    if (!known) {
      return;
    }
    switch (factor) {
      case Factor.Variable(String name, int at) -> {
        if (outcome) {
          checkNumbers(name, at);
        }
      }
      case Factor.Indicators(String _, String by, List<String> _, int at) -> {
        if (by != null) {
          checkNumbers(by, at);
        }
      }
      case Factor.Comparison(String name, Factor.Relation _, double _, int at) ->
          checkNumbers(name, at);
      case Factor.Lag(String name, int _, int at) -> {
        checkNumbers(name, at);
        PanelColumns panel = spec.panel();
        if (panel == null) {
          fault("lag-without-panel", name, at);
        } else if (checkName(panel.unit(), 0) && checkName(panel.period(), 0)) {
          checkNumbers(panel.period(), 0);
        }
      }
    }
  }

  private boolean checkName(String name, int at) {
    if (data.has(name)) {
      return true;
    }
    String nearest = NearestName.to(name, data.names());
    if (nearest == null) {
      fault("unknown-column", name, at, String.join(", ", data.names()));
    } else {
      fault("unknown-column-near", name, at, nearest);
    }
    return false;
  }

  private void checkNumbers(String name, int at) {
    if (data.isText(name)) {
      fault("not-numbers", name, at);
    }
  }

  private void fault(String code, String name, int at, String... more) {
    sound = false;
    if (at == 0) {
      // Named beside the formula, as clusters are.
      String beside =
          switch (code) {
            case "unknown-column" -> "column-unknown";
            case "unknown-column-near" -> "column-unknown-near";
            case "not-numbers" -> "column-texts";
            default -> code;
          };
      notes.error(beside, null, name, more);
      return;
    }
    String[] arguments = new String[more.length + 1];
    arguments[0] = Integer.toString(at);
    System.arraycopy(more, 0, arguments, 1, more.length);
    notes.error(code, null, name, arguments);
  }
}
