package tenon.respond;

import tenon.twin.site.Rules;

/**
 * When goods arrive: what leaves at a constant rate over [a, b) arrives over [a + L, b + L), L
 * being the lead time and the delay of the day of departure, less what is destroyed on the way.
 */
final class Transit {
  private final Setting setting;
  private final Rules rules;
  private final Timeline timeline;
  private final boolean[] plain;

  Transit(Setting setting, Timeline timeline) {
    this.setting = setting;
    rules = setting.rules;
    this.timeline = timeline;
    plain = new boolean[rules.arcs()];
    java.util.Arrays.fill(plain, true);
    for (int day = 0; day < rules.days(); day++) {
      if (rules.changes(day)) {
        for (int arc = 0; arc < plain.length; arc++) {
          plain[arc] &= rules.longerDays(arc, day) == 0 && rules.wayKept(arc, day) == 1;
        }
      }
    }
  }

  /** Most days that anything over an arc is delayed. */
  int longestDelay(int arc) {
    int longest = 0;
    if (!plain[arc]) {
      for (int day = 0; day < rules.days(); day++) {
        longest = Math.max(longest, rules.longerDays(arc, day));
      }
    }
    return longest;
  }

  /**
   * Units that arrive within [from, until), days, for each unit per day that leaves in a period.
   * The horizon does not end it: until may lie beyond.
   */
  double arriving(int arc, int period, int from, int until) {
    int lead = rules.leadDays(arc);
    int start = timeline.start(period);
    int end = timeline.end(period);
    if (plain[arc]) {
      return Math.max(0, Math.min(end + lead, until) - Math.max(start + lead, from));
    }
    double units = 0;
    for (int day = start; day < end; day++) {
      int arrives = day + lead + rules.longerDays(arc, day);
      units += arrives >= from && arrives < until ? kept(arc, day, arrives) : 0;
    }
    return units;
  }

  /** Units under way on the morning of day 0 that arrive within [from, until). */
  double underWay(int arc, int from, int until) {
    double usual = setting.usual.flow(arc);
    int last = Math.min(until, rules.underWayDays(arc));
    double units = 0;
    for (int day = from; day < last; day++) {
      units += rules.underWay(arc, day, usual) * (plain[arc] ? 1 : kept(arc, -1, day));
    }
    return units;
  }

  /** Share of what left on a day that is left on the day of arrival. */
  private double kept(int arc, int left, int arrives) {
    double kept = 1;
    for (int day = left + 1; day <= Math.min(arrives, rules.days() - 1); day++) {
      kept *= rules.wayKept(arc, day);
    }
    return kept;
  }
}
