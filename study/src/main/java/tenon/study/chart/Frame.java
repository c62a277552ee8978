package tenon.study.chart;

import tenon.study.chart.Svg.Anchor;

/** The area of a chart that is drawn in, and how numbers lie in it. */
final class Frame {
  static final double WIDTH = 720;

  /** Room above the area for the name of the vertical axis. */
  static final double TOP = 30;

  private static final double BELOW = 46;

  final Svg svg;
  final double left;
  final double right;
  final double top;
  final double bottom;
  private final Ticks across;
  private final Ticks up;

  private Frame(
      Svg svg, double left, double right, double top, double bottom, Ticks across, Ticks up) {
    this.svg = svg;
    this.left = left;
    this.right = right;
    this.top = top;
    this.bottom = bottom;
    this.across = across;
    this.up = up;
  }

  /**
   * Draws both axes with their numbers.
   *
   * @param rightRoom room at the right for labels of series
   */
  static Frame of(
      double height, Axis x, Axis y, Ticks across, Ticks up, double rightRoom, double topRoom) {
    double widest = 0;
    for (double value : up.values()) {
      widest = Math.max(widest, Svg.width(y.text(up, value)));
    }
    double last = Svg.width(x.text(across, across.high())) / 2 + 2;
    Svg svg = new Svg(WIDTH, height);
    Frame frame =
        new Frame(
            svg,
            Math.max(widest + 14, 24),
            WIDTH - Math.max(rightRoom, last),
            TOP + topRoom,
            height - BELOW,
            across,
            up);
    frame.axes(x, y);
    return frame;
  }

  /** An area without axes of numbers. */
  static Frame bare(
      double height, double left, double right, double top, double bottom, Ticks across, Ticks up) {
    return new Frame(new Svg(WIDTH, height), left, right, top, bottom, across, up);
  }

  double x(double value) {
    return left + (value - across.low()) / (across.high() - across.low()) * (right - left);
  }

  double y(double value) {
    return bottom - (value - up.low()) / (up.high() - up.low()) * (bottom - top);
  }

  private void axes(Axis x, Axis y) {
    horizontalRules(y);
    for (double value : across.values()) {
      svg.line(x(value), bottom, x(value), bottom + 4, Palette.AXIS, 1);
      svg.text(x(value), bottom + 18, x.text(across, value), Anchor.MIDDLE, Palette.SOFT);
    }
    svg.line(left, bottom, right, bottom, Palette.AXIS, 1);
    svg.text((left + right) / 2, bottom + 38, x.label(), Anchor.MIDDLE, Palette.SOFT);
  }

  /** Rules and numbers of the vertical axis, whose name stands above it. */
  void horizontalRules(Axis y) {
    for (double value : up.values()) {
      svg.line(left, y(value), right, y(value), Palette.GRID, 1);
      svg.text(left - 8, y(value) + 4, y.text(up, value), Anchor.END, Palette.SOFT);
    }
    if (up.low() < 0 && up.high() > 0) {
      svg.line(left, y(0), right, y(0), Palette.AXIS, 1);
    }
    svg.text(2, 15, y.label(), Anchor.START, Palette.SOFT);
  }

  /** Rules and numbers of a horizontal axis below rows. */
  void verticalRules(Axis x) {
    for (double value : across.values()) {
      svg.line(x(value), top, x(value), bottom, Palette.GRID, 1);
      svg.text(x(value), bottom + 18, x.text(across, value), Anchor.MIDDLE, Palette.SOFT);
    }
    if (across.low() <= 0 && across.high() > 0) {
      svg.line(x(0), top, x(0), bottom, Palette.AXIS, 1);
    }
    svg.text((left + right) / 2, bottom + 38, x.label(), Anchor.MIDDLE, Palette.SOFT);
  }
}
