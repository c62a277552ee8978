package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans side by side, and scenarios by name. */
class CompareCommandTest {
  private static final Path CHAIN = Path.of("..", "examples", "three-tier");

  @TempDir private Path directory = Path.of("");

  @Test
  void theFirstPlanDiffersFromItselfByNothing() throws IOException {
    Session session =
        Session.run(
            "compare",
            CHAIN,
            "--plans",
            "none,own",
            "--scenario",
            "cyber-stop",
            "--days",
            "60",
            "--reps",
            "4",
            "--out",
            directory.resolve("out"));
    assertThat(session.exit()).as(session.err()).isZero();
    List<String> rows = Files.readAllLines(directory.resolve("out/compare.csv"));
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1)).startsWith("none,").endsWith(",0,0,0,,,,");
    assertThat(rows.get(2)).startsWith("own,");
  }

  @Test
  void anUnknownPlanIsRefused() {
    Session session = Session.run("compare", CHAIN, "--plans", "none,best");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("\"best\" is no plan. Write some of none, own, cheapest, plan");
  }

  @Test
  void readyScenariosAreListedAndShown() {
    assertThat(Session.run("scenario", "list").out().lines()).hasSize(12);
    assertThat(Session.run("scenario", "show", "earthquake").out()).contains("kind: stock_loss");
    assertThat(Session.run("scenario", "show", "flood").exit()).isEqualTo(2);
  }
}
