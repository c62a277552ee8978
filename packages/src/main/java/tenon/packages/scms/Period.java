package tenon.packages.scms;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known by a day, and the last calendar year that is over by then.
 *
 * @param until the day
 * @param year the last year that is over
 * @param known lines scheduled by the day
 * @param lastYear lines scheduled in the year
 * @param later lines known but scheduled after the year
 */
record Period(
    LocalDate until, int year, List<Delivery> known, List<Delivery> lastYear, long later) {

  /** Cuts the lines at the day; null, with an error, where no whole year is left. */
  static @Nullable Period of(List<Delivery> lines, @Nullable LocalDate until, Remarks remarks) {
    LocalDate first = lines.getFirst().scheduled();
    LocalDate last = first;
    for (Delivery line : lines) {
      first = line.scheduled().isBefore(first) ? line.scheduled() : first;
      last = line.scheduled().isAfter(last) ? line.scheduled() : last;
    }
    if (until != null && first.isAfter(until)) {
      remarks.error("scms-until-too-early", 0, null, until.toString(), first.toString());
      return null;
    }
    LocalDate day = until == null ? last : until;
    List<Delivery> known = lines.stream().filter(l -> !l.scheduled().isAfter(day)).toList();
    int year = year(day, last, remarks);
    List<Delivery> lastYear = known.stream().filter(l -> l.scheduled().getYear() == year).toList();
    if (lastYear.isEmpty()) {
      remarks.error(
          "scms-no-whole-year",
          0,
          Column.SCHEDULED,
          null,
          Integer.toString(year),
          first.toString(),
          last.toString(),
          last.getYear() + "-12-31");
      return null;
    }
    return new Period(day, year, known, lastYear, countLater(known, year, remarks));
  }

  /**
   * The last year over by the day, or by the last line where the file ends years before the day.
   */
  private static int year(LocalDate day, LocalDate last, Remarks remarks) {
    int year = overBy(day);
    if (year > last.getYear()) {
      int fallback = overBy(last);
      remarks.warning(
          "scms-until-after-file", 0, null, day.toString(), last.toString(), "" + fallback);
      return fallback;
    }
    if (year == last.getYear() && last.getMonthValue() < 12) {
      remarks.warning("scms-thin-year", 0, null, day.toString(), last.toString(), "" + year);
    }
    return year;
  }

  private static int overBy(LocalDate day) {
    boolean over = day.getMonthValue() == 12 && day.getDayOfMonth() == 31;
    return over ? day.getYear() : day.getYear() - 1;
  }

  private static long countLater(List<Delivery> known, int year, Remarks remarks) {
    List<Delivery> later = known.stream().filter(l -> l.scheduled().getYear() > year).toList();
    if (!later.isEmpty()) {
      remarks.warning(
          "scms-part-year",
          later.getFirst().line(),
          Column.SCHEDULED,
          null,
          Integer.toString(later.size()),
          Integer.toString(year));
    }
    return later.size();
  }
}
