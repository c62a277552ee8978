package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeysTest {

  @Test
  void idsCountUpInTheOrderInWhichKeysFirstAppear() {
    Keys keys = Keys.of(List.of("b", "a", "b", "深圳", ""));
    assertThat(keys.count()).isEqualTo(4);
    assertThat(keys.stream()).containsExactly("b", "a", "深圳", "");
    assertThat(keys.id("深圳")).isEqualTo(2);
    assertThat(keys.key(2)).isEqualTo("深圳");
  }

  @Test
  void keysThatWereNeverAddedAreUnknown() {
    Keys keys = Keys.of(List.of("a"));
    assertThat(keys.id("b")).isEqualTo(-1);
    assertThat(keys.id("")).isEqualTo(-1);
    assertThat(Keys.of(List.of()).id("a")).isEqualTo(-1);
  }

  @Test
  void idsOutsideTheRangeAreRefused() {
    Keys keys = Keys.of(List.of("a"));
    assertThatThrownBy(() -> keys.key(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> keys.key(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void agreesWithAHashMapOnRandomKeys() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Keys.Builder builder = new Keys.Builder();
      Map<String, Integer> oracle = new HashMap<>();
      int alphabet = 1 + random.nextInt(6);
      for (int i = 0; i < 3_000; i++) {
        String key = word(random, alphabet);
        int expected = oracle.computeIfAbsent(key, k -> oracle.size());
        char[] buffer = ("##" + key + "##").toCharArray();
        int id = random.nextBoolean() ? builder.add(key) : builder.add(buffer, 2, key.length());
        assertThat(id).as("seed %d, key %s", seed, key).isEqualTo(expected);
      }
      Keys keys = builder.build();
      assertThat(keys.count()).as("seed %d", seed).isEqualTo(oracle.size());
      oracle.forEach(
          (key, id) -> {
            assertThat(keys.id(key)).isEqualTo(id);
            assertThat(keys.key(id)).isEqualTo(key);
          });
    }
  }

  @Test
  void keysThatOnlyDifferInOnePlaceStayApart() {
    Keys.Builder builder = new Keys.Builder();
    for (int i = 0; i < 100_000; i++) {
      assertThat(builder.add("L" + i)).isEqualTo(i);
    }
    Keys keys = builder.build();
    for (int i = 0; i < 100_000; i += 997) {
      assertThat(keys.id("L" + i)).isEqualTo(i);
    }
    assertThat(keys.id("L100000")).isEqualTo(-1);
  }

  private static String word(SplittableRandom random, int alphabet) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(8); length > 0; length--) {
      word.append((char) ('a' + random.nextInt(alphabet)));
    }
    return word.toString();
  }
}
