package tenon.respond;

import java.util.ArrayList;
import java.util.List;
import tenon.twin.site.Rules;

/** Finds the days within periods on which a stock falls below 0, the lowest of each period. */
final class Dips {
  /** Shortfall that counts, in days of usual use. */
  private static final double NOTICED = 1e-4;

  private final Programme programme;
  private final Rules rules;
  private final double[] values;
  private final Terms terms;

  private Dips(Programme programme, double[] values) {
    this.programme = programme;
    this.values = values;
    rules = programme.rules;
    terms = programme.terms();
  }

  /** Those of both runs that the programme does not rule out yet. */
  static List<Dip> of(Programme programme, Optimum optimum) {
    List<Dip> dips = new ArrayList<>();
    new Dips(programme, optimum.held).find(dips);
    new Dips(programme, optimum.planned).find(dips);
    return dips.stream().distinct().filter(dip -> !programme.dips().contains(dip)).toList();
  }

  private double value(int column) {
    return column < 0 ? 0 : values[column];
  }

  private void find(List<Dip> dips) {
    for (int node = 0; node < rules.nodes(); node++) {
      if (programme.setting.isIn(node)) {
        double[] inflow = inflow(node);
        for (int period = 0; period < programme.timeline.periods(); period++) {
          if (programme.isStocked(node, period)) {
            find(node, period, inflow, dips);
          }
        }
      }
    }
  }

  private void find(int node, int period, double[] inflow, List<Dip> dips) {
    Timeline timeline = programme.timeline;
    int start = timeline.start(period);
    double stock = before(node, period);
    double out = out(node, period);
    double lowest = -NOTICED;
    int day = -1;
    for (int until = start + 1; until < timeline.end(period); until++) {
      stock += inflow[until - 1] - out;
      if (stock < lowest) {
        lowest = stock;
        day = until;
      }
    }
    if (day >= 0) {
      dips.add(new Dip(node, period, day));
    }
  }

  private double before(int node, int period) {
    double kept = rules.stockKept(node, programme.timeline.start(period));
    if (period == 0) {
      double stock = rules.startStock(node);
      return Double.isFinite(stock) ? kept * stock / programme.setting.nodeScale(node) : 0;
    }
    return kept * programme.stock(node, period - 1, values);
  }

  /** Handed over per day, in the node's scale. */
  private double out(int node, int period) {
    programme.handOver(terms.clear(), node, period, 1);
    double out = terms.row(0, 0).activity(values);
    return out
        + (programme.toOutside(node) / programme.setting.nodeScale(node))
        - value(programme.at.shortfall[node][period]);
  }

  /** Arrivals of each day, in the node's scale. */
  private double[] inflow(int node) {
    double[] inflow = new double[rules.days()];
    double scale = programme.setting.nodeScale(node);
    for (int arc : rules.into(node)) {
      int lead = rules.leadDays(arc);
      for (int day = 0; day < Math.min(rules.underWayDays(arc), inflow.length); day++) {
        inflow[day] += programme.transit.underWay(arc, day, day + 1) / scale;
      }
      for (int period = 0; period < programme.timeline.periods(); period++) {
        double rate =
            value(programme.at.base[arc][period]) + value(programme.at.extra[arc][period]);
        if (rate > 0) {
          int first = programme.timeline.start(period) + lead;
          for (int day = first; day < inflow.length; day++) {
            double share = programme.transit.arriving(arc, period, day, day + 1);
            inflow[day] += rate * share;
            if (share == 0 && day >= programme.timeline.end(period) + lead + longest(arc)) {
              break;
            }
          }
        }
      }
    }
    return inflow;
  }

  private int longest(int arc) {
    return programme.transit.longestDelay(arc);
  }
}
