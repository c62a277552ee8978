package tenon.respond.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
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
    assertThat(score.startInTime()).isFalse();
    assertThat(score.endedAfterHours()).isEqualTo(36);
    assertThat(score.endInTime()).isFalse();
    assertThat(score.missedEscalations()).isEqualTo(2);
    assertThat(score.steps().getFirst().lateHours()).isCloseTo(32, within(1e-9));
    assertThat(score.steps().getLast().state()).isEqualTo(Score.State.SKIPPED);
  }

  private static Entry entry(LocalDateTime at, Entry.Event event, String step) {
    return new Entry(at, event, step, Double.NaN, Double.NaN);
  }
}
