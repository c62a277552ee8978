package tenon.study.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.study.document.Maths.Accent;
import tenon.study.document.Maths.Cells;
import tenon.study.document.Maths.Fence;
import tenon.study.document.Maths.Fraction;
import tenon.study.document.Maths.Root;
import tenon.study.document.Maths.Row;
import tenon.study.document.Maths.Scripts;
import tenon.study.document.Maths.Symbol;

/** Formulas as MathML Core, which browsers set without a library. */
final class MathMl {
  private MathMl() {}

  /**
   * A displayed formula.
   *
   * @param plain what is read where it cannot be shown
   */
  static String display(Maths formula, String plain) {
    return "<math display=\"block\" alttext=\""
        + Markup.attribute(plain)
        + "\">"
        + element(formula)
        + "</math>";
  }

  private static String element(Maths formula) {
    return switch (formula) {
      case Symbol symbol -> symbol(symbol);
      case Row(var parts) -> row(parts);
      case Fraction(var over, var under) -> tag("mfrac", element(over) + element(under));
      case Root(var body, var degree) ->
          degree == null
              ? tag("msqrt", element(body))
              : tag("mroot", element(body) + element(degree));
      case Scripts(var base, var sub, var sup, var limits) -> scripts(base, sub, sup, limits);
      case Accent(var base, var mark) ->
          "<mover accent=\"true\">" + element(base) + tag("mo", Markup.text(mark)) + "</mover>";
      case Fence(var left, var body, var right) ->
          tag("mrow", bracket(left) + element(body) + bracket(right));
      case Cells(var rows, var left) -> cells(rows, left);
    };
  }

  private static String row(List<Maths> parts) {
    StringBuilder row = new StringBuilder();
    parts.forEach(part -> row.append(element(part)));
    return tag("mrow", row.toString());
  }

  private static String symbol(Symbol symbol) {
    String text = Markup.text(symbol.text());
    return switch (symbol.kind()) {
      case VARIABLE -> tag("mi", text);
      case UPRIGHT -> "<mi mathvariant=\"normal\">" + text + "</mi>";
      case BOLD -> "<mi mathvariant=\"normal\" style=\"font-weight:bold\">" + text + "</mi>";
      case NUMBER -> tag("mn", text);
      case OPERATOR -> operator(symbol.text(), text);
      case WORDS -> tag("mtext", text.replace(' ', '\u00a0'));
      case SPACE -> "<mspace width=\"" + text + "\"/>";
    };
  }

  /** Brackets and bars that are not declared to grow keep the size of the text. */
  private static String operator(String sign, String text) {
    boolean bracket = "()[]{}|‖⌊⌋⌈⌉⟨⟩".contains(sign);
    return bracket ? "<mo stretchy=\"false\">" + text + "</mo>" : tag("mo", text);
  }

  private static String bracket(String sign) {
    // A fence has no room around it, as a bar would have as a sign.
    return sign.isEmpty()
        ? ""
        : "<mo stretchy=\"true\" lspace=\"0\" rspace=\"0\">" + Markup.text(sign) + "</mo>";
  }

  private static String scripts(
      Maths base, @Nullable Maths sub, @Nullable Maths sup, boolean limits) {
    String body = element(base);
    if (sub != null && sup != null) {
      return tag(limits ? "munderover" : "msubsup", body + element(sub) + element(sup));
    }
    if (sub != null) {
      return tag(limits ? "munder" : "msub", body + element(sub));
    }
    return sup == null ? body : tag(limits ? "mover" : "msup", body + element(sup));
  }

  private static String cells(List<List<Maths>> rows, boolean left) {
    StringBuilder table = new StringBuilder();
    for (List<Maths> cells : rows) {
      StringBuilder line = new StringBuilder();
      for (Maths cell : cells) {
        line.append(left ? "<mtd style=\"text-align:left\">" : "<mtd>");
        line.append(element(cell)).append("</mtd>");
      }
      table.append(tag("mtr", line.toString()));
    }
    return tag("mtable", table.toString());
  }

  private static String tag(String name, String body) {
    return "<" + name + ">" + body + "</" + name + ">";
  }
}
