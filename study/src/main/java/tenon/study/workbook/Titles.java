package tenon.study.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;
import tenon.model.Message;
import tenon.model.Resource;

/** Names of sheets, columns and words in both languages, and back. */
public final class Titles {
  /** Where the words of workbooks lie. */
  static final String WORDS = "tenon.study.workbook.words";

  private static final Properties CHINESE = load();

  private Titles() {}

  private static Properties load() {
    Properties names = new Properties();
    try (InputStream in = Titles.class.getResourceAsStream("chinese.properties")) {
      names.load(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  static String say(Locale locale, String key, String... arguments) {
    return Message.of(WORDS, key, arguments).in(locale);
  }

  static boolean chinese(Locale locale) {
    return locale.getLanguage().equals("zh");
  }

  static String sheet(Resource resource, Locale locale) {
    return chinese(locale) ? named(resource.title()) : resource.title();
  }

  /** Head of a column. */
  static String column(Resource resource, Field field, Locale locale) {
    return chinese(locale) ? part(resource, field, 0) : field.name();
  }

  /** What a column says, in one line. */
  static String note(Resource resource, Field field, Locale locale) {
    return chinese(locale) ? part(resource, field, 1) : field.meaning();
  }

  /** Word for a code. */
  static String code(String code, Locale locale) {
    return chinese(locale) ? CHINESE.getProperty("code." + code, code) : code;
  }

  /** The table that a sheet of this name holds, or null. */
  public static @Nullable Resource resource(String sheet) {
    String name = sheet.strip();
    for (Resource resource : Resource.values()) {
      if (resource.title().equals(name.toLowerCase(Locale.ROOT).replace(' ', '_'))
          || named(resource.title()).equals(name)) {
        return resource;
      }
    }
    return null;
  }

  /** Name of the column that the head of a sheet means; the head itself where it is none. */
  public static String column(Resource resource, String head) {
    String plain = head.strip();
    for (Field field : resource.fields()) {
      if (part(resource, field, 0).equals(plain) || field.name().equals(plain)) {
        return field.name();
      }
    }
    return head;
  }

  /** All heads that mean a column: its name, and its name in Chinese. */
  public static List<String> heads(Resource resource, Field field) {
    return List.of(field.name(), part(resource, field, 0));
  }

  /** The code that a word of either language means; the word itself where it is none. */
  public static String code(Field field, String word) {
    List<String> codes = new ArrayList<>(field.categories());
    if (field.type() == Field.Type.FLAG) {
      codes.addAll(List.of("true", "false"));
    }
    String plain = word.strip();
    for (String code : codes) {
      if (plain.equals(CHINESE.getProperty("code." + code))) {
        return code;
      }
    }
    return word;
  }

  private static String part(Resource resource, Field field, int at) {
    return named(resource.title() + "." + field.name()).split("\\|", 2)[at];
  }

  private static String named(String key) {
    return Objects.requireNonNull(CHINESE.getProperty(key), key);
  }
}
