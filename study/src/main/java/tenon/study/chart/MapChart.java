package tenon.study.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenon.study.chart.Svg.Anchor;

/**
 * Places where they lie, as dots whose area and colour tell an amount. Equirectangular with true
 * distances along the middle parallel, without borders or coast lines.
 */
public final class MapChart {
  private static final double HEIGHT = 460;
  private static final double LARGEST = 18;
  private static final double SMALLEST = 3.5;
  private static final double MARGIN = 40;

  private MapChart() {}

  /**
   * Draws the places that have coordinates.
   *
   * @param unit what the amount is, with its unit
   */
  public static String of(String unit, List<Place> places) {
    return of(unit, places, List.of());
  }

  /** As above, with areas drawn beneath the places and named. */
  public static String of(String unit, List<Place> places, List<Outline> outlines) {
    List<Place> known =
        places.stream()
            .filter(place -> Double.isFinite(place.latitude() + place.longitude()))
            .sorted(Comparator.comparingDouble((Place place) -> order(place)).reversed())
            .toList();
    double[] values = known.stream().mapToDouble(Place::value).toArray();
    double[] range = Series.range(values);
    List<Place> far = distant(known);
    List<Place> near = known.stream().filter(place -> !far.contains(place)).toList();
    Frame frame = frame(near);
    Boxes boxes = new Boxes(frame);
    graticule(frame, near);
    outlines.forEach(outline -> draw(frame, outline));
    for (Place place : known) {
      double radius = radius(place.value(), range);
      double[] at = at(frame, place, radius);
      String colour = colour(place.value(), range);
      boxes.take(at[0], at[1], radius * 0.75);
      boolean away = far.contains(place);
      frame.svg.circle(at[0], at[1], radius, away ? "#ffffff" : colour, away ? colour : "#ffffff");
    }
    outlines.forEach(outline -> name(frame, boxes, outline));
    for (Place place : known) {
      double radius = radius(place.value(), range);
      double[] at = at(frame, place, radius);
      boxes.name(at[0], at[1], radius, place.name());
    }
    key(frame, unit, range);
    return frame.svg.picture(unit);
  }

  /**
   * Places so far from most others that these would be squeezed: beyond three times the spread of
   * the middle half in either direction, and at most a tenth of all. They are drawn hollow at the
   * edge.
   */
  public static List<Place> distant(List<Place> places) {
    List<Place> known =
        places.stream()
            .filter(place -> Double.isFinite(place.latitude() + place.longitude()))
            .toList();
    double[] north = fences(known.stream().mapToDouble(Place::latitude).sorted().toArray());
    double[] east = fences(known.stream().mapToDouble(Place::longitude).sorted().toArray());
    List<Place> far =
        known.stream()
            .filter(
                place ->
                    place.latitude() < north[0]
                        || place.latitude() > north[1]
                        || place.longitude() < east[0]
                        || place.longitude() > east[1])
            .toList();
    return far.size() * 10 <= known.size() ? far : List.of();
  }

  private static double[] fences(double[] sorted) {
    if (sorted.length == 0) {
      return new double[] {0, 0};
    }
    double low = sorted[sorted.length / 4];
    double high = sorted[sorted.length * 3 / 4];
    double reach = 3 * Math.max(high - low, 0.5);
    return new double[] {low - reach, high + reach};
  }

  /** Where a place is drawn: inside the frame, those beyond at its edge. */
  private static double[] at(Frame frame, Place place, double radius) {
    double room = radius + 1;
    return new double[] {
      Math.clamp(frame.x(place.longitude()), frame.left + room, frame.right - room),
      Math.clamp(frame.y(place.latitude()), frame.top + room, frame.bottom - room)
    };
  }

  private static List<double[]> edge(Frame frame, Outline outline) {
    List<double[]> edge = new ArrayList<>();
    for (double[] corner : outline.corners()) {
      double x = Math.clamp(frame.x(corner[1]), frame.left, frame.right);
      edge.add(new double[] {x, Math.clamp(frame.y(corner[0]), frame.top, frame.bottom)});
    }
    return edge;
  }

  private static void draw(Frame frame, Outline outline) {
    List<double[]> edge = edge(frame, outline);
    frame.svg.polygon(edge, Palette.category(1), 0.09);
    edge.add(edge.getFirst());
    frame.svg.polyline(edge, Palette.category(1), 1.6, outline.dashed() ? "5 4" : "");
  }

  /** Beside the first corner, from the top on, where there is room. */
  private static void name(Frame frame, Boxes boxes, Outline outline) {
    List<double[]> edge = edge(frame, outline);
    edge.sort(Comparator.comparingDouble(corner -> corner[1]));
    for (double[] corner : edge) {
      if (boxes.name(corner[0], corner[1], 2, outline.name())) {
        return;
      }
    }
  }

