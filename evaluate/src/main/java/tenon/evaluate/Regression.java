package tenon.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Linear regression with any number of absorbed fixed effects, weights and instruments.
 *
 * <p>Three passes over the data: what the other effects see of each column once the largest effect
 * is out; cross products of the demeaned columns; residuals and scores. Columns are demeaned again
 * in each pass instead of being stored. Formulas, sources and limits stand in
 * docs/methods/evaluate.md; why the elimination is exact for panels in docs/adr/0013.
 */
public final class Regression {

  /** A certificate above this means that the equations were not solved. */
  private static final double SOLVED = 1e-8;

  /** Squares left below this share of the whole are rounding. */
  private static final double PERFECT = 1e-20;

  /** Fewer clusters than this are worth a warning (Cameron and Miller 2015). */
  private static final int FEW_CLUSTERS = 30;

  /** Fewer rows than this are worked on by one thread. */
  private static final int FEW_ROWS = 20_000;

  private final RegressionSpec spec;
  private final Findings findings = new Findings();
  private final Notes notes = Notes.about(Notes.ESTIMATE, findings);

  private Regression(RegressionSpec spec) {
    this.spec = spec;
  }

  /**
   * Fits a regression. Rows in which something is unknown are left out, singletons are dropped,
   * regressors that follow from others too; all of it is told.
   *
   * @return the fit with its warnings, or every fault that forbids one
   */
  public static Loaded<Fit> fit(Observations data, RegressionSpec spec) {
    Regression regression = new Regression(spec);
    Fit fit = regression.fit(data);
    List<Finding> found = regression.findings.list();
    return fit == null || regression.findings.hasErrors()
        ? new Loaded.Rejected<>(found)
        : new Loaded.Ready<>(fit, found);
  }

  private @Nullable Fit fit(Observations data) {
    Design design = Design.of(data, spec, Notes.about(Notes.FORMULA, findings));
    if (design == null) {
      return null;
    }
    Sample sample =
        Sample.of(
            design,
            threads(spec, data.rows()),
            !spec.keepsSingletons(),
            Notes.about(Notes.OBSERVATIONS, findings));
    if (findings.hasErrors()) {
      return null;
    }
    if (sample.count() < 2) {
      notes.error(
          "no-rows",
          null,
          null,
          Integer.toString(sample.unknown()),
          Integer.toString(sample.singletons()));
      return null;
    }
    if (isConstant(design.outcome.values(), sample)) {
      notes.error("outcome-constant", null, design.outcome.name());
      return null;
    }
    tellLeftOut(sample);
    List<Coding> effects = new ArrayList<>();
    for (Coding effect : design.effects) {
      effects.add(sample.rows() == null ? effect : effect.at(sample.rows()));
    }
    double[] weights = design.weights;
    int[] rows = sample.rows();
    Layout layout =
        Layout.of(
            rows,
            sample.count(),
            effects,
            weights == null || rows == null ? weights : Observations.at(weights, rows));
    return fit(design, sample, layout, effects);
  }

  private @Nullable Fit fit(Design design, Sample sample, Layout layout, List<Coding> effects) {
    int threads = threads(spec, sample.count());
    double[][] columns = design.columns().stream().map(Regressor::values).toArray(double[][]::new);
    Absorption absorption = Absorption.of(layout, columns, threads);
    double[][] cross = CrossProducts.of(layout, absorption, threads);
    double[] total = new double[columns.length];
    for (int column = 0; column < total.length; column++) {
      total[column] = absorption.total(column);
    }
    int absorbed = layout.absorbs ? levels(effects) : 0;
    Equations equations = Equations.solve(design, cross, total, sample.count(), absorbed);
    if (equations == null) {
      notes.error("nothing-to-estimate", null, null, names(design, design.columns()));
      return null;
    }
    Sandwich sandwich = new Sandwich(spec, design, layout, sample, notes);
    if (!hasEnough(sandwich, sample, equations, absorbed, absorption)) {
      return null;
    }
    ScorePass.Result pass =
        new ScorePass(
                layout,
                absorption,
                equations,
                sandwich.wanted(),
                sandwich.groups(),
                sandwich.groupCounts(),
                sandwich.leverage(absorption, equations.bread),
                spec.keepsResiduals())
            .run(threads);
    Fit.Sizes sizes = sizes(design, sample, effects, equations, sandwich, absorbed);
    Fit.Quality quality = quality(layout, absorption, equations, cross, total, pass, sizes);
    if (findings.hasErrors()) {
      return null;
    }
    double[][] covariance = sandwich.covariance(equations.bread, pass, sizes, quality.variance());
    return new Fit(
        spec,
        kept(design, equations.kept),
        equations.slopes,
        covariance,
        sizes,
        quality,
        dropped(design, sample, equations),
        equations.firstStage,
        byRow(pass.residuals(), layout, columns[0].length),
        findings.list());
  }

  /** Threads cost more than they save where there is little to do. */
  static int threads(RegressionSpec spec, int rows) {
    return rows < FEW_ROWS ? 1 : spec.threads();
  }

  private static int levels(List<Coding> effects) {
    int levels = 1;
    for (Coding effect : effects) {
      levels += effect.count() - 1;
    }
    return levels;
  }

  private static String names(Design design, List<Regressor> of) {
    return String.join(", ", of.stream().skip(1).map(Regressor::name).toList())
        + (design.endogenous > 0 ? " (" + design.instruments.size() + ")" : "");
  }

