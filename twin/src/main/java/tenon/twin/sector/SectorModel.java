package tenon.twin.sector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tenon.model.IndustryTable;
import tenon.numeric.LuFactors;

/**
 * The Leontief and the Ghosh model of an input-output table. Factors and inverses are worked out
 * when they are first asked for; not for use by several threads.
 */
public final class SectorModel {
  private final IndustryTable table;
  private final double[][] inputs;
  private final double[][] allocations;
  private @Nullable LuFactors leontiefFactors;
  private @Nullable LuFactors ghoshFactors;
  private double @Nullable [][] leontief;
  private double @Nullable [][] ghosh;

  private SectorModel(IndustryTable table, double[][] inputs, double[][] allocations) {
    this.table = table;
    this.inputs = inputs;
    this.allocations = allocations;
  }

  public static SectorModel of(IndustryTable table) {
    int n = table.count();
    double[][] inputs = table.intermediate();
    double[][] allocations = table.intermediate();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double buyer = table.output(j);
        double seller = table.output(i);
        inputs[i][j] = buyer == 0 ? 0 : inputs[i][j] / buyer;
        allocations[i][j] = seller == 0 ? 0 : allocations[i][j] / seller;
      }
    }
    return new SectorModel(table, inputs, allocations);
  }

  public IndustryTable table() {
    return table;
  }

  /** Number of industries. */
  public int count() {
    return table.count();
  }

  /** What j needs of i for one unit of its output. */
  public double input(int i, int j) {
    return inputs[i][j];
  }

  /** The share of its output that i sells to j. */
  public double allocation(int i, int j) {
    return allocations[i][j];
  }

  /** Whether a change of final demand has one answer: I - A has an inverse. */
  public boolean isSolvable() {
    return !leontiefFactors().isSingular() && !ghoshFactors().isSingular();
  }

  /** Whether all outputs can be produced: no element of the Leontief inverse is below 0. */
  public boolean isProductive() {
    for (double[] row : leontief()) {
      for (double element : row) {
        if (!(element >= -1e-12)) {
          return false;
        }
      }
    }
    return true;
  }

  LuFactors leontiefFactors() {
    LuFactors factors = leontiefFactors;
    if (factors == null) {
      factors = LuFactors.of(unitMinus(inputs));
      leontiefFactors = factors;
    }
    return factors;
  }

  LuFactors ghoshFactors() {
    LuFactors factors = ghoshFactors;
    if (factors == null) {
      factors = LuFactors.of(unitMinus(allocations));
      ghoshFactors = factors;
    }
    return factors;
  }

  private static double[][] unitMinus(double[][] coefficients) {
    int n = coefficients.length;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = (i == j ? 1 : 0) - coefficients[i][j];
      }
    }
    return matrix;
  }

  /** The Leontief inverse: output of i that one unit of final demand for j calls for. */
  double[][] leontief() {
    double[][] inverse = leontief;
    if (inverse == null) {
      inverse = leontiefFactors().inverse();
      leontief = inverse;
    }
    return inverse;
  }

  /** The Ghosh inverse: output of j that one unit of primary inputs of i makes possible. */
  double[][] ghosh() {
    double[][] inverse = ghosh;
    if (inverse == null) {
      inverse = hasAllOutputs() ? similar(leontief()) : ghoshFactors().inverse();
      ghosh = inverse;
    }
    return inverse;
  }

  private boolean hasAllOutputs() {
    return table.withoutOutput().isEmpty();
  }

  /** Where every industry has output, the two inverses are similar: G_ij = L_ij x_j / x_i. */
  private double[][] similar(double[][] inverse) {
    int n = count();
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = inverse[i][j] * table.output(j) / table.output(i);
      }
    }
    return rows;
  }

  /** Element of the Leontief inverse. */
  public double leontief(int i, int j) {
    return leontief()[i][j];
  }

  /** Element of the Ghosh inverse. */
  public double ghosh(int i, int j) {
    return ghosh()[i][j];
  }

  /** Output that a final demand calls for. */
  public double[] output(double[] finalDemand) {
    return leontiefFactors().solve(finalDemand);
  }

  /** Output that primary inputs make possible. */
  public double[] outputOfInputs(double[] primaryInputs) {
    return ghoshFactors().solveTransposed(primaryInputs);
  }

  /** Sums of the columns of the Leontief inverse, without the inverse. */
  public double[] backward() {
    return leontiefFactors().solveTransposed(ones());
  }

  /** Sums of the rows of the Leontief inverse, without the inverse. */
  public double[] forward() {
    return leontiefFactors().solve(ones());
  }

  /** Sums of the rows of the Ghosh inverse, without the inverse. */
  public double[] forwardGhosh() {
    if (!hasAllOutputs()) {
      return ghoshFactors().solve(ones());
    }
    double[] sums = leontiefFactors().solve(table.output());
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= table.output(i);
    }
    return sums;
  }

  /** Value added in a unit of output of j: what the inputs from all industries leave. */
  public double valueAdded(int j) {
    double rest = 1;
    for (double[] row : inputs) {
      rest -= row[j];
    }
    return table.output(j) == 0 ? 0 : rest;
  }

  private double[] ones() {
    double[] ones = new double[count()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
