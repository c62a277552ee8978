package tenon.study.document;

import java.util.List;
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

/** Formulas as Office Math Markup, which Word and LibreOffice set and let the reader edit. */
final class OfficeMaths {
  private static final String NAMES =
      "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
          + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String FONT =
      "<w:rPr><w:rFonts w:ascii=\"Cambria Math\" w:hAnsi=\"Cambria Math\"/></w:rPr>";

  private OfficeMaths() {}

  /** A displayed formula as one element. */
  static String display(Maths formula) {
    return "<m:oMathPara " + NAMES + "><m:oMath>" + element(formula) + "</m:oMath></m:oMathPara>";
  }

  private static String element(Maths formula) {
    return switch (formula) {
      case Symbol symbol -> symbol(symbol);
      case Row(var parts) -> row(parts);
      case Fraction(var over, var under) ->
          "<m:f>" + tag("num", element(over)) + tag("den", element(under)) + "</m:f>";
      case Root(var body, var degree) -> root(body, degree);
      case Scripts(var base, var sub, var sup, var limits) ->
          limits ? limits(base, sub, sup) : scripts(base, sub, sup);
      case Accent(var base, var mark) -> accent(base, mark);
      case Fence(var left, var body, var right) -> fence(left, body, right);
      case Cells(var rows, var left) -> cells(rows, left);
    };
  }

  private static String row(List<Maths> parts) {
    StringBuilder row = new StringBuilder();
    parts.forEach(part -> row.append(element(part)));
    return row.toString();
  }

  private static String symbol(Symbol symbol) {
    String style =
        switch (symbol.kind()) {
          case VARIABLE, NUMBER, OPERATOR -> "";
          case UPRIGHT -> "<m:rPr><m:sty m:val=\"p\"/></m:rPr>";
          case BOLD -> "<m:rPr><m:sty m:val=\"b\"/></m:rPr>";
          case WORDS, SPACE -> "<m:rPr><m:nor/></m:rPr>";
        };
    String text = symbol.kind() == Kind.SPACE ? " " : symbol.text();
    return "<m:r>"
        + style
        + FONT
        + "<m:t xml:space=\"preserve\">"
        + Markup.text(text)
        + "</m:t></m:r>";
  }

  private static String root(Maths body, @Nullable Maths degree) {
    if (degree == null) {
      return "<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/>"
          + tag("e", element(body))
          + "</m:rad>";
    }
    return "<m:rad>" + tag("deg", element(degree)) + tag("e", element(body)) + "</m:rad>";
  }

  private static String scripts(Maths base, @Nullable Maths sub, @Nullable Maths sup) {
    String body = tag("e", element(base));
    String below = sub == null ? "" : tag("sub", element(sub));
    String above = sup == null ? "" : tag("sup", element(sup));
    String name = sub == null ? "sSup" : sup == null ? "sSub" : "sSubSup";
    return tag(name, body + below + above);
  }

  private static String limits(Maths base, @Nullable Maths sub, @Nullable Maths sup) {
    String body = element(base);
    if (sub != null) {
      body = "<m:limLow>" + tag("e", body) + tag("lim", element(sub)) + "</m:limLow>";
    }
    if (sup != null) {
      body = "<m:limUpp>" + tag("e", body) + tag("lim", element(sup)) + "</m:limUpp>";
    }
    return body;
  }

  private static String accent(Maths base, String mark) {
    if (mark.equals("¯")) {
      return "<m:bar><m:barPr><m:pos m:val=\"top\"/></m:barPr>"
          + tag("e", element(base))
          + "</m:bar>";
    }
    String combining =
        switch (mark) {
          case "^" -> "\u0302";
          case "~" -> "\u0303";
          case "˙" -> "\u0307";
          case "¨" -> "\u0308";
          default -> "\u20d7";
        };
    return "<m:acc><m:accPr><m:chr m:val=\""
        + combining
        + "\"/></m:accPr>"
        + tag("e", element(base))
        + "</m:acc>";
  }

  private static String fence(String left, Maths body, String right) {
    return "<m:d><m:dPr><m:begChr m:val=\""
        + Markup.attribute(left)
        + "\"/><m:endChr m:val=\""
        + Markup.attribute(right)
        + "\"/></m:dPr>"
        + tag("e", element(body))
        + "</m:d>";
  }

  private static String cells(List<List<Maths>> rows, boolean left) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    StringBuilder matrix = new StringBuilder("<m:m><m:mPr><m:mcs><m:mc><m:mcPr><m:count m:val=\"");
    matrix.append(columns).append("\"/><m:mcJc m:val=\"").append(left ? "left" : "center");
    matrix.append("\"/></m:mcPr></m:mc></m:mcs></m:mPr>");
    for (List<Maths> cells : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        line.append(tag("e", column < cells.size() ? element(cells.get(column)) : ""));
      }
      matrix.append(tag("mr", line.toString()));
    }
    return matrix.append("</m:m>").toString();
  }

  private static String tag(String name, String body) {
    return "<m:" + name + ">" + body + "</m:" + name + ">";
  }
}
