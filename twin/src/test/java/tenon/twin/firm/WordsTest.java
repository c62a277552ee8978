package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);
  private static final ResourceBundle CHINESE = bundle(Locale.CHINESE);

  @Test
  void everySentenceStandsInBothLanguagesWithItsMend() {
    assertThat(CHINESE.getLocale()).isEqualTo(Locale.CHINESE);
    assertThat(new TreeSet<>(CHINESE.keySet())).isEqualTo(new TreeSet<>(ENGLISH.keySet()));
    for (String key : ENGLISH.keySet()) {
      assertThat(CHINESE.getString(key).codePoints().anyMatch(Character::isIdeographic))
          .as(key)
          .isTrue();
      assertThat(ENGLISH.containsKey(key.replace(".mend", ""))).isTrue();
      assertThat(ENGLISH.containsKey(key.replace(".mend", "") + ".mend")).isTrue();
    }
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "tenon.twin.firm.findings",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
