package tenon.study.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.study.page.Resources;

class WordsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @ValueSource(strings = {"report", "findings", "economy/words", "cascade/words", "policy/words"})
  void everySentenceExistsInBothLanguagesWithTheSameArguments(String bundle) throws IOException {
    Properties english = read(bundle + ".properties");
    Properties chinese = read(bundle + "_zh.properties");
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(chinese, key)).as(key).isEqualTo(arguments(english, key));
      assertThat(english.getProperty(key))
          .as("an apostrophe would eat arguments: " + key)
          .doesNotContain("'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "findings", "economy/words", "cascade/words", "policy/words"})
  void chineseSentencesAreChinese(String bundle) throws IOException {
    Properties english = read(bundle + ".properties");
    Properties chinese = read(bundle + "_zh.properties");
    for (String key : english.stringPropertyNames()) {
      if (english.getProperty(key).matches(".*[a-z]{4,} [a-z]{3,}.*")) {
        assertThat(chinese.getProperty(key)).as(key).matches("(?s).*\\p{IsHan}.*");
      }
    }
  }

  private static Set<String> arguments(Properties bundle, String key) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = ARGUMENT.matcher(bundle.getProperty(key));
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(Resources.open("/tenon/study/" + name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
