package tenon.study.chart;

import java.util.ArrayList;
import java.util.List;
import tenon.study.chart.Svg.Anchor;

/** Points by two numbers, named where there is room; in four quadrants for Moran's picture. */
public final class ScatterChart {
  private static final double HEIGHT = 440;
  private static final double DOT = 4;

  /** More points than these are not named one by one. */
  private static final int NAMED = 60;

  private ScatterChart() {}

  public static String of(Axis x, Axis y, List<Point> points) {
    Frame frame = frame(x, y, points, Double.NaN, Double.NaN);
    draw(frame, points, new Boxes(frame));
    return frame.svg.picture(y.label());
  }

  /**
   * Points around a middle.
   *
   * @param names of the quadrants: upper right, upper left, lower left, lower right
   * @param slope of the line through the middle, or NaN for none
   */
  public static String quadrants(
      Axis x,
      Axis y,
      List<Point> points,
      double xMiddle,
      double yMiddle,
      List<String> names,
      double slope) {
    Frame frame = frame(x, y, points, xMiddle, yMiddle);
    double across = frame.x(xMiddle);
    double up = frame.y(yMiddle);
    frame.svg.line(across, frame.top, across, frame.bottom, Palette.AXIS, 1);
    frame.svg.line(frame.left, up, frame.right, up, Palette.AXIS, 1);
    Boxes boxes = new Boxes(frame);
    corners(frame, names, boxes);
    if (Double.isFinite(slope)) {
      fitted(frame, xMiddle, yMiddle, slope);
    }
    draw(frame, points, boxes);
    return frame.svg.picture(y.label());
  }

  private static Frame frame(Axis x, Axis y, List<Point> points, double xMiddle, double yMiddle) {
    double[] across =
        Series.range(points.stream().mapToDouble(Point::x).toArray(), new double[] {xMiddle});
    double[] up =
        Series.range(points.stream().mapToDouble(Point::y).toArray(), new double[] {yMiddle});
    return Frame.of(
        HEIGHT, x, y, x.ticks(across[0], across[1], 8), y.ticks(up[0], up[1], 6), 10, 6);
  }

  private static void corners(Frame frame, List<String> names, Boxes boxes) {
    double right = frame.right - 6;
    double left = frame.left + 6;
    double top = frame.top + 14;
    double bottom = frame.bottom - 8;
    for (int corner = 0; corner < 4; corner++) {
      boolean onTheRight = corner == 0 || corner == 3;
      boxes.take(
          onTheRight ? right : left, corner < 2 ? top : bottom, names.get(corner), onTheRight);
    }
    frame.svg.text(right, top, names.get(0), Anchor.END, Palette.SOFT, 12, true);
    frame.svg.text(left, top, names.get(1), Anchor.START, Palette.SOFT, 12, true);
    frame.svg.text(left, bottom, names.get(2), Anchor.START, Palette.SOFT, 12, true);
    frame.svg.text(right, bottom, names.get(3), Anchor.END, Palette.SOFT, 12, true);
  }

  /** The line through the middle, cut where it leaves the area. */
  private static void fitted(Frame frame, double xMiddle, double yMiddle, double slope) {
    List<double[]> ends = new ArrayList<>();
    double[] across = {frame.left, frame.right};
    double unit = frame.x(xMiddle + 1) - frame.x(xMiddle);
    double rise = frame.y(yMiddle + slope) - frame.y(yMiddle);
    for (double x : across) {
      double y = frame.y(yMiddle) + (x - frame.x(xMiddle)) * rise / unit;
      double held = Math.clamp(y, frame.top, frame.bottom);
      double at = held == y ? x : frame.x(xMiddle) + (held - frame.y(yMiddle)) * unit / rise;
      ends.add(new double[] {at, held});
    }
    frame.svg.polyline(ends, Palette.category(1), 1.5, "5 3");
  }

  private static void draw(Frame frame, List<Point> points, Boxes boxes) {
    for (Point point : points) {
      if (isKnown(point)) {
        boxes.take(frame.x(point.x()), frame.y(point.y()), DOT);
      }
    }
    for (Point point : points) {
      if (isKnown(point)) {
        String colour = Palette.category(point.group());
        frame.svg.circle(frame.x(point.x()), frame.y(point.y()), DOT, colour, "#ffffff");
      }
    }
    for (Point point : points.size() <= NAMED ? points : List.<Point>of()) {
      if (isKnown(point) && !point.name().isEmpty()) {
        boxes.name(frame.x(point.x()), frame.y(point.y()), point.name());
      }
    }
  }

  private static boolean isKnown(Point point) {
    return Double.isFinite(point.x()) && Double.isFinite(point.y());
  }
}
