package tenon.twin.site;

import org.jspecify.annotations.Nullable;

/**
 * Loops over the replications of a block. Each is short, free of branches where it can be, and
 * works on whole arrays of one length, so that the compiler turns it into vector instructions. No
 * loop mixes replications: one replication's numbers are the same alone as among others.
 */
final class Lanes {
  private Lanes() {}

  /** to = from. */
  static void copy(double[] to, double[] from) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  /** to += from. */
  static void add(double[] to, double[] from) {
    for (int r = 0; r < to.length; r++) {
      to[r] += from[r];
    }
  }

  /** to -= from. */
  static void subtract(double[] to, double[] from) {
    for (int r = 0; r < to.length; r++) {
      to[r] -= from[r];
    }
  }

  /** to = a + b. */
  static void sum(double[] to, double[] a, double[] b) {
    for (int r = 0; r < to.length; r++) {
      to[r] = a[r] + b[r];
    }
  }

  /** to += factor x from. */
  static void addScaled(double[] to, double[] from, double factor) {
    for (int r = 0; r < to.length; r++) {
      to[r] += factor * from[r];
    }
  }

  /** to += factor x from, with a factor for each replication where there are any. */
  static void addScaled(double[] to, double[] from, double factor, double @Nullable [] factors) {
    if (factors == null) {
      addScaled(to, from, factor);
      return;
    }
    for (int r = 0; r < to.length; r++) {
      to[r] += factors[r] * from[r];
    }
  }

  /** to -= (factors x scale) x from. */
  static void subtractScaled(double[] to, double[] from, double[] factors, double scale) {
    for (int r = 0; r < to.length; r++) {
      to[r] -= factors[r] * scale * from[r];
    }
  }

  /** to -= factor x from. */
  static void subtractScaled(double[] to, double[] from, double factor) {
    for (int r = 0; r < to.length; r++) {
      to[r] -= factor * from[r];
    }
  }

  /** to = from x factors. */
  static void multiply(double[] to, double[] from, double[] factors) {
    for (int r = 0; r < to.length; r++) {
      to[r] = from[r] * factors[r];
    }
  }

  /** to = min(from, limit). */
  static void cap(double[] to, double[] from, double limit) {
    if (limit == Double.POSITIVE_INFINITY) {
      copy(to, from);
      return;
    }
    for (int r = 0; r < to.length; r++) {
      to[r] = Math.min(from[r], limit);
    }
  }

  /** to = min(from, limit), with a limit for each replication where there are any. */
  static void cap(double[] to, double[] from, double limit, double @Nullable [] limits) {
    if (limits == null) {
      cap(to, from, limit);
      return;
    }
    for (int r = 0; r < to.length; r++) {
      to[r] = Math.min(from[r], limits[r]);
    }
  }

  /** to = min(to, from / divisor). */
  static void capByQuotient(double[] to, double[] from, double divisor) {
    for (int r = 0; r < to.length; r++) {
      to[r] = Math.min(to[r], from[r] / divisor);
    }
  }

  /** to = min(to, from). */
  static void capBy(double[] to, double[] from) {
    for (int r = 0; r < to.length; r++) {
      to[r] = Math.min(to[r], from[r]);
    }
  }

  /** Orders up to a level: to = max(0, level - position). */
  static void upTo(double[] to, double[] position, double level) {
    for (int r = 0; r < to.length; r++) {
      to[r] = Math.max(0, level - position[r]);
    }
  }

  /** Orders up to a level once the position is at or below a point. */
  static void upToFrom(double[] to, double[] position, double point, double level) {
    for (int r = 0; r < to.length; r++) {
      to[r] = position[r] <= point ? Math.max(0, level - position[r]) : 0;
    }
  }

  /** Orders the fewest lots that lift the position above a point. */
  static void lots(double[] to, double[] position, double point, double lot) {
    for (int r = 0; r < to.length; r++) {
      double gap = point - position[r];
      to[r] = gap >= 0 ? (Math.floor(gap / lot) + 1) * lot : 0;
    }
  }

