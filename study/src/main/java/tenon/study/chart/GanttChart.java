package tenon.study.chart;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tenon.study.chart.Svg.Anchor;
import tenon.study.text.Labels;

/** What happens when: rows with spans of days, beside the days on which something is broken. */
public final class GanttChart {
  private static final double ROW = 34;
  private static final double BAR = 16;
  private static final double SMALL = 11;
  private static final double NAMES = 306;
  private static final double TOP = 46;

  private GanttChart() {}

  /**
   * Days of a row.
   *
   * @param first first day
   * @param after first day after
   * @param kind number of the name in the legend
   * @param label written inside where it fits
   * @param tip shown to who points at it
   */
  public record Span(double first, double after, int kind, String label, String tip) {}

  /**
   * A row.
   *
   * @param head upper line of its name
   * @param sub what stands below, with arrows between; may be empty
   */
  public record Row(String head, List<String> sub, List<Span> spans) {
    public Row {
      sub = List.copyOf(sub);
      spans = List.copyOf(spans);
    }
  }

  /**
   * Days that concern all rows.
   *
   * @param first first day
   * @param after first day after; the same as the first for a moment
   */
  public record Stretch(double first, double after) {}

  /**
   * Draws the rows from top to bottom.
   *
   * @param days name of the axis
   * @param horizon days shown, from 0
   * @param kinds names of the kinds of spans: more, more by what stood by, less, waiting
   * @param shaded shaded days, named by {@code shade}
   * @param moment a day marked by a line, named by {@code mark}
   */
  public static String of(
      String days,
      double horizon,
      List<String> kinds,
      List<Stretch> shaded,
      String shade,
      double moment,
      String mark,
      List<Row> rows) {
    Axis axis = Axis.of(days, 0, horizon);
    double bottom = TOP + ROW * rows.size();
    Frame frame =
        Frame.bare(
            bottom + 46,
            NAMES,
            Frame.WIDTH - 12,
            TOP,
            bottom,
            axis.ticks(0, horizon, 6),
            new Ticks(0, 1, 1));
    Svg svg = frame.svg;
    for (Stretch stretch : shaded) {
      double left = frame.x(Math.clamp(stretch.first(), 0, horizon));
      double right = frame.x(Math.clamp(stretch.after(), 0, horizon));
      svg.rectangle(left, TOP, right - left, bottom - TOP, Palette.SHADE);
    }
    frame.verticalRules(axis);
    for (int row = 0; row < rows.size(); row++) {
      draw(frame, rows.get(row), TOP + ROW * row);
    }
    double x = frame.x(moment);
    svg.line(x, TOP, x, bottom, Palette.INK, 1, "3 3");
    boolean late = x + 8 + Svg.width(mark, SMALL) > Frame.WIDTH;
    svg.text(x, TOP - 6, mark, late ? Anchor.END : Anchor.START, Palette.SOFT, SMALL, false);
    legend(svg, kinds, used(rows), shaded.isEmpty() ? "" : shade);
    return svg.picture(days);
  }

  private static void draw(Frame frame, Row row, double top) {
    Svg svg = frame.svg;
    double fits = (NAMES - 10) / Svg.FONT / 1.04;
    List<String> head = Labels.lines(row.head(), fits, 1);
    double share = (fits * Svg.FONT / SMALL - 2 * (row.sub().size() - 1)) / row.sub().size();
    String sub =
        row.sub().stream()
            .map(part -> String.join("", Labels.lines(part, share, 1)))
            .collect(Collectors.joining(" → "));
    double base = top + ROW / 2 + (sub.isEmpty() ? 4 : -2);
    head.forEach(line -> svg.text(2, base, line, Anchor.START, Palette.INK));
    svg.text(2, base + 13, sub, Anchor.START, Palette.SOFT, SMALL, false);
    svg.line(2, top + ROW, frame.right, top + ROW, Palette.GRID, 0.6);
    for (Span span : row.spans()) {
      double left = frame.x(span.first());
      double wide = Math.max(1.5, frame.x(span.after()) - left - 1);
      String colour = Palette.deed(span.kind());
      svg.told(span.tip());
      svg.rectangle(left, top + (ROW - BAR) / 2, wide, BAR, colour);
      if (Svg.width(span.label(), SMALL) + 8 <= wide) {
        String ink = Palette.isDark(colour) ? "#ffffff" : Palette.INK;
        svg.text(
            left + wide / 2, top + ROW / 2 + 4, span.label(), Anchor.MIDDLE, ink, SMALL, false);
      }
      svg.end();
    }
  }

  private static Set<Integer> used(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.spans().stream())
        .map(Span::kind)
        .collect(Collectors.toSet());
  }

  private static void legend(Svg svg, List<String> kinds, Set<Integer> used, String shade) {
    double x = 2;
    for (int kind = 0; kind < kinds.size(); kind++) {
      if (!used.contains(kind)) {
        continue;
      }
      x = key(svg, x, Palette.deed(kind), kinds.get(kind));
    }
    if (!shade.isEmpty()) {
      key(svg, x, Palette.SHADE, shade);
    }
  }

  private static double key(Svg svg, double x, String colour, String name) {
    svg.rectangle(x, 6, 11, 11, colour);
    svg.text(x + 16, 16, name, Anchor.START, Palette.INK);
    return x + 34 + Svg.width(name);
  }
}
