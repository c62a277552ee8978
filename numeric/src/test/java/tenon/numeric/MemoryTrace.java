package tenon.numeric;

import static tenon.numeric.RandomPrograms.INF;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Started in a JVM of its own: prints by how many kilobytes 200 programmes, each closed, made it grow. */
final class MemoryTrace {
  static final Path STATUS = Path.of("/proc/self/status");

  private MemoryTrace() {}

  public static void main(String[] arguments) throws IOException {
    Engine engine = Engine.valueOf(arguments[0]);
    buildSolveClose(engine, 30);
    long before = residentKilobytes();
    buildSolveClose(engine, 200);
    System.out.println(residentKilobytes() - before);
  }

  private static void buildSolveClose(Engine engine, int times) {
    for (int i = 0; i < times; i++) {
      var builder = LinearProgram.minimise().engine(engine);
      builder.column(0, INF, 1);
      for (int c = 1; c < 2_000; c++) {
        builder.column(0, INF, 1);
        builder.row(1, INF, new int[] {c, c / 2}, new double[] {1, 1});
      }
      try (var program = builder.build()) {
        program.solve();
      }
    }
  }

  private static long residentKilobytes() throws IOException {
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException(STATUS + " holds no VmRSS");
  }
}
