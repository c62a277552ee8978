package tenon.study.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.study.document.Maths.Accent;
import tenon.study.document.Maths.Cells;
import tenon.study.document.Maths.Fence;
import tenon.study.document.Maths.Fraction;
import tenon.study.document.Maths.Kind;
import tenon.study.document.Maths.Root;
import tenon.study.document.Maths.Row;
import tenon.study.document.Maths.Scripts;
import tenon.study.document.Maths.Symbol;

/**
 * Reads the part of LaTeX mathematics that formulas of reports use: letters, numbers, operators,
 * Greek, fractions, roots, indices, sums with limits, accents, growing brackets, cases, matrices.
 */
final class MathsReader {
  private static final Set<String> NO_EFFECT =
      Set.of(
          "displaystyle",
          "textstyle",
          "limits",
          "nolimits",
          "!",
          "big",
          "Big",
          "bigl",
          "bigr",
          "Bigl",
          "Bigr",
          "bigg",
          "Bigg",
          "nonumber",
          "notag");

  /** A formula that this reader does not know how to read. */
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String what) {
      super(what, null, false, false);
    }
  }

  private final String latex;
  private int at;

  private MathsReader(String latex) {
    this.latex = latex;
  }

  /** The tree of a formula; empty where it holds something that is not known. */
  static Optional<Maths> read(String latex) {
    try {
      MathsReader reader = new MathsReader(latex);
      Maths row = reader.row();
      return reader.at == latex.length() ? Optional.of(row) : Optional.empty();
    } catch (Unknown e) {
      return Optional.empty();
    }
  }

  /** Parts up to a closing brace, a cell's end, {@code \right}, {@code \end} or the end of all. */
  private Maths row() {
    List<Maths> parts = new ArrayList<>();
    while (true) {
      blanks();
      if (ended()) {
        return MathsRow.of(parts);
      }
      Maths part = part();
      if (part != null) {
        parts.add(scripted(part));
      }
    }
  }

  private boolean ended() {
    return at == latex.length()
        || latex.charAt(at) == '}'
        || latex.charAt(at) == '&'
        || latex.startsWith("\\\\", at)
        || isCommand("right")
        || isCommand("end");
  }

  private boolean isCommand(String name) {
    String command = "\\" + name;
    int end = at + command.length();
    return latex.startsWith(command, at) && (end == latex.length() || !isLetter(latex.charAt(end)));
  }

  private @Nullable Maths part() {
    char c = latex.charAt(at);
    if (c == '\\') {
      return command();
    }
    if (c == '{') {
      return group();
    }
    if (isDigit(c)) {
      return number();
    }
    if (c == '^' || c == '_') {
      return new Row(List.of());
    }
    int character = latex.codePointAt(at);
    at += Character.charCount(character);
    String text = Character.toString(character);
    if (Character.isLetter(character)) {
      return new Symbol(text, Kind.VARIABLE);
    }
    return new Symbol(c == '-' ? "−" : c == '~' ? " " : text, Kind.OPERATOR);
  }

  private Maths number() {
    int start = at;
    while (at < latex.length() && (isDigit(latex.charAt(at)) || isInnerPoint())) {
      at++;
    }
    return new Symbol(latex.substring(start, at), Kind.NUMBER);
  }

  private boolean isInnerPoint() {
    return latex.charAt(at) == '.' && at + 1 < latex.length() && isDigit(latex.charAt(at + 1));
  }

  /** The part with the index and exponent that follow it. */
  private Maths scripted(Maths base) {
    Maths sub = null;
    Maths sup = null;
    while (true) {
      blanks();
      if (at < latex.length() && latex.charAt(at) == '_' && sub == null) {
        at++;
        sub = argument();
      } else if (at < latex.length() && latex.charAt(at) == '^' && sup == null) {
        at++;
        sup = argument();
      } else if (at < latex.length() && latex.charAt(at) == '\'' && sup == null) {
        at++;
        sup = new Symbol("′", Kind.OPERATOR);
      } else if (isCommand("limits") || isCommand("nolimits")) {
        name();
      } else {
        boolean limits = base instanceof Symbol symbol && MathsSymbols.hasLimits(symbol);
        return sub == null && sup == null ? base : new Scripts(base, sub, sup, limits);
      }
    }
  }

  private Maths group() {
    at++;
    Maths body = row();
    expect('}');
    return body;
  }

  /** One argument: a group, or the one thing that follows. */
  private Maths argument() {
    blanks();
    if (at == latex.length()) {
      throw new Unknown("an argument is missing");
    }
    if (isDigit(latex.charAt(at))) {
      at++;
      return new Symbol(latex.substring(at - 1, at), Kind.NUMBER);
    }
    Maths part = part();
    return part == null ? new Row(List.of()) : part;
  }

  private @Nullable Maths command() {
    String name = name();
    Symbol symbol = MathsSymbols.named(name);
    if (symbol != null) {
      return symbol;
    }
    String mark = MathsSymbols.accent(name);
    if (mark != null) {
      return new Accent(argument(), mark);
    }
    if (NO_EFFECT.contains(name)) {
      return null;
    }
    return switch (name) {
      case "frac", "dfrac", "tfrac" -> new Fraction(argument(), argument());
      case "sqrt" -> root();
      case "text", "mathrm", "operatorname", "textrm", "mathit" -> words();
      case "mathbf", "boldsymbol", "bm", "mathbb", "mathcal" -> styled(name);
      case "left" -> fence();
      case "begin" -> environment();
      default -> throw new Unknown(name);
    };
  }

  private String name() {
    at++;
    if (at == latex.length()) {
      throw new Unknown("\\");
    }
    int start = at;
    while (at < latex.length() && isLetter(latex.charAt(at))) {
      at++;
    }
    if (at == start) {
      at++;
    }
    return latex.substring(start, at);
  }

  private Maths root() {
    blanks();
    Maths degree = null;
    if (at < latex.length() && latex.charAt(at) == '[') {
      int end = latex.indexOf(']', at);
      if (end < 0) {
        throw new Unknown("[");
      }
      degree = read(latex.substring(at + 1, end)).orElseThrow(() -> new Unknown("["));
      at = end + 1;
    }
    return new Root(argument(), degree);
  }

  private Maths words() {
    String raw = rawGroup();
    return new Symbol(raw.replace("\\_", "_").replace("\\%", "%"), Kind.WORDS);
  }

  private Maths styled(String name) {
    String raw = rawGroup();
    return switch (name) {
      case "mathbb" -> new Symbol(MathsSymbols.doubleStruck(raw), Kind.UPRIGHT);
      case "mathcal" -> new Symbol(raw, Kind.VARIABLE);
      default -> new Symbol(boldText(raw), Kind.BOLD);
    };
  }

  private static String boldText(String raw) {
    if (!raw.startsWith("\\")) {
      return raw;
    }
    Symbol symbol = MathsSymbols.named(raw.substring(1));
    if (symbol == null) {
      throw new Unknown(raw);
    }
    return symbol.text();
  }

  private String rawGroup() {
    blanks();
    expect('{');
    int start = at;
    int depth = 1;
    while (at < latex.length()) {
      char c = latex.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        at++;
        return latex.substring(start, at - 1);
      }
      at++;
    }
    throw new Unknown("{");
  }

  private Maths fence() {
    String left = delimiter();
    Maths body = row();
    if (!isCommand("right")) {
      throw new Unknown("\\left without \\right");
    }
    name();
    return new Fence(left, body, delimiter());
  }

  private String delimiter() {
    blanks();
    if (at == latex.length()) {
      throw new Unknown("a bracket is missing");
    }
    if (latex.charAt(at) == '\\') {
      String name = name();
      Symbol symbol = MathsSymbols.named(name);
      if (symbol == null) {
        throw new Unknown(name);
      }
      return symbol.text();
    }
    at++;
    String text = latex.substring(at - 1, at);
    return text.equals(".") ? "" : text;
  }

  private Maths environment() {
    String name = rawGroup();
    if (name.equals("array")) {
      rawGroup();
    }
    List<List<Maths>> rows = new ArrayList<>();
    List<Maths> cells = new ArrayList<>();
    while (true) {
      cells.add(row());
      if (at < latex.length() && latex.charAt(at) == '&') {
        at++;
      } else if (latex.startsWith("\\\\", at)) {
        at += 2;
        rows.add(cells);
        cells = new ArrayList<>();
      } else if (isCommand("end")) {
        name();
        rawGroup();
        rows.add(cells);
        return framed(name, new Cells(rows, !name.endsWith("matrix")));
      } else {
        throw new Unknown(name);
      }
    }
  }

  private static Maths framed(String name, Cells cells) {
    return switch (name) {
      case "cases" -> new Fence("{", cells, "");
      case "pmatrix" -> new Fence("(", cells, ")");
      case "bmatrix" -> new Fence("[", cells, "]");
      case "vmatrix" -> new Fence("|", cells, "|");
      case "matrix", "aligned", "array", "split", "gathered" -> cells;
      default -> throw new Unknown(name);
    };
  }

  private void expect(char c) {
    if (at == latex.length() || latex.charAt(at) != c) {
      throw new Unknown(String.valueOf(c));
    }
    at++;
  }

  private void blanks() {
    while (at < latex.length() && Character.isWhitespace(latex.charAt(at))) {
      at++;
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
