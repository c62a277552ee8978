package tenon.respond.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Schedules by hand. */
class RepairScheduleTest {
  private static final Repair A = new Repair(0, "a", 0, 4, 2, 3, 2);
  private static final Repair B = new Repair(1, "b", 0, 2, 1, 2, 2);
  private static final Repair C = new Repair(2, "c", 5, 1, 1, 0, 0);

  private static RepairSchedule of(Means means, Integer... order) {
    return RepairSchedule.of(List.of(A, B, C), List.of(order), means);
  }

  @Test
  void crewsPartsAndRestartsAreWaitedFor() {
    // Two crews; 3 parts on day 0 and 0.5 a day; one restart at a time.
    Means means = new Means(2, 3, 0.5, 1);
    RepairSchedule first = of(means, 0, 1, 2);
    // a takes all parts and crews to day 4; b has its parts on day 4 and is mended on day 6, when a
    // has just restarted; c takes the other crew on day 5.
    assertThat(first.beginDay()).containsExactly(0, 4, 5);
    assertThat(first.mendedDay()).containsExactly(4, 6, 6);
    assertThat(first.endDay()).containsExactly(6, 8, 6);
    RepairSchedule other = of(means, 1, 0, 2);
    // b first: a needs two parts more, on day 4, and both crews, on day 4.
    assertThat(other.beginDay()).containsExactly(4, 0, 8);
    assertThat(other.endDay()).containsExactly(10, 4, 9);
  }

  @Test
  void whatIsNotScarceIsNotWaitedFor() {
    RepairSchedule schedule = of(Means.crews(3), 0, 1, 2);
    assertThat(schedule.beginDay()).containsExactly(0, 0, 5);
    assertThat(schedule.endDay()).containsExactly(6, 4, 6);
    RepairSchedule one = of(new Means(3, 5, 0, 1), 0, 1, 2);
    // b is mended first but restarts after a, which comes before it in the order.
    assertThat(one.endDay()).containsExactly(6, 8, 6);
  }
}
