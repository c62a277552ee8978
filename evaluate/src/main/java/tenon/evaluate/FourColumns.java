package tenon.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * The steps of {@link Absorption} for four columns of an unweighted panel with one effect beside
 * the eliminated one. Runs are short, so that a single sum would wait for itself at each position;
 * four that go side by side do not, and places and codes are read once for all of them.
 */
final class FourColumns {
  private final int[] starts;
  private final int[] codes;
  private final int @Nullable [] rowAt;
  private final double[] a;
  private final double[] b;
  private final double[] c;
  private final double[] d;

  FourColumns(Layout layout, double[][] columns, int first) {
    starts = layout.starts;
    codes = layout.codes[0];
    rowAt = layout.rowAt;
    a = columns[first];
    b = columns[first + 1];
    c = columns[first + 2];
    d = columns[first + 3];
  }

  /** Whether these steps serve a layout. */
  static boolean serves(Layout layout) {
    return layout.absorbs && layout.weights == null && layout.codes.length == 1;
  }

  private static int row(int @Nullable [] rowAt, int position) {
    return rowAt == null ? position : rowAt[position];
  }

  /**
   * Adds, for runs, the columns less their means in the run to the sums of the levels, and the
   * columns less their origins, and those squared, to the moments.
   *
   * @param origins what is taken off each column first, so that nothing cancels later
   * @param sums by column and level
   * @param moments by column: sum, sum of squares
   */
  void addToLevels(
      int fromRun, int toRun, double[] origins, double[][] sums, int first, double[] moments) {
    double oa = origins[first];
    double ob = origins[first + 1];
    double oc = origins[first + 2];
    double od = origins[first + 3];
    double[] la = sums[first];
    double[] lb = sums[first + 1];
    double[] lc = sums[first + 2];
    double[] ld = sums[first + 3];
    double qa = 0;
    double qb = 0;
    double qc = 0;
    double qd = 0;
    for (int run = fromRun; run < toRun; run++) {
      int from = starts[run];
      int to = starts[run + 1];
      double sa = 0;
      double sb = 0;
      double sc = 0;
      double sd = 0;
      for (int p = from; p < to; p++) {
        int row = row(rowAt, p);
        double va = a[row] - oa;
        double vb = b[row] - ob;
        double vc = c[row] - oc;
        double vd = d[row] - od;
        sa += va;
        sb += vb;
        sc += vc;
        sd += vd;
        qa += va * va;
        qb += vb * vb;
        qc += vc * vc;
        qd += vd * vd;
      }
      moments[2 * first] += sa;
      moments[2 * first + 2] += sb;
      moments[2 * first + 4] += sc;
      moments[2 * first + 6] += sd;
      double share = 1.0 / (to - from);
      double ma = oa + sa * share;
      double mb = ob + sb * share;
      double mc = oc + sc * share;
      double md = od + sd * share;
      for (int p = from; p < to; p++) {
        int row = row(rowAt, p);
        int level = codes[p];
        la[level] += a[row] - ma;
        lb[level] += b[row] - mb;
        lc[level] += c[row] - mc;
        ld[level] += d[row] - md;
      }
    }
    moments[2 * first + 1] += qa;
    moments[2 * first + 3] += qb;
    moments[2 * first + 5] += qc;
    moments[2 * first + 7] += qd;
  }

  /** The residuals of the columns in runs, from place 0 on. */
  void fill(int fromRun, int toRun, double[][] effects, double[][] z, int first) {
    double[] ga = effects[first];
    double[] gb = effects[first + 1];
    double[] gc = effects[first + 2];
    double[] gd = effects[first + 3];
    double[] za = z[first];
    double[] zb = z[first + 1];
    double[] zc = z[first + 2];
    double[] zd = z[first + 3];
    int origin = starts[fromRun];
    for (int run = fromRun; run < toRun; run++) {
      int from = starts[run];
      int to = starts[run + 1];
      double sa = 0;
      double sb = 0;
      double sc = 0;
      double sd = 0;
      for (int p = from; p < to; p++) {
        int row = row(rowAt, p);
        int level = codes[p];
        double va = a[row] - ga[level];
        double vb = b[row] - gb[level];
        double vc = c[row] - gc[level];
        double vd = d[row] - gd[level];
        int i = p - origin;
        za[i] = va;
        zb[i] = vb;
        zc[i] = vc;
        zd[i] = vd;
        sa += va;
        sb += vb;
        sc += vc;
        sd += vd;
      }
      double share = 1.0 / (to - from);
      sa *= share;
      sb *= share;
      sc *= share;
      sd *= share;
      for (int i = from - origin; i < to - origin; i++) {
        za[i] -= sa;
        zb[i] -= sb;
        zc[i] -= sc;
        zd[i] -= sd;
      }
    }
  }
}
