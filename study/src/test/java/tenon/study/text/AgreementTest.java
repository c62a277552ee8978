package tenon.study.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Words agree with the number before them. */
class AgreementTest {
  private static final Words ENGLISH = new Words(Locale.ENGLISH);

  @Test
  void oneIsSingularAllElsePlural() {
    assertThat(ENGLISH.get("explain.reach", "1", "2", "0"))
        .isEqualTo("It reaches 1 site, 2 links and 0 demands.");
    assertThat(ENGLISH.get("explain.reach", "1,001", "21", "1"))
        .isEqualTo("It reaches 1,001 sites, 21 links and 1 demand.");
    assertThat(ENGLISH.get("chain.unlinked", "1").strip())
        .isEqualTo("1 site has no active link and is not drawn.");
    assertThat(ENGLISH.get("recovery.answer.none", "1", "1", "5")).startsWith("1 repair, 1 crew:");
  }

  @Test
  void noSentenceShowsItsChoice() {
    ResourceBundle bundle = ResourceBundle.getBundle("tenon.study.report", Locale.ROOT);
    for (String key : bundle.keySet()) {
      String said = ENGLISH.get(key, "1", "1", "1", "1", "1", "1", "1", "1");
      assertThat(said).as(key).doesNotContainPattern("\\[\\d:");
    }
  }
}
