package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Matrices;

/**
 * The slopes from the cross products of the demeaned columns: ordinary least squares, or two-stage
 * least squares where regressors are instrumented. Column 0 is the outcome, then the regressors
 * (instrumented ones first), then the instruments.
 */
final class Equations {

  /** Less of its variation than this left by the absorbed effects, and a column is absorbed. */
  private static final double ABSORBED = 1e-12;

  /** Less of what is left than this not explained by earlier columns, and a column is collinear. */
  private static final double COLLINEAR = 1e-10;

  /** Columns of the regressors kept, in order. */
  final int[] kept;

  /** Columns of the regressors dropped. */
  final List<Integer> dropped = new ArrayList<>();

  /** Slopes of the regressors kept. */
  final double[] slopes;

  /** (X'X)<sup>-1</sup> of the regressors kept, with instrumented ones replaced by their fits. */
  final double[][] bread;

  /** By regressor kept: its weights on all columns; a unit vector but for instrumented ones. */
  final double[][] transform;

  /** F of the excluded instruments in the first stage of each instrumented regressor, in order. */
  final double[] firstStage;

  private Equations(
      int[] kept, double[] slopes, double[][] bread, double[][] transform, double[] firstStage) {
    this.kept = kept;
    this.slopes = slopes;
    this.bread = bread;
    this.transform = transform;
    this.firstStage = firstStage;
  }

  /**
   * Solves for the slopes.
   *
   * @param cross cross products of all demeaned columns
   * @param total sums of squares before demeaning
   * @return the solution, or null where no regressor is left or too few instruments are
   */
  static @Nullable Equations solve(
      Design design, double[][] cross, double[] total, int n, int absorbed) {
    int regressors = design.regressors.size();
    int[] all = range(1, 1 + regressors);
    if (design.endogenous == 0) {
      return leastSquares(cross, total, all);
    }
    return twoStages(design, cross, total, n, absorbed);
  }

  private static int[] range(int from, int to) {
    int[] range = new int[to - from];
    for (int i = 0; i < range.length; i++) {
      range[i] = from + i;
    }
    return range;
  }

  private static Cholesky factor(double[][] cross, double[] total, int[] columns) {
    double[] least = new double[columns.length];
    for (int i = 0; i < least.length; i++) {
      int c = columns[i];
      least[i] = Math.max(ABSORBED * total[c], COLLINEAR * cross[c][c]);
    }
    return Cholesky.of(Matrices.part(cross, columns), least, 1);
  }

  private static @Nullable Equations leastSquares(double[][] cross, double[] total, int[] columns) {
    Cholesky factor = factor(cross, total, columns);
    int[] kept = kept(factor, columns);
    if (kept.length == 0) {
      return null;
    }
    double[][] transform = new double[kept.length][cross.length];
    for (int i = 0; i < kept.length; i++) {
      transform[i][kept[i]] = 1;
    }
    return finish(cross, columns, kept, transform, new double[0]);
  }

  private static int[] kept(Cholesky factor, int[] columns) {
    int[] kept = new int[factor.rank()];
    int next = 0;
    for (int i = 0; i < columns.length; i++) {
      if (factor.keeps(i)) {
        kept[next++] = columns[i];
      }
    }
    return kept;
  }

  /** Slopes and bread from the transformed regressors. */
  private static Equations finish(
      double[][] cross, int[] columns, int[] kept, double[][] transform, double[] firstStage) {
    int k = kept.length;
    double[][] moments = new double[k][k];
    double[] right = new double[k];
    for (int i = 0; i < k; i++) {
      right[i] = Matrices.form(transform[i], cross, unit(cross.length, 0));
      for (int j = 0; j < k; j++) {
        moments[i][j] = Matrices.form(transform[i], cross, transform[j]);
      }
    }
    Cholesky solver = Cholesky.of(moments, 1e-14);
    Equations result =
        new Equations(kept, solver.solve(right), solver.inverse(), transform, firstStage);
    for (int column : columns) {
      if (java.util.Arrays.stream(kept).noneMatch(other -> other == column)) {
        result.dropped.add(column);
      }
    }
    return result;
  }

  private static double[] unit(int length, int at) {
    double[] unit = new double[length];
    unit[at] = 1;
    return unit;
  }

  private static @Nullable Equations twoStages(
      Design design, double[][] cross, double[] total, int n, int absorbed) {
    int regressors = design.regressors.size();
    int[] exogenous = range(1 + design.endogenous, 1 + regressors);
    int[] exogenousKept = kept(factor(cross, total, exogenous), exogenous);
    int[] first = join(exogenousKept, range(1 + regressors, cross.length));
    Cholesky instruments = factor(cross, total, first);
    int excluded = instruments.rank() - exogenousKept.length;
    int[] endogenous = range(1, 1 + design.endogenous);
    int[] endogenousKept = kept(factor(cross, total, endogenous), endogenous);
    if (endogenousKept.length == 0 || excluded < endogenousKept.length) {
      return null;
    }
    int[] kept = join(endogenousKept, exogenousKept);
    double[][] transform = new double[kept.length][cross.length];
    double[] strengths = new double[endogenousKept.length];
    for (int i = 0; i < kept.length; i++) {
      if (i < endogenousKept.length) {
        double[] loads = instruments.solve(at(cross[kept[i]], first));
        for (int j = 0; j < first.length; j++) {
          transform[i][first[j]] = loads[j];
        }
        int degrees = n - absorbed - instruments.rank();
        strengths[i] = strength(cross, kept[i], transform[i], exogenousKept, excluded, degrees);
      } else {
        transform[i][kept[i]] = 1;
      }
    }
    return finish(cross, range(1, 1 + regressors), kept, transform, strengths);
  }

  /** ((RSS without - RSS with) / excluded) / (RSS with / degrees). */
  private static double strength(
      double[][] cross, int column, double[] fit, int[] exogenous, int excluded, int degrees) {
    double with = cross[column][column] - Matrices.dot(fit, cross[column]);
    double without = cross[column][column];
    if (exogenous.length > 0) {
      double[] right = at(cross[column], exogenous);
      double[] loads = Cholesky.of(Matrices.part(cross, exogenous), 1e-14).solve(right);
      without -= Matrices.dot(loads, right);
    }
    return (without - with) / excluded / (with / degrees);
  }

  private static double[] at(double[] values, int[] places) {
    return Observations.at(values, places);
  }

  private static int[] join(int[] a, int[] b) {
    int[] joined = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
