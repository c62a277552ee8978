package tenon.packages.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WordingTest {

  @Test
  void everySentenceExistsInBothLanguages() {
    for (String name : new String[] {"match", "trade", "network", "place"}) {
      ResourceBundle english = bundle(name, Locale.ENGLISH);
      ResourceBundle chinese = bundle(name, Locale.CHINESE);
      assertThat(chinese.keySet()).isEqualTo(english.keySet());
      for (String key : english.keySet()) {
        assertThat(chinese.getString(key)).as(key).isNotEqualTo(english.getString(key));
      }
    }
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        "tenon.packages." + name + ".findings",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
