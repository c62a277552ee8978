package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanWishesCommandTest {
  private static final Path CHAIN = Path.of("..", "examples", "three-tier");

  @TempDir private Path folder = Path.of("");

  private Path outage() throws IOException {
    return Files.writeString(
        folder.resolve("outage.yaml"),
        """
        name: outage-of-C
        horizon_days: 60
        disruptions:
          - {kind: capacity_loss, site: C, lost: 1, start_day: 5, duration_days: 20}
        """);
  }

  @Test
  void goalsHorizonAndBansAreTaken() throws IOException {
    Path out = folder.resolve("out");
    Session session =
        Session.run(
            "plan",
            CHAIN,
            "--scenario",
            outage(),
            "--out",
            out,
            "--replications",
            2,
            "--horizon",
            40,
            "--objective",
            "shortfall,co2,cost",
            "--ban",
            "R",
            "--allow",
            "A,C,X");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readAllLines(out.resolve("plan.csv")))
        .anyMatch(row -> row.contains("B>X:p") && row.contains(",39,"));
  }

  @Test
  void wishesThatContradictAreToldAtOnce() throws IOException {
    Session session =
        Session.run(
            "plan",
            CHAIN,
            "--scenario",
            outage(),
            "--out",
            folder.resolve("out"),
            "--objective",
            "cost,shortfall",
            "--ban",
            "A,Nowhere",
            "--allow",
            "A,Nobody",
            "--lang",
            "en");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains(
            "\"cost,shortfall\" is no order",
            "\"A\" is banned and allowed at once",
            "\"Nowhere\" is no region, firm or site",
            "\"Nobody\" is no firm or site");
    Session early =
        Session.run(
            "plan",
            CHAIN,
            "--scenario",
            outage(),
            "--out",
            folder.resolve("out"),
            "--horizon",
            5,
            "--lang",
            "en");
    assertThat(early.err()).contains("before a disruption of the scenario begins, on day 5");
    assertThat(early.exit()).isEqualTo(2);
  }

  @Test
  void anUnknownScenarioIsToldTogetherWithBansThatCannotHold() {
    Session session =
        Session.run(
            "plan",
            CHAIN,
            "--scenario",
            "flood",
            "--out",
            folder.resolve("out"),
            "--ban",
            "A,Nowhere",
            "--allow",
            "B,Nobody",
            "--lang",
            "en");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains(
            "\"flood\" is no scenario file",
            "\"Nowhere\" is no region, firm or site",
            "\"B\" is excepted from a ban, but no ban holds there",
            "\"Nobody\" is no firm or site");
  }

  @Test
  void aDecisionAfterTheEndIsRefused() throws IOException {
    Session session =
        Session.run(
            "plan",
            CHAIN,
            "--scenario",
            outage(),
            "--out",
            folder.resolve("out"),
            "--horizon",
            40,
            "--decision-day",
            40,
            "--lang",
            "en");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("\"40\" lies after the end", "from 0 to 39");
  }

  @Test
  void whoStoodInInACaseIsAnOption() throws IOException {
    Path cases = Files.createDirectory(folder.resolve("cases"));
    Files.writeString(
        cases.resolve("fire.yaml"),
        """
        case_id: fire
        title: A fire
        chains: [p]
        cause: fire
        from: 2020-03-01
        outcomes:
          - {response: standby_supplier, started_after_hours: 24, share_solved: 0.5, cost: 7,
             by: {site: Y, product: q, quantity_per_day: 3}}
        evidence: told
        """);
    Path out = folder.resolve("out");
    Session session =
        Session.run(
            "plan",
            CHAIN,
            "--scenario",
            outage(),
            "--out",
            out,
            "--replications",
            2,
            "--cases",
            cases);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readAllLines(out.resolve("case_options.csv"))).hasSize(2);
    assertThat(Files.readAllLines(out.resolve("case_responses.csv")).get(1))
        .startsWith("standby_supplier,1,0.5,24,7,fire");

    Files.writeString(cases.resolve("broken.yaml"), "case_id: broken\n");
    Session refused =
        Session.run("plan", CHAIN, "--scenario", outage(), "--out", out, "--cases", cases);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("broken.yaml");
  }

  @Test
  void aCapWithoutItsGoalAndAGoalWithoutItsCapAreRefused() throws IOException {
    Path out = folder.resolve("out");
    Session idle =
        Session.run("plan", CHAIN, "--scenario", outage(), "--out", out, "--share-cap", "0.5");
    assertThat(idle.exit()).isEqualTo(2);
    assertThat(idle.err()).contains("--share-cap");
    Session missing =
        Session.run(
            "plan",
            CHAIN,
            "--scenario",
            outage(),
            "--out",
            out,
            "--objective",
            "shortfall,concentration");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("concentration");
  }
}
