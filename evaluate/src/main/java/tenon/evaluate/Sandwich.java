package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.ScorePass.Wanted;
import tenon.evaluate.algebra.Matrices;
import tenon.numeric.SymmetricEigen;

/**
 * The covariance of the slopes. Sources: White 1980; MacKinnon and White 1985 (HC1 to HC3); Liang
 * and Zeger 1986; Cameron, Gelbach and Miller 2011 (several ways, eigenvalues below 0 set to 0);
 * Newey and West 1987; Driscoll and Kraay 1998.
 */
final class Sandwich {

  /** A sum over the clusters of one subset of the variables, with its sign. */
  private record Way(Coding coding, int sign) {}

  private final RegressionSpec spec;
  private final Layout layout;
  private final Sample sample;
  private final List<Way> ways = new ArrayList<>();
  private final List<Coding> groupings = new ArrayList<>();
  private final Notes notes;

  Sandwich(RegressionSpec spec, Design design, Layout layout, Sample sample, Notes notes) {
    this.spec = spec;
    this.layout = layout;
    this.sample = sample;
    this.notes = notes;
    for (Coding coding : design.groups.values()) {
      groupings.add(compact(coding));
    }
    if (spec.errors() instanceof Errors.Clustered) {
      addWays();
    } else if (spec.errors() instanceof Errors.DriscollKraay) {
      ways.add(new Way(groupings.getFirst(), 1));
    }
  }

  /**
   * A coding of all data rows without codes that the sample lacks; rows out of it keep any code.
   */
  private Coding compact(Coding coding) {
    int[] rows = sample.rows();
    if (rows == null) {
      return coding;
    }
    Coding used = coding.at(rows);
    int[] codes = new int[coding.rows()];
    for (int i = 0; i < rows.length; i++) {
      codes[rows[i]] = used.code(i);
    }
    return new Coding(codes, used.count(), used::label);
  }

  private void addWays() {
    int count = groupings.size();
    for (int subset = 1; subset < 1 << count; subset++) {
      Coding joined = null;
      for (int v = 0; v < count; v++) {
        if ((subset >> v & 1) == 1) {
          Coding next = groupings.get(v);
          joined = joined == null ? next : compact(joined.cross(next));
        }
      }
      if (joined != null) {
        ways.add(new Way(joined, Integer.bitCount(subset) % 2 == 1 ? 1 : -1));
      }
    }
  }

  /** Number of groups by variable that the standard errors ask for. */
  List<Integer> counts() {
    return groupings.stream().map(Coding::count).toList();
  }

  Wanted wanted() {
    return switch (spec.errors()) {
      case Errors.Iid _ -> Wanted.NOTHING;
      case Errors.Robust _ -> Wanted.SQUARES;
      case Errors.Clustered _, Errors.DriscollKraay _ -> Wanted.GROUPS;
      case Errors.NeweyWest _ -> Wanted.ROWS;
    };
  }

  List<int[]> groups() {
    return ways.stream().map(way -> layout.atPositions(way.coding())).toList();
  }

  int[] groupCounts() {
    return ways.stream().mapToInt(way -> way.coding().count()).toArray();
  }

  /** Whether every level of an effect lies in one group of some cluster variable. */
  boolean nests(String name, Coding effect) {
    if (!(spec.errors() instanceof Errors.Clustered clustered)) {
      return false;
    }
    return clustered.variables().contains(name)
        || groupings.stream().anyMatch(group -> eachInOne(group, effect));
  }

  private boolean eachInOne(Coding group, Coding effect) {
    int[] of = new int[effect.count()];
    java.util.Arrays.fill(of, -1);
    int[] rows = sample.rows();
    for (int i = 0; i < sample.count(); i++) {
      int row = rows == null ? i : rows[i];
      int level = effect.code(row);
      if (of[level] < 0) {
        of[level] = group.code(row);
      } else if (of[level] != group.code(row)) {
        return false;
      }
    }
    return true;
  }