  private static double order(Place place) {
    return Double.isFinite(place.value()) ? place.value() : Double.NEGATIVE_INFINITY;
  }

  private static double share(double value, double[] range) {
    double low = Math.min(0, range[0]);
    return range[1] == low ? 1 : (value - low) / (range[1] - low);
  }

  private static double radius(double value, double[] range) {
    return Double.isFinite(value)
        ? Math.max(SMALLEST, LARGEST * Math.sqrt(share(value, range)))
        : SMALLEST;
  }

  private static String colour(double value, double[] range) {
    return Double.isFinite(value) ? Palette.amount(0.25 + 0.7 * share(value, range)) : Palette.AXIS;
  }

  /** An area in which a degree of each direction has the length that it has on the ground. */
  private static Frame frame(List<Place> places) {
    double[] north = Series.range(places.stream().mapToDouble(Place::latitude).toArray());
    double[] east = Series.range(places.stream().mapToDouble(Place::longitude).toArray());
    double shrink = Math.max(0.1, Math.cos(Math.toRadians((north[0] + north[1]) / 2)));
    double wide = Math.max(0.5, east[1] - east[0]);
    double high = Math.max(0.5, north[1] - north[0]);
    double area = HEIGHT - 2 * MARGIN - 30;
    double across = Frame.WIDTH - 2 * MARGIN - 60;
    double scale = Math.min(across / (wide * shrink), area / high);
    double margin = MARGIN / scale;
    double halfWide = (Frame.WIDTH - 2) / 2 / (scale * shrink);
    double middleEast = (east[0] + east[1]) / 2;
    double bottom = 40 + high * scale + 2 * MARGIN;
    return Frame.bare(
        bottom + 24,
        1,
        Frame.WIDTH - 1,
        40,
        bottom,
        new Ticks(middleEast - halfWide, middleEast + halfWide, 1),
        new Ticks(north[0] - margin, north[1] + margin, 1));
  }

  private static void graticule(Frame frame, List<Place> places) {
    double[] north = Series.range(places.stream().mapToDouble(Place::latitude).toArray());
    double[] east = Series.range(places.stream().mapToDouble(Place::longitude).toArray());
    for (double value : Ticks.within(east[0], east[1], 5).values()) {
      double x = frame.x(value);
      frame.svg.line(x, frame.top, x, frame.bottom, Palette.GRID, 1);
      frame.svg.text(x, frame.bottom + 16, degrees(value, "E", "W"), Anchor.MIDDLE, Palette.SOFT);
    }
    for (double value : Ticks.within(north[0], north[1], 4).values()) {
      double y = frame.y(value);
      frame.svg.line(frame.left, y, frame.right, y, Palette.GRID, 1);
      frame.svg.text(frame.left + 3, y - 3, degrees(value, "N", "S"), Anchor.START, Palette.SOFT);
    }
  }

  private static String degrees(double value, String positive, String negative) {
    Ticks exact = Ticks.within(0, Math.max(1e-6, Math.abs(value)), 1);
    double whole = Math.rint(value);
    String number =
        Math.abs(value - whole) < 1e-9
            ? Long.toString(Math.abs(Math.round(value)))
            : exact.label(Math.abs(value));
    return number + "°" + (value >= 0 ? positive : negative);
  }

  private static void key(Frame frame, String unit, double[] range) {
    frame.svg.text(2, 15, unit, Anchor.START, Palette.SOFT);
    double x = Math.max(Svg.width(unit) + 40, Frame.WIDTH - 330);
    for (double value : keyed(range)) {
      double radius = radius(value, range);
      x += radius;
      String label = Ticks.around(Math.min(0, range[0]), range[1], 6).label(value);
      frame.svg.circle(x, LARGEST + 1, radius, colour(value, range), "#ffffff");
      frame.svg.text(x + radius + 4, LARGEST + 5, label, Anchor.START, Palette.SOFT);
      x += radius + 14 + Svg.width(label);
    }
  }

  /** Two to four round amounts up to the greatest, for the key; finer steps where few fit. */
  private static List<Double> keyed(double[] range) {
    for (int about = 3; about <= 12; about++) {
      List<Double> values =
          Ticks.around(Math.min(0, range[0]), range[1], about).values().stream()
              .filter(value -> value > 0 && value <= range[1])
              .toList();
      if (values.size() >= 2) {
        return values.subList(Math.max(0, values.size() - 4), values.size());
      }
    }
    return Double.isFinite(range[1]) ? List.of(range[1]) : List.of();
  }
}
