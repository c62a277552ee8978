package tenon.study.chart;

import java.util.ArrayList;
import java.util.List;
import tenon.study.text.Numbers;

/**
 * Round numbers along an axis: steps of 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param low lower end of the axis
 * @param high upper end of the axis
 * @param step distance of the numbers
 */
record Ticks(double low, double high, double step) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** An axis that holds all of a range, with about that many numbers; ends are round. */
  static Ticks around(double least, double most, int about) {
    double low = Double.isFinite(least) ? least : 0;
    double high = Double.isFinite(most) ? most : 1;
    if (low == high) {
      double margin = low == 0 ? 1 : Math.abs(low) / 2;
      low -= margin;
      high += margin;
    }
    double step = step((high - low) / about);
    return new Ticks(
        Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
  }

  /** An axis between exactly these ends, whose numbers are round. */
  static Ticks within(double low, double high, int about) {
    return low == high
        ? around(low, high, about)
        : new Ticks(low, high, step((high - low) / about));
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : STEPS) {
      if (rough <= factor * power * 1.0001) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  List<Double> values() {
    List<Double> values = new ArrayList<>();
    long first = (long) Math.ceil(low / step - 1e-9);
    for (long i = first; i * step <= high + 1e-9 * step; i++) {
      values.add(i * step);
    }
    return values;
  }

  /** A number of the axis with the decimals that its step needs. */
  String label(double value) {
    int decimals = 0;
    double scaled = step;
    while (decimals < 10 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * scaled) {
      scaled *= 10;
      decimals++;
    }
    double shown = Math.abs(value) < step * 1e-9 ? 0 : value;
    return Numbers.fixed(shown, decimals).replace('-', '−');
  }
}
