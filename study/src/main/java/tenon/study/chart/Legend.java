package tenon.study.chart;

import java.util.List;
import tenon.study.chart.Svg.Anchor;

/** Names of colours in lines above a chart. */
final class Legend {
  private static final double LINE = 18;
  private static final double BOX = 10;

  private Legend() {}

  /** Height that the names take. */
  static double height(List<String> names) {
    return names.size() < 2 ? 0 : LINE * lines(names) + 4;
  }

  private static int lines(List<String> names) {
    int lines = 1;
    double x = 0;
    for (String name : names) {
      double wide = wide(name);
      if (x > 0 && x + wide > Frame.WIDTH) {
        lines++;
        x = 0;
      }
      x += wide;
    }
    return lines;
  }

  private static double wide(String name) {
    return BOX + 6 + Svg.width(name) + 18;
  }

  /** Draws the names from a height downward. */
  static void draw(Svg svg, List<String> names, double top) {
    if (names.size() < 2) {
      return;
    }
    double x = 0;
    double y = top;
    for (int i = 0; i < names.size(); i++) {
      double wide = wide(names.get(i));
      if (x > 0 && x + wide > Frame.WIDTH) {
        x = 0;
        y += LINE;
      }
      svg.rectangle(x + 2, y, BOX, BOX, Palette.category(i));
      svg.text(x + BOX + 8, y + BOX - 1, names.get(i), Anchor.START, Palette.INK);
      x += wide;
    }
  }
}
