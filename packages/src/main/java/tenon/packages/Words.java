package tenon.packages;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tenon.model.Field;

/** Ids, categories and flags: the quick test of a cell, and the wording of what is wrong with it. */
final class Words {

  /** Longest id. */
  static final int LONGEST_KEY = 200;

  /** What the Data Package standard reads as true and false by default. */
  private static final List<String> TRUE = List.of("true", "True", "TRUE", "1");

  private static final List<String> FALSE = List.of("false", "False", "FALSE", "0");
  private static final char[][] FLAGS =
      characters(Stream.concat(TRUE.stream(), FALSE.stream()).toList());
  private static final Set<String> YES = Set.of("yes", "y", "t", "on", "是", "有");
  private static final Set<String> NO = Set.of("no", "n", "f", "off", "否", "无");

  private Words() {}

  /** The words as characters, for {@link #position}. */
  static char[][] characters(List<String> words) {
    return words.stream().map(String::toCharArray).toArray(char[][]::new);
  }

  /** Position of the word that the characters are, or -1. */
  static int position(char[][] words, char[] buffer, int offset, int length) {
    for (int i = 0; i < words.length; i++) {
      char[] word = words[i];
      if (word.length == length
          && Arrays.equals(word, 0, length, buffer, offset, offset + length)) {
        return i;
      }
    }
    return -1;
  }

  /** 1 for true, 0 for false, -1 for neither. */
  static int flag(char[] buffer, int offset, int length) {
    int position = position(FLAGS, buffer, offset, length);
    return position < 0 ? -1 : position < TRUE.size() ? 1 : 0;
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
