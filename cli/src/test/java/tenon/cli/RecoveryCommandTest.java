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
            "rank,target,target_id,repair_days,begin_day,end_day,rank_by_arrival,end_day_by_arrival,"
                + "crews,parts,mended_day",
            "1,site,X,4,5,9,2,17,1,0,9",
            "2,site,Y,8,9,17,1,13,1,0,17");
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

  /**
   * By hand, as above but with 2 of the 3 parts that X and Y each take there on day 0 and one more
   * every 4 days, so that 3 are there on day 4 and 6 on day 16, and a day of restart. X first: 5 to
   * 9, at work on 10; Y 16 to 24, at work on 25: X is down 5 days, Y 20. Y first: 5 to 13, at work
   * on 14; X 16 to 20, at work on 21: Y is down 9 days, X 16.
   */
  @Test
  void sparePartsAndRestartsAreWaitedFor() throws IOException {
    Path file =
        scenario(
            """
              - {kind: capacity_loss, site: Y, start_day: 5, duration_days: 8, lost: 1}
              - {kind: capacity_loss, site: X, start_day: 5, duration_days: 4, lost: 1}
            """);
    Path table = folder.resolve("repairs.csv");
    Files.writeString(table, "target_id,parts,restart_days\nX,3,1\nY,3,1\n");
    Object[] arguments = {
      "plan",
      "recovery",
      THREE_TIER,
      "--scenario",
      file,
      "--reps",
      2,
      "--crews",
      2,
      "--repairs",
      table,
      "--parts",
      2,
      "--json",
      "-",
      "--parts-per-day",
      0.25
    };
    Session session = Session.run(arguments);
    assertThat(session.exit()).as(session.err()).isZero();
    // X first: (5 x 20 - 30) 100 + (20 x 15 - 20) 60; Y first: (9 x 15 - 20) 60 + (16 x 20 - 30)
    // 100.
    assertThat(session.out()).contains("\"loss_best\" : 23800.0", "\"loss_by_arrival\" : 35900.0");
    arguments[arguments.length - 1] = 0;
    assertThat(Session.run(arguments).err()).contains("\"6\" spare parts are needed in all; 2 are");
    Files.writeString(table, "target_id,crews\nX,3\n");
    assertThat(Session.run(arguments).err()).contains("X \"3\" crews at once are needed");
    Files.writeString(table, "target_id,crews,parts\nZ,1,1\nX,0.5,-1\n");
    assertThat(Session.run(arguments).err())
        .contains("repairs.csv:2 \"Z\" is not damaged", "\"0.5\" is the crews", "errors: 3");
  }
}
