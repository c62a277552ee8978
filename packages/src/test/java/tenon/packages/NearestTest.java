package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void theWordWithFewestEditsIsMeant() {
    List<String> known = List.of("Shanghai", "Shenzhen", "Suzhou", "Wuxi");
    assertThat(Nearest.of("Shenzen", known)).isEqualTo("Shenzhen");
    assertThat(Nearest.of("Suzhuo", known)).as("swapped neighbours").isEqualTo("Suzhou");
    assertThat(Nearest.of("Beijing", known)).isNull();
  }

  @Test
  void caseWidthSpacesAndDashesDoNotCount() {
    assertThat(Nearest.of("Unit Value", List.of("unit", "unit_value"))).isEqualTo("unit_value");
    assertThat(Nearest.of("Ｗｕｘｉ", List.of("Wuxi"))).isEqualTo("Wuxi");
  }

  @Test
  void chineseNamesOfTwoCharactersMayDifferInOne() {
    assertThat(Nearest.of("深训", List.of("上海", "深圳"))).isEqualTo("深圳");
    assertThat(Nearest.of("重庆", List.of("上海", "深圳"))).isNull();
  }

  @Test
  void shortIdsAreNotGuessed() {
    assertThat(Nearest.of("S9", List.of("S1", "S2"))).isNull();
    assertThat(Nearest.of("", List.of("", "a"))).isEqualTo("");
  }

  @Test
  void tiesGoToTheFirst() {
    assertThat(Nearest.of("plant-3", List.of("plant-1", "plant-2"))).isEqualTo("plant-1");
  }

  @Test
  void theBoundedDistanceAgreesWithTheFullTable() {
    for (long seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String a = word(random);
      String b = word(random);
      int bound = random.nextInt(5);
      int full = full(a, b);
      int bounded = Nearest.distance(a, b, bound);
      assertThat(Math.min(bounded, bound + 1))
          .as("seed %d: %s, %s within %d", seed, a, b, bound)
          .isEqualTo(Math.min(full, bound + 1));
    }
  }

  /** Optimal string alignment, cell by cell as it is defined. */
  private static int full(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] =
            Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(9); length > 0; length--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }
}
