package tenon.twin.site;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Demands;
import tenon.model.Resource;

/**
 * Demand as it was, day by day. It rules a demand that states neither a deviation nor a
 * distribution other than {@code deterministic}, and no share of days without any. Where no start
 * date is given, the earliest date of the table is day 0; a day within a demand's own dates that
 * has no row had no demand; before and after them, and in a warm-up, demand is the mean.
 */
final class DemandSeries {
  private final double[] @Nullable [] quantities;
  private final int[] firstDay;

  private DemandSeries(int demands) {
    quantities = new double[demands][];
    firstDay = new int[demands];
  }

  /**
   * The series of a chain.
   *
   * @param origin date of day 0, days since 1970-01-01
   */
  static DemandSeries of(Chain chain, long origin) {
    Demands demands = chain.demands();
    DemandSeries series = new DemandSeries(demands.count());
    Columns table = chain.table(Resource.DEMAND_SERIES);
    if (table.rows() == 0) {
      return series;
    }
    Map<String, Integer> rows = new HashMap<>();
    for (int demand = 0; demand < demands.count(); demand++) {
      if (isFixed(chain, demand)) {
        rows.put(
            key(
                chain.sites().keys().key(demands.site(demand)),
                chain.products().keys().key(demands.product(demand))),
            demand);
      }
    }
    series.read(table, rows, origin);
    return series;
  }

  private static boolean isFixed(Chain chain, int demand) {
    String law = chain.table(Resource.DEMAND).text("distribution", demand);
    boolean spread = chain.demands().sdPerDay(demand) > 0 || chain.demands().zeroShare(demand) > 0;
    return law == null ? !spread : law.equals("deterministic");
  }

  private void read(Columns table, Map<String, Integer> rows, long origin) {
    long[] days = new long[table.rows()];
    for (int row = 0; row < days.length; row++) {
      days[row] = LocalDate.parse(Objects.requireNonNull(table.text("date", row))).toEpochDay();
    }
    int[] last = new int[firstDay.length];
    Arrays.fill(firstDay, Integer.MAX_VALUE);
    Arrays.fill(last, Integer.MIN_VALUE);
    for (int row = 0; row < days.length; row++) {
      int demand = demand(table, row, rows);
      if (demand >= 0) {
        firstDay[demand] = Math.min(firstDay[demand], (int) (days[row] - origin));
        last[demand] = Math.max(last[demand], (int) (days[row] - origin));
      }
    }
    for (int demand = 0; demand < last.length; demand++) {
      quantities[demand] =
          last[demand] < firstDay[demand] ? null : new double[last[demand] - firstDay[demand] + 1];
    }
    for (int row = 0; row < days.length; row++) {
      int demand = demand(table, row, rows);
      double[] own = demand < 0 ? null : quantities[demand];
      if (own != null) {
        own[(int) (days[row] - origin) - firstDay[demand]] += table.number("quantity", row);
      }
    }
  }

  private static int demand(Columns table, int row, Map<String, Integer> rows) {
    String key = key(table.text("site_id", row), table.text("product_id", row));
    return rows.getOrDefault(key, -1);
  }

  private static String key(@Nullable String site, @Nullable String product) {
    return site + "\u001f" + product;
  }

  /** Whether a demand follows a series. */
  boolean rules(int demand) {
    return quantities[demand] != null;
  }

  /** Units on a day, or the mean outside the series. */
  double on(int demand, int day, double mean) {
    double[] own = quantities[demand];
    int nth = day - firstDay[demand];
    return own == null || nth < 0 || nth >= own.length ? mean : own[nth];
  }
}
