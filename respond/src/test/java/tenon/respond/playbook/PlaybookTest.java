package tenon.respond.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenon.model.Finding;

class PlaybookTest {
  private static final Levels LEVELS = Levels.published();

  private static Step step(String id, double hours, String... after) {
    return new Step(id, "do " + id, "party", List.of(after), hours, 10, List.of(), List.of());
  }

  private static Playbook book(double starts, double ends, Step... steps) {
    return new Playbook("p", "", "chain_break", 1, starts, ends, List.of(steps));
  }

  /** Levels, deadlines and parties of Zhang (2024), ARISE 4(4). */
  @Test
  void theMostUrgentOfSeveralTriggersWins() {
    Set<String> both = Set.of("abnormal_quality", "tight_supply");
    assertThat(LEVELS.holding(both, false)).get().extracting(Level::withinHours).isEqualTo(48.0);
    assertThat(LEVELS.holding(Set.of("abnormal_quality"), false))
        .get()
        .extracting(Level::rank)
        .isEqualTo(4);
    assertThat(LEVELS.holding(Set.of(), false)).isEmpty();
  }

  @Test
  void aQualityFaultThatBreaksTheChainIsLevelOne() {
    assertThat(LEVELS.holding(Set.of("abnormal_quality"), true))
        .get()
        .extracting(Level::responsible)
        .isEqualTo("regional_command");
  }

  /** By hand: a 0-4, b 4-10, c 4-6, d waits for b and c, 10-11; c decides nothing. */
  @Test
  void stepsStartWhenThoseBeforeThemAreFinished() {
    Playbook book =
        book(2, 100, step("a", 4), step("b", 6, "a"), step("c", 2, "a"), step("d", 1, "b", "c"));
    Timing timing = Timing.of(book);
    assertThat(timing.start("a")).isEqualTo(2);
    assertThat(timing.finish("c")).isEqualTo(8);
    assertThat(timing.start("d")).isEqualTo(12);
    assertThat(timing.end()).isEqualTo(13);
    assertThat(timing.critical()).containsExactly("a", "b", "d");
  }

  @Test
  void stepsThatWaitInACircleAreRefused() {
    Playbook book = book(0, 100, step("a", 1, "b"), step("b", 1, "a"));
    assertThatThrownBy(() -> Timing.of(book)).isInstanceOf(IllegalArgumentException.class);
    assertThat(codes(book)).contains("step-circle");
  }

  @Test
  void everyFaultOfAPlaybookIsNamed() {
    Playbook book =
        new Playbook("p", "", "rain", 7, 30, 1, List.of(step("a", 4), step("a", 4, "zz")));
    assertThat(codes(book))
        .contains("step-twice", "step-unknown", "trigger-unknown", "level-unknown");
    assertThat(codes(book(30, 100, step("a", 1)))).containsExactly("starts-late");
    assertThat(codes(book(0, 3, step("a", 4)))).containsExactly("ends-late");
  }

  private static List<String> codes(Playbook book) {
    List<Finding> findings = PlaybookCheck.of("p.yaml", book, LEVELS, null);
    findings.forEach(finding -> assertThat(finding.text(Locale.CHINESE)).isNotBlank());
    return findings.stream().map(Finding::code).toList();
  }

  @Test
  void anExecutionIsScoredAgainstItsDeadlines() {
    Playbook book = book(0, 20, step("a", 4), step("b", 6, "a"));
    LocalDateTime zero = LocalDateTime.of(2026, 1, 1, 0, 0);
    List<Entry> log =
        List.of(
            entry(zero, Entry.Event.TRIGGERED, ""),
            entry(zero.plusHours(30), Entry.Event.STARTED, "a"),
            entry(zero.plusHours(36), Entry.Event.FINISHED, "a"),
            entry(zero.plusHours(37), Entry.Event.SKIPPED, "b"));
    Score score = Score.of(book, LEVELS.all().getFirst(), log);
    assertThat(score.respondedAfterHours()).isEqualTo(30);
    assertThat(score.start()).isEqualTo(Score.Deadline.MISSED);
    assertThat(score.endedAfterHours()).isEqualTo(36);
    assertThat(score.end()).isEqualTo(Score.Deadline.MISSED);
    assertThat(score.missedEscalations()).isEqualTo(2);
    assertThat(score.steps().getFirst().lateHours()).isCloseTo(32, within(1e-9));
    assertThat(score.steps().getLast().state()).isEqualTo(Score.State.SKIPPED);
  }

