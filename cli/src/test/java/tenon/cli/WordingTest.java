package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {

  @Test
  void everyKeyIsThereInBothLanguages() {
    assertThat(Wording.bundle(Locale.SIMPLIFIED_CHINESE).keySet())
        .isEqualTo(Wording.bundle(Locale.ENGLISH).keySet());
    // A missing key would silently fall back to the English bundle, so the values must differ too.
    for (String key : Wording.bundle(Locale.ENGLISH).keySet()) {
      String english = Wording.bundle(Locale.ENGLISH).getString(key);
      if (english.chars().anyMatch(Character::isLetter) && !english.matches("[\\s{0-9}A-Z:]*")) {
        assertThat(Wording.bundle(Locale.SIMPLIFIED_CHINESE).getString(key))
            .as(key)
            .isNotEqualTo(english);
      }
    }
  }
}
