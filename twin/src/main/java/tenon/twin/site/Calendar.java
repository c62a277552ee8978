package tenon.twin.site;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Regions;
import tenon.model.Resource;

/**
 * Dates of the days of a run, the days off of sites, and how demand goes with the day of the week
 * and the month. A site has the days off of its working week, and the holidays of its region and of
 * all regions that contain it.
 */
final class Calendar {
  private static final int WEEK = 7;

  /** A Monday; day 0 where nothing else says what it is. */
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  /** Date of day 0, days since 1970-01-01. */
  final long origin;

  private final Chain chain;

  /** Days of the week on which a site works, Monday first; null where no site states any. */
  private final boolean[] @Nullable [] week;

  /** First and last days off by region, days since 1970-01-01; empty where there are none. */
  private final long[][] holidays;

  private final double[] @Nullable [] ofWeek;
  private final double[] @Nullable [] ofYear;

  private Calendar(Chain chain, @Nullable LocalDate start) {
    this.chain = chain;
    origin = origin(chain, start).toEpochDay();
    week = new boolean[chain.sites().count()][];
    for (int site = 0; site < week.length; site++) {
      String days = chain.sites().workingDays(site);
      week[site] = days == null || days.equals("mon-sun") ? null : week(days);
    }
    holidays = holidays(chain);
    ofWeek = new double[chain.demands().count()][];
    ofYear = new double[ofWeek.length][];
    readSeasons(chain.table(Resource.SEASONS));
  }

  /** The calendar of a chain; a date that had to be assumed is told to the blanks. */
  static Calendar of(Chain chain, @Nullable LocalDate start, Blanks blanks) {
    Calendar calendar = new Calendar(chain, start);
    boolean dated = chain.table(Resource.DEMAND_SERIES).rows() > 0;
    if (start == null && !dated && (calendar.rests() || calendar.swings())) {
      blanks.doubt("start-assumed", Resource.SITES, null, "", MONDAY.toString());
    }
    return calendar;
  }

  private static LocalDate origin(Chain chain, @Nullable LocalDate start) {
    if (start != null) {
      return start;
    }
    Columns series = chain.table(Resource.DEMAND_SERIES);
    LocalDate first = null;
    for (int row = 0; row < series.rows(); row++) {
      LocalDate date = date(series, "date", row);
      first = date != null && (first == null || date.isBefore(first)) ? date : first;
    }
    return first == null ? MONDAY : first;
  }

  private static @Nullable LocalDate date(Columns table, String column, int row) {
    int day = table.code(column, row);
    return day == Columns.UNKNOWN_DATE ? null : LocalDate.ofEpochDay(day);
  }

  private static boolean[] week(String days) {
    boolean[] works = new boolean[WEEK];
    switch (days) {
      case "mon-sat" -> Arrays.fill(works, 0, 6, true);
      case "mon-fri" -> Arrays.fill(works, 0, 5, true);
      case "sun-thu" -> {
        Arrays.fill(works, 0, 4, true);
        works[6] = true;
      }
      default -> throw new IllegalArgumentException(days);
    }
    return works;
  }

  private static long[][] holidays(Chain chain) {
    Columns table = chain.table(Resource.HOLIDAYS);
    long[][] all = new long[table.rows()][];
    for (int row = 0; row < all.length; row++) {
      String region = Objects.requireNonNull(table.text("region_id", row));
      long first = table.code("first_day", row);
      int last = table.code("last_day", row);
      all[row] =
          new long[] {
            chain.regions().keys().id(region), first, last == Columns.UNKNOWN_DATE ? first : last
          };
    }
    return all;
  }

  private void readSeasons(Columns table) {
    Map<Long, Integer> demands = new HashMap<>();
    for (int demand = 0; demand < ofWeek.length; demand++) {
      demands.put(key(chain.demands().site(demand), chain.demands().product(demand)), demand);
    }
    for (int row = 0; row < table.rows(); row++) {
      int site = chain.sites().keys().id(Objects.requireNonNull(table.text("site_id", row)));
      int product =
          chain.products().keys().id(Objects.requireNonNull(table.text("product_id", row)));
      int period = table.code("period", row);
      double factor = table.number("factor", row);
      Integer demand = demands.get(key(site, product));
      if (demand != null) {
        put(period < WEEK ? ofWeek : ofYear, demand, period, factor);
      }
    }
  }

  private static long key(int site, int product) {
    return ((long) site << 32) | product;
  }

  private static void put(double[] @Nullable [] factors, int demand, int period, double factor) {
    double[] own = factors[demand];
    if (own == null) {
      own = new double[period < WEEK ? WEEK : 12];
      Arrays.fill(own, 1);
      factors[demand] = own;
    }
    own[period < WEEK ? period : period - WEEK] = factor;
  }

  /** Whether any site has days off. */
  boolean rests() {
    return holidays.length > 0 || Arrays.stream(week).anyMatch(Objects::nonNull);
  }

  private boolean swings() {
    return Arrays.stream(ofWeek).anyMatch(Objects::nonNull)
        || Arrays.stream(ofYear).anyMatch(Objects::nonNull);
  }

  /** Whether a demand goes by the day of the week or the month. */
  boolean swings(int demand) {
    return ofWeek[demand] != null || ofYear[demand] != null;
  }

  /** Demand of a day over the mean. */
  double factor(int demand, int day) {
    double[] byWeek = ofWeek[demand];
    double[] byYear = ofYear[demand];
    double factor = byWeek == null ? 1 : byWeek[weekday(day)];
    return byYear == null
        ? factor
        : factor * byYear[LocalDate.ofEpochDay(origin + day).getMonthValue() - 1];
  }

  /** Day of the week, Monday being 0. */
  private int weekday(int day) {
    return (int) Math.floorMod(origin + day + 3, (long) WEEK); // 1970-01-01 was a Thursday
  }

  /** Which sites have a day off. */
  boolean[] off(int day) {
    boolean[] off = new boolean[week.length];
    int weekday = weekday(day);
    for (int site = 0; site < off.length; site++) {
      boolean[] works = week[site];
      off[site] = works != null && !works[weekday];
    }
    for (long[] holiday : holidays) {
      if (origin + day >= holiday[1] && origin + day <= holiday[2]) {
        close((int) holiday[0], off);
      }
    }
    return off;
  }

  private void close(int region, boolean[] off) {
    Regions regions = chain.regions();
    for (int site = 0; site < off.length; site++) {
      int at = chain.sites().region(site);
      for (int level = 0; at >= 0 && level <= regions.count(); level++) {
        off[site] |= at == region;
        at = regions.parent(at);
      }
    }
  }

  /** Most days off on end in the working week of a site. */
  int gap(int site) {
    boolean[] works = week[site];
    if (works == null) {
      return 0;
    }
    int longest = 0;
    int run = 0;
    for (int day = 0; day < 2 * WEEK; day++) {
      run = works[day % WEEK] ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Share of the days of the week on which a site works. */
  double worked(int site) {
    boolean[] works = week[site];
    int days = 0;
    for (int day = 0; works != null && day < WEEK; day++) {
      days += works[day] ? 1 : 0;
    }
    return works == null ? 1 : (double) days / WEEK;
  }
}
