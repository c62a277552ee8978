package tenon.study.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tenon.study.text.Labels;

/** Writes the elements of one picture; coordinates are rounded to hundredths. */
final class Svg {
  /** Where a text stands relative to its point. */
  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String word;

    Anchor(String word) {
      this.word = word;
    }
  }

  static final double FONT = 12;
  private static final String FONTS =
      "system-ui, 'Segoe UI', Roboto, Arial, 'PingFang SC', 'Microsoft YaHei', "
          + "'Noto Sans CJK SC', sans-serif";

  private final double width;
  private final double height;
  private final StringBuilder body = new StringBuilder();

  Svg(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** The whole picture; the words describe it to those who do not see it. */
  String picture(String description) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + number(width)
        + " "
        + number(height)
        + "\" width=\""
        + number(width)
        + "\" height=\""
        + number(height)
        + "\" role=\"img\" aria-label=\""
        + escape(description)
        + "\" font-family=\""
        + FONTS
        + "\" font-size=\""
        + number(FONT)
        + "\">\n"
        + body
        + "</svg>";
  }

  void line(double x1, double y1, double x2, double y2, String colour, double wide) {
    line(x1, y1, x2, y2, colour, wide, "");
  }

  void line(double x1, double y1, double x2, double y2, String colour, double wide, String dashes) {
    open("line").at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2);
    stroke(colour, wide, dashes).close();
  }

  void rectangle(double x, double y, double wide, double high, String fill) {
    open("rect").at("x", x).at("y", y).at("width", Math.max(0, wide));
    at("height", Math.max(0, high)).put("fill", fill).close();
  }

  void circle(double x, double y, double radius, String fill, String edge) {
    open("circle").at("cx", x).at("cy", y).at("r", radius).put("fill", fill);
    put("stroke", edge).close();
  }

  void polyline(List<double[]> points, String colour, double wide, String dashes) {
    open("polyline").put("points", points(points)).put("fill", "none");
    put("stroke-linejoin", "round");
    stroke(colour, wide, dashes).close();
  }

  void polygon(List<double[]> points, String fill, double opacity) {
    open("polygon").put("points", points(points)).put("fill", fill);
    at("fill-opacity", opacity).close();
  }

  void text(double x, double y, String words, Anchor anchor, String colour) {
    text(x, y, words, anchor, colour, FONT, false);
  }

  void text(
      double x, double y, String words, Anchor anchor, String colour, double size, boolean bold) {
    open("text").at("x", x).at("y", y).put("text-anchor", anchor.word).put("fill", colour);
    if (size != FONT) {
      at("font-size", size);
    }
    if (bold) {
      put("font-weight", "600");
    }
    body.append('>').append(escape(words)).append("</text>\n");
  }

  /** Begins a group that tells its words to who points at it; {@link #end} ends it. */
  void told(String words) {
    body.append("<g><title>").append(escape(words)).append("</title>\n");
  }

  void end() {
    body.append("</g>\n");
  }

  /** A text that runs upward. */
  void upward(double x, double y, String words, String colour) {
    open("text").at("x", x).at("y", y).put("text-anchor", "middle").put("fill", colour);
    put("transform", "rotate(-90 " + number(x) + " " + number(y) + ")");
    body.append('>').append(escape(words)).append("</text>\n");
  }

  /** How wide a text runs at a size of letters. */
  static double width(String words, double size) {
    return Labels.width(words) * size * 1.04;
  }

  static double width(String words) {
    return width(words, FONT);
  }

  private Svg open(String name) {
    body.append('<').append(name);
    return this;
  }

  private void close() {
    body.append("/>\n");
  }

  private Svg at(String name, double number) {
    return put(name, number(number));
  }

  private Svg put(String name, String value) {
    body.append(' ').append(name).append("=\"").append(value).append('"');
    return this;
  }

  private Svg stroke(String colour, double wide, String dashes) {
    put("stroke", colour).at("stroke-width", wide);
    return dashes.isEmpty() ? this : put("stroke-dasharray", dashes);
  }

  private static String points(List<double[]> points) {
    StringBuilder text = new StringBuilder();
    for (double[] point : points) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(number(point[0])).append(',').append(number(point[1]));
    }
    return text.toString();
  }

  private static String number(double number) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
