package tenon.packages;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tenon.model.Field;

/** Ids, categories and flags: the quick test of a cell, and the wording of what is wrong with it. */
final class Words {

  /** Longest id. */
  static final int LONGEST_KEY = 200;

  /** What the Data Package standard reads as true and false by default. */
  private static final List<String> TRUE = List.of("true", "True", "TRUE", "1");

  private static final List<String> FALSE = List.of("false", "False", "FALSE", "0");
  private static final Set<String> YES = Set.of("yes", "y", "t", "on", "是", "有");
  private static final Set<String> NO = Set.of("no", "n", "f", "off", "否", "无");

  private Words() {}

  /** Position of the category that the characters name, or -1. */
  static int category(Field field, char[] buffer, int offset, int length) {
    return position(field.categories(), buffer, offset, length);
  }

  /** 1 for true, 0 for false, -1 for neither. */
  static int flag(char[] buffer, int offset, int length) {
    if (position(TRUE, buffer, offset, length) >= 0) {
      return 1;
    }
    return position(FALSE, buffer, offset, length) >= 0 ? 0 : -1;
  }

  private static int position(List<String> words, char[] buffer, int offset, int length) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.length() == length && same(word, buffer, offset)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean same(String word, char[] buffer, int offset) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != buffer[offset + i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the characters may name something: no space around them, no control characters. */
  static boolean isKey(char[] buffer, int offset, int length) {
    return length <= LONGEST_KEY
        && !isSpace(buffer[offset])
        && !isSpace(buffer[offset + length - 1])
        && controlCharacter(new String(buffer, offset, length), false) < 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }

  /** Position of the first control character, or -1. */
  static int controlCharacter(String text, boolean breaksAllowed) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean broken = c == '\n' || c == '\r' || c == '\t';
      if ((Character.isISOControl(c) && !(broken && breaksAllowed)) || c == Utf8Reader.END) {
        return i;
      }
    }
    return -1;
  }

  static Fault categoryFault(String file, Field field, String value) {
    String nearest = Nearest.of(value, field.categories());
    String all = String.join(", ", field.categories());
    Fault fault = error("unknown-category", file, field, value);
    return nearest == null ? fault.args(all) : fault.args(all, nearest).mend("nearest");
  }

  static Fault flagFault(String file, Field field, String value) {
    String plain = value.strip().toLowerCase(Locale.ROOT);
    Fault fault = error("no-flag", file, field, value);
    if (YES.contains(plain) || TRUE.contains(plain)) {
      return fault.args("true").mend("nearest");
    }
    return NO.contains(plain) || FALSE.contains(plain)
        ? fault.args("false").mend("nearest")
        : fault;
  }

  /** What is wrong with an id, label or text. */
  static Fault keyFault(String file, Field field, String value) {
    int control = controlCharacter(value, field.type() == Field.Type.TEXT);
    if (control >= 0) {
      String code = String.format(Locale.ROOT, "U+%04X", (int) value.charAt(control));
      return error("control-character", file, field, value).args(code, control + 1);
    }
    String plain = trim(value);
    if (plain.length() > LONGEST_KEY) {
      return error("long-id", file, field, value).args(value.length(), LONGEST_KEY);
    }
    Fault fault = error("surrounding-space", file, field, value).args(plain);
    return plain.isEmpty() ? fault.mend("blank") : fault;
  }

  /** The text without any kind of space around it. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Full-width characters as plain ones. */
  static String narrow(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static Fault error(String code, String file, Field field, String value) {
    return Fault.error(code, file).column(field.name()).value(value);
  }
}
