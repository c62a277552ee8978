package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sentences of all rooms have in common, in both languages. */
class BundlesTest {
  private static final String CHINESE = "_zh.properties";

  /** The bundles that have a Chinese side, by the path of their English one. */
  static List<Path> bundles() throws IOException {
    List<Path> bundles = new ArrayList<>();
    try (Stream<Path> rooms = Files.list(Path.of(".."))) {
      for (Path room : rooms.map(room -> room.resolve("src/main/resources")).toList()) {
        if (Files.isDirectory(room)) {
          try (Stream<Path> files = Files.walk(room)) {
            files
                .filter(file -> file.toString().endsWith(CHINESE))
                .map(file -> Path.of(file.toString().replace(CHINESE, ".properties")))
                .forEach(bundles::add);
          }
        }
      }
    }
    assertThat(bundles).hasSizeGreaterThan(10);
    return bundles.stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bothLanguagesSayTheSameThingsOnce(Path bundle) throws IOException {
    Properties english = read(bundle);
    Properties chinese = read(Path.of(bundle.toString().replace(".properties", CHINESE)));
    assertThat(new TreeSet<>(english.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(english.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(chinese.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyFaultHasItsMend(Path bundle) throws IOException {
    // What the room of packages says of columns has other endings, and a test of its own.
    if (!bundle.endsWith("findings.properties") || bundle.startsWith("../packages")) {
      return;
    }
    Set<String> keys = new TreeSet<>(read(bundle).stringPropertyNames());
    assertThat(keys)
        .allSatisfy(
            // What is said of many at once, or in another way, has the mend of what is said of one.
            key -> assertThat(keys).contains(key.replaceFirst("\\..*", "") + ".mend"));
  }

  private static Set<Integer> arguments(String pattern) {
    Object[] given = IntStream.range(0, 9).mapToObj(i -> "<" + i + ">").toArray();
    // Names in braces are those of the command line.
    String numbered = pattern.replaceAll("\\$?\\{[A-Za-z-]+}", "");
    String text = new MessageFormat(numbered, Locale.ROOT).format(given);
    Set<Integer> used = new TreeSet<>();
    IntStream.range(0, 9).filter(i -> text.contains("<" + i + ">")).forEach(used::add);
    return used;
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Once();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  /** Refuses a key that stands twice, of which the later would silently hold. */
  private static final class Once extends Properties {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Object put(Object key, Object value) {
      assertThat(containsKey(key)).as("%s stands twice", key).isFalse();
      return super.put(key, value);
    }
  }
}
