package tenon.assess.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TermCounterTest {

  /** Words of one letter or more, cut at blanks. */
  private static int[] count(String text, String... terms) {
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf(' ', at);
      end = end < 0 ? text.length() : end;
      if (end > at) {
        starts.add(at);
        ends.add(end);
      }
      at = end + 1;
    }
    return new TermCounter(List.of(terms))
        .count(
            text,
            starts.stream().mapToInt(x -> x).toArray(),
            ends.stream().mapToInt(x -> x).toArray());
  }

  @Test
  void aTermInsideAWordDoesNotCount() {
    assertThat(count("chain chains unchain chain", "chain")).containsExactly(2);
    assertThat(count("chain chains unchain chain", "chain*")).containsExactly(3);
  }

  @Test
  void theLongestTermCountsAndCoversTheOthers() {
    assertThat(count("supply chain risk and supply", "supply", "supply chain", "chain"))
        .containsExactly(1, 1, 0);
  }

  @Test
  void anEmptyTermIsRefused() {
    assertThatThrownBy(() -> new TermCounter(List.of("a", "*"))).hasMessageContaining("term 2");
  }

  /** Terms of one word: the count is that of equal words. */
  @Test
  void singleWordsCountAsOftenAsTheyStand() {
    SplittableRandom random = new SplittableRandom(7);
    for (int draw = 0; draw < 200; draw++) {
      String[] words = new String[random.nextInt(1, 40)];
      Arrays.setAll(words, i -> "ab".repeat(random.nextInt(1, 4)));
      int[] counts = count(String.join(" ", words), "ab", "abab", "ababab");
      for (int k = 0; k < 3; k++) {
        String term = "ab".repeat(k + 1);
        assertThat(counts[k])
            .as("draw %d", draw)
            .isEqualTo((int) Arrays.stream(words).filter(term::equals).count());
      }
    }
  }
}
