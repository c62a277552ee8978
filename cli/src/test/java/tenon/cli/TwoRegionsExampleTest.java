package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of two regions tells what its page says, for the scenario that is soonest done. */
class TwoRegionsExampleTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void madeAnewThePlanBeatsTheGreedyDispatcherWithAnIntervalAboveZero() throws IOException {
    Path out = folder.resolve("out");
    Session session =
        Session.run(
            "plan",
            Path.of("..", "examples", "two-regions"),
            "--scenario",
            "carbon-limit",
            "--compare",
            "--replan-days",
            14,
            "--compare-replications",
            8,
            "--replications",
            8,
            "--seed",
            42,
            "--out",
            out);
    assertThat(session.exit()).as(session.err()).isZero();
    List<String[]> ways =
        Files.readAllLines(out.resolve("compare.csv")).stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[0].equals("rolling"))
            .toList();
    assertThat(ways).hasSize(1);
    assertThat(Double.parseDouble(ways.getFirst()[2])).isBetween(17_325.0, 17_335.0);
    assertThat(Double.parseDouble(ways.getFirst()[3])).isBetween(3_267.5, 3_268.5);
    assertThat(Double.parseDouble(ways.getFirst()[4])).isBetween(2_649.5, 2_650.5);
  }
}
