package tenon.study.chart;

import tenon.study.chart.Svg.Anchor;

/**
 * A position worth a line of its own: the start of a policy, the estimate among placebos.
 *
 * @param name what is written beside the line; may be empty
 * @param value where it stands on the horizontal axis
 */
public record Marker(String name, double value) {
  private static final String COLOUR = "#b34700";

  /** Draws an upright line with its name above, inside the width of the picture. */
  void vertical(Frame frame) {
    double x = frame.x(value);
    frame.svg.line(x, frame.top - 6, x, frame.bottom, COLOUR, 1.5, "5 3");
    double half = Svg.width(name) / 2;
    double place = Math.clamp(x, half + 2, Frame.WIDTH - half - 2);
    frame.svg.text(place, frame.top - 10, name, Anchor.MIDDLE, COLOUR);
  }
}
