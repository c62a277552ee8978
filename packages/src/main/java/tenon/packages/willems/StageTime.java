package tenon.packages.willems;

import java.util.Locale;

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

  /**
   * The stage time of a row. Where the points of a distribution stand there too, they fill a mean
   * or deviation that is blank; one that does not fit them is warned of and kept.
   */
  static StageTime of(Sheet sheet, Sheet.Row row) {
    double mean = sheet.amount(row, MEAN);
    double sd = sheet.amount(row, SD);
    double probability = 0;
    double first = 0;
    double second = 0;
    int points = 0;
    boolean sound = true;
    for (int i = 1; sheet.has("stageTime_" + i); i++) {
      double days = sheet.amount(row, "stageTime_" + i);
      double share = sheet.fraction(row, "stageTime_%_" + i);
      if (Double.isNaN(days) != Double.isNaN(share)) {
        half(sheet, row, i);
        sound = false;
      } else if (!Double.isNaN(days)) {
        points++;
        probability += share;
        first += share * days;
        second += share * days * days;
      }
    }
    if (points == 0 || !sound) {
      return new StageTime(mean, sd, points > 0);
    }
    if (Math.abs(probability - 1) > TOLERANCE) {
      sheet.error("willems-probabilities", row, "stageTime_%_1", null, text(probability));
      return new StageTime(mean, sd, true);
    }
    double deviation = Math.sqrt(Math.max(0, second - first * first));
    return new StageTime(
        stated(sheet, row, MEAN, mean, first), stated(sheet, row, SD, sd, deviation), true);
  }

  /** A point without its probability or the other way round, unless the cell has a fault anyway. */
  private static void half(Sheet sheet, Sheet.Row row, int point) {
    String days = "stageTime_" + point;
    String share = "stageTime_%_" + point;
    if (sheet.text(row, days).isEmpty()) {
      sheet.error("willems-half-point", row, days, null, share);
    } else if (sheet.text(row, share).isEmpty()) {
      sheet.error("willems-half-point", row, share, null, days);
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
