package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Cuts a formula into words, numbers and signs. */
final class FormulaTokens {

  /** Kinds of token. */
  enum Kind {
    NAME,
    NUMBER,
    SIGN,
    END
  }

  /** A token with the place of its first character, from 1. */
  record Token(Kind kind, String text, int at) {
    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }
  }

  private static final List<String> SIGNS =
      List.of(
          ">=", "<=", "==", "!=", "~", "+", "*", ":", "|", "^", "(", ")", ",", "=", "-", ">", "<");

  private final String text;
  private final Notes notes;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private FormulaTokens(String text, Notes notes) {
    this.text = text;
    this.notes = notes;
  }

  static List<Token> of(String text, Notes notes) {
    return new FormulaTokens(text, notes).cut();
  }

  private List<Token> cut() {
    while (next < text.length()) {
      char c = text.charAt(next);
      if (Character.isWhitespace(c)) {
        next++;
      } else if (c == '`') {
        quoted();
      } else if (isDigit(c) || (c == '.' && next + 1 < text.length() && isDigit(peek()))) {
        run(Kind.NUMBER, next);
      } else if (Character.isLetter(c) || c == '_' || c == '.') {
        run(Kind.NAME, next);
      } else {
        sign();
      }
    }
    tokens.add(new Token(Kind.END, "", text.length() + 1));
    return tokens;
  }

  private char peek() {
    return text.charAt(next + 1);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void run(Kind kind, int from) {
    while (next < text.length() && isPart(text.charAt(next))) {
      next++;
    }
    tokens.add(new Token(kind, text.substring(from, next), from + 1));
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private void quoted() {
    int end = text.indexOf('`', next + 1);
    if (end < 0) {
      notes.error("formula-quote", null, text.substring(next), Integer.toString(next + 1));
      next = text.length();
    } else {
      tokens.add(new Token(Kind.NAME, text.substring(next + 1, end), next + 1));
      next = end + 1;
    }
  }

  private void sign() {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, next)) {
        tokens.add(new Token(Kind.SIGN, sign, next + 1));
        next += sign.length();
        return;
      }
    }
    int end = text.offsetByCodePoints(next, 1);
    notes.error("formula-sign", null, text.substring(next, end), Integer.toString(next + 1));
    next = end;
  }
}
