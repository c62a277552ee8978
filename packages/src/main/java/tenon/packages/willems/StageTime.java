package tenon.packages.willems;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long a stage takes.
 *
 * @param meanDays mean, days; {@code NaN} is unknown
 * @param sdDays standard deviation, days; {@code NaN} is unknown
 * @param discrete whether the data give the points of a distribution
 */
record StageTime(double meanDays, double sdDays, boolean discrete) {
  private static final String MEAN = "stageTime";
  private static final String SD = "stdDev stageTime";

  /** How far probabilities may miss 1, and a stated moment that of the points, relatively. */
  private static final double TOLERANCE = 1e-6;

  /** The points of a distribution: how many, the sum of their probabilities, and the moments. */
  private record Points(int count, double probability, double first, double second) {

    Points with(double days, double share) {
      return new Points(
          count + 1, probability + share, first + share * days, second + share * days * days);
    }

    double deviation() {
      return Math.sqrt(Math.max(0, second - first * first));
    }
  }

  /**
   * The stage time of a row. Where the points of a distribution stand there too, they fill a mean
   * or deviation that is blank; one that does not fit them is warned of and kept.
   */
  static StageTime of(Sheet sheet, Sheet.Row row) {
    double mean = sheet.amount(row, MEAN);
    double sd = sheet.amount(row, SD);
    Points points = points(sheet, row);
    if (points == null || points.count() == 0) {
      return new StageTime(mean, sd, false);
    }
    if (Math.abs(points.probability() - 1) > TOLERANCE) {
      sheet.error("willems-probabilities", row, share(1), null, text(points.probability()));
      return new StageTime(mean, sd, true);
    }
    return new StageTime(
        stated(sheet, row, MEAN, mean, points.first()),
        stated(sheet, row, SD, sd, points.deviation()),
        true);
  }

  /** The points that stand in a row, or null where one of them has a fault. */
  private static @Nullable Points points(Sheet sheet, Sheet.Row row) {
    Points points = new Points(0, 0, 0, 0);
    boolean sound = true;
    for (int i = 1; sheet.has(days(i)); i++) {
      double days = sheet.amount(row, days(i));
      double share = sheet.fraction(row, share(i));
      if (Double.isNaN(days) != Double.isNaN(share)) {
        half(sheet, row, i);
        sound = false;
      } else if (!Double.isNaN(days)) {
        points = points.with(days, share);
      }
    }
    return sound ? points : null;
  }

  private static String days(int point) {
    return "stageTime_" + point;
  }

  private static String share(int point) {
    return "stageTime_%_" + point;
  }

  /** A point without its probability or the other way round, unless the cell has a fault anyway. */
  private static void half(Sheet sheet, Sheet.Row row, int point) {
    if (sheet.text(row, days(point)).isEmpty()) {
      sheet.error("willems-half-point", row, days(point), null, share(point));
    } else if (sheet.text(row, share(point)).isEmpty()) {
      sheet.error("willems-half-point", row, share(point), null, days(point));
    }
  }

  private static double stated(
      Sheet sheet, Sheet.Row row, String title, double stated, double ofPoints) {
    if (Double.isNaN(stated)) {
      return ofPoints;
    }
    if (Math.abs(stated - ofPoints) > TOLERANCE * Math.max(1, ofPoints)) {
      sheet.warning("willems-moment", row, title, sheet.text(row, title), text(ofPoints));
    }
    return stated;
  }

  /** As many digits as tell what is wrong. */
  private static String text(double number) {
    return String.format(Locale.ROOT, "%.6g", number);
  }
}
