package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of money and people tells what its page says. */
class CashAndCrewsExampleTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "cash-and-crews");

  @TempDir private Path folder = Path.of("");

  /** The example with a text of one of its tables changed. */
  private Path changed(String name, String table, String from, String to) throws IOException {
    Path copy = folder.resolve(name);
    Files.createDirectories(copy.resolve("scenarios"));
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(EXAMPLE.relativize(file).toString()));
      }
    }
    String text = Files.readString(copy.resolve(table));
    assertThat(text).contains(from);
    Files.writeString(copy.resolve(table), text.replace(from, to));
    return copy;
  }

  /** Units never served, as the command says it; nothing where it does not say it. */
  private List<String> lost(Path chain, String scenario) {
    Path out = folder.resolve("out-" + chain.getFileName() + "-" + scenario);
    Session session =
        Session.run("simulate", chain, "--scenario", scenario, "--reps", "1", "--out", out);
    assertThat(session.exit()).as(session.err()).isZero();
    return session.out().lines().filter(line -> line.contains("never served")).toList();
  }

  @Test
  void creditWhereMoneyIsMissingLeavesOnlyWhatTheFailureItselfTakes() throws IOException {
    assertThat(lost(EXAMPLE, "shops-fail")).singleElement().asString().contains(" 1,500 piece");
    Path cash = folder.resolve("out-cash-and-crews-shops-fail").resolve("cash.csv");
    // X stops on day 21: what is overdue at its end, and the share of replications stopped.
    assertThat(Files.readAllLines(cash)).anyMatch(line -> line.matches("20,X,-1320,.*,0,0"));
    assertThat(Files.readAllLines(cash)).anyMatch(line -> line.matches("21,X,-1500,.*,140,1"));
    Path early = changed("early", "sourcing.csv", ",25,30,active", ",25,5,active");
    assertThat(lost(early, "shops-fail")).singleElement().asString().contains(" 1,335 piece");
    Path credit = changed("credit", "firms.csv", ",2000,1000,60", ",2000,12000,60");
    // 20 days of 20.
    assertThat(lost(credit, "shops-fail")).singleElement().asString().contains(" 400 piece");
  }

  @Test
  void anAbsenceCostsOnlyWhereCrewsOrHandsAreTooFew() throws IOException {
    assertThat(lost(EXAMPLE, "half-absent")).hasSize(1);
    Path fifth = changed("fifth", "scenarios/half-absent.yaml", "absent: 0.5", "absent: 0.2");
    assertThat(lost(fifth, "half-absent")).isEmpty();
  }
}