  /**
   * Ratio of what may be handed over to what is claimed, at most 1: min(1, stock, limit / claims).
   */
  static void ratio(double[] to, double[] stock, double[] claims, double limit) {
    for (int r = 0; r < to.length; r++) {
      // A quotient of two doubles a >= c never rounds below 1, so that full cover is exactly full.
      to[r] = Math.min(1, Math.min(stock[r], limit) / Math.max(claims[r], Double.MIN_NORMAL));
    }
  }

  /** The ratio, with a limit for each replication where there are any. */
  static void ratio(
      double[] to, double[] stock, double[] claims, double limit, double @Nullable [] limits) {
    if (limits == null) {
      ratio(to, stock, claims, limit);
      return;
    }
    for (int r = 0; r < to.length; r++) {
      to[r] = Math.min(1, Math.min(stock[r], limits[r]) / Math.max(claims[r], Double.MIN_NORMAL));
    }
  }

  /** Takes what the claims get, with a limit for each replication where there are any. */
  static void take(double[] stock, double[] claims, double limit, double @Nullable [] limits) {
    if (limits == null) {
      take(stock, claims, limit);
      return;
    }
    for (int r = 0; r < stock.length; r++) {
      stock[r] -= Math.min(claims[r], Math.min(stock[r], limits[r]));
    }
  }

  /** Takes what the claims get: stock -= min(claims, stock, limit). */
  static void take(double[] stock, double[] claims, double limit) {
    for (int r = 0; r < stock.length; r++) {
      stock[r] -= Math.min(claims[r], Math.min(stock[r], limit));
    }
  }

  /** to += value. */
  static void add(double[] to, double value) {
    for (int r = 0; r < to.length; r++) {
      to[r] += value;
    }
  }

  /** to += value, but nothing where marked. */
  static void addUnless(double[] to, double value, double @Nullable [] marked) {
    if (marked == null) {
      add(to, value);
      return;
    }
    for (int r = 0; r < to.length; r++) {
      to[r] += marked[r] != 0 ? 0 : value;
    }
  }

  /** What lies above a level: to = max(0, to - level). */
  static void above(double[] to, double level) {
    for (int r = 0; r < to.length; r++) {
      to[r] = Math.max(0, to[r] - level);
    }
  }

  /** to = from, but at least 0 and at most limit. */
  static void clip(double[] to, double[] from, double[] limit) {
    for (int r = 0; r < to.length; r++) {
      to[r] = Math.min(Math.max(0, from[r]), limit[r]);
    }
  }

  /**
   * Ratio of what is left after first claims to the claims beyond them, at most 1: min(1,
   * (min(stock, limit) - first) / (claims - first)).
   */
  static void restRatio(
      double[] to,
      double[] stock,
      double[] claims,
      double[] first,
      double limit,
      double @Nullable [] limits) {
    for (int r = 0; r < to.length; r++) {
      double most = limits == null ? limit : limits[r];
      double left = Math.max(0, Math.min(stock[r], most) - first[r]);
      to[r] = Math.min(1, left / Math.max(claims[r] - first[r], Double.MIN_NORMAL));
    }
  }

  /** What a claim gets of which a part comes first: to = first x ratio + (claim - first) x rest. */
  static void grant(double[] to, double[] claim, double[] first, double[] ratio, double[] rest) {
    for (int r = 0; r < to.length; r++) {
      to[r] = first[r] * ratio[r] + (claim[r] - first[r]) * rest[r];
    }
  }

  /** to = min(1, part / whole). */
  static void share(double[] to, double[] part, double[] whole) {
    for (int r = 0; r < to.length; r++) {
      to[r] = Math.min(1, part[r] / Math.max(whole[r], Double.MIN_NORMAL));
    }
  }

  /** Keeps a share and adds up what is lost; of an unlimited stock only the whole can be lost. */
  static void keep(
      double[] stock, double kept, double @Nullable [] keptBy, double @Nullable [] lost) {
    for (int r = 0; r < stock.length; r++) {
      double share = keptBy == null ? kept : keptBy[r];
      double left = share == 0 ? 0 : stock[r] * share;
      if (lost != null) {
        lost[r] += stock[r] == left ? 0 : stock[r] - left;
      }
      stock[r] = left;
    }
  }
}
