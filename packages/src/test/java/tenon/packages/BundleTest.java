package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Format;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);
  private static final ResourceBundle CHINESE = bundle(Locale.CHINESE);

  @Test
  void everySentenceExistsInBothLanguages() {
    assertThat(CHINESE.getLocale()).isEqualTo(Locale.CHINESE);
    assertThat(new TreeSet<>(CHINESE.keySet())).isEqualTo(new TreeSet<>(ENGLISH.keySet()));
    for (String key : ENGLISH.keySet()) {
      assertThat(CHINESE.getString(key))
          .as(key)
          .isNotEqualTo(ENGLISH.getString(key))
          .matches(text -> text.codePoints().anyMatch(Character::isIdeographic), "is Chinese");
    }
  }

  @Test
  void bothLanguagesNameTheSameThings() {
    for (String key : ENGLISH.keySet()) {
      assertThat(arguments(CHINESE, key)).as(key).isEqualTo(arguments(ENGLISH, key));
    }
  }

  @Test
  void everyPatternIsSoundAndEverySentenceHasAMend() {
    for (String key : ENGLISH.keySet()) {
      for (ResourceBundle bundle : new ResourceBundle[] {ENGLISH, CHINESE}) {
        Format format = new MessageFormat(bundle.getString(key), Locale.ROOT);
        assertThat(format.format(new Object[] {"a", "b", "c", "d", "e"})).as(key).isNotBlank();
      }
      if (!key.contains(".")) {
        assertThat(ENGLISH.keySet()).as(key).anyMatch(other -> other.startsWith(key + "."));
      } else {
        assertThat(ENGLISH.containsKey(key.substring(0, key.indexOf('.')))).as(key).isTrue();
      }
    }
  }

  private static Set<String> arguments(ResourceBundle bundle, String key) {
    Set<String> arguments = new HashSet<>();
    Matcher matcher = Pattern.compile("\\{(\\d)}").matcher(bundle.getString(key));
    while (matcher.find()) {
      arguments.add(matcher.group(1));
    }
    return arguments;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "tenon.packages.findings",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
