package tenon.packages.mapping;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the value of a column comes from. */
sealed interface Expression {

  /**
   * A column of the source.
   *
   * @param words what to write instead of a word; others stay
   * @param factor what a number is multiplied by; 1 leaves the text as it is
   */
  record Copied(String name, Map<String, String> words, double factor) implements Expression {}

  /** The same in every row. */
  record Constant(String text) implements Expression {}

  /** A text with columns in braces: {@code {Plant}-{Product}}. */
  record Text(String pattern) implements Expression {
    static final Pattern PLACE = Pattern.compile("\\{([^{}]+)\\}");

    Matcher places() {
      return PLACE.matcher(pattern);
    }
  }

  /** A column of another source, in the row whose {@code key} is this row's {@code by}. */
  record Joined(String source, String by, String key, String wanted) implements Expression {}

  /** What a formula gives. */
  record Computed(Formula formula) implements Expression {}

  /** Column of the source that findings name, or null. */
  default @Nullable String shown() {
    return switch (this) {
      case Copied copied -> copied.name();
      case Joined joined -> joined.by();
      case Constant constant -> null;
      case Text text -> null;
      case Computed(Formula formula) -> {
        List<String> columns = formula.columns();
        yield columns.isEmpty() ? null : columns.getFirst();
      }
    };
  }
}
