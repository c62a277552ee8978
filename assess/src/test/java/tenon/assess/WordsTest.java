package tenon.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"findings", "names"})
  void bothLanguagesSayTheSameThings(String bundle) {
    Properties english = read(bundle + ".properties");
    Properties chinese = read(bundle + "_zh.properties");
    assertThat(new TreeSet<>(english.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(english.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(chinese.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"findings.properties", "findings_zh.properties"})
  void everyFaultHasItsMend(String file) {
    TreeSet<String> keys = new TreeSet<>(read(file).stringPropertyNames());
    assertThat(keys)
        .allSatisfy(
            key ->
                // What is said of many at once has the mend of what is said of one.
                assertThat(
                        key.endsWith(".mend") || keys.contains(key.replace(".many", "") + ".mend"))
                    .isTrue());
  }

  private static Set<Integer> arguments(String pattern) {
    Object[] given = IntStream.range(0, 9).mapToObj(i -> "<" + i + ">").toArray();
    String text = new MessageFormat(pattern, Locale.ROOT).format(given);
    Set<Integer> used = new TreeSet<>();
    IntStream.range(0, 9).filter(i -> text.contains("<" + i + ">")).forEach(used::add);
    return used;
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(WordsTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
