package tenon.study.chart;

import java.util.List;
import tenon.study.chart.Estimate.Named;
import tenon.study.chart.Svg.Anchor;

/** Estimates with their intervals beside zero: an event study, or coefficients by name. */
public final class EffectChart {
  private static final double HEIGHT = 380;
  private static final double DOT = 4;
  private static final double CAP = 4;

  private EffectChart() {}

  /** Estimates along an axis of periods; those whose interval holds zero are hollow. */
  public static String overTime(Axis x, Axis y, List<Estimate> estimates, List<Marker> markers) {
    double[] at = estimates.stream().mapToDouble(Estimate::at).toArray();
    double[] low = estimates.stream().mapToDouble(Estimate::low).toArray();
    double[] high = estimates.stream().mapToDouble(Estimate::high).toArray();
    double[] across = Series.range(at, markers.stream().mapToDouble(Marker::value).toArray());
    double[] up = Series.range(low, high, new double[] {0});
    Ticks periods = Ticks.within(across[0] - 0.5, across[1] + 0.5, 10);
    Ticks whole = periods.step() < 1 ? new Ticks(periods.low(), periods.high(), 1) : periods;
    Frame frame =
        Frame.of(HEIGHT, x, y, whole, y.ticks(up[0], up[1], 6), 0, markers.isEmpty() ? 0 : 16);
    frame.svg.line(frame.left, frame.y(0), frame.right, frame.y(0), Palette.INK, 1);
    markers.forEach(marker -> marker.vertical(frame));
    for (Estimate estimate : estimates) {
      upright(frame, estimate);
    }
    return frame.svg.picture(y.label());
  }

  private static void upright(Frame frame, Estimate estimate) {
    if (!Double.isFinite(estimate.value())) {
      return;
    }
    double x = frame.x(estimate.at());
    String colour = Palette.category(0);
    if (estimate.high() > estimate.low()) {
      double top = frame.y(estimate.high());
      double bottom = frame.y(estimate.low());
      frame.svg.line(x, top, x, bottom, colour, 1.5);
      frame.svg.line(x - CAP, top, x + CAP, top, colour, 1.5);
      frame.svg.line(x - CAP, bottom, x + CAP, bottom, colour, 1.5);
    }
    dot(frame, x, frame.y(estimate.value()), estimate.low(), estimate.high());
  }

  private static void dot(Frame frame, double x, double y, double low, double high) {
    boolean sure = low > 0 || high < 0;
    frame.svg.circle(x, y, DOT, sure ? Palette.category(0) : "#ffffff", Palette.category(0));
  }

  /**
   * Estimates one below the other, named at the left; those whose interval holds zero are hollow,
   * and so are those without one.
   */
  public static String named(Axis x, List<Named> estimates) {
    double[] low = estimates.stream().mapToDouble(Named::low).toArray();
    double[] high = estimates.stream().mapToDouble(Named::high).toArray();
    double[] values = estimates.stream().mapToDouble(Named::value).toArray();
    double[] range = Series.range(low, high, values, new double[] {0});
    List<String> names = estimates.stream().map(Named::name).toList();
    Rows rows = Rows.of(names, x, x.ticks(range[0], range[1], 6), 0);
    for (int i = 0; i < estimates.size(); i++) {
      Named estimate = estimates.get(i);
      double y = rows.middle(i);
      rows.name(i, Palette.INK);
      if (Double.isFinite(estimate.value())) {
        if (estimate.high() >= estimate.low()) {
          double from = rows.frame().x(estimate.low());
          double to = rows.frame().x(estimate.high());
          rows.frame().svg.line(from, y, to, y, Palette.category(0), 1.5);
          rows.frame().svg.line(from, y - CAP, from, y + CAP, Palette.category(0), 1.5);
          rows.frame().svg.line(to, y - CAP, to, y + CAP, Palette.category(0), 1.5);
        }
        dot(rows.frame(), rows.frame().x(estimate.value()), y, estimate.low(), estimate.high());
      } else {
        rows.frame().svg.text(rows.frame().left + 6, y + 4, "–", Anchor.START, Palette.SOFT);
      }
    }
    return rows.frame().svg.picture(x.label());
  }
}
