package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site in detail, as a user meets it. */
final class NodeCommandTest {
  private static final String GOOD =
      """
      horizon: 4000
      replications: 4
      wait_target: 3
      arrivals: {rate: %s}
      stations:
        - name: Press
          process: {mean: 1}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void theRateAtWhichTheWaitBreaksIsToldAndATargetMissedIsNo() throws IOException {
    Session met = Session.run("node", file(GOOD.formatted("0.5")), "--json", "-");
    assertThat(met.exit()).isZero();
    assertThat(met.out()).contains("\"bottleneck\" : \"Press\"", "\"met\" : true", "\"oee\"");
    assertThat(Session.run("node", file(GOOD.formatted("0.9"))).exit()).isEqualTo(1);
  }

  @Test
  void everyFaultIsToldAtOnceWithItsLine() throws IOException {
    Session session =
        Session.run(
            "node",
            file(
                """
                horizon: -1
                arrivals:
                  rate: 2
                  products: [{name: a, share: 0.5}]
                stations:
                  - name: A
                    machines: 1.5
                    process: {law: gamma, mean: 1}
                  - name: B
                    proces: {mean: 1}
                """));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("horizon", "0.5, not 1", "1.5", "gamma", "proces");
    assertThat(session.err()).doesNotContain("Exception");
  }

  private String file(String text) throws IOException {
    Path file = folder.resolve("node.yaml");
    Files.writeString(file, text);
    return file.toString();
  }
}
