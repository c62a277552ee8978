package tenon.packages.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A formula as it was parsed; operators are calls too. */
sealed interface Formula {

  /** A text, a number, true, false or unknown. */
  record Literal(@Nullable Object value) implements Formula {}

  /** A column by its name. */
  record Column(String name) implements Formula {}

  /** A function or operator of some arguments. */
  record Call(String name, List<Formula> arguments) implements Formula {}

  /** Why a text is no formula. */
  final class Broken extends Exception {
    private static final long serialVersionUID = 1;
    private final int at;
    private final String expected;

    Broken(int at, String expected) {
      super(expected);
      this.at = at;
      this.expected = expected;
    }

    /** Position of the character, the first being 1. */
    int at() {
      return at;
    }

    String expected() {
      return expected;
    }
  }

  /** Parses a formula. */
  static Formula parse(String text) throws Broken {
    return new Parser(text).whole();
  }

  /** Names of the columns in the order in which they stand. */
  default List<String> columns() {
    List<String> names = new ArrayList<>();
    collect(this, names);
    return names;
  }

  private static void collect(Formula formula, List<String> names) {
    switch (formula) {
      case Literal literal -> {}
      case Column(String name) -> names.add(name);
      case Call(String name, List<Formula> arguments) ->
          arguments.forEach(argument -> collect(argument, names));
    }
  }

  /**
   * Recursive descent, loosest first: {@code or}, {@code and}, {@code not}, comparison, {@code + -
   * &}, {@code * /}, sign, then literals, {@code [columns]}, calls and parentheses.
   */
  final class Parser {
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 60;
    private static final List<String> COMPARISONS = List.of("<=", ">=", "!=", "=", "<", ">");

    private final String text;
    private int at;
    private int depth;

    Parser(String text) {
      this.text = text;
    }

    Formula whole() throws Broken {
      if (text.length() > LONGEST) {
        throw new Broken(LONGEST, "at most " + LONGEST + " characters");
      }
      Formula formula = either();
      if (at < text.length()) {
        throw broken("an operator");
      }
      return formula;
    }

    private Formula either() throws Broken {
      if (++depth > DEEPEST) {
        throw broken("fewer parentheses");
      }
      Formula left = both();
      while (word("or")) {
        left = new Call("or", List.of(left, both()));
      }
      depth--;
      return left;
    }

    private Formula both() throws Broken {
      Formula left = negation();
      while (word("and")) {
        left = new Call("and", List.of(left, negation()));
      }
      return left;
    }

    private Formula negation() throws Broken {
      return word("not") ? new Call("not", List.of(comparison())) : comparison();
    }

    private Formula comparison() throws Broken {
      Formula left = sum();
      for (String operator : COMPARISONS) {
        if (sign(operator)) {
          return new Call(operator, List.of(left, sum()));
        }
      }
      return left;
    }

    private Formula sum() throws Broken {
      Formula left = product();
      while (true) {
        String operator = sign("+") ? "+" : sign("-") ? "-" : sign("&") ? "&" : "";
        if (operator.isEmpty()) {
          return left;
        }
        left = new Call(operator, List.of(left, product()));
      }
    }

    private Formula product() throws Broken {
      Formula left = signed();
      while (true) {
        String operator = sign("*") ? "*" : sign("/") ? "/" : "";
        if (operator.isEmpty()) {
          return left;
        }
        left = new Call(operator, List.of(left, signed()));
      }
    }

    private Formula signed() throws Broken {
      if (sign("-")) {
        return new Call("-", List.of(new Literal(0.0), primary()));
      }
      return primary();
    }

    private Formula primary() throws Broken {
      blanks();
      if (at >= text.length()) {
        throw broken("a value");
      }
      char c = text.charAt(at);
      if (c == '(') {
        at++;
        Formula inner = either();
        expect(')');
        return inner;
      }
      if (c == '[') {
        return column();
      }
      if (c == '\'') {
        return new Literal(quoted());
      }
      if (digit(c) || c == '.') {
        return number();
      }
      String name = name();
      if (name.isEmpty()) {
        throw broken("a value");
      }
      if (sign("(")) {
        return new Call(name, arguments());
      }
      return switch (name) {
        case "unknown" -> new Literal(null);
        case "true" -> new Literal(true);
        case "false" -> new Literal(false);
        default -> new Column(name);
      };
    }

    private Formula column() throws Broken {
      int end = text.indexOf(']', at);
      if (end < 0) {
        throw broken("]");
      }
      Formula column = new Column(text.substring(at + 1, end).strip());
      at = end + 1;
      return column;
    }

    /** A text between single quotes; two of them stand for one. */
    private String quoted() throws Broken {
      StringBuilder inner = new StringBuilder();
      int start = at++;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c != '\'') {
          inner.append(c);
        } else if (at < text.length() && text.charAt(at) == '\'') {
          inner.append('\'');
          at++;
        } else {
          return inner.toString();
        }
      }
      at = start;
      throw broken("a closing '");
    }

    private Formula number() throws Broken {
      int start = at;
      while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      try {
        return new Literal(Double.parseDouble(text.substring(start, at)));
      } catch (NumberFormatException e) {
        at = start;
        throw broken("a number");
      }
    }

    private static boolean digit(char c) {
      return c >= '0' && c <= '9';
    }

    private String name() {
      int start = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
        at++;
      }
      return text.substring(start, at);
    }

    private List<Formula> arguments() throws Broken {
      List<Formula> arguments = new ArrayList<>();
      if (sign(")")) {
        return arguments;
      }
      do {
        arguments.add(either());
      } while (sign(","));
      expect(')');
      return arguments;
    }

    private void blanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private boolean sign(String sign) {
      blanks();
      if (text.startsWith(sign, at)) {
        at += sign.length();
        blanks();
        return true;
      }
      return false;
    }

    private boolean word(String word) {
      blanks();
      int end = at + word.length();
      boolean there =
          text.startsWith(word, at)
              && (end == text.length()
                  || !(Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_'));
      if (there) {
        at = end;
      }
      return there;
    }

    private void expect(char c) throws Broken {
      blanks();
      if (at >= text.length() || text.charAt(at) != c) {
        throw broken(String.valueOf(c));
      }
      at++;
      blanks();
    }

    private Broken broken(String expected) {
      return new Broken(at + 1, expected);
    }
  }
}
