package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a playbook or a case is told with its line, and nothing is kept of it. */
class PlaybookCommandTest {
  private static final Path THREE_TIER = Path.of("..", "examples", "three-tier");

  @TempDir private Path folder = Path.of("");

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("given.yaml"), text);
  }

  private static Session refused(Object... arguments) {
    Session session = Session.run(arguments);
    assertThat(session.exit()).as(session.err()).isEqualTo(2);
    return session;
  }

  @Test
  void everyUnknownKeyAndMissingRoleOfAPlaybookIsTold() throws IOException {
    Path file =
        write(
            """
            name: broken
            title: Broken
            level: 1
            trigger: chain_break
            steps:
              - {id: a, what: Open the reserve, role: regional_command, colour: red}
              - {id: b, what: Call, hours: 4, action: []}
            """);
    assertThat(refused("playbook", "list", file).err())
        .contains(
            "given.yaml:6 [steps[1].colour]",
            "given.yaml:7 [steps[2].action]",
            "If \"actions\" is meant",
            "given.yaml:7 [steps[2].role] is missing",
            "errors: 3");
  }

  @Test
  void everyContradictionOfAPlaybookIsTold() throws IOException {
    Path file =
        write(
            """
            name: broken
            title: Broken
            level: 9
            trigger: volcano
            steps:
              - {id: a, what: Open the reserve, role: regional_command, hours: 4}
              - {id: a, what: Call the other, role: key_enterprises, hours: 4, after: [zz]}
            """);
    assertThat(refused("playbook", "list", file).err())
        .contains("\"a\" is the id of two steps", "\"zz\" is no step", "\"volcano\" is no trigger")
        .contains("\"9\" is no response level", "errors: 4");
  }

  @Test
  void hoursBelowZeroAndUnknownActionsAreTold() throws IOException {
    Path file =
        write(
            """
            name: broken
            title: Broken
            level: 1
            trigger: chain_break
            steps:
              - {id: a, what: Open, role: regional_command, hours: -4}
              - {id: b, what: Use, role: key_enterprises, actions: [{do: explode, recipe: none}]}
            """);
    assertThat(refused("playbook", "list", file).err())
        .contains("given.yaml:6 [steps[1].hours] \"-4\"", "activate, open, add_capacity, expedite");
  }

  @Test
  void aStepOnAMissingRecipeIsRefusedByTheChain() throws IOException {
    Path file =
        write(
            """
            name: fine
            title: Fine
            trigger: chain_break
            level: 1
            steps:
              - {id: a, what: Call, role: regional_command, hours: 4,
                 actions: [{do: activate, recipe: none}]}
            """);
    assertThat(Session.run("playbook", "list", file).out()).contains("fine", "4 h");
    Path scenario =
        Files.writeString(
            folder.resolve("down.yaml"),
            """
            name: down
            horizon_days: 40
            disruptions:
              - {kind: capacity_loss, site: Y, start_day: 5, duration_days: 8, lost: 1}
            """);
    assertThat(
            refused(
                    "playbook",
                    "rehearse",
                    file,
                    "--package",
                    THREE_TIER,
                    "--scenario",
                    scenario,
                    "--reps",
                    1)
                .err())
        .contains("\"none\" is no recipe of the chain");
  }

  @Test
  void everyFaultOfACaseIsToldAndNothingIsAdded() throws IOException {
    Path file =
        write(
            """
            case_id: one
            title: One
            risk: sunshine
            cause: fire
            from: 2020-13-01
            colour: red
            """);
    Path library = folder.resolve("library");
    assertThat(refused("cases", "add", file, "--library", library).err())
        .contains("given.yaml:6 [colour]", "\"2020-13-01\" is no date", "\"sunshine\" is none of");
    assertThat(library).doesNotExist();
  }

  @Test
  void aCaseWithNothingToldIsToldInFull() throws IOException {
    Path library = folder.resolve("library");
    assertThat(refused("cases", "add", write("case_id: one\n"), "--library", library).err())
        .contains("[from] is missing", "[title] is missing", "[chains] is missing")
        .contains("[cause] is missing", "[evidence] is missing", "errors: 5");
  }

  @Test
  void anIdThatTheLibraryHasIsRefusedWhateverItsFileIsCalled() throws IOException {
    Path file =
        write(
            """
            case_id: one
            title: One
            chains: [parts]
            cause: fire
            from: 2020-01-01
            outcomes: [{response: wait, share_solved: 0.5}]
            evidence: told
            """);
    Path library = folder.resolve("library");
    assertThat(Session.run("cases", "add", file, "--library", library).exit()).isZero();
    Files.move(library.resolve("one.yaml"), library.resolve("other.yaml"));
    assertThat(refused("cases", "add", file, "--library", library).err())
        .contains("other.yaml \"one\" is in the library already");
    assertThat(Session.run("cases", "search", library, "--lang", "en").out())
        .contains("wait: tried 1 time, solved 50.0%");
    assertThat(Session.run("cases", "search", library, "--cause", "flod", "--lang", "en").out())
        .contains("0 of 1 case", "causes fire; responses wait");
  }

  private static final String OWN_LEVELS =
      """
      levels:
        - {level: 2, trigger: late, response: hurry, within_hours: 36, responsible: planner}
        - {level: 1, trigger: chain_break, response: stop, within_hours: 12, responsible: director}
      """;

  @Test
  void theMostUrgentLevelOfAFileHolds() throws IOException {
    Path file = write(OWN_LEVELS);
    Session calm = Session.run("playbook", "levels", file, "--triggers", "late", "--lang", "en");
    assertThat(calm.exit()).as(calm.err()).isZero();
    assertThat(calm.out()).contains("Level 1: chain_break", "Level 2 holds: late -> hurry");
    Session broken =
        Session.run(
            "playbook", "levels", file, "--triggers", "late", "--breaks-chain", "--lang", "en");
    assertThat(broken.out()).contains("Level 1 holds: chain_break -> stop within 12 h (director)");
    Session published =
        Session.run("playbook", "levels", "published", "--triggers", "abnormal_quality");
    assertThat(published.out()).contains("96");
  }

  @Test
  void aPlaybookAnswersToTheLevelsOfAFile() throws IOException {
    Path levels = Files.writeString(folder.resolve("levels.yaml"), OWN_LEVELS);
    Path playbook =
        write(
            """
            name: hurry
            title: Hurry
            trigger: late
            level: 2
            steps:
              - {id: a, what: Call, role: planner, hours: 4}
            """);
    assertThat(refused("playbook", "list", playbook).err()).contains("\"late\" is no trigger");
    Session session = Session.run("playbook", "list", playbook, "--levels", levels);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("hurry");
  }

  @Test
  void everyFaultOfLevelsIsTold() throws IOException {
    Path file =
        write(
            """
            levels:
              - {level: 1, trigger: late, response: hurry, within_hours: 36, responsible: planner}
              - {level: 1, trigger: short, response: stop, within_hours: 12, responsible: director}
              - {level: 2, trigger: late, response: stop, within_hours: -1}
            """);
    assertThat(refused("playbook", "levels", file).err())
        .contains(
            "given.yaml:3 [levels[2].level] \"1\" is the number of two levels",
            "[levels[3].within_hours] \"-1\"",
            "[levels[3].responsible] is missing",
            "[levels[3].trigger] \"late\" is the trigger of two levels");
    assertThat(refused("playbook", "levels", write(OWN_LEVELS), "--triggers", "volcano").err())
        .contains("\"volcano\" is no trigger", "chain_break, late");
  }

  private static final String FINE =
      """
      name: fine
      trigger: chain_break
      level: 1
      end_within_hours: 40
      steps:
        - {id: a, what: Call, role: regional_command, hours: 4}
        - {id: b, what: Open, role: key_enterprises, hours: 4, after: [a]}
      """;

  @Test
  void whatCannotHaveBeenIsToldOfALog() throws IOException {
    Path playbook = write(FINE);
    Path log =
        Files.writeString(
            folder.resolve("log.csv"),
            """
            at,event,step,cost,share_solved
            2026-03-01T08:00,triggered,,,
            2026-03-01T07:00,started,a,-5,
            2026-03-01T12:00,started,b,,1.7
            2026-03-01T11:00,finished,b,,
            2026-03-01T13:00,finished,a,,
            2026-03-01T14:00,skipped,a,,
            2026-03-01T15:00,started,b,,
            2026-03-01T15:00,started,,,
            2026-03-01T14:30,closed,,,
            """);
    assertThat(refused("playbook", "score", playbook, "--log", log).err())
        .contains(
            "log.csv:3 \"2026-03-01T07:00\" is before the trigger, 2026-03-01T08:00",
            "log.csv:3 \"-5\" is below 0",
            "log.csv:4 \"1.7\" is no share",
            "log.csv:4 \"b\" was started before a",
            "log.csv:5 \"2026-03-01T11:00\" is before step b began, 2026-03-01T12:00",
            "log.csv:7 \"a\" is left out here, and finished at log.csv:6",
            "log.csv:8 \"started b\" is in the log twice",
            "log.csv:8 \"2026-03-01T15:00\" is after the end of the whole",
            "log.csv:9 \"started\" is the event of a step");
  }

  /** In another time zone: 09:00 at +08:00 is 01:00 universal time, an hour after 00:00. */
  @Test
  void anExecutionUnderWayIsNotLateBeforeItsDeadline() throws IOException {
    Path playbook = write(FINE);
    Path log =
        Files.writeString(
            folder.resolve("log.csv"),
            "at,event,step\n2026-03-01T00:00Z,triggered,\n2026-03-01T09:00+08:00,started,a\n");
    Session session = Session.run("playbook", "score", playbook, "--log", log, "--lang", "en");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out())
        .contains("started after 1 h of 24 h", "Not over yet, due within 40 h");
  }

  @Test
  void aLevelIsAWholeNumberAndABreakingChainNeedsALevel() throws IOException {
    Path playbook = write(FINE.replace("level: 1", "level: 1.5"));
    assertThat(refused("playbook", "list", playbook).err())
        .contains("[level] \"1.5\" is no whole number");
    Path levels = write(OWN_LEVELS.replace("chain_break", "line_down"));
    assertThat(refused("playbook", "levels", levels, "--breaks-chain").err())
        .contains("cannot be told by these levels: none is called by chain_break");
  }

  @Test
  void aCircleIsToldBesideAllElseThatIsWrong() throws IOException {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        """
        name: wrong
        trigger: chain_brake
        level: 9
        end_within_hours: -1
        steps:
          - {id: a, what: A, role: x, after: [b], hours: 2}
          - {id: b, what: B, role: x, after: [a], hours: -4}
          - {id: b, what: B, role: x, after: [zz], hours: 4}
        """);
    Session session = Session.run("playbook", "list", file);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("[end_within_hours] \"-1\" is out of range")
        .contains("\"-4\" is out of range")
        .contains("\"b\" is the id of two steps")
        .contains("\"zz\" is no step of this playbook")
        .contains("wait for each other in a circle")
        .contains("\"chain_brake\" is no trigger")
        .contains("\"9\" is no response level")
        .contains("errors: 7");
  }
}
