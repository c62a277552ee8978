package tenon.numeric;

/** Started in a JVM of its own: solves a seeded sequence with an engine and prints every bit of it. */
final class EngineTrace {
  private EngineTrace() {}

  public static void main(String[] arguments) {
    try {
      System.out.println(String.join("\n", trace(Engine.valueOf(arguments[0]), 4)));
    } catch (UnsupportedOperationException noLibrary) {
      System.out.println(noLibrary.getMessage());
    }
  }

  /** A transportation programme of 40 x 60 under a sequence of outages, the last of them infeasible. */
  static String[] trace(Engine engine, long seed) {
    var random = RandomStreams.of(seed).stream(Purpose.GENERATE, "trace", 0);
    String[] lines = new String[30];
    try (var program = RandomPrograms.transport(random, engine, 40, 60)) {
      for (int step = 0; step < lines.length; step++) {
        var solution = program.solve();
        lines[step] = solution.status() + " " + (solution.isOptimal() ? bits(program, solution) : "");
        int row = random.nextInt(40);
        program.setRowBounds(row, Double.NEGATIVE_INFINITY, 3 * random.nextDouble());
        int column = random.nextInt(program.columns());
        program.setColumnBounds(column, 0, 0);
        if (step == 25) {
          program.setColumnBounds(0, 1e7, 2e7); // more than its source has: the rest is infeasible
        }
      }
    }
    return lines;
  }

  private static String bits(LinearProgram program, Solution solution) {
    long hash = Double.doubleToLongBits(solution.objective());
    for (double value : solution.values()) {
      hash = 31 * hash + Double.doubleToLongBits(value);
    }
    for (int row = 0; row < program.rows(); row++) {
      hash = 31 * hash + Double.doubleToLongBits(solution.dual(row));
    }
    return Double.toHexString(solution.objective()) + " " + Long.toHexString(hash);
  }
}
