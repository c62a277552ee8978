package tenon.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the terms of a formula into columns of numbers; the names in them are known to be there.
 */
final class Expansion {
  private final Observations data;
  private final @Nullable PanelColumns panel;
  private final Notes notes;

  Expansion(Observations data, @Nullable PanelColumns panel, Notes notes) {
    this.data = data;
    this.panel = panel;
    this.notes = notes;
  }

  List<Regressor> of(Formula.Term term) {
    List<Regressor> product = of(term.factors().getFirst());
    for (Factor factor : term.factors().subList(1, term.factors().size())) {
      List<Regressor> crossed = new ArrayList<>();
      for (Regressor left : product) {
        for (Regressor right : of(factor)) {
          crossed.add(left.times(right));
        }
      }
      product = crossed;
    }
    return product;
  }

  List<Regressor> of(Factor factor) {
    return switch (factor) {
      case Factor.Variable(String name, int _) ->
          data.isText(name)
              ? indicators(name, null, null)
              : List.of(new Regressor(name, data.numbers(name)));
      case Factor.Indicators(String name, String by, List<String> references, int _) ->
          indicators(name, by, references);
      case Factor.Lag lag -> List.of(lag(lag));
      case Factor.Comparison comparison -> List.of(comparison(comparison));
    };
  }

  /** One indicator for each value but the references; without any given, for each but the first. */
  private List<Regressor> indicators(
      String name, @Nullable String by, @Nullable List<String> references) {
    Coding coding = Coding.of(data, name);
    Set<String> left = new HashSet<>();
    if (references != null) {
      left.addAll(references);
    } else if (coding.count() > 0) {
      left.add(coding.label(0));
    }
    double @Nullable [] factor = by == null ? null : data.numbers(by);
    List<Regressor> indicators = new ArrayList<>();
    Set<String> found = new HashSet<>();
    for (int code = 0; code < coding.count(); code++) {
      String label = coding.label(code);
      found.add(label);
      if (!left.contains(label)) {
        String title = name + "::" + label + (by == null ? "" : ":" + by);
        indicators.add(new Regressor(title, indicator(coding, code, factor)));
      }
    }
    for (String reference : left) {
      if (!found.contains(reference)) {
        notes.warn("reference-absent", name, reference);
      }
    }
    return indicators;
  }

  private static double[] indicator(Coding coding, int code, double @Nullable [] factor) {
    double[] values = new double[coding.rows()];
    for (int row = 0; row < values.length; row++) {
      int found = coding.code(row);
      if (found < 0) {
        values[row] = Double.NaN;
      } else if (factor == null) {
        values[row] = found == code ? 1 : 0;
      } else {
        values[row] = found == code ? factor[row] : 0 * factor[row];
      }
    }
    return values;
  }

  private Regressor comparison(Factor.Comparison comparison) {
    double[] values = data.numbers(comparison.name()).clone();
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        values[row] = comparison.relation().holds(values[row], comparison.number()) ? 1 : 0;
      }
    }
    String number = Observations.label(comparison.number());
    return new Regressor(
        "I(" + comparison.name() + " " + comparison.relation().sign() + " " + number + ")", values);
  }

  private Regressor lag(Factor.Lag lag) {
    String name =
        lag.periods() >= 0
            ? "l(" + lag.name() + ", " + lag.periods() + ")"
            : "f(" + lag.name() + ", " + -lag.periods() + ")";
    double[] values = data.numbers(lag.name());
    double[] shifted = new double[values.length];
    Arrays.fill(shifted, Double.NaN);
    if (panel != null) {
      Cells cells = Cells.of(data, panel);
      for (int row = 0; row < shifted.length; row++) {
        int source = cells.rowBefore(row, lag.periods());
        shifted[row] = source < 0 ? Double.NaN : values[source];
      }
    }
    return new Regressor(name, shifted);
  }
}
