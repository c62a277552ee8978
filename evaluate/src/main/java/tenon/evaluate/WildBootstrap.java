package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Matrices;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * The wild cluster bootstrap of a t test that a coefficient is 0, with residuals of the regression
 * without it (WCR). Where clusters are few its p-value is closer to the truth than Student's.
 *
 * <p>A draw costs one pass: with w the row of (X'X)<sup>-1</sup>X' that belongs to the coefficient,
 * u the restricted residuals, v the draw by cluster and d = (X'X)<sup>-1</sup> &Sigma;
 * v<sub>g</sub> X<sub>g</sub>'u<sub>g</sub>, the coefficient is that element of d, and its cluster
 * scores are those of w times M(u v) - X d, M taking the absorbed effects out.
 *
 * <p>Sources: Cameron, Gelbach and Miller 2008; Webb 2023 (six points); Roodman, Nielsen, MacKinnon
 * and Webb 2019.
 */
public final class WildBootstrap {

  /** What multiplies the residuals of a cluster. */
  public enum Points {
    /** -1 or 1. */
    RADEMACHER,
    /** Plus or minus the root of 1/2, 1 or 3/2; for fewer than about ten clusters. */
    WEBB
  }

  /**
   * What a test found.
   *
   * @param t of the regression
   * @param p (1 + draws with a t as large in size) / (1 + draws)
   * @param draws t by draw
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  public record Test(double t, double p, double[] draws) {}

  private final Layout layout;
  private final Schur schur;
  private final int[] cluster;
  private final int clusters;

  /** Restricted residuals by row of the data. */
  private final double[] restricted;

  /** w by position, weights included. */
  private final double[] w;

  /** By cluster: w'X, and X'u. */
  private final double[][] loads;

  private final double[][] scores;
  private final double[][] bread;
  private final int tested;
  private final double factor;

  private WildBootstrap(
      Layout layout, Absorption absorption, int[] cluster, Fit fit, int[] kept, int tested) {
    this.layout = layout;
    this.cluster = cluster;
    this.tested = tested;
    Schur solved = absorption.schur();
    schur = solved == null ? new Schur.Factored(Cholesky.of(new double[0][0], 1)) : solved;
    clusters = fit.sizes().leastClusters();
    double[][] cross = CrossProducts.of(layout, absorption, 1);
    bread = Cholesky.of(Matrices.part(cross, kept), 1e-14).inverse();
    double[] without = restrictedSlopes(cross, kept, tested);
    restricted = new double[rows(layout)];
    w = new double[layout.n];
    loads = new double[clusters][kept.length];
    scores = new double[clusters][kept.length];
    fill(absorption, kept, without);
    double n = fit.sizes().observations();
    SmallSample rule = fit.spec().smallSample();
    factor =
        (rule.scalesByClusters() ? clusters / (clusters - 1.0) : 1)
            * (rule.scalesByParameters() ? (n - 1) / (n - fit.sizes().counted()) : 1);
  }

  private static int rows(Layout layout) {
    int rows = 0;
    for (int p = 0; p < layout.n; p++) {
      rows = Math.max(rows, layout.row(p) + 1);
    }
    return rows;
  }

  private static double[] restrictedSlopes(double[][] cross, int[] kept, int tested) {
    int[] others = new int[kept.length - 1];
    for (int j = 0; j < others.length; j++) {
      others[j] = kept[j < tested ? j : j + 1];
    }
    double[] slopes =
        Cholesky.of(Matrices.part(cross, others), 1e-14).solve(Observations.at(cross[0], others));
    double[] all = new double[kept.length];
    for (int j = 0; j < others.length; j++) {
      all[j < tested ? j : j + 1] = slopes[j];
    }
    return all;
  }

  private void fill(Absorption absorption, int[] kept, double[] without) {
    double[] y = new double[layout.widest];
    double[][] x = new double[kept.length][layout.widest];
    for (int chunk = 0; chunk < layout.chunks.length - 1; chunk++) {
      absorption.fill(chunk, 0, y);
      for (int j = 0; j < kept.length; j++) {
        absorption.fill(chunk, kept[j], x[j]);
      }
      int from = layout.chunkStart(chunk);
      for (int p = from; p < layout.chunkEnd(chunk); p++) {
        double weight = layout.weights == null ? 1 : layout.weights[p];
        double u = y[p - from];
        for (int j = 0; j < kept.length; j++) {
          u -= without[j] * x[j][p - from];
          w[p] += weight * bread[tested][j] * x[j][p - from];
        }
        restricted[layout.row(p)] = u;
        for (int j = 0; j < kept.length; j++) {
          loads[cluster[p]][j] += w[p] * x[j][p - from];
          scores[cluster[p]][j] += weight * u * x[j][p - from];
        }
      }
    }
  }

  /**
   * Tests that a coefficient is 0.
   *
   * @param spec the regression; errors clustered by one variable, no instruments
   */
  public static Loaded<Test> test(
      Observations data,
      RegressionSpec spec,
      String coefficient,
      Points points,
      int draws,
      long seed) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    boolean shaped =
        spec.errors() instanceof Errors.Clustered clustered
            && clustered.variables().size() == 1
            && spec.formula().endogenous().isEmpty();
    if (!shaped) {
      notes.error("bootstrap-shape", null, null, spec.errors().title());
      return new Loaded.Rejected<>(findings.list());
    }
    Loaded<Fit> loaded = Regression.fit(data, spec);
    loaded.findings().forEach(findings::add);
    if (!(loaded instanceof Loaded.Ready<Fit>(Fit fit, var _))) {
      return new Loaded.Rejected<>(findings.list());
    }
    WildBootstrap bootstrap = fit.number(coefficient) < 0 ? null : of(data, spec, coefficient, fit);
    if (bootstrap == null) {
      notes.error("placebo-treatment", null, coefficient, String.join(", ", fit.names()));
      return new Loaded.Rejected<>(findings.list());
    }
    double[] t = bootstrap.run(points, draws, seed, spec.threads());
    double size = Math.abs(fit.t(coefficient));
    long larger = java.util.Arrays.stream(t).filter(one -> Math.abs(one) >= size).count();
    return new Loaded.Ready<>(
        new Test(fit.t(coefficient), (1.0 + larger) / (1.0 + draws), t), findings.list());
  }

  static @Nullable WildBootstrap of(
      Observations data, RegressionSpec spec, String coefficient, Fit fit) {
    Notes notes = Notes.about(Notes.FORMULA, new Findings());
    Design design = Design.of(data, spec, notes);
    if (design == null) {
      return null;
    }
    Sample sample = Sample.of(design, spec.threads(), !spec.keepsSingletons(), notes);
    int[] rows = sample.rows();
    List<Coding> effects = new ArrayList<>();
    design.effects.forEach(effect -> effects.add(effect.at(rows)));
    double[] weights = design.weights;
    Layout layout =
        Layout.of(
            rows,
            sample.count(),
            effects,
            weights == null || rows == null ? weights : Observations.at(weights, rows));
    double[][] columns = design.columns().stream().map(Regressor::values).toArray(double[][]::new);
    Absorption absorption = Absorption.of(layout, columns, spec.threads());
    int[] kept = new int[fit.names().size()];
    for (int j = 0; j < kept.length; j++) {
      String name = fit.names().get(j);
      for (int column = 0; column < design.regressors.size(); column++) {
        kept[j] = design.regressors.get(column).name().equals(name) ? column + 1 : kept[j];
      }
    }
    Coding cluster = design.groups.values().iterator().next();
    return new WildBootstrap(
        layout, absorption, clusterAt(layout, cluster), fit, kept, fit.number(coefficient));
  }

  private static int[] clusterAt(Layout layout, Coding cluster) {
    int[] at = layout.atPositions(cluster);
    return new Coding(at, cluster.count(), cluster::label).at(null).codes();
  }

  private double[] run(Points points, int draws, long seed, int threads) {
    RandomStreams streams = RandomStreams.of(seed);
    List<Double> t =
        Lanes.run(
            draws,
            threads,
            () ->
                draw ->
                    statistic(
                        draw(points, streams.stream(Purpose.RESAMPLE, "wild bootstrap", draw))));
    return t.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double[] draw(Points points, RandomStream stream) {
    double[] v = new double[clusters];
    for (int g = 0; g < clusters; g++) {
      int sign = stream.nextInt(2) == 0 ? -1 : 1;
      v[g] =
          switch (points) {
            case RADEMACHER -> sign;
            case WEBB -> sign * Math.sqrt((1 + stream.nextInt(3)) / 2.0);
          };
    }
    return v;
  }

  /** The t statistic of the sample whose restricted residuals are multiplied by v. */
  double statistic(double[] v) {
    int k = bread.length;
    double[] right = new double[k];
    for (int g = 0; g < clusters; g++) {
      for (int j = 0; j < k; j++) {
        right[j] += v[g] * scores[g][j];
      }
    }
    double[] d = Matrices.times(bread, right);
    double[] outcome = new double[restricted.length];
    for (int p = 0; p < layout.n; p++) {
      int row = layout.row(p);
      outcome[row] = restricted[row] * v[cluster[p]];
    }
    double[] sums = new double[clusters];
    Absorption absorption =
        Absorption.of(layout, new double[][] {outcome}, 1, layout.codes.length > 0 ? schur : null);
    double[] z = new double[layout.widest];
    for (int chunk = 0; chunk < layout.chunks.length - 1; chunk++) {
      absorption.fill(chunk, 0, z);
      int from = layout.chunkStart(chunk);
      for (int p = from; p < layout.chunkEnd(chunk); p++) {
        sums[cluster[p]] += w[p] * z[p - from];
      }
    }
    double variance = 0;
    for (int g = 0; g < clusters; g++) {
      double score = sums[g] - Matrices.dot(loads[g], d);
      variance += score * score;
    }
    return d[tested] / Math.sqrt(factor * variance);
  }
}
