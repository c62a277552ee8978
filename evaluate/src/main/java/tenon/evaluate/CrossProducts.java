package tenon.evaluate;

import java.util.List;
import tenon.evaluate.algebra.Matrices;

/** Z'W Z of the residuals of all columns, each lane summed by itself, lanes added in order. */
final class CrossProducts {
  private CrossProducts() {}

  static double[][] of(Layout layout, Absorption absorption, int threads) {
    int count = absorption.count();
    List<double[][]> parts =
        Lanes.run(
            layout.laneCount(),
            threads,
            () -> {
              double[][] z = new double[count][layout.widest];
              double[][] weighted = new double[2][layout.weights == null ? 0 : layout.widest];
              return lane -> {
                double[][] sum = new double[count][count];
                for (int chunk = layout.lanes[lane]; chunk < layout.lanes[lane + 1]; chunk++) {
                  absorption.fill(chunk, z);
                  add(layout, chunk, z, weighted, sum);
                }
                return sum;
              };
            });
    double[][] sum = new double[count][count];
    for (double[][] part : parts) {
      for (int i = 0; i < count; i++) {
        for (int j = 0; j <= i; j++) {
          sum[i][j] += part[i][j];
        }
      }
    }
    Matrices.mirror(sum);
    return sum;
  }

  private static void add(
      Layout layout, int chunk, double[][] z, double[][] weighted, double[][] sum) {
    int from = layout.chunkStart(chunk);
    int length = layout.chunkEnd(chunk) - from;
    int last = z.length - 1;
    for (int i = 0; i <= last; i += 2) {
      int next = Math.min(i + 1, last);
      double[] left = weighted(layout, from, length, z[i], weighted[0]);
      double[] right = weighted(layout, from, length, z[next], weighted[1]);
      for (int j = 0; j <= next; j += 4) {
        addBlock(left, right, z, j, length, sum[i], sum[next], next > i);
      }
    }
  }

  private static double[] weighted(
      Layout layout, int from, int length, double[] column, double[] into) {
    double[] weights = layout.weights;
    if (weights == null) {
      return column;
    }
    for (int p = 0; p < length; p++) {
      into[p] = column[p] * weights[from + p];
    }
    return into;
  }

  /**
   * Inner products of two columns with four others: eight chains of additions that do not wait for
   * each other. What lies right of the diagonal is computed for nothing.
   */
  private static void addBlock(
      double[] left,
      double[] right,
      double[][] z,
      int j,
      int length,
      double[] first,
      double[] second,
      boolean both) {
    int last = z.length - 1;
    double[] a = z[j];
    double[] b = z[Math.min(j + 1, last)];
    double[] c = z[Math.min(j + 2, last)];
    double[] d = z[Math.min(j + 3, last)];
    double la = 0;
    double lb = 0;
    double lc = 0;
    double ld = 0;
    double ra = 0;
    double rb = 0;
    double rc = 0;
    double rd = 0;
    for (int p = 0; p < length; p++) {
      double l = left[p];
      double r = right[p];
      double va = a[p];
      double vb = b[p];
      double vc = c[p];
      double vd = d[p];
      la += l * va;
      lb += l * vb;
      lc += l * vc;
      ld += l * vd;
      ra += r * va;
      rb += r * vb;
      rc += r * vc;
      rd += r * vd;
    }
    addTo(first, j, la, lb, lc, ld);
    if (both) {
      addTo(second, j, ra, rb, rc, rd);
    }
  }

  private static void addTo(double[] sums, int j, double a, double b, double c, double d) {
    int last = sums.length - 1;
    sums[j] += a;
    if (j < last) {
      sums[j + 1] += b;
    }
    if (j + 1 < last) {
      sums[j + 2] += c;
    }
    if (j + 2 < last) {
      sums[j + 3] += d;
    }
  }

  static double dot(double[] a, double[] b, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int p = 0;
    for (; p + 3 < length; p += 4) {
      s0 += a[p] * b[p];
      s1 += a[p + 1] * b[p + 1];
      s2 += a[p + 2] * b[p + 2];
      s3 += a[p + 3] * b[p + 3];
    }
    for (; p < length; p++) {
      s0 += a[p] * b[p];
    }
    return s0 + s1 + (s2 + s3);
  }
}
