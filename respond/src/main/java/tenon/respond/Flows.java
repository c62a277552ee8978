package tenon.respond;

import tenon.twin.site.Rules;

/**
 * What a solved programme says of one run, in units of the chain: rates by period, stocks at the
 * end of each. Rates are rounded to 10<sup>-7</sup> of a node's scale, which a solver keeps.
 */
final class Flows {
  private static final double DIGITS = 1e7;

  private final Programme programme;
  private final Rules rules;
  private final double[] values;

  Flows(Programme programme, double[] values) {
    this.programme = programme;
    this.values = values;
    rules = programme.rules;
  }

  private double value(int column) {
    return column < 0 ? 0 : Math.max(0, Math.rint(values[column] * DIGITS) / DIGITS);
  }

  /** Units per day over an arc. */
  double perDay(int arc, int period) {
    double scale = programme.setting.scale(arc);
    return scale * (base(programme.at.base[arc][period]) + value(programme.at.extra[arc][period]));
  }

  /** A flow within a digit of the usual one is the usual one: rounding it up would cost money. */
  private double base(int column) {
    double usual = column < 0 ? 0 : programme.columns.upper[column];
    return Math.abs(value(column) - usual) <= 1 / DIGITS ? usual : value(column);
  }

  /** Units per day beyond the usual flow. */
  double extraPerDay(int arc, int period) {
    return programme.setting.scale(arc) * value(programme.at.extra[arc][period]);
  }

  /** Units per day taken of an input. */
  double inputPerDay(int input, int period) {
    int arc = rules.inputArc(input);
    double scale = programme.setting.scale(arc) * rules.inputPerUnit(input);
    for (int[] group : rules.groups(arc)) {
      double usual = programme.setting.usual.flow(arc);
      if (contains(group, input) && isLeftAsUsual(group, period) && usual > 0) {
        return programme.setting.usual.input(input) * perDay(arc, period) / usual;
      }
      if (group[0] == input) {
        double others = value(programme.at.without[input][period]);
        for (int other : group) {
          others += value(programme.at.with[other][period]);
        }
        double all = perDay(arc, period) * rules.inputPerUnit(input);
        return Math.max(0, all - scale * others);
      }
    }
    return scale * value(programme.at.with[input][period]);
  }

  private static boolean contains(int[] group, int input) {
    for (int member : group) {
      if (member == input) {
        return true;
      }
    }
    return false;
  }

  /** Whether a recipe's choice among inputs that replace each other is none of the programme's. */
  private boolean isLeftAsUsual(int[] group, int period) {
    boolean left = programme.at.without[group[0]][period] < 0;
    for (int member : group) {
      left &= programme.at.with[member][period] < 0;
    }
    return left;
  }

  /** Units per day served of a demand. */
  double servedPerDay(int demand, int period) {
    double scale = programme.setting.nodeScale(rules.demandNode(demand));
    return scale
        * (value(programme.at.served[demand][period])
            + value(programme.at.catchUp[demand][period]));
  }

  /** Units that wait at the end of a period. */
  double waiting(int demand, int period) {
    double scale = programme.setting.nodeScale(rules.demandNode(demand));
    return scale * value(programme.at.waiting[demand][period]);
  }

  /** Units on hand at the end of a period. */
  double stock(int node, int period) {
    double stock = programme.stock(node, period, values);
    return programme.setting.nodeScale(node) * Math.max(0, Math.rint(stock * DIGITS) / DIGITS);
  }

  /** Units never served: lost on their day, or waiting at the end. */
  double lostUnits(int demand) {
    int periods = programme.timeline.periods();
    if (!rules.lost(demand)) {
      return waiting(demand, periods - 1);
    }
    double lost = 0;
    for (int period = 0; period < periods; period++) {
      double missing = programme.asked(demand, period) - servedPerDay(demand, period);
      lost += tidy(missing, programme.asked(demand, period)) * programme.timeline.days(period);
    }
    return lost;
  }

  private static double tidy(double missing, double asked) {
    return missing < 1e-6 * asked ? 0 : missing;
  }

  /** Units that wait at the end of a day, summed over the days. */
  double lateUnitDays(int demand) {
    if (rules.lost(demand)) {
      return 0;
    }
    double late = 0;
    double before = rules.waiting(demand);
    for (int period = 0; period < programme.timeline.periods(); period++) {
      double days = programme.timeline.days(period);
      double after = waiting(demand, period);
      late += before * (days - 1) / 2 + after * (days + 1) / 2;
      before = after;
    }
    return late;
  }
}
