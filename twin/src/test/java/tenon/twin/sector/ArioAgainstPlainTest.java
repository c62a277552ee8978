package tenon.twin.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/** The model against its formulas over whole matrices, on tables and events drawn at random. */
class ArioAgainstPlainTest {
  private static final int CASES = 25;
  private static final int STEPS = 150;

  @Test
  void everyDayAgreesForSeveralEventsAndBothRulesOfOrders() {
    boolean limited = false;
    for (long seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      IndustryTable table = table(random);
      List<ArioEvent> events = events(random, table);
      boolean alternative = random.nextBoolean();
      boolean rounding = random.nextBoolean();
      ArioSpec spec =
          ArioSpec.usual().withSteps(STEPS).withAlternative(alternative).withRounding(rounding);
      ArioResult ours = Ario.run(table, spec, events);
      PlainArio plain = new PlainArio(table, alternative, rounding, events).run(STEPS);
      String name = "seed " + seed;
      same(name, ours.production(), plain.production);
      same(name, ours.capacity(), plain.capacity);
      same(name, ours.overproduction(), plain.overproduction);
      for (int day : ours.limited()) {
        limited |= day > 0;
      }
    }
    assertThat(limited).as("some stock ran short").isTrue();
  }

  private static void same(String name, double[][] ours, List<double[]> plain) {
    for (int day = 0; day < ours.length; day++) {
      for (int i = 0; i < ours[day].length; i++) {
        double theirs = plain.get(day)[i];
        assertThat(Math.abs(ours[day][i] - theirs))
            .as("%s, day %d, industry %d: %s, plain %s", name, day, i, ours[day][i], theirs)
            .isLessThanOrEqualTo(1e-10 * Math.abs(theirs));
      }
    }
  }

  private static IndustryTable table(SplittableRandom random) {
    int regions = 1 + random.nextInt(3);
    int sectors = 2 + random.nextInt(3);
    List<Industry> names = new ArrayList<>();
    for (int r = 0; r < regions; r++) {
      for (int s = 0; s < sectors; s++) {
        names.add(new Industry("r" + r, "s" + s));
      }
    }
    int n = names.size();
    double[][] flows = new double[n][n];
    double[][] used = new double[n][2];
    double[] output = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        flows[i][j] = random.nextInt(4) == 0 ? 0 : 1000 * random.nextDouble() / n;
        output[i] += flows[i][j];
      }
      for (int f = 0; f < 2; f++) {
        used[i][f] = 1000 + 1000 * random.nextDouble();
        output[i] += used[i][f];
      }
    }
    List<Industry> uses = List.of(new Industry("r0", "use"), new Industry("r0", "more"));
    return IndustryTable.of(names, flows, uses, used, output);
  }

  private static List<ArioEvent> events(SplittableRandom random, IndustryTable table) {
    List<ArioEvent> events = new ArrayList<>();
    for (int nth = 0; nth < 1 + random.nextInt(3); nth++) {
      double[] lost = new double[table.count()];
      for (int i = 0; i < lost.length; i++) {
        lost[i] = random.nextInt(3) == 0 ? 4000 * random.nextDouble() : 0;
      }
      ArioEvent.End end =
          random.nextBoolean()
              ? new ArioEvent.Recovery(ArioEvent.Course.LINEAR, 10 + random.nextInt(60))
              : new ArioEvent.Rebuild(
                  30 + random.nextInt(60), Map.of("s0", 0.3, "s1", 0.7), 0.5 + random.nextDouble());
      events.add(new ArioEvent(lost, random.nextInt(20), random.nextInt(15), end));
    }
    return events;
  }
}
