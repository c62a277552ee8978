package tenon.study.chart;

import java.util.ArrayList;
import java.util.List;
import tenon.study.chart.Svg.Anchor;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;

/**
 * Several profiles over the same spokes, each from zero in the middle to the same highest value.
 */
public final class RadarChart {
  private static final double RADIUS = 170;
  private static final double LINE = 14;
  private static final int RINGS = 4;

  private RadarChart() {}

  /**
   * Profiles as closed lines.
   *
   * @param axes names of the spokes, at least three
   * @param highest value at the outer ring
   */
  public static String of(List<String> axes, double highest, List<Bars> profiles) {
    List<String> legend = profiles.stream().map(Bars::name).toList();
    double room = Legend.height(legend);
    double middleX = Frame.WIDTH / 2;
    double middleY = room + 34 + RADIUS;
    double lowest = 0;
    for (int i = 0; i < axes.size(); i++) {
      lowest = Math.max(lowest, place(0, 0, RADIUS, i, axes.size())[1]);
    }
    Svg svg = new Svg(Frame.WIDTH, middleY + lowest + 34);
    Legend.draw(svg, legend, 4);
    for (int ring = 1; ring <= RINGS; ring++) {
      double radius = RADIUS * ring / RINGS;
      List<double[]> corners = new ArrayList<>();
      for (int i = 0; i <= axes.size(); i++) {
        corners.add(place(middleX, middleY, radius, i, axes.size()));
      }
      svg.polyline(corners, Palette.GRID, 1, "");
      String label = Numbers.shown(highest * ring / RINGS);
      svg.text(middleX + 4, middleY - radius + 11, label, Anchor.START, Palette.SOFT, 10, false);
    }
    for (int i = 0; i < axes.size(); i++) {
      double[] end = place(middleX, middleY, RADIUS, i, axes.size());
      svg.line(middleX, middleY, end[0], end[1], Palette.GRID, 1);
      name(svg, axes.get(i), place(middleX, middleY, RADIUS + 14, i, axes.size()), middleX);
    }
    for (int i = 0; i < profiles.size(); i++) {
      profile(svg, profiles.get(i), i, highest, middleX, middleY);
    }
    return svg.picture(String.join(", ", axes));
  }

  private static double[] place(double x, double y, double radius, int spoke, int spokes) {
    double angle = 2 * Math.PI * spoke / spokes;
    return new double[] {x + radius * Math.sin(angle), y - radius * Math.cos(angle)};
  }

  private static void name(Svg svg, String name, double[] at, double middleX) {
    double off = at[0] - middleX;
    Anchor anchor = Math.abs(off) < 10 ? Anchor.MIDDLE : off > 0 ? Anchor.START : Anchor.END;
    List<String> lines = Labels.lines(name, 14, 2);
    double y = at[1] + 4 - LINE * (lines.size() - 1) / 2;
    for (String line : lines) {
      svg.text(at[0], y, line, anchor, Palette.INK);
      y += LINE;
    }
  }

  private static void profile(
      Svg svg, Bars profile, int number, double highest, double x, double y) {
    double[] values = profile.values();
    List<double[]> corners = new ArrayList<>();
    for (int i = 0; i <= values.length; i++) {
      int spoke = i % values.length;
      double share = Double.isFinite(values[spoke]) ? values[spoke] / highest : 0;
      corners.add(place(x, y, RADIUS * Math.clamp(share, 0, 1), spoke, values.length));
    }
    String colour = Palette.category(number);
    svg.polygon(corners, colour, 0.08);
    svg.polyline(corners, colour, 2, "");
    corners.forEach(corner -> svg.circle(corner[0], corner[1], 2.5, colour, colour));
  }
}
