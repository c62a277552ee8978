package tenon.study.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import tenon.model.Interval;

/** Numbers as they are written: exact for machines, few digits for people. */
public final class Numbers {

  /** Beyond these digits a linear programme in doubles yields noise. */
  private static final MathContext EXACT = new MathContext(10, RoundingMode.HALF_EVEN);

  private static final MathContext SHOWN = new MathContext(3, RoundingMode.HALF_EVEN);

  private static final MathContext LARGE = new MathContext(4, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /** For people: days to a tenth while that matters. */
  public static String days(double days) {
    boolean tenths = days >= 1 && days < 100;
    return tenths ? fixed(days, 1) : shown(days);
  }

  /** For people: a probability in percent, to a tenth unless it is smaller. */
  public static String probability(double probability) {
    double percent = probability * 100;
    boolean tenths = percent == 0 || percent >= 0.1;
    return (tenths ? fixed(percent, 1) : shown(percent)) + "%";
  }

  /** The number to ten significant digits; infinities and NaN stay. */
  public static double rounded(double number) {
    return Double.isFinite(number) ? decimal(number).doubleValue() : number;
  }

  /** The finite number to ten significant digits. */
  public static BigDecimal decimal(double number) {
    BigDecimal rounded = new BigDecimal(number).round(EXACT).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** As a cell of a table: blank is unknown, {@code inf} unlimited. */
  public static String cell(double number) {
    if (Double.isNaN(number)) {
      return "";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return decimal(number).toPlainString();
  }

  /** As a cell with all its digits: what other programs go on computing with. */
  public static String exactCell(double number) {
    if (!Double.isFinite(number)) {
      return cell(number);
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }

  /** As a cell: {@code low..high}. */
  public static String cell(Interval interval) {
    return cell(interval.low()) + ".." + cell(interval.high());
  }

  /** For people: three significant digits, from a thousand on four, thousands apart. */
  public static String shown(double number) {
    if (!Double.isFinite(number)) {
      return cell(number);
    }
    if (Math.abs(number) >= 1000) {
      return fixed(new BigDecimal(number).round(LARGE).doubleValue(), 0);
    }
    BigDecimal rounded = new BigDecimal(number).round(SHOWN).stripTrailingZeros();
    return fixed(number, Math.max(0, rounded.scale()));
  }

  /** For people: a fixed number of decimals, so that a column lines up. */
  public static String fixed(double number, int decimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    String text = format.format(number);
    // What is rounded to nothing has no sign.
    boolean nothing = text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return nothing && number > -1 ? text.substring(1) : text;
  }

  public static String count(long number) {
    return fixed((double) number, 0);
  }

  /** A share of one in percent to a tenth. */
  public static String percentFine(double share) {
    return fixed(share * 100, 1) + "%";
  }

  /** A share of one as a whole percentage; shares that are not 0 or 1 never read so. */
  public static String percent(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 1) {
      return "<1%";
    }
    if (percent < 100 && percent > 99) {
      return ">99%";
    }
    return fixed(percent, 0) + "%";
  }
}
