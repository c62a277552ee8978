package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private static final int CELLS = 16;

  /**
   * Computed by a second implementation, written from FIPS 180-4 (through Python's hashlib) and from
   * the recurrence of xoshiro256++.
   */
  @Test
  void firstNumbersAgreeWithASecondImplementation() {
    assertThat(first(1, Purpose.GENERATE, "plant-1", 0)).containsExactly(0x41309ac38f51aa84L, 0xa05d496bb1328f9eL, 0xe268a3e5b35b9916L);
    assertThat(first(1, Purpose.DEMAND, "plant-1", 0)).containsExactly(0x38f03ba839f999faL, 0xc7380438adae5034L, 0x860b076bc5bc632L);
    assertThat(first(-7, Purpose.LEAD_TIME, "钢厂", 12)).containsExactly(0x9fb6cf7881a3098bL, 0xbcd20991e3783f13L, 0x81e9b9c1e866fc7bL);
    assertThat(first(0, Purpose.HAZARD, "", -1)).containsExactly(0x6b4ab19e55d83fa6L, 0x81dd291c980004fbL, 0x2a5a91bf87e4961L);
  }

  @Test
  void askingTwiceGivesTheSameDraws() {
    var streams = RandomStreams.of(5);
    assertThat(longs(streams.stream(Purpose.DEMAND, "a", 1), 100))
        .containsExactly(longs(streams.stream(Purpose.DEMAND, "a", 1), 100));
  }

  @Test
  void everyPartOfTheTupleMatters() {
    assertThat(
            List.of(
                first(1, Purpose.DEMAND, "a", 1)[0],
                first(2, Purpose.DEMAND, "a", 1)[0],
                first(1, Purpose.HAZARD, "a", 1)[0],
                first(1, Purpose.DEMAND, "b", 1)[0],
                first(1, Purpose.DEMAND, "a", 2)[0]))
        .doesNotHaveDuplicates();
  }

  @Test
  void textThatMovesAcrossTheBordersOfTheTupleNamesAnotherStream() {
    var streams = RandomStreams.of(1);
    assertThat(
            List.of(
                head(streams, "", 0),
                head(streams, "\0", 0),
                head(streams, "\0\0\0\0", 0),
                head(streams, "a", 1),
                head(streams, "a1", 0),
                head(streams, "a\0", 1),
                head(streams, "a\0\0\0\1", 0),
                head(streams, "demand", 0),
                head(streams, "\ud800", 0),
                head(streams, "\ud801", 0),
                head(streams, "?", 0),
                head(streams, "\ufffd", 0)))
        .doesNotHaveDuplicates();
  }

  @Test
  void aMillionKeysNeverStartAlike() {
    var streams = RandomStreams.of(3);
    long distinct =
        IntStream.range(0, 1_000_000)
            .mapToLong(i -> streams.state(Purpose.DEMAND, "site-" + i / 10, i % 10)[0])
            .distinct()
            .count();
    assertThat(distinct).isEqualTo(1_000_000);
  }

  @Test
  void threadsSeeTheSameDraws() throws Exception {
    var streams = RandomStreams.of(11);
    Callable<List<Long>> firsts =
        () -> LongStream.range(0, 2_000).mapToObj(i -> head(streams, "site-" + i, i)).toList();
    var expected = firsts.call();
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (var answer : pool.invokeAll(List.of(firsts, firsts, firsts, firsts))) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    }
  }

  /** Pairs from neighbouring keys must fill a 16 x 16 table evenly; chi-square, 255 degrees. */
  @Test
  void neighbouringKeysAreIndependent() {
    var streams = RandomStreams.of(17);
    int[] counts = new int[CELLS * CELLS];
    int pairs = 200_000;
    for (int i = 0; i < pairs; i++) {
      int one = streams.stream(Purpose.DEMAND, "site-" + i, 0).nextInt(CELLS);
      int next = streams.stream(Purpose.DEMAND, "site-" + (i + 1), 0).nextInt(CELLS);
      counts[one * CELLS + next]++;
    }
    // The 0.05% and 99.95% quantiles of chi-square with 255 degrees of freedom (Wilson-Hilferty).
    assertThat(chiSquare(counts, (double) pairs / counts.length)).isBetween(185.0, 336.0);
  }

  /** The standard error of the correlation is 1/sqrt(n) = 0.0032; four of them are allowed. */
  @Test
  void successiveReplicationsAreUncorrelated() {
    var streams = RandomStreams.of(23);
    int n = 100_000;
    double sum = 0;
    for (int r = 0; r < n; r++) {
      sum += streams.stream(Purpose.HAZARD, "site", r).gaussian() * streams.stream(Purpose.HAZARD, "site", r + 1).gaussian();
    }
    assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
  }

  private static double chiSquare(int[] counts, double expected) {
    return IntStream.of(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
  }

  private static long head(RandomStreams streams, String key, long replication) {
    return streams.stream(Purpose.DEMAND, key, replication).nextLong();
  }

  private static long[] first(long seed, Purpose purpose, String key, long replication) {
    return longs(RandomStreams.of(seed).stream(purpose, key, replication), 3);
  }

  private static long[] longs(RandomStream stream, int count) {
    return LongStream.generate(stream::nextLong).limit(count).toArray();
  }
}