  private void tellLeftOut(Sample sample) {
    if (sample.unknown() > 0) {
      notes.warn(
          "rows-unknown",
          null,
          null,
          Integer.toString(sample.unknown()),
          Integer.toString(sample.count()));
    }
    if (sample.singletons() > 0) {
      List<String> names = sample.singletonNames();
      notes.warn(
          "singletons",
          null,
          null,
          Integer.toString(sample.singletons()),
          String.join(", ", names.subList(0, Math.min(10, names.size())))
              + (names.size() > 10 ? ", …" : ""));
    }
  }

  private boolean hasEnough(
      Sandwich sandwich, Sample sample, Equations equations, int absorbed, Absorption absorption) {
    int parameters = absorbed + equations.kept.length;
    if (sample.count() <= parameters) {
      notes.error(
          "too-few-rows",
          null,
          null,
          Integer.toString(sample.count()),
          Integer.toString(parameters));
      return false;
    }
    int least = sandwich.counts().stream().mapToInt(Integer::intValue).min().orElse(FEW_CLUSTERS);
    if (least < 2) {
      notes.error("one-cluster", null, null, spec.errors().title());
      return false;
    }
    if (least < FEW_CLUSTERS && spec.errors() instanceof Errors.Clustered) {
      notes.warn("few-clusters", null, null, Integer.toString(least));
    }
    boolean leverages =
        spec.errors() instanceof Errors.Robust(Errors.Robust.Kind kind)
            && kind != Errors.Robust.Kind.HC1;
    if (leverages && absorption.schur() instanceof Schur.Iterated) {
      notes.error("no-leverage", null, null, Integer.toString(Schur.DENSE));
      return false;
    }
    return true;
  }

  private Fit.Sizes sizes(
      Design design,
      Sample sample,
      List<Coding> effects,
      Equations equations,
      Sandwich sandwich,
      int absorbed) {
    int slopes = equations.kept.length;
    int counted = slopes;
    SmallSample rule = spec.smallSample();
    if (!effects.isEmpty() && rule.effects() != SmallSample.Effects.NONE) {
      counted += 1;
      for (int q = 0; q < effects.size(); q++) {
        boolean nested =
            rule.effects() == SmallSample.Effects.NOT_NESTED
                && sandwich.nests(design.effectNames.get(q), design.effects.get(q));
        counted += nested ? 0 : effects.get(q).count() - 1;
      }
    }
    List<Integer> clusters = sandwich.counts();
    double degrees =
        switch (spec.errors()) {
          case Errors.Iid _, Errors.Robust _, Errors.NeweyWest _ -> sample.count() - counted;
          case Errors.Clustered _, Errors.DriscollKraay _ ->
              rule.conventionalDegrees()
                  ? sample.count() - counted
                  : clusters.stream().mapToInt(Integer::intValue).min().orElse(0) - 1;
        };
    return new Fit.Sizes(
        sample.count(),
        slopes + absorbed,
        counted,
        clusters,
        degrees,
        effects.stream().map(Coding::count).toList());
  }

  private static boolean isConstant(double[] outcome, Sample sample) {
    int[] rows = sample.rows();
    double first = outcome[rows == null ? 0 : rows[0]];
    for (int i = 1; i < sample.count(); i++) {
      if (outcome[rows == null ? i : rows[i]] != first) {
        return false;
      }
    }
    return true;
  }

  private Fit.Quality quality(
      Layout layout,
      Absorption absorption,
      Equations equations,
      double[][] cross,
      double[] total,
      ScorePass.Result pass,
      Fit.Sizes sizes) {
    double squares = pass.squares();
    int n = sizes.observations();
    double certificate = 0;
    if (squares <= PERFECT * total[0] || squares == 0) {
      notes.warn("perfect-fit", null, null, Notes.number(squares));
    } else {
      certificate = Certificate.of(layout, absorption, equations, cross, pass);
    }
    if (!(certificate <= SOLVED)) {
      notes.error(
          "not-converged",
          null,
          null,
          Notes.number(certificate),
          Integer.toString(absorption.iterations()));
    }
    double unexplained = total[0] > 0 ? squares / total[0] : Double.NaN;
    return new Fit.Quality(
        squares,
        1 - unexplained,
        1 - unexplained * (n - 1) / (n - sizes.parameters()),
        1 - squares / cross[0][0],
        squares / (n - sizes.parameters()),
        Math.sqrt(squares / n),
        certificate,
        absorption.iterations());
  }

  private static List<String> kept(Design design, int[] columns) {
    return Arrays.stream(columns).mapToObj(c -> design.regressors.get(c - 1).name()).toList();
  }

  private Fit.Dropped dropped(Design design, Sample sample, Equations equations) {
    List<String> collinear =
        equations.dropped.stream().map(c -> design.regressors.get(c - 1).name()).toList();
    if (!collinear.isEmpty()) {
      notes.warn("collinear", null, null, String.join(", ", collinear));
    }
    return new Fit.Dropped(
        sample.unknown(), sample.singletons(), sample.singletonNames(), collinear);
  }

  private static double[] byRow(double[] residuals, Layout layout, int rows) {
    if (residuals.length == 0) {
      return residuals;
    }
    double[] byRow = new double[rows];
    Arrays.fill(byRow, Double.NaN);
    for (int p = 0; p < residuals.length; p++) {
      byRow[layout.row(p)] = residuals[p];
    }
    return byRow;
  }
}
