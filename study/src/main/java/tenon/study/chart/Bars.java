package tenon.study.chart;

/**
 * One value for each category.
 *
 * @param name what the values are of, as it stands in the legend
 * @param values by category; NaN where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record Bars(String name, double[] values) {
  public Bars {
    values = values.clone();
  }
}
