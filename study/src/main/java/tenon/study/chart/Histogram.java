package tenon.study.chart;

import java.util.Arrays;
import java.util.List;

/** How often values fall into steps of equal width, with lines at named values. */
public final class Histogram {
  private static final double HEIGHT = 360;

  private Histogram() {}

  /**
   * Counts of values; those that are not finite are left out.
   *
   * @param countLabel name of the vertical axis
   * @param bins number of steps, at least one
   */
  public static String of(
      Axis x, String countLabel, double[] values, int bins, List<Marker> markers) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
    double[] range = Series.range(known, markers.stream().mapToDouble(Marker::value).toArray());
    Ticks across = x.ticks(range[0], range[1], 8);
    double wide = (across.high() - across.low()) / bins;
    double[] counts = new double[bins];
    for (double value : known) {
      int bin = (int) Math.floor((value - across.low()) / wide);
      counts[Math.clamp(bin, 0, bins - 1)]++;
    }
    Axis y = Axis.of(countLabel, 0, Double.NaN);
    double most = Arrays.stream(counts).max().orElse(1);
    Frame frame =
        Frame.of(
            HEIGHT, x, y, across, y.ticks(0, Math.max(1, most), 5), 0, markers.isEmpty() ? 0 : 16);
    for (int bin = 0; bin < bins; bin++) {
      double left = frame.x(across.low() + wide * bin);
      double right = frame.x(across.low() + wide * (bin + 1));
      double top = frame.y(counts[bin]);
      frame.svg.rectangle(
          left + 0.5, top, right - left - 1, frame.bottom - top, Palette.category(4));
    }
    markers.forEach(marker -> marker.vertical(frame));
    return frame.svg.picture(countLabel);
  }
}