  /** The covariance. */
  double[][] covariance(double[][] bread, ScorePass.Result pass, Fit.Sizes sizes, double variance) {
    double n = sizes.observations();
    double[][] v =
        switch (spec.errors()) {
          case Errors.Iid _ -> scaled(bread, variance);
          case Errors.Robust(Errors.Robust.Kind kind) ->
              scaled(
                  Matrices.sandwich(bread, pass.meat()),
                  kind == Errors.Robust.Kind.HC1 && spec.smallSample().scalesByParameters()
                      ? n / (n - sizes.counted())
                      : 1);
          case Errors.Clustered clustered ->
              scaled(
                  Matrices.sandwich(bread, clusterMeat(pass, clustered.ownCounts())),
                  parameterFactor(sizes));
          case Errors.NeweyWest newey ->
              scaled(
                  Matrices.sandwich(
                      bread, LaggedMeat.withinUnits(layout, groupings, pass.rows(), newey.lags())),
                  parameterFactor(sizes));
          case Errors.DriscollKraay driscoll ->
              scaled(
                  Matrices.sandwich(bread, LaggedMeat.byPeriod(pass.groups()[0], driscoll.lags())),
                  parameterFactor(sizes) * clusterFactor(groupings.getFirst().count()));
        };
    return repaired(v);
  }

  private double parameterFactor(Fit.Sizes sizes) {
    double n = sizes.observations();
    return spec.smallSample().scalesByParameters() ? (n - 1) / (n - sizes.counted()) : 1;
  }

  private double clusterFactor(double groups) {
    return spec.smallSample().scalesByClusters() ? groups / (groups - 1) : 1;
  }

  private double[][] clusterMeat(ScorePass.Result pass, boolean own) {
    int least = counts().stream().mapToInt(Integer::intValue).min().orElse(0);
    int k = pass.normal().length;
    double[][] meat = new double[k][k];
    for (int w = 0; w < ways.size(); w++) {
      double factor = clusterFactor(own ? ways.get(w).coding().count() : least);
      double[][] sums = pass.groups()[w];
      List<double[]> products =
          Lanes.run(
              k,
              Regression.threads(spec, sample.count()),
              () -> lane -> products(sums, k - 1 - lane));
      for (int i = 0; i < k; i++) {
        for (int j = 0; j <= i; j++) {
          meat[i][j] += ways.get(w).sign() * factor * products.get(k - 1 - i)[j];
        }
      }
    }
    Matrices.mirror(meat);
    return meat;
  }

  /** Products of one row of sums with itself and those before it; the longest are asked first. */
  private static double[] products(double[][] sums, int row) {
    double[] products = new double[row + 1];
    for (int j = 0; j <= row; j++) {
      products[j] = CrossProducts.dot(sums[row], sums[j], sums[row].length);
    }
    return products;
  }

  private static double[][] scaled(double[][] matrix, double factor) {
    double[][] scaled = new double[matrix.length][matrix.length];
    for (int i = 0; i < scaled.length; i++) {
      for (int j = 0; j < scaled.length; j++) {
        scaled[i][j] = matrix[i][j] * factor;
      }
    }
    return scaled;
  }

  /** Several ways and lags can push a variance below 0; that is mended and said. */
  private double[][] repaired(double[][] v) {
    boolean canFail =
        ways.size() > 1
            || spec.errors() instanceof Errors.NeweyWest
            || spec.errors() instanceof Errors.DriscollKraay;
    if (!canFail) {
      return v;
    }
    SymmetricEigen eigen = SymmetricEigen.of(v);
    double least = Math.min(0, eigen.value(eigen.size() - 1));
    double largest = Math.max(Math.abs(eigen.value(0)), -least);
    if (least >= -1e-14 * largest) {
      return v;
    }
    notes.warn("variance-repaired", null, null, Notes.number(least), Notes.number(largest));
    return eigen.withoutNegative();
  }

  /** The leverages that the errors need, null where they need none. */
  @Nullable Leverage leverage(Absorption absorption, double[][] bread) {
    if (!(spec.errors() instanceof Errors.Robust(Errors.Robust.Kind kind))
        || kind == Errors.Robust.Kind.HC1) {
      return null;
    }
    double[][] inverse =
        absorption.schur() instanceof Schur.Factored(var factor)
            ? factor.inverse()
            : new double[0][];
    return new Leverage(layout, inverse, bread, kind == Errors.Robust.Kind.HC3);
  }
}
