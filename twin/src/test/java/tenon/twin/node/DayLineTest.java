package tenon.twin.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.model.node.Law;
import tenon.model.node.NodeSpec;
import tenon.model.node.SiteNode;
import tenon.model.node.Station;
import tenon.numeric.RandomStreams;

/** A line taken through its days, against a plain one of objects and by hand. */
class DayLineTest {
  private static DayLine line(List<Station> stations, int entries, int[] kinds) {
    String[] keys = new String[entries];
    for (int entry = 0; entry < entries; entry++) {
      keys[entry] = "r" + entry;
    }
    SiteNode node =
        new SiteNode(
            "X",
            "nodes/X.yaml",
            "hour",
            8,
            true,
            List.of(),
            1,
            NodeSpec.of(Law.fixed(1), stations, 100, 2));
    return new DayLine(node, keys, kinds, RandomStreams.of(1), 0);
  }

  @Test
  void whatIsUnfinishedGoesOnTheNextMorningAndAHalfJobTakesHalfTheTime() {
    DayLine line = line(List.of(Station.plain("A", 1, Law.fixed(3))), 1, new int[] {0});
    // of 4.5 jobs: two are done by 6, the third is begun and goes on for one hour more
    line.open(0, new double[] {4.5});
    line.run(new double[] {10}, 8);
    assertThat(line.begun(0)).isEqualTo(3);
    assertThat(line.finished(0)).isEqualTo(2);
    // the third is done at 9, the fourth at 12, the half at 13.5
    line.open(1, new double[] {1.5});
    line.run(new double[] {10}, 8);
    assertThat(line.begun(0)).isEqualTo(1.5);
    assertThat(line.finished(0)).isEqualTo(2.5);
    NodeResult result = DayLine.result(new DayLine[] {line, line}, 2);
    assertThat(result.stations().getFirst().working().mean()).isCloseTo(13.5 / 16, within(1e-12));
    assertThat(result.throughput().mean()).isCloseTo(4.5 / 16, within(1e-12));
  }

  @Test
  void aDayRunAgainWithTheSameMaterialComesToTheSameAndWithLessToLess() {
    List<Station> stations =
        List.of(
            Station.plain("A", 2, Law.exponential(1))
                .breaking(Law.exponential(5), Law.exponential(1)),
            Station.plain("B", 1, Law.exponential(0.5)));
    DayLine line = line(stations, 2, new int[] {0, 1});
    for (int day = 0; day < 40; day++) {
      double[] wanted = {3 + day % 4 + line.waiting(0), 2.5 + line.waiting(1)};
      line.open(day, wanted);
      line.run(new double[] {50, 50}, 8);
      double begun = line.begun(0) + line.begun(1);
      double finished = line.finished(0);
      int queue = line.queue();
      line.run(new double[] {1, 0}, 8);
      assertThat(line.begun(0)).isLessThanOrEqualTo(1);
      assertThat(line.begun(1)).isZero();
      line.run(new double[] {50, 50}, 8);
      assertThat(line.begun(0) + line.begun(1)).isEqualTo(begun);
      assertThat(line.finished(0)).isEqualTo(finished);
      assertThat(line.queue()).isEqualTo(queue);
    }
  }

  @Test
  void aClosedDayStandsStill() {
    DayLine line = line(List.of(Station.plain("A", 1, Law.fixed(3))), 1, new int[] {0});
    line.open(0, new double[] {2});
    line.run(new double[] {2}, 4);
    line.open(1, new double[] {0});
    line.run(new double[] {0}, 0);
    assertThat(line.finished(0)).isZero();
    line.open(2, new double[] {0});
    line.run(new double[] {0}, 8);
    assertThat(line.finished(0)).isEqualTo(1);
    assertThat(DayLine.result(new DayLine[] {line}, 3).closed().mean()).isEqualTo(0.5);
  }

  @Test
  void randomLinesDoWhatAPlainOneDoes() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Station> stations = new ArrayList<>();
      for (int at = 1 + random.nextInt(3); at > 0; at--) {
        stations.add(
            new Station(
                "S" + at,
                1 + random.nextInt(3),
                Law.fixed(0.25 * (1 + random.nextInt(12))),
                1,
                1,
                random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(3),
                random.nextBoolean() ? null : Law.fixed(0.5),
                random.nextBoolean()
                    ? null
                    : new Station.Breakdown(Law.fixed(4.75), Law.fixed(1.5)),
                1,
                1));
      }
      int entries = 1 + random.nextInt(3);
      int[] kinds = {0, 1, 1};
      DayLine line = line(stations, entries, kinds);
      PlainLine plain = new PlainLine(stations, kinds);
      double[] unbegun = new double[entries];
      for (int day = 0; day < 12; day++) {
        double length = random.nextInt(4) == 0 ? 4 : 8;
        double[] material = new double[entries];
        for (int entry = 0; entry < entries; entry++) {
          double more = random.nextInt(8);
          plain.book(entry, (int) more);
          unbegun[entry] += more;
          material[entry] = random.nextInt(9);
        }
        line.open(day, unbegun);
        line.run(material, length);
        plain.day(material.clone(), length);
        for (int entry = 0; entry < entries; entry++) {
          String what = "seed " + seed + ", day " + day + ", entry " + entry;
          assertThat(line.begun(entry)).as(what).isEqualTo(plain.begun[entry]);
          assertThat(line.finished(entry)).as(what).isEqualTo(plain.finished[entry]);
          assertThat(line.inside(entry)).as(what).isEqualTo(plain.inside(entry));
          unbegun[entry] -= line.begun(entry);
        }
      }
    }
  }
}
