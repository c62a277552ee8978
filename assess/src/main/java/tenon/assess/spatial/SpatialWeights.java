package tenon.assess.spatial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Weights between units: who is whose neighbour, and how much. No unit is its own neighbour. */
public final class SpatialWeights {
  private static final double EARTH_KM = 6371.0088;

  private final int[][] neighbours;
  private final double[][] weights;

  private SpatialWeights(int[][] neighbours, double[][] weights) {
    this.neighbours = neighbours;
    this.weights = weights;
  }

  /**
   * The entries of a matrix that are not 0; its diagonal is left out.
   *
   * @param matrix by unit and neighbour, from 0 up
   */
  public static SpatialWeights of(double[][] matrix) {
    int units = matrix.length;
    int[][] neighbours = new int[units][];
    double[][] weights = new double[units][];
    for (int i = 0; i < units; i++) {
      int unit = i;
      neighbours[i] =
          IntStream.range(0, units).filter(j -> j != unit && matrix[unit][j] != 0).toArray();
      weights[i] = Arrays.stream(neighbours[i]).mapToDouble(j -> matrix[unit][j]).toArray();
      if (Arrays.stream(weights[i]).anyMatch(w -> !(w > 0 && w < Double.POSITIVE_INFINITY))) {
        throw new IllegalArgumentException("weights of unit " + i + " must be finite and above 0");
      }
    }
    return new SpatialWeights(neighbours, weights);
  }

  /**
   * 1 between units that touch, both ways.
   *
   * @param pairs pairs of units, each in one or both directions
   */
  public static SpatialWeights contiguity(int units, int[][] pairs) {
    double[][] matrix = new double[units][units];
    for (int[] pair : pairs) {
      matrix[pair[0]][pair[1]] = 1;
      matrix[pair[1]][pair[0]] = 1;
    }
    return of(matrix);
  }

  /**
   * distance<sup>-power</sup> up to a greatest distance.
   *
   * @param distances by unit and unit; other units at distance 0 are refused
   */
  public static SpatialWeights inverseDistance(double[][] distances, double power, double most) {
    double[][] matrix = new double[distances.length][distances.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        boolean near = i != j && distances[i][j] <= most;
        matrix[i][j] = near ? StrictMath.pow(distances[i][j], -power) : 0;
      }
    }
    return of(matrix);
  }

  /** 1 for the k nearest others; the lower number is nearer where distances are equal. */
  public static SpatialWeights nearest(double[][] distances, int k) {
    int units = distances.length;
    double[][] matrix = new double[units][units];
    for (int i = 0; i < units; i++) {
      int unit = i;
      IntStream.range(0, units)
          .filter(j -> j != unit)
          .boxed()
          .sorted(Comparator.comparingDouble(j -> distances[unit][j]))
          .limit(k)
          .forEach(j -> matrix[unit][j] = 1);
    }
    return of(matrix);
  }

  /** 1 / |y<sub>i</sub> - y<sub>j</sub>| by an economic level; equal levels are refused. */
  public static SpatialWeights economicDistance(double[] levels) {
    double[][] distances = new double[levels.length][levels.length];
    for (int i = 0; i < levels.length; i++) {
      for (int j = 0; j < levels.length; j++) {
        distances[i][j] = Math.abs(levels[i] - levels[j]);
      }
    }
    return inverseDistance(distances, 1, Double.POSITIVE_INFINITY);
  }

  /** Great-circle distances in km between points in degrees, on a sphere of the mean radius. */
  public static double[][] greatCircleKm(double[] latitude, double[] longitude) {
    int n = latitude.length;
    double[][] distances = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double up = StrictMath.sin(Math.toRadians(latitude[i] - latitude[j]) / 2);
        double across = StrictMath.sin(Math.toRadians(longitude[i] - longitude[j]) / 2);
        double shrink =
            StrictMath.cos(Math.toRadians(latitude[i]))
                * StrictMath.cos(Math.toRadians(latitude[j]));
        double half = up * up + shrink * across * across;
        distances[i][j] = 2 * EARTH_KM * StrictMath.asin(Math.min(1, Math.sqrt(half)));
      }
    }
    return distances;
  }

  /** The same with the weights of each unit summing to 1; a unit without neighbours keeps none. */
  public SpatialWeights rowStandardised() {
    double[][] rows = new double[weights.length][];
    for (int i = 0; i < rows.length; i++) {
      double sum = Arrays.stream(weights[i]).sum();
      rows[i] = Arrays.stream(weights[i]).map(w -> w / sum).toArray();
    }
    return new SpatialWeights(neighbours, rows);
  }

  public int units() {
    return neighbours.length;
  }

  /** Number of neighbours of a unit. */
  public int count(int unit) {
    return neighbours[unit].length;
  }

  /** The nth neighbour of a unit. */
  public int neighbour(int unit, int nth) {
    return neighbours[unit][nth];
  }

  /** Weight of the nth neighbour. */
  public double weight(int unit, int nth) {
    return weights[unit][nth];
  }

  /** W x: the weighted sum of the neighbours of each unit. */
  public double[] lag(double[] x) {
    if (x.length != units()) {
      throw new IllegalArgumentException(x.length + " values belong to " + units() + " units");
    }
    double[] lag = new double[x.length];
    for (int i = 0; i < lag.length; i++) {
      for (int nth = 0; nth < neighbours[i].length; nth++) {
        lag[i] += weights[i][nth] * x[neighbours[i][nth]];
      }
    }
    return lag;
  }

  /** The whole matrix. */
  public double[][] matrix() {
    double[][] matrix = new double[units()][units()];
    for (int i = 0; i < matrix.length; i++) {
      for (int nth = 0; nth < neighbours[i].length; nth++) {
        matrix[i][neighbours[i][nth]] = weights[i][nth];
      }
    }
    return matrix;
  }
}
