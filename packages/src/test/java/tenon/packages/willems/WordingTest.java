package tenon.packages.willems;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);
  private static final ResourceBundle CHINESE = bundle(Locale.CHINESE);

  @Test
  void everySentenceStandsInBothLanguagesWithTheSameArguments() {
    assertThat(CHINESE.getLocale()).isEqualTo(Locale.CHINESE);
    assertThat(new TreeSet<>(CHINESE.keySet())).isEqualTo(new TreeSet<>(ENGLISH.keySet()));
    for (String key : ENGLISH.keySet()) {
      assertThat(CHINESE.getString(key)).as(key).isNotEqualTo(ENGLISH.getString(key));
      for (String place : new String[] {"{0}", "{1}", "{2}"}) {
        assertThat(CHINESE.getString(key).contains(place))
            .as("%s %s", key, place)
            .isEqualTo(ENGLISH.getString(key).contains(place));
      }
    }
  }

  @Test
  void everyPatternIsSoundAndEveryFindingHasAMend() {
    for (String key : ENGLISH.keySet()) {
      for (ResourceBundle bundle : new ResourceBundle[] {ENGLISH, CHINESE}) {
        String text =
            new MessageFormat(bundle.getString(key), Locale.ROOT).format(new Object[] {"a"});
        assertThat(text).as(key).isNotBlank();
      }
      if (key.startsWith("willems-") && !key.endsWith(".mend")) {
        assertThat(ENGLISH.keySet()).contains(key + ".mend");
      }
    }
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        Sheet.BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
