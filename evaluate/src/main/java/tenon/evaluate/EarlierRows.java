package tenon.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a panel before each unit's own treatment, where starts that never were can be looked
 * at without the true effect.
 */
final class EarlierRows {
  private static final int NEVER = Integer.MAX_VALUE;

  private EarlierRows() {}

  /**
   * The rows, with the treatment replaced by one from the middle of each treated unit's periods on;
   * units with fewer than two periods before their start are left out. Null after it was told why
   * there are none.
   *
   * @param treatment column above 0 where treated
   */
  static @Nullable Observations of(
      Observations data, RegressionSpec spec, String treatment, Notes notes) {
    if (!data.has(treatment) || data.isText(treatment)) {
      notes.error("placebo-column", null, treatment);
      return null;
    }
    Coding units = Coding.of(data, spec.formula().fixedEffects().get(0).columns());
    Coding periods = Coding.of(data, spec.formula().fixedEffects().get(1).columns());
    double[] treated = data.numbers(treatment);
    int[] starts = starts(units, periods, treated);
    int[] middles = middles(units, periods, starts);
    if (Arrays.stream(middles).allMatch(middle -> middle == NEVER)) {
      notes.error("placebo-no-before", null, treatment);
      return null;
    }
    int[] rows =
        IntStream.range(0, data.rows())
            .filter(
                row ->
                    units.code(row) >= 0
                        && periods.code(row) < starts[units.code(row)]
                        && (starts[units.code(row)] == NEVER || middles[units.code(row)] < NEVER))
            .toArray();
    double[] pretended = new double[rows.length];
    Arrays.setAll(pretended, i -> periods.code(rows[i]) >= middles[units.code(rows[i])] ? 1 : 0);
    return data.rows(rows).with(treatment, pretended);
  }

  private static int[] starts(Coding units, Coding periods, double[] treated) {
    int[] starts = new int[units.count()];
    Arrays.fill(starts, NEVER);
    for (int row = 0; row < treated.length; row++) {
      int unit = units.code(row);
      if (unit >= 0 && periods.code(row) >= 0 && treated[row] > 0) {
        starts[unit] = Math.min(starts[unit], periods.code(row));
      }
    }
    return starts;
  }

  /** Of each treated unit the middle one of its periods before the start; never the first. */
  private static int[] middles(Coding units, Coding periods, int[] starts) {
    BitSet[] known = new BitSet[starts.length];
    for (int row = 0; row < units.rows(); row++) {
      int unit = units.code(row);
      int period = periods.code(row);
      if (unit >= 0 && period >= 0 && starts[unit] < NEVER && period < starts[unit]) {
        known[unit] = known[unit] == null ? new BitSet() : known[unit];
        known[unit].set(period);
      }
    }
    int[] middles = new int[starts.length];
    Arrays.setAll(
        middles,
        unit ->
            known[unit] == null || known[unit].cardinality() < 2
                ? NEVER
                : known[unit].stream()
                    .skip(known[unit].cardinality() / 2)
                    .findFirst()
                    .orElseThrow());
    return middles;
  }
}
