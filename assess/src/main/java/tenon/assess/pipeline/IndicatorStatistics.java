package tenon.assess.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the values of an indicator look like, over all units and periods together; names and flags
 * after COINr's {@code get_stats}. Quantities of no known value are {@code NaN}.
 *
 * @param code the indicator
 * @param min least known value
 * @param max greatest known value
 * @param mean mean of the known values
 * @param median middle of the known values
 * @param deviation standard deviation (n - 1)
 * @param skewness corrected for bias (Joanes and Gill 1998, type 2)
 * @param kurtosis excess, corrected likewise
 * @param cells number of cells
 * @param known number of known values
 * @param nonzero number of known values other than 0
 * @param unique number of different known values
 * @param same how often the most frequent value occurs
 */
public record IndicatorStatistics(
    String code,
    double min,
    double max,
    double mean,
    double median,
    double deviation,
    double skewness,
    double kurtosis,
    int cells,
    int known,
    int nonzero,
    int unique,
    int same) {

  /**
   * From where on an indicator is flagged.
   *
   * @param known least share of known values
   * @param nonzero least share of the known that is not 0
   * @param unique least share of different values among the known
   * @param skewness |skewness| above which, together with
   * @param kurtosis excess kurtosis above this, outliers are likely
   */
  public record Bounds(
      double known, double nonzero, double unique, double skewness, double kurtosis) {
    /** Those of COINr: .65, .5, .5, and the bounds of its rule of treatment, 2 and 3.5. */
    public static Bounds standard() {
      return new Bounds(.65, .5, .5, 2, 3.5);
    }
  }

  /** What is remarkable about an indicator. */
  public enum Flag {
    /** Few values are known. */
    UNKNOWN,
    /** Many values are 0. */
    ZEROS,
    /** Few values differ. */
    REPEATED,
    /** Skewed and with heavy tails. */
    OUTLIERS
  }

  /** Statistics of every indicator of the data, in their order. */
  public static List<IndicatorStatistics> of(DataSet data) {
    List<IndicatorStatistics> all = new ArrayList<>();
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      all.add(of(data.tree().code(node), data.values(node)));
    }
    return all;
  }

  /**
   * Statistics of a column.
   *
   * @param column values, {@code NaN} where unknown
   */
  public static IndicatorStatistics of(String code, double[] column) {
    double[] sorted = Arrays.stream(column).filter(value -> !Double.isNaN(value)).toArray();
    // Adding 0 makes 0 of -0, which is no other value.
    Arrays.setAll(sorted, i -> sorted[i] + 0.0);
    Arrays.sort(sorted);
    int nonzero = 0;
    int unique = 0;
    int same = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      nonzero += sorted[i] == 0 ? 0 : 1;
      boolean repeated = i > 0 && sorted[i] == sorted[i - 1];
      unique += repeated ? 0 : 1;
      run = repeated ? run + 1 : 1;
      same = Math.max(same, run);
    }
    Moments moments = Moments.of(column);
    boolean none = sorted.length == 0;
    return new IndicatorStatistics(
        code,
        none ? Double.NaN : sorted[0],
        none ? Double.NaN : sorted[sorted.length - 1],
        moments.mean(),
        none ? Double.NaN : Moments.quantile(sorted, .5),
        moments.deviation(),
        moments.skewness(),
        moments.kurtosis(),
        column.length,
        sorted.length,
        nonzero,
        unique,
        same);
  }

  /** Share of known values among the cells. */
  public double shareKnown() {
    return (double) known / cells;
  }

  /** Share of the known values that is not 0. */
  public double shareNonzero() {
    return (double) nonzero / known;
  }

  /** Share of different values among the known. */
  public double shareUnique() {
    return (double) unique / known;
  }

  /** Share of the most frequent value among the known. */
  public double shareSame() {
    return (double) same / known;
  }

  /** What is remarkable, in the order of {@link Flag}. */
  public List<Flag> flags(Bounds bounds) {
    List<Flag> flags = new ArrayList<>();
    if (shareKnown() < bounds.known()) {
      flags.add(Flag.UNKNOWN);
    }
    if (shareNonzero() < bounds.nonzero()) {
      flags.add(Flag.ZEROS);
    }
    if (shareUnique() < bounds.unique()) {
      flags.add(Flag.REPEATED);
    }
    if (Math.abs(skewness) > bounds.skewness() && kurtosis > bounds.kurtosis()) {
      flags.add(Flag.OUTLIERS);
    }
    return flags;
  }
}
