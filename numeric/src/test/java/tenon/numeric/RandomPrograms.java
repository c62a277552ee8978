package tenon.numeric;

import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.function.Consumer;

/** Small random programmes with every kind of bound, and runs over seeds that name the one that failed. */
final class RandomPrograms {
  static final double INF = Double.POSITIVE_INFINITY;

  private RandomPrograms() {}

  static void forSeeds(int count, Consumer<RandomStream> check) {
    for (int seed = 0; seed < count; seed++) {
      try {
        check.accept(RandomStreams.of(seed).stream(Purpose.GENERATE, "programme", 0));
      } catch (AssertionError | RuntimeException failure) {
        fail("seed " + seed + ": " + failure.getMessage(), failure);
      }
    }
  }

  static LinearModel model(RandomStream random) {
    int columns = random.nextInt(7);
    int rows = random.nextInt(8);
    double[] cost = new double[columns];
    double[][] columnBounds = new double[columns][];
    for (int c = 0; c < columns; c++) {
      cost[c] = random.nextInt(3) == 0 ? 0 : random.nextInt(11) - 5;
      columnBounds[c] = bounds(random);
    }
    double[][] rowBounds = new double[rows][];
    int[][] at = new int[rows][columns];
    double[][] coefficients = new double[rows][columns];
    for (int r = 0; r < rows; r++) {
      rowBounds[r] = bounds(random);
      for (int c = 0; c < columns; c++) {
        at[r][c] = c;
        coefficients[r][c] = random.nextInt(2) * (random.nextInt(9) - 4);
      }
    }
    return new LinearModel(
        random.nextInt(2) == 0,
        cost,
        side(columnBounds, 0),
        side(columnBounds, 1),
        side(rowBounds, 0),
        side(rowBounds, 1),
        at,
        coefficients);
  }

  static double[] bounds(RandomStream random) {
    double low = random.nextInt(9) - 3;
    double high = low + random.nextInt(12);
    return switch (random.nextInt(8)) {
      case 0 -> new double[] {-INF, INF};
      case 1 -> new double[] {low, low};
      case 2, 3 -> new double[] {-INF, high};
      case 4 -> new double[] {low, INF};
      case 5 -> new double[] {0, INF};
      default -> new double[] {low, high};
    };
  }

  private static double[] side(double[][] bounds, int which) {
    double[] picked = new double[bounds.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = bounds[i][which];
    }
    return picked;
  }

  /** The same change on the model that the oracle reads and on the programme. */
  static void change(RandomStream random, LinearModel model, LinearProgram program) {
    if (model.columns() > 0) {
      int column = random.nextInt(model.columns());
      double[] bounds = bounds(random);
      model.setColumnBounds(column, bounds[0], bounds[1]);
      program.setColumnBounds(column, bounds[0], bounds[1]);
      double cost = random.nextInt(11) - 5;
      model.setCost(column, cost);
      program.setCost(column, cost);
    }
    if (model.rows() > 0) {
      int row = random.nextInt(model.rows());
      double[] bounds = bounds(random);
      model.setRowBounds(row, bounds[0], bounds[1]);
      program.setRowBounds(row, bounds[0], bounds[1]);
    }
  }

  /** A programme with the model's numbers, by the public door. */
  static LinearProgram program(LinearModel model, Engine engine) {
    var builder = model.maximise ? LinearProgram.maximise() : LinearProgram.minimise();
    for (int c = 0; c < model.columns(); c++) {
      builder.column(model.columnLower(c), model.columnUpper(c), model.cost(c));
    }
    for (int r = 0; r < model.rows(); r++) {
      builder.row(model.rowLower(r), model.rowUpper(r), model.rowColumns(r), model.rowCoefficients(r));
    }
    return builder.engine(engine).build();
  }

  /** A seeded transportation programme with lost demand, always feasible: sources ship to customers. */
  static LinearProgram transport(RandomStream random, Engine engine, int sources, int customers) {
    var builder = LinearProgram.minimise().engine(engine);
    double[] ones = new double[Math.max(sources + 1, customers)];
    Arrays.fill(ones, 1);
    int[][] lane = new int[sources][customers];
    for (int s = 0; s < sources; s++) {
      for (int c = 0; c < customers; c++) {
        lane[s][c] = builder.column(0, INF, 1 + 9 * random.nextDouble());
      }
    }
    for (int s = 0; s < sources; s++) {
      builder.row(-INF, 10 * random.nextDouble(), lane[s], Arrays.copyOf(ones, customers));
    }
    for (int c = 0; c < customers; c++) {
      int[] into = new int[sources + 1];
      for (int s = 0; s < sources; s++) {
        into[s] = lane[s][c];
      }
      into[sources] = builder.column(0, INF, 100);
      builder.row(5 * random.nextDouble(), INF, into, Arrays.copyOf(ones, sources + 1));
    }
    return builder.build();
  }

  /** Numbers over 24 orders of magnitude, on which simplex codes break down. */
  static LinearModel badlyScaled(RandomStream random) {
    int size = 2 + random.nextInt(6);
    double[] infinite = new double[size];
    Arrays.fill(infinite, INF);
    double[] cost = new double[size];
    double[] need = new double[size];
    int[][] at = new int[size][size];
    double[][] coefficients = new double[size][size];
    for (int r = 0; r < size; r++) {
      cost[r] = magnitude(random);
      need[r] = magnitude(random);
      for (int c = 0; c < size; c++) {
        at[r][c] = c;
        coefficients[r][c] = (random.nextDouble() - 0.3) * magnitude(random);
      }
    }
    return new LinearModel(
        false, cost, new double[size], infinite, need, infinite.clone(), at, coefficients);
  }

  private static double magnitude(RandomStream random) {
    return Math.pow(10, random.nextInt(25) - 12);
  }
}
