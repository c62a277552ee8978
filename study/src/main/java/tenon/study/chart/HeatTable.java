package tenon.study.chart;

import java.util.ArrayList;
import java.util.List;
import tenon.study.chart.Svg.Anchor;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;

/** A table whose cells are coloured by their number, which stands inside. */
public final class HeatTable {
  private static final double ROW = 26;
  private static final double LINE = 14;
  private static final double LETTERS = 16;

  private HeatTable() {}

  /** From the least (light) to the most (dark). */
  public static String amounts(
      List<String> rows, List<String> columns, double[][] values, int decimals) {
    double[] range = Series.range(values);
    double wide = range[1] - range[0];
    String[][] colours = new String[values.length][];
    for (int i = 0; i < values.length; i++) {
      colours[i] = new String[values[i].length];
      for (int j = 0; j < values[i].length; j++) {
        colours[i][j] =
            Palette.amount(wide == 0 ? 0.5 : 0.04 + 0.96 * (values[i][j] - range[0]) / wide);
      }
    }
    return draw(rows, columns, values, colours, decimals);
  }

  /** Around zero, which is white: brown below, blue-green above. */
  public static String sides(
      List<String> rows, List<String> columns, double[][] values, int decimals) {
    double[] range = Series.range(values);
    double most = Math.max(Math.abs(range[0]), Math.abs(range[1]));
    String[][] colours = new String[values.length][];
    for (int i = 0; i < values.length; i++) {
      colours[i] = new String[values[i].length];
      for (int j = 0; j < values[i].length; j++) {
        colours[i][j] = Palette.sides(most == 0 ? 0 : values[i][j] / most);
      }
    }
    return draw(rows, columns, values, colours, decimals);
  }

  private static String draw(
      List<String> rows,
      List<String> columns,
      double[][] values,
      String[][] colours,
      int decimals) {
    List<List<String>> names = rows.stream().map(row -> Labels.lines(row, LETTERS, 1)).toList();
    double left = 8;
    for (List<String> name : names) {
      left = Math.max(left, 18 + Svg.width(String.join("", name)));
    }
    double wide = (Frame.WIDTH - left) / columns.size();
    List<List<String>> heads = new ArrayList<>();
    int lines = 1;
    for (String column : columns) {
      heads.add(Labels.lines(column, wide / Svg.FONT - 0.3, 3));
      lines = Math.max(lines, heads.getLast().size());
    }
    double top = 6 + LINE * lines + 6;
    Svg svg = new Svg(Frame.WIDTH, top + ROW * rows.size() + 2);
    for (int j = 0; j < columns.size(); j++) {
      double y = top - 6 - LINE * (heads.get(j).size() - 1);
      for (String line : heads.get(j)) {
        svg.text(left + wide * (j + 0.5), y, line, Anchor.MIDDLE, Palette.SOFT);
        y += LINE;
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      double y = top + ROW * i;
      svg.text(left - 8, y + 17, String.join("", names.get(i)), Anchor.END, Palette.INK);
      for (int j = 0; j < columns.size(); j++) {
        cell(svg, left + wide * j, y, wide, values[i][j], colours[i][j], decimals);
      }
    }
    return svg.picture(String.join(", ", columns));
  }

  private static void cell(
      Svg svg, double x, double y, double wide, double value, String colour, int decimals) {
    boolean known = Double.isFinite(value);
    svg.rectangle(x + 0.5, y + 0.5, wide - 1, ROW - 1, known ? colour : "#f5f4f0");
    String text = known ? Numbers.fixed(value, decimals).replace('-', '−') : "–";
    double size = Math.min(Svg.FONT, Math.max(7, (wide - 4) / Math.max(1, Labels.width(text))));
    String ink = known && Palette.isDark(colour) ? "#ffffff" : Palette.INK;
    svg.text(x + wide / 2, y + 17, text, Anchor.MIDDLE, ink, size, false);
  }
}
