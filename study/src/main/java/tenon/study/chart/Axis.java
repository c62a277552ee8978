package tenon.study.chart;

/**
 * What runs along a side of a chart.
 *
 * @param label what is measured, with its unit: {@code Output (t/d)}
 * @param low lower end, or NaN to fit the data
 * @param high upper end, or NaN to fit the data
 * @param years whether the numbers are years, written without separators
 */
public record Axis(String label, double low, double high, boolean years) {

  public static Axis of(String label) {
    return new Axis(label, Double.NaN, Double.NaN, false);
  }

  public static Axis of(String label, double low, double high) {
    return new Axis(label, low, high, false);
  }

  public static Axis years(String label) {
    return new Axis(label, Double.NaN, Double.NaN, true);
  }

  /** Ends of the axis for data within a range; an end that is declared is kept. */
  Ticks ticks(double least, double most, int about) {
    double from = Double.isNaN(low) ? least : low;
    double to = Double.isNaN(high) ? most : high;
    if (!Double.isNaN(low) && !Double.isNaN(high)) {
      return Ticks.within(from, to, about);
    }
    Ticks ticks = Ticks.around(from, to, about);
    return new Ticks(
        Double.isNaN(low) ? ticks.low() : low,
        Double.isNaN(high) ? ticks.high() : high,
        ticks.step());
  }

  /** A range that fits the data closely, with round numbers inside it. */
  Ticks close(double least, double most, int about) {
    double from = Double.isNaN(low) ? least : low;
    double to = Double.isNaN(high) ? most : high;
    Ticks ticks = Ticks.within(from, to, about);
    return years && ticks.step() < 1 ? new Ticks(ticks.low(), ticks.high(), 1) : ticks;
  }

  String text(Ticks ticks, double value) {
    return years ? Long.toString(Math.round(value)) : ticks.label(value);
  }
}
