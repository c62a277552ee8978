package tenon.study.chart;

import java.util.ArrayList;
import java.util.List;
import tenon.study.chart.Svg.Anchor;
import tenon.study.text.Labels;

/** Bars: side by side or stacked over categories, or lying with names and intervals. */
public final class BarChart {
  private static final double HEIGHT = 360;
  private static final double LINE = 14;

  /** Share of a category's width that its bars take. */
  private static final double FULL = 0.72;

  private BarChart() {}

  /** Bars of several series side by side in each category. */
  public static String grouped(Axis y, List<String> categories, List<Bars> series) {
    double[][] values = series.stream().map(Bars::values).toArray(double[][]::new);
    double[] range = Series.range(concat(values, new double[] {0}));
    Frame frame = frame(y, categories, series, y.ticks(range[0], range[1], 5));
    double slot = (frame.right - frame.left) / categories.size();
    double wide = slot * FULL / series.size();
    for (int category = 0; category < categories.size(); category++) {
      double left = frame.left + slot * (category + (1 - FULL) / 2);
      for (int i = 0; i < series.size(); i++) {
        upright(frame, left + i * wide, wide - 1, 0, values[i][category], Palette.category(i));
      }
    }
    return frame.svg.picture(y.label());
  }

  /** Bars of several series on top of each other; negative values stack downward. */
  public static String stacked(Axis y, List<String> categories, List<Bars> series) {
    double[] tops = new double[categories.size()];
    double[] bottoms = new double[categories.size()];
    for (Bars bars : series) {
      for (int category = 0; category < tops.length; category++) {
        double value = finite(bars.values()[category]);
        tops[category] += Math.max(0, value);
        bottoms[category] += Math.min(0, value);
      }
    }
    double[] range = Series.range(tops, bottoms, new double[] {0});
    Frame frame = frame(y, categories, series, y.ticks(range[0], range[1], 5));
    double slot = (frame.right - frame.left) / categories.size();
    for (int category = 0; category < tops.length; category++) {
      stack(frame, series, category, slot);
    }
    return frame.svg.picture(y.label());
  }

  private static void stack(Frame frame, List<Bars> series, int category, double slot) {
    double left = frame.left + slot * (category + (1 - FULL) / 2);
    double up = 0;
    double down = 0;
    for (int i = 0; i < series.size(); i++) {
      double value = finite(series.get(i).values()[category]);
      double from = value >= 0 ? up : down;
      upright(frame, left, slot * FULL, from, from + value, Palette.category(i));
      up += Math.max(0, value);
      down += Math.min(0, value);
    }
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private static void upright(
      Frame frame, double left, double wide, double from, double to, String colour) {
    if (Double.isFinite(to)) {
      double top = Math.min(frame.y(from), frame.y(to));
      frame.svg.rectangle(left, top, wide, Math.abs(frame.y(from) - frame.y(to)), colour);
    }
  }

  private static Frame frame(Axis y, List<String> categories, List<Bars> series, Ticks up) {
    List<String> legend = series.stream().map(Bars::name).toList();
    double room = Legend.height(legend);
    double widest = 0;
    for (double value : up.values()) {
      widest = Math.max(widest, Svg.width(y.text(up, value)));
    }
    double slot = (Frame.WIDTH - widest - 18) / categories.size();
    List<List<String>> names = new ArrayList<>();
    int lines = 1;
    for (String category : categories) {
      names.add(Labels.lines(category, slot / Svg.FONT - 0.4, 3));
      lines = Math.max(lines, names.getLast().size());
    }
    double bottom = HEIGHT + room - 16 - LINE * lines;
    Frame frame =
        Frame.bare(
            HEIGHT + room,
            widest + 14,
            Frame.WIDTH - 4,
            Frame.TOP + room,
            bottom,
            new Ticks(0, categories.size(), 1),
            up);
    frame.horizontalRules(y);
    Legend.draw(frame.svg, legend, 26);
    for (int i = 0; i < names.size(); i++) {
      double line = bottom + 18;
      for (String words : names.get(i)) {
        frame.svg.text(frame.x(i + 0.5), line, words, Anchor.MIDDLE, Palette.SOFT);
        line += LINE;
      }
    }
    return frame;
  }

  /** Lying bars, named at the left, with the interval as a line. */
  public static String horizontal(Axis x, List<Bar> bars) {
    double[] range =
        Series.range(
            bars.stream().mapToDouble(Bar::value).toArray(),
            bars.stream().mapToDouble(Bar::low).toArray(),
            bars.stream().mapToDouble(Bar::high).toArray(),
            new double[] {0});
    Rows rows =
        Rows.of(bars.stream().map(Bar::name).toList(), x, x.ticks(range[0], range[1], 6), 0);
    for (int i = 0; i < bars.size(); i++) {
      rows.name(i, Palette.INK);
      lying(rows, i, bars.get(i));
    }
    return rows.frame().svg.picture(x.label());
  }

  private static void lying(Rows rows, int row, Bar bar) {
    Frame frame = rows.frame();
    double y = rows.middle(row);
    if (Double.isFinite(bar.value())) {
      double from = Math.min(frame.x(0), frame.x(bar.value()));
      double wide = Math.abs(frame.x(bar.value()) - frame.x(0));
      double high = Math.min(18, rows.height() * FULL);
      frame.svg.rectangle(from, y - high / 2, wide, high, Palette.category(0));
    } else {
      frame.svg.text(frame.x(0) + 6, y + 4, "–", Anchor.START, Palette.SOFT);
    }
    if (Double.isFinite(bar.low()) && Double.isFinite(bar.high())) {
      double from = frame.x(bar.low());
      double to = frame.x(bar.high());
      frame.svg.line(from, y, to, y, Palette.INK, 1.5);
      frame.svg.line(from, y - 4, from, y + 4, Palette.INK, 1.5);
      frame.svg.line(to, y - 4, to, y + 4, Palette.INK, 1.5);
    }
  }

  private static double[][] concat(double[][] columns, double[] last) {
    double[][] all = java.util.Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = last;
    return all;
  }
}
