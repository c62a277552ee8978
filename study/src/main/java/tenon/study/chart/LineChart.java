package tenon.study.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tenon.study.chart.Svg.Anchor;
import tenon.study.text.Labels;

/** Curves over a common axis, each named at its end, with bands; also curves of density. */
public final class LineChart {
  private static final double HEIGHT = 380;
  private static final double LABEL = 15;

  /** Letters of a name at the end of a curve before it is broken. */
  private static final double LABEL_WIDTH = 12;

  private static final double BAND = 0.18;

  private LineChart() {}

  /** Curves with bands; the vertical axis fits the data. */
  public static String of(Axis x, Axis y, List<Series> series) {
    return draw(x, y, series, List.of(), false);
  }

  /** Curves, and vertical lines at named positions: the start of a policy, a disruption. */
  public static String of(Axis x, Axis y, List<Series> series, List<Marker> markers) {
    return draw(x, y, series, markers, false);
  }

  /** Curves of density: the area under each is shaded and the vertical axis begins at zero. */
  public static String density(Axis x, Axis y, List<Series> series, List<Marker> markers) {
    return draw(x, y, series, markers, true);
  }

  private static String draw(
      Axis x, Axis y, List<Series> series, List<Marker> markers, boolean shaded) {
    double[] across = Series.range(series.stream().map(Series::x).toArray(double[][]::new));
    double[] up = up(series);
    double least = shaded ? 0 : up[0];
    double room = shaded ? 10 : labelRoom(series);
    Frame frame =
        Frame.of(
            HEIGHT,
            x,
            y,
            x.close(across[0], across[1], 8),
            y.ticks(least, up[1], 5),
            room,
            markers.isEmpty() ? 0 : 16);
    for (int i = 0; i < series.size(); i++) {
      band(frame, series.get(i), Palette.category(i));
      if (shaded) {
        shade(frame, series.get(i), Palette.category(i));
      }
    }
    markers.forEach(marker -> marker.vertical(frame));
    for (int i = 0; i < series.size(); i++) {
      curve(frame, series.get(i), Palette.category(i));
    }
    if (shaded) {
      peaks(frame, series);
    } else {
      labels(frame, series);
    }
    return frame.svg.picture(y.label());
  }

  private static double[] up(List<Series> series) {
    double[][] columns = new double[series.size() * 3][];
    for (int i = 0; i < series.size(); i++) {
      columns[3 * i] = series.get(i).y();
      columns[3 * i + 1] = series.get(i).low();
      columns[3 * i + 2] = series.get(i).high();
    }
    return Series.range(columns);
  }

  private static double labelRoom(List<Series> series) {
    double widest = 0;
    for (Series one : series) {
      for (String line : Labels.lines(one.name(), LABEL_WIDTH, 2)) {
        widest = Math.max(widest, Svg.width(line));
      }
    }
    return widest == 0 ? 0 : widest + 12;
  }

  private static void band(Frame frame, Series series, String colour) {
    List<double[]> upper = new ArrayList<>();
    List<double[]> lower = new ArrayList<>();
    for (int i = 0; i < series.low().length; i++) {
      if (Double.isFinite(series.low()[i]) && Double.isFinite(series.high()[i])) {
        upper.add(new double[] {frame.x(series.x()[i]), frame.y(series.high()[i])});
        lower.addFirst(new double[] {frame.x(series.x()[i]), frame.y(series.low()[i])});
      }
    }
    upper.addAll(lower);
    if (!upper.isEmpty()) {
      frame.svg.polygon(upper, colour, BAND);
    }
  }

  private static void shade(Frame frame, Series series, String colour) {
    List<double[]> area = new ArrayList<>(points(frame, series, 0, series.x().length));
    if (area.isEmpty()) {
      return;
    }
    area.addFirst(new double[] {area.getFirst()[0], frame.bottom});
    area.addLast(new double[] {area.getLast()[0], frame.bottom});
    frame.svg.polygon(area, colour, BAND / 2);
  }

  private static void curve(Frame frame, Series series, String colour) {
    int start = 0;
    for (int i = 0; i <= series.x().length; i++) {
      if (i == series.x().length || !Double.isFinite(series.y()[i])) {
        List<double[]> points = points(frame, series, start, i);
        if (points.size() == 1) {
          frame.svg.circle(points.getFirst()[0], points.getFirst()[1], 2.5, colour, colour);
        } else if (!points.isEmpty()) {
          frame.svg.polyline(points, colour, 2, "");
        }
        start = i + 1;
      }
    }
  }

  private static List<double[]> points(Frame frame, Series series, int from, int to) {
    List<double[]> points = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (Double.isFinite(series.y()[i])) {
        points.add(new double[] {frame.x(series.x()[i]), frame.y(series.y()[i])});
      }
    }
    return points;
  }

  /** Names at the ends of curves, moved apart where they would overlap. */
  private static void labels(Frame frame, List<Series> series) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      double last = last(series.get(i));
      if (!Double.isNaN(last) && !series.get(i).name().isEmpty()) {
        List<String> lines = Labels.lines(series.get(i).name(), LABEL_WIDTH, 2);
        labels.add(new Label(frame.y(last), lines, Palette.category(i)));
      }
    }
    labels.sort(Comparator.comparingDouble(Label::y));
    double[] places = spread(labels, frame.top - 6, frame.bottom + 8);
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      double y = places[i];
      for (String line : label.lines()) {
        frame.svg.text(frame.right + 8, y + 4, line, Anchor.START, label.colour());
        y += LABEL;
      }
    }
  }

  /** Names at the peaks of densities, whose ends all lie on the axis. */
  private static void peaks(Frame frame, List<Series> series) {
    Boxes boxes = new Boxes(frame);
    for (Series one : series) {
      int top = peak(one);
      if (top >= 0 && !one.name().isEmpty()) {
        boxes.take(frame.x(one.x()[top]), frame.y(one.y()[top]), 2);
      }
    }
    for (int i = 0; i < series.size(); i++) {
      int top = peak(series.get(i));
      if (top >= 0 && !series.get(i).name().isEmpty()) {
        double x = frame.x(series.get(i).x()[top]);
        double y = frame.y(series.get(i).y()[top]);
        frame.svg.circle(x, y, 3, Palette.category(i), "#ffffff");
        boxes.above(x, y, series.get(i).name());
      }
    }
  }

  private static int peak(Series series) {
    int top = -1;
    for (int i = 0; i < series.y().length; i++) {
      if (Double.isFinite(series.y()[i]) && (top < 0 || series.y()[i] > series.y()[top])) {
        top = i;
      }
    }
    return top;
  }

  private static double last(Series series) {
    return Arrays.stream(series.y()).filter(Double::isFinite).reduce(Double.NaN, (a, b) -> b);
  }

  /** Places of labels from top to bottom, near where they belong. */
  private static double[] spread(List<Label> labels, double top, double bottom) {
    double[] places = new double[labels.size()];
    double free = top;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(labels.get(i).y(), free);
      free = places[i] + LABEL * labels.get(i).lines().size();
    }
    double limit = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], limit - LABEL * labels.get(i).lines().size());
      limit = places[i];
    }
    return places;
  }

  private record Label(double y, List<String> lines, String colour) {}
}
