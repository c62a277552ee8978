package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites in detail inside a package, as a user meets them. */
class NodesInPackageTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "press-line");

  @TempDir private Path folder = Path.of("");

  private Path copy() throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(EXAMPLE.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return copy;
  }

  private static Session simulate(Path chain, Path out, String... more) {
    Stream<Object> words =
        Stream.of(
            "simulate",
            chain,
            "--scenario",
            "press-half",
            "--reps",
            "8",
            "--seed",
            "1",
            "--out",
            out);
    return Session.run(Stream.concat(words, Stream.of(more)).toArray());
  }

  @Test
  void useQueueAndEffectivenessAreToldAndTheSameBytesAtTwoThreads() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Path trace = folder.resolve("trace.csv");
    Session session = simulate(EXAMPLE, one, "--threads", "1", "--trace", trace.toString());
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.err()).contains("nodes/P.yaml", "exposure and cascades do not see them");
    assertThat(simulate(EXAMPLE, two, "--threads", "2").exit()).isZero();
    String nodes = Files.readString(one.resolve("nodes.csv"));
    assertThat(nodes).contains("P,Press,oee,", "W,Pack,queue,", "P,,lots_per_day,", "P,,closed,");
    assertThat(two.resolve("nodes.csv")).hasContent(nodes);
    assertThat(two.resolve("node_days.csv"))
        .hasContent(Files.readString(one.resolve("node_days.csv")));
    assertThat(Files.readAllLines(trace).getFirst()).endsWith("disrupted,node_capacity");
    assertThat(Files.readString(one.resolve("report.html"))).contains("nodes.title");
  }

  @Test
  void whatDoesNotFitTheChainIsToldAtOnceWithItsLine() throws IOException {
    Path copy = copy();
    String good = Files.readString(copy.resolve("nodes/P.yaml"));
    Path nodes = copy.resolve("nodes");
    Files.writeString(nodes.resolve("Q.yaml"), good);
    Files.writeString(nodes.resolve("P.yaml"), good.replace("hood", "roof"));
    Files.writeString(nodes.resolve("again.yaml"), "site: P\n" + good);
    Files.writeString(
        nodes.resolve("W.yaml"), good.replace("unit: hour", "unit: shift").replace("day: 16", ""));
    Session session = Session.run("check", copy);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err() + session.out())
        .contains("nodes/Q.yaml", "names no site of the package: Q")
        .contains("does not hand over: roof", "lists no product hood")
        .contains("already")
        .contains("not known how many a day has: shift")
        .doesNotContain("Exception");
  }

  @Test
  void wrongKeysAndAbsurdValuesAreRefused() throws IOException {
    Path copy = copy();
    Path file = copy.resolve("nodes/P.yaml");
    String good = Files.readString(file);
    Files.writeString(
        file, good.replace("day: 16", "day: 30").replace("machines: 3", "machine: 3") + "lot: 0\n");
    Session session = Session.run("check", copy);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err() + session.out()).contains("30", "machine", "lot", "nodes/P.yaml:3");
  }
}