  /** By hand: due to start by 24 h and to end by 20 h; the log ends at 10, 22 and 30 h. */
  @Test
  void aDeadlineIsOpenUntilTheLogPassesIt() {
    Playbook book = book(0, 20, step("a", 4));
    Playbook noEnd = book(0, Double.POSITIVE_INFINITY, step("a", 4));
    LocalDateTime zero = LocalDateTime.of(2026, 1, 1, 0, 0);
    List<Score.Deadline> ends = new ArrayList<>();
    List<Score.Deadline> starts = new ArrayList<>();
    for (int hours : List.of(10, 22, 30)) {
      List<Entry> log =
          List.of(
              entry(zero, Entry.Event.TRIGGERED, ""),
              entry(zero.plusHours(hours), Entry.Event.ESCALATED, ""));
      Score score = Score.of(book, LEVELS.all().getFirst(), log);
      starts.add(score.start());
      ends.add(score.end());
      assertThat(score.missedEscalations()).isEqualTo(hours == 30 ? 1 : 0);
      assertThat(score.isInTime()).isEqualTo(hours == 10);
      Score free = Score.of(noEnd, LEVELS.all().getFirst(), log);
      assertThat(free.end()).isEqualTo(Score.Deadline.NONE);
      assertThat(free.isInTime()).isEqualTo(hours < 24);
    }
    assertThat(starts)
        .containsExactly(Score.Deadline.OPEN, Score.Deadline.OPEN, Score.Deadline.MISSED);
    assertThat(ends)
        .containsExactly(Score.Deadline.OPEN, Score.Deadline.MISSED, Score.Deadline.MISSED);
  }

  /**
   * Told at 5 h of nothing, at 21 h of the end due at 20; the start due at 24 is told to nobody.
   */
  @Test
  void tellingBeforeADeadlineIsNoEscalationOfIt() {
    LocalDateTime zero = LocalDateTime.of(2026, 1, 1, 0, 0);
    List<Entry> log =
        List.of(
            entry(zero, Entry.Event.TRIGGERED, ""),
            entry(zero.plusHours(5), Entry.Event.ESCALATED, ""),
            entry(zero.plusHours(21), Entry.Event.ESCALATED, ""),
            entry(zero.plusHours(30), Entry.Event.STARTED, "a"));
    Score score = Score.of(book(0, 20, step("a", 4)), LEVELS.all().getFirst(), log);
    assertThat(score.missedEscalations()).isEqualTo(1);
  }

  @Test
  void theCircleAndWhatIsCalledTwiceAreNamed() {
    Playbook book =
        book(0, 100, step("a", 1, "b"), step("b", 1, "c"), step("c", 1, "b"), step("d", 1));
    assertThat(PlaybookCheck.of("p.yaml", book, LEVELS, null).getFirst().text(Locale.ENGLISH))
        .contains("b < c < b");
    List<Action> twice = List.of(new Action.Activate("r"), new Action.Activate("r"));
    Step step = new Step("a", "a", "party", List.of(), 1, 0, List.of(), twice);
    assertThat(codes(book(0, 100, step))).containsExactly("action-twice");
  }

  private static Entry entry(LocalDateTime at, Entry.Event event, String step) {
    return new Entry(at, event, step, Double.NaN, Double.NaN);
  }
}
