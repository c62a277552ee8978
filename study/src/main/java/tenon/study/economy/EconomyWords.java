package tenon.study.economy;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Severity;

/** The words of these answers, and their findings. */
final class EconomyWords {
  private static final String BUNDLE = "tenon.study.economy.words";

  private EconomyWords() {}

  static String say(Locale locale, String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }

  static Message message(String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments);
  }

  static Finding error(
      String code,
      String file,
      long line,
      @Nullable String column,
      @Nullable String value,
      String... arguments) {
    return finding(Severity.ERROR, code, file, line, column, value, arguments);
  }

  static Finding warning(
      String code, String file, @Nullable String column, @Nullable String value, String... args) {
    return finding(Severity.WARNING, code, file, 0, column, value, args);
  }

  private static Finding finding(
      Severity severity,
      String code,
      String file,
      long line,
      @Nullable String column,
      @Nullable String value,
      String... arguments) {
    return new Finding(
        severity,
        code,
        file,
        line,
        column,
        value,
        message(code, arguments),
        message(code + ".mend", arguments));
  }

  /** The names nearest to a wrong one, to be shown in a mend. */
  static String some(List<String> names) {
    return names.size() <= 12
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 12)) + ", ...";
  }
}
