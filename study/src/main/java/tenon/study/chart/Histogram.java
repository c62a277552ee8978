package tenon.study.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How often values fall into steps of equal width, with lines at named values. */
public final class Histogram {
  private static final double HEIGHT = 360;

  /** Places at which a density is drawn. */
  private static final int CURVE = 241;

  private Histogram() {}

  /**
   * Counts of values; those that are not finite are left out.
   *
   * @param countLabel name of the vertical axis
   * @param bins number of steps, at least one
   */
  public static String of(
      Axis x, String countLabel, double[] values, int bins, List<Marker> markers) {
    return of(x, countLabel, values, bins, markers, false);
  }

  /**
   * Counts of values with their density drawn over them: Gaussian kernels of Silverman's width
   * (1986, equation 3.31), as high as the counts it expects.
   */
  public static String withDensity(
      Axis x, String countLabel, double[] values, int bins, List<Marker> markers) {
    return of(x, countLabel, values, bins, markers, true);
  }

  private static String of(
      Axis x, String countLabel, double[] values, int bins, List<Marker> markers, boolean density) {
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
    double[] curve = density ? expected(known, across, wide) : new double[0];
    double most =
        Math.max(Arrays.stream(counts).max().orElse(1), Arrays.stream(curve).max().orElse(0));
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
    List<double[]> line = new ArrayList<>();
    for (int i = 0; i < curve.length; i++) {
      line.add(
          new double[] {
            frame.x(across.low() + (across.high() - across.low()) * i / (CURVE - 1)),
            frame.y(curve[i])
          });
    }
    if (!line.isEmpty()) {
      frame.svg.polyline(line, Palette.INK, 1.5, "");
    }
    markers.forEach(marker -> marker.vertical(frame));
    return frame.svg.picture(countLabel);
  }

  /** Counts that the density expects in a step around each of evenly spaced places. */
  private static double[] expected(double[] values, Ticks across, double wide) {
    if (values.length < 2) {
      return new double[0];
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).average().orElse(0);
    double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
    double spread = Math.sqrt(squares / (sorted.length - 1));
    double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    double width =
        .9
            * (quartiles > 0 ? Math.min(spread, quartiles / 1.34) : spread)
            * Math.pow(sorted.length, -.2);
    if (!(width > 0)) {
      return new double[0];
    }
    double[] curve = new double[CURVE];
    for (int i = 0; i < CURVE; i++) {
      double at = across.low() + (across.high() - across.low()) * i / (CURVE - 1);
      for (double value : sorted) {
        double off = (at - value) / width;
        curve[i] += Math.exp(-off * off / 2);
      }
      curve[i] *= wide / (width * Math.sqrt(2 * Math.PI));
    }
    return curve;
  }
}
