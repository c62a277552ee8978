package tenon.respond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenon.model.Chain;
import tenon.twin.site.Rules;

/**
 * Shares of suppliers: what comes over links from one of them to a node in a period, and of it what
 * is above the cap, v &gt;= sum of its flows - cap x sum of all flows, v &gt;= 0. Nodes with one
 * possible supplier are left out: they have no choice.
 */
final class Shares {
  private final Setting setting;
  private final Rules rules;
  private final ShareCap cap;

  Shares(Setting setting) {
    this.setting = setting;
    rules = setting.rules;
    cap = setting.cap;
  }

  /** Links into a node by supplier; empty where the cap does not hold. */
  private Map<Integer, int[]> groups(int node) {
    Map<Integer, int[]> groups = new TreeMap<>();
    if (cap.isNone() || !setting.isIn(node) || setting.isFree(node)) {
      return groups;
    }
    for (int arc : rules.into(node)) {
      if (rules.isLink(arc)) {
        groups.merge(supplier(arc), new int[] {arc}, Shares::joined);
      }
    }
    return groups.size() > 1 ? groups : new TreeMap<>();
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private int supplier(int link) {
    Chain chain = rules.chain();
    int site = chain.links().supplier(link);
    return switch (cap.by()) {
      case SITE -> site;
      case FIRM -> known(chain.sites().firm(site), site);
      case REGION -> known(chain.sites().region(site), site);
    };
  }

  /** A site whose firm or region is unknown stands for itself. */
  private static int known(int group, int site) {
    return group >= 0 ? group : -1 - site;
  }

  /** Value of a unit at a node; 1 where it is unknown. */
  static double value(Rules rules, int node) {
    double value = rules.chain().products().unitValue(rules.product(node));
    return value > 0 ? value : 1;
  }

  /** A column, and what it is above the cap of. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Above(int column, int node, int[] group, int period) {}

  private final List<Above> columns = new ArrayList<>();

  void addColumns(Programme programme) {
    Timeline timeline = programme.timeline;
    for (int node = 0; node < rules.nodes(); node++) {
      for (int[] group : groups(node).values()) {
        for (int period = 0; period < timeline.periods(); period++) {
          if (timeline.start(period) >= setting.decisionDay) {
            int column = programme.columns.free(0, 0);
            double units = timeline.days(period) * setting.nodeScale(node);
            programme.columns.share[column] = units * value(rules, node);
            columns.add(new Above(column, node, group, period));
          }
        }
      }
    }
  }

  void addRows(Programme programme) {
    Terms terms = programme.terms();
    Layout at = programme.at;
    for (Above above : columns) {
      terms.clear().add(above.column, 1);
      for (int arc : rules.into(above.node)) {
        if (rules.isLink(arc)) {
          terms.add(at.base[arc][above.period], cap.most());
          terms.add(at.extra[arc][above.period], cap.most());
        }
      }
      for (int arc : above.group) {
        terms.add(at.base[arc][above.period], -1);
        terms.add(at.extra[arc][above.period], -1);
      }
      programme.row(terms, 0, Double.POSITIVE_INFINITY);
    }
  }

  /** Value above the cap in a plan, from the decision on. */
  double above(Timeline timeline, Flows planned) {
    double sum = 0;
    for (int node = 0; node < rules.nodes(); node++) {
      Map<Integer, int[]> groups = groups(node);
      for (int period = 0; period < timeline.periods() && !groups.isEmpty(); period++) {
        double all = 0;
        for (int[] group : groups.values()) {
          all += rate(planned, group, period);
        }
        for (int[] group : groups.values()) {
          double above = rate(planned, group, period) - cap.most() * all;
          if (timeline.start(period) >= setting.decisionDay && above > 0) {
            sum += above * timeline.days(period) * value(rules, node);
          }
        }
      }
    }
    return sum;
  }

  private static double rate(Flows planned, int[] group, int period) {
    double rate = 0;
    for (int arc : group) {
      rate += planned.perDay(arc, period);
    }
    return rate;
  }
}
