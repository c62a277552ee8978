package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryCommandTest {
  private static final Path THREE_TIER = Path.of("..", "examples", "three-tier");

  @TempDir private Path folder = Path.of("");

  private Path scenario(String disruptions) throws IOException {
    return Files.writeString(
        folder.resolve("down.yaml"), "name: down\nhorizon_days: 60\ndisruptions:\n" + disruptions);
  }

  /**
   * By hand: X sells 20 a day at 100 and holds 30, Y sells 15 a day at 60 and holds 20. First come:
   * Y is down 8 days, X 12: (120 - 20) 60 + (240 - 30) 100 = 27,000. X first: X is down 4 days, Y
   * 12: (80 - 30) 100 + (180 - 20) 60 = 14,600.
   */
  @Test
  void theDearSiteIsRepairedFirst() throws IOException {
    Path file =
        scenario(
            """
              - {kind: capacity_loss, site: Y, start_day: 5, duration_days: 8, lost: 1}
              - {kind: capacity_loss, site: X, start_day: 5, duration_days: 4, lost: 1}
            """);
    Path out = folder.resolve("out");
    Session session =
        Session.run(
            "plan",
            "recovery",
            THREE_TIER,
            "--scenario",
            file,
            "--reps",
            2,
            "--out",
            out,
            "--json",
            "-");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("\"loss_by_arrival\" : 27000.0", "\"loss_best\" : 14600.0");
    assertThat(Files.readAllLines(out.resolve("recovery.csv")))
        .containsExactly(
            "rank,target,target_id,repair_days,begin_day,end_day,rank_by_arrival,end_day_by_arrival",
            "1,site,X,4,5,9,2,17",
            "2,site,Y,8,9,17,1,13");
    assertThat(out.resolve("report.html")).content().contains("CNY 14.6 thousand");
  }

  @Test
  void aScenarioThatDamagesNothingIsRefused() throws IOException {
    Path file =
        scenario("  - {kind: demand_change, site: X, start_day: 5, duration_days: 8, factor: 2}\n");
    Session session = Session.run("plan", "recovery", THREE_TIER, "--scenario", file);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("capacity_loss");
  }

  @Test
  void aRepairAfterTheHorizonIsTold() throws IOException {
    Path file =
        scenario(
            """
              - {kind: capacity_loss, site: Y, start_day: 5, duration_days: 40, lost: 1}
              - {kind: capacity_loss, site: X, start_day: 5, duration_days: 30, lost: 1}
            """);
    Session session = Session.run("plan", "recovery", THREE_TIER, "--scenario", file, "--reps", 1);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.err()).contains("after the horizon of 60");
  }

  @Test
  void aReadyScenarioGoesByItsNameAlsoWithDesignAndPlaybooks() throws IOException {
    Session recovery =
        Session.run("plan", "recovery", THREE_TIER, "--scenario", "earthquake", "--reps", 2);
    assertThat(recovery.exit()).as(recovery.err()).isZero();
    Path levers =
        Files.writeString(
            folder.resolve("levers.yaml"),
            """
            levers:
              - id: backup
                title: Backup line
                pillar: operations
                cost_per_year: 1800
                changes:
                  - {do: capacity, recipe: "A:p", per_day: 40, activation_days: 5}
            """);
    Object[] words = {"design", THREE_TIER, "--levers", levers, "--years", 20, "--scenarios"};
    Session design = Session.run(with(words, "earthquake"));
    assertThat(design.exit()).as(design.err()).isZero();
    Session unknown = Session.run(with(words, "earthquak"));
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("earthquak", "port-closure, earthquake");
    Path playbook =
        Files.writeString(
            folder.resolve("playbook.yaml"),
            """
            name: overtime
            title: Overtime
            trigger: chain_break
            level: 1
            starts_after_hours: 6
            end_within_hours: 400
            steps:
              - id: overtime
                what: Overtime at the other maker
                role: key_enterprises
                hours: 48
                cost: 200
                actions:
                  - {do: add_capacity, recipe: "B:p", per_day: 20, extra_cost_per_unit: 0.2}
            """);
    Session rehearsal =
        Session.run(
            "playbook",
            "rehearse",
            playbook,
            "--package",
            THREE_TIER,
            "--scenario",
            "supplier-insolvency",
            "--reps",
            2);
    assertThat(rehearsal.exit()).as(rehearsal.err()).isLessThan(2);
  }

  private static Object[] with(Object[] words, Object more) {
    return Stream.concat(Arrays.stream(words), Stream.of(more)).toArray();
  }
}
