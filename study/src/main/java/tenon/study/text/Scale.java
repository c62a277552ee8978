package tenon.study.text;

import java.util.List;

/**
 * The unit in which a column or an axis is told, so that its greatest number has one to four digits
 * before the point: million CNY, or in Chinese ten thousand yuan.
 *
 * @param factor what one unit is worth
 * @param decimals decimals that give the greatest number four significant digits
 * @param name what stands before the unit, for example {@code million}
 */
public record Scale(double factor, int decimals, String name) {
  private static final int DIGITS = 4;

  /** The scale for numbers up to {@code greatest}. */
  public static Scale of(double greatest, Words words) {
    List<String> factors = words.list("scale.factors");
    List<String> names = words.list("scale.names");
    int chosen = 0;
    for (int i = 0; i < factors.size(); i++) {
      if (Math.abs(greatest) >= Double.parseDouble(factors.get(i))) {
        chosen = i;
      }
    }
    double factor = Double.parseDouble(factors.get(chosen));
    return new Scale(factor, decimals(greatest / factor), names.get(chosen).strip());
  }

  private static int decimals(double greatest) {
    if (!(Math.abs(greatest) > 0)) {
      return 0;
    }
    int before = (int) Math.floor(Math.log10(Math.abs(greatest))) + 1;
    return Math.clamp(DIGITS - before, 0, DIGITS);
  }

  public double of(double number) {
    return number / factor;
  }

  /** A number of the column; one too small to show reads as less than the last digit. */
  public String text(double number) {
    if (!Double.isFinite(number)) {
      return Numbers.cell(number);
    }
    double scaled = number / factor;
    double least = Math.pow(10, -decimals);
    if (scaled == 0) {
      return "0";
    }
    return Math.abs(scaled) < least / 2
        ? "<" + Numbers.fixed(least, decimals)
        : Numbers.fixed(scaled, decimals);
  }
}
