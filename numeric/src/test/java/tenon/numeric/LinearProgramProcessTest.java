package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an engine does to the process around it: output, threads, memory, a platform without library. */
class LinearProgramProcessTest {
  @TempDir Path scratch;

  /** The same lines also prove that another process, at other addresses, computes the same bits. */
  @ParameterizedTest
  @EnumSource
  void solvingPrintsNothingAndGivesTheSameBitsInAnotherProcess(Engine engine) throws Exception {
    String[] here = EngineTrace.trace(engine, 4);
    assertThat(here[0]).startsWith("OPTIMAL");
    assertThat(here[here.length - 1]).startsWith("INFEASIBLE");
    assertThat(childOutput(List.of(), EngineTrace.class, engine)).isEqualTo(String.join("\n", here) + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void twoThreadsComputeTheBitsOfOne(Engine engine) throws Exception {
    List<Callable<String[]>> sequences = new ArrayList<>();
    for (long seed = 0; seed < 6; seed++) {
      long fixed = seed;
      sequences.add(() -> EngineTrace.trace(engine, fixed));
    }
    try (var pool = Executors.newFixedThreadPool(2)) {
      var answers = pool.invokeAll(sequences);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(sequences.get(i).call());
      }
    }
  }

  @Test
  void platformWithoutTheLibraryIsToldInOneSentence() throws Exception {
    assertThat(childOutput(List.of("-Dos.name=AIX"), EngineTrace.class, Engine.GLOP))
        .startsWith("The linear solver (OR-Tools) cannot be loaded on AIX ")
        .hasLineCount(1);
  }

  /**
   * In a small, fixed heap, without finalizers that could free what close() forgot. Unfreed, the 200
   * programmes hold 310 MB (CLP) to 630 MB (GLOP).
   */
  @ParameterizedTest
  @EnumSource
  void closingFreesTheNativeMemory(Engine engine) throws Exception {
    assumeTrue(
        Files.isReadable(MemoryTrace.STATUS),
        () -> "Skipped: resident memory is read from " + MemoryTrace.STATUS + ", which is not here.");
    var options = List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "--finalization=disabled");
    String grown = childOutput(options, MemoryTrace.class, engine).strip();
    assertThat(Long.parseLong(grown)).as("kilobytes").isLessThan(60_000);
  }

  private String childOutput(List<String> options, Class<?> program, Engine engine) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName(), engine.name()));
    Path output = scratch.resolve("output");
    Path errors = scratch.resolve("errors");
    int exit = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile()).start().waitFor();
    assertThat(exit).as(() -> "exit code; errors:\n" + read(errors)).isZero();
    return Files.readString(output, StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
