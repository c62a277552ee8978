package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tenon.evaluate.Coding;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Triple differences: the difference in differences of one group less that of the others,
 *
 * <pre>y ~ treated x group | unit + group^period + cohort^period</pre>
 *
 * so that what strikes a group everywhere, or the treated of all groups, falls out. Units must keep
 * their group. Believes that the gap between groups would have moved alike in treated and untreated
 * units (Olden and Moen 2022).
 */
public final class TripleDifferences {
  private static final String TERM = "treated x group";
  private static final String COHORT = "cohort of triple differences";

  private TripleDifferences() {}

  /** Name of the coefficient of a fit. */
  public static String term() {
    return TERM;
  }

  /** What the effects of cohorts by period are called in a fit. */
  public static String cohort() {
    return COHORT;
  }

  /**
   * Estimates the effect on the group beyond that on the others.
   *
   * @param columns outcome, unit, period, cohort
   * @param group column of groups, which may lie within units
   * @param affected the group that the policy is about, as a text
   * @param controls formula terms
   * @param cluster cluster variable
   */
  public static Loaded<Fit> estimate(
      Observations data,
      StaggeredColumns columns,
      String group,
      String affected,
      List<String> controls,
      String cluster) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    for (String name : List.of(columns.period(), columns.cohort(), group, columns.unit())) {
      if (!data.has(name)) {
        notes.error("column-unknown", null, name, String.join(", ", data.names()));
      }
    }
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Coding groups = Coding.of(data, group);
    double[] period = data.numbers(columns.period());
    double[] cohort = data.numbers(columns.cohort());
    double[] term = new double[data.rows()];
    List<String> cohorts = new ArrayList<>();
    for (int row = 0; row < term.length; row++) {
      boolean never = Double.isNaN(cohort[row]) || cohort[row] == 0;
      boolean in =
          groups.code(row) >= 0 && Objects.equals(groups.label(groups.code(row)), affected);
      term[row] = !never && period[row] >= cohort[row] && in ? 1 : 0;
      cohorts.add(never ? "never" : Observations.label(cohort[row]));
    }
    Observations with = withTexts(data, cohorts).with(TERM, term);
    List<String> terms = new ArrayList<>(List.of(Terms.quoted(TERM)));
    terms.addAll(controls);
    String formula =
        Terms.quoted(columns.outcome())
            + " ~ "
            + String.join(" + ", terms)
            + " | "
            + Terms.quoted(columns.unit())
            + " + "
            + Terms.quoted(group)
            + "^"
            + Terms.quoted(columns.period())
            + " + "
            + Terms.quoted(COHORT)
            + "^"
            + Terms.quoted(columns.period());
    Loaded<Fit> loaded =
        Regression.fit(
            with, RegressionSpec.of(Formula.of(formula)).withErrors(Errors.Clustered.by(cluster)));
    if (loaded instanceof Loaded.Ready<Fit>(Fit fit, var doubts) && fit.number(TERM) < 0) {
      notes.error("triple-not-told", group, affected);
      doubts.forEach(findings::add);
      return new Loaded.Rejected<>(findings.list());
    }
    return loaded;
  }

  /** Cohorts as numbers of their names: a column that never lacks. */
  private static Observations withTexts(Observations data, List<String> names) {
    List<String> known = names.stream().distinct().toList();
    return data.with(COHORT, names.stream().mapToDouble(known::indexOf).toArray());
  }
}
