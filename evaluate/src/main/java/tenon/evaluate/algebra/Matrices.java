package tenon.evaluate.algebra;

/** Products of small matrices, rows first. */
public final class Matrices {
  private Matrices() {}

  /** A B. */
  public static double[][] times(double[][] a, double[][] b) {
    int columns = b.length == 0 ? 0 : b[0].length;
    double[][] product = new double[a.length][columns];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < columns; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  /** A x. */
  public static double[] times(double[][] a, double[] x) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = dot(a[i], x);
    }
    return product;
  }

  /** B A B for symmetric B, the shape of every sandwich. */
  public static double[][] sandwich(double[][] bread, double[][] meat) {
    double[][] product = times(times(bread, meat), bread);
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (product[i][j] + product[j][i]) / 2;
        product[i][j] = mean;
        product[j][i] = mean;
      }
    }
    return product;
  }

  /** x'y over the length of x. */
  public static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** x'A y. */
  public static double form(double[] x, double[][] a, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] != 0) {
        sum += x[i] * dot(a[i], y);
      }
    }
    return sum;
  }

  /** Rows and columns of a square matrix at the given places. */
  public static double[][] part(double[][] a, int[] places) {
    double[][] part = new double[places.length][places.length];
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        part[i][j] = a[places[i]][places[j]];
      }
    }
    return part;
  }

  /** Adds the lower triangle of v v' times a factor. */
  public static void addOuter(double[][] sum, double[] v, double factor) {
    for (int i = 0; i < v.length; i++) {
      double scaled = factor * v[i];
      for (int j = 0; j <= i; j++) {
        sum[i][j] += scaled * v[j];
      }
    }
  }

  /** Copies the lower triangle to the upper one. */
  public static void mirror(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        a[j][i] = a[i][j];
      }
    }
  }
}
