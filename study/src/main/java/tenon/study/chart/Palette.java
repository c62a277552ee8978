package tenon.study.chart;

import java.util.Locale;

/**
 * Colours of charts. Categories: Okabe and Ito (2008), "Color universal design", told apart by
 * readers with any kind of colour vision; yellow is left out, since it vanishes on white. Amounts:
 * ramps that are even in lightness, a light blue to a dark one, and brown over white to blue-green
 * for amounts on two sides of a middle.
 */
public final class Palette {
  static final String INK = "#1c1c1c";
  static final String SOFT = "#595959";
  static final String GRID = "#e3e3e0";
  static final String AXIS = "#8d8d8d";

  /** What lies behind days on which something is broken. */
  static final String SHADE = "#f6e7d8";

  /** More, more by what stood by, less, and waiting. */
  private static final String[] DEEDS = {"#0072b2", "#d55e00", "#b4b4b0", "#efd9a7"};

  private static final String[] CATEGORIES = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#4d4d4d"
  };
  private static final int[][] AMOUNT = {
    {239, 243, 247}, {191, 212, 231}, {128, 173, 212}, {62, 128, 184}, {20, 82, 138}, {8, 46, 88}
  };
  private static final int[][] SIDES = {
    {140, 81, 10},
    {208, 158, 88},
    {243, 231, 205},
    {245, 245, 245},
    {206, 234, 229},
    {97, 178, 168},
    {1, 102, 94}
  };

  private Palette() {}

  /** The colour of a category; they repeat after seven. */
  public static String category(int number) {
    return CATEGORIES[Math.floorMod(number, CATEGORIES.length)];
  }

  /** The colour of what is done: 0 more, 1 more by what stood by, 2 less, 3 waiting. */
  static String deed(int kind) {
    return DEEDS[kind];
  }

  /** The colour of an amount between 0 and 1, from light to dark. */
  public static String amount(double share) {
    return along(AMOUNT, share);
  }

  /** The colour of an amount between -1 and 1, white at 0. */
  public static String sides(double share) {
    return along(SIDES, (Math.clamp(share, -1, 1) + 1) / 2);
  }

  /** Whether words on that amount's colour must be white to be read. */
  static boolean isDark(String colour) {
    int red = Integer.parseInt(colour, 1, 3, 16);
    int green = Integer.parseInt(colour, 3, 5, 16);
    int blue = Integer.parseInt(colour, 5, 7, 16);
    return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
  }

  private static String along(int[][] ramp, double share) {
    double at = Math.clamp(share, 0, 1) * (ramp.length - 1);
    int low = Math.min((int) at, ramp.length - 2);
    double rest = at - low;
    StringBuilder colour = new StringBuilder("#");
    for (int channel = 0; channel < 3; channel++) {
      double mixed = ramp[low][channel] * (1 - rest) + ramp[low + 1][channel] * rest;
      colour.append(String.format(Locale.ROOT, "%02x", Math.round(mixed)));
    }
    return colour.toString();
  }
}
