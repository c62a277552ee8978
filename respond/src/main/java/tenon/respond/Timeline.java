package tenon.respond;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The periods of a plan. Boundaries stand where rules change, where what changed arrives, where
 * standby sources open, and on the decision day. Where there are too many, the least important ones
 * are dropped; gaps that stay long are cut in equal parts as far as the number allows.
 */
final class Timeline {
  private final int[] start;

  /** Boundaries that were dropped. */
  final int merged;

  private Timeline(int[] start, int merged) {
    this.start = start;
    this.merged = merged;
  }

  static Timeline of(Setting setting, PlanSpec spec) {
    NavigableMap<Integer, Double> weights = weights(setting);
    int dropped = 0;
    while (weights.size() > spec.mostPeriods() && least(weights) >= 0) {
      weights.remove(least(weights));
      dropped++;
    }
    List<Integer> days = new ArrayList<>(weights.keySet());
    days.add(setting.rules.days());
    int wanted = 0;
    for (int i = 1; i < days.size(); i++) {
      wanted += parts(days.get(i) - days.get(i - 1), spec.longestPeriodDays());
    }
    while (days.size() - 1 < Math.min(wanted, spec.mostPeriods())) {
      cutLongest(days);
    }
    dropped += Math.max(0, wanted - (days.size() - 1));
    return new Timeline(days.stream().mapToInt(Integer::intValue).toArray(), dropped);
  }

  private static int parts(int gap, int longest) {
    return (gap + longest - 1) / longest;
  }

  /** The inner boundary of least weight, the last of equals; -1 where none may go. */
  private static int least(NavigableMap<Integer, Double> weights) {
    int least = -1;
    double lowest = Double.POSITIVE_INFINITY;
    for (var entry : weights.entrySet()) {
      if (entry.getValue() <= lowest && Double.isFinite(entry.getValue())) {
        least = entry.getKey();
        lowest = entry.getValue();
      }
    }
    return least;
  }

  private static void cutLongest(List<Integer> days) {
    int longest = 1;
    for (int i = 1; i < days.size(); i++) {
      if (days.get(i) - days.get(i - 1) > days.get(longest) - days.get(longest - 1)) {
        longest = i;
      }
    }
    days.add(longest, (days.get(longest - 1) + days.get(longest) + 1) / 2);
    days.sort(Comparator.naturalOrder());
  }

  /** What weighs on each possible boundary: flows that change there, in days of usual use. */
  private static NavigableMap<Integer, Double> weights(Setting setting) {
    NavigableMap<Integer, Double> weights = new TreeMap<>();
    int days = setting.rules.days();
    weights.put(0, Double.POSITIVE_INFINITY);
    add(weights, setting.decisionDay, Double.POSITIVE_INFINITY, days);
    for (int day = 1; day < days; day++) {
      if (setting.rules.changes(day)) {
        changes(setting, day, weights);
      }
    }
    for (int arc = 0; arc < setting.rules.arcs(); arc++) {
      if (setting.inScope(arc) && setting.rules.standby(arc) && setting.opens(arc) > 0) {
        double capacity = Math.min(setting.rules.capacityPerDay(arc) / setting.scale(arc), 1);
        add(weights, setting.opens(arc), capacity, days);
        add(weights, setting.opens(arc) + setting.rules.leadDays(arc), capacity, days);
      }
    }
    return weights;
  }

  private static void changes(Setting setting, int day, NavigableMap<Integer, Double> weights) {
    int days = setting.rules.days();
    for (int arc = 0; arc < setting.rules.arcs(); arc++) {
      if (!setting.inScope(arc)) {
        continue;
      }
      double usual = setting.usual.flow(arc);
      double scale = setting.scale(arc);
      double most = usual > 0 ? 2 * usual : scale;
      double step =
          Math.abs(
                  Math.min(most, setting.rules.limitPerDay(arc, day))
                      - Math.min(most, setting.rules.limitPerDay(arc, day - 1)))
              / scale;
      boolean later = setting.rules.longerDays(arc, day) != setting.rules.longerDays(arc, day - 1);
      step += later ? usual / scale : 0;
      step = setting.rules.wayKept(arc, day) < 1 ? Double.POSITIVE_INFINITY : step;
      if (step > 0) {
        add(weights, day, step, days);
        add(weights, day + setting.rules.leadDays(arc), step / 2, days);
      }
    }
    for (int node = 0; node < setting.rules.nodes(); node++) {
      if (setting.isIn(node)) {
        double step = setting.rules.stockKept(node, day) < 1 ? Double.POSITIVE_INFINITY : 0;
        boolean limited =
            setting.rules.passLimitPerDay(node, day)
                != setting.rules.passLimitPerDay(node, day - 1);
        step += limited ? 1 : 0;
        for (int demand : setting.rules.demandsAt(node)) {
          step +=
              Math.abs(
                  setting.rules.demandFactor(demand, day)
                      - setting.rules.demandFactor(demand, day - 1));
        }
        if (step > 0) {
          add(weights, day, step, days);
        }
      }
    }
  }

  private static void add(NavigableMap<Integer, Double> weights, int day, double weight, int days) {
    if (day > 0 && day < days) {
      weights.merge(day, weight, Double::sum);
    }
  }

  int periods() {
    return start.length - 1;
  }

  int start(int period) {
    return start[period];
  }

  int end(int period) {
    return start[period + 1];
  }

  int days(int period) {
    return start[period + 1] - start[period];
  }

  /** The period that holds a day of the horizon. */
  int of(int day) {
    int found = java.util.Arrays.binarySearch(start, day);
    return found >= 0 ? found : -found - 2;
  }

  int[] boundaries() {
    return start.clone();
  }

  List<Period> list() {
    List<Period> periods = new ArrayList<>();
    for (int period = 0; period < periods(); period++) {
      periods.add(new Period(start(period), end(period)));
    }
    return periods;
  }
}
