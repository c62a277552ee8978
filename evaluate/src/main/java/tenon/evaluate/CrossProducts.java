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
              double[] weighted = new double[layout.widest];
              return lane -> {
                double[][] sum = new double[count][count];
                for (int chunk = layout.lanes[lane]; chunk < layout.lanes[lane + 1]; chunk++) {
                  for (int column = 0; column < count; column++) {
                    absorption.fill(chunk, column, z[column]);
                  }
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
      Layout layout, int chunk, double[][] z, double[] weighted, double[][] sum) {
    int from = layout.chunkStart(chunk);
    int length = layout.chunkEnd(chunk) - from;
    for (int i = 0; i < z.length; i++) {
      double[] left = z[i];
      if (layout.weights != null) {
        for (int p = 0; p < length; p++) {
          weighted[p] = left[p] * layout.weights[from + p];
        }
        left = weighted;
      }
      int j = 0;
      for (; j + 3 <= i; j += 4) {
        addFour(left, z, j, length, sum[i]);
      }
      for (; j <= i; j++) {
        sum[i][j] += dot(left, z[j], length);
      }
    }
  }

  /** Four inner products at once: four chains of additions that do not wait for each other. */
  private static void addFour(double[] left, double[][] z, int j, int length, double[] sum) {
    double[] a = z[j];
    double[] b = z[j + 1];
    double[] c = z[j + 2];
    double[] d = z[j + 3];
    double sa = 0;
    double sb = 0;
    double sc = 0;
    double sd = 0;
    for (int p = 0; p < length; p++) {
      double l = left[p];
      sa += l * a[p];
      sb += l * b[p];
      sc += l * c[p];
      sd += l * d[p];
    }
    sum[j] += sa;
    sum[j + 1] += sb;
    sum[j + 2] += sc;
    sum[j + 3] += sd;
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
