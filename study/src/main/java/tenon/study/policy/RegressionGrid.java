package tenon.study.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenon.evaluate.Fit;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/**
 * Regressions side by side, as journals print them: a coefficient with stars, its standard error in
 * brackets below, then which effects are absorbed, n, R² of the whole and within; below, how the
 * standard errors are computed.
 */
final class RegressionGrid {
  private final PolicyContext study;
  private final String id;
  private final String section;
  private final List<String> titles = new ArrayList<>();
  private final List<Fit> fits = new ArrayList<>();
  private final Set<String> shown = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();

  RegressionGrid(PolicyContext study, String id) {
    this.study = study;
    this.id = id;
    section = id;
  }

  /** Adds a column whose named terms are shown; each is kept for the table of estimates. */
  RegressionGrid add(String title, String key, Fit fit, List<String> terms) {
    titles.add(title);
    fits.add(fit);
    for (String term : terms) {
      if (fit.number(term) >= 0) {
        shown.add(term);
        study.keep(section, key, fit, term);
      }
    }
    return this;
  }

  RegressionGrid note(String text) {
    notes.add(text);
    return this;
  }

  boolean isEmpty() {
    return fits.isEmpty();
  }

  void write(String title) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String term : shown) {
      rows.add(row(study.name(term), fits.stream().map(fit -> estimate(fit, term)).toList()));
      rows.add(row("", fits.stream().map(fit -> error(fit, term)).toList()));
    }
    rows.add(row(study.word("controls"), fits.stream().map(this::controls).toList()));
    rows.add(row(study.word("effects"), fits.stream().map(this::effects).toList()));
    rows.add(
        row("n", fits.stream().map(f -> PolicyContext.count(f.sizes().observations())).toList()));
    rows.add(
        row(
            "R²",
            fits.stream().map(f -> PolicyContext.number(f.quality().rSquared(), 3)).toList()));
    rows.add(
        row(
            study.word("within"),
            fits.stream().map(f -> PolicyContext.number(within(f), 3)).toList()));
    List<String> header = new ArrayList<>(List.of(""));
    for (int i = 0; i < titles.size(); i++) {
      header.add("(" + (i + 1) + ") " + titles.get(i));
    }
    Set<String> below = new LinkedHashSet<>(notes);
    rules().forEach(below::add);
    below.add(study.word("stars"));
    study.grid(id, title, header, rows, below.toArray(String[]::new));
  }

  /** The rule of the standard errors, once for all columns that share it. */
  private List<String> rules() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (int i = 0; i < fits.size(); i++) {
      columns
          .computeIfAbsent(study.rule(fits.get(i)), _ -> new ArrayList<>())
          .add("(" + (i + 1) + ")");
    }
    List<String> rules = new ArrayList<>();
    columns.forEach(
        (rule, which) ->
            rules.add(
                columns.size() == 1
                    ? rule
                    : study.word("rule.columns", String.join(", ", which), rule)));
    return rules;
  }

  private static double within(Fit fit) {
    return fit.spec().formula().fixedEffects().isEmpty()
        ? Double.NaN
        : fit.quality().withinRSquared();
  }

  private static List<Cell> row(String name, List<Cell> cells) {
    List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
    row.addAll(cells);
    return row;
  }

  /** Decimals that show three digits of the error. */
  static int decimals(double error) {
    if (!(error > 0) || Double.isInfinite(error)) {
      return 3;
    }
    return Math.clamp(2 - (int) Math.floor(Math.log10(error)), 2, 6);
  }

  private static Cell estimate(Fit fit, String term) {
    double value = fit.coefficient(term);
    return Double.isNaN(value)
        ? Cell.of("")
        : Cell.of(
            Numbers.fixed(value, decimals(fit.standardError(term)))
                + PolicyContext.stars(fit.p(term)),
            value);
  }

  private static Cell error(Fit fit, String term) {
    double error = fit.standardError(term);
    return Double.isNaN(error)
        ? Cell.of("")
        : Cell.of("(" + Numbers.fixed(error, decimals(error)) + ")", error);
  }

  private Cell controls(Fit fit) {
    boolean all =
        !study.config.controls().isEmpty()
            && study.config.controls().stream().anyMatch(name -> fit.number(name) >= 0);
    return Cell.of(study.word(all ? "yes" : "no"));
  }

  private Cell effects(Fit fit) {
    List<String> names =
        fit.spec().formula().fixedEffects().stream()
            .map(effect -> String.join("×", effect.columns().stream().map(study::name).toList()))
            .toList();
    return Cell.of(names.isEmpty() ? study.word("no") : String.join(", ", names));
  }
}
