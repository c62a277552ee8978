package tenon.respond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.twin.site.Rules;

/**
 * The linear programme as numbers: columns with the bounds of both runs (nobody reacts, and the
 * plan) and the costs of both objectives, and rows. Losses are in days of the whole demand's worth,
 * so that the numbers of any chain are near 1.
 */
final class Programme {
  /** Share of a day's whole worth that running for a day without a dispensable input costs. */
  private static final double WITHOUT = 1e-4;

  /** Share of the mean cost that a change against the usual flow weighs. */
  private static final double NERVOUS = 1e-3;

  final Setting setting;
  final Rules rules;
  final Timeline timeline;
  final Transit transit;
  final Layout at;
  final Worth worth;

  /** Bounds of columns where nobody reacts, upper bounds where the plan holds, and costs. */
  double[] lower = new double[64];

  double[] heldUpper = new double[64];
  double[] upper = new double[64];
  double[] loss = new double[64];
  double[] cost = new double[64];
  int columns;

  final List<Terms> rows = new ArrayList<>();
  final List<double[]> rowBounds = new ArrayList<>();

  /** Row of the balance of a node and period, of its limit on handing over; -1 where none is. */
  final int[][] balanceRow;

  final int[][] passRow;
  final int[][] demandRow;

  /** Row of what is under way to a node at the end; -1 where there is none. */
  final int[] pipelineRow;

  private final Tariffs tariffs;
  private final List<Dip> dips;

  Programme(Setting setting, Timeline timeline, PlanSpec spec, Tariffs tariffs, List<Dip> dips) {
    this.setting = setting;
    this.timeline = timeline;
    this.tariffs = tariffs;
    this.dips = dips;
    rules = setting.rules;
    transit = new Transit(rules, timeline);
    worth = new Worth(rules, spec);
    int periods = timeline.periods();
    at = new Layout(rules, periods);
    balanceRow = none(rules.nodes(), periods);
    passRow = none(rules.nodes(), periods);
    demandRow = none(rules.demands(), periods);
    pipelineRow = new int[rules.nodes()];
    Arrays.fill(pipelineRow, -1);
    for (int node = 0; node < rules.nodes(); node++) {
      if (setting.isIn(node)) {
        addColumns(node);
      }
    }
    weighCosts();
    for (int node = 0; node < rules.nodes(); node++) {
      if (setting.isIn(node)) {
        addRows(node);
      }
    }
    dips.forEach(this::addDip);
  }

  private static int[][] none(int rows, int periods) {
    int[][] none = new int[rows][periods];
    for (int[] row : none) {
      Arrays.fill(row, -1);
    }
    return none;
  }

  private int column(double least, double held, double most, double perLoss, double perCost) {
    if (columns == lower.length) {
      lower = Arrays.copyOf(lower, 2 * columns);
      heldUpper = Arrays.copyOf(heldUpper, 2 * columns);
      upper = Arrays.copyOf(upper, 2 * columns);
      loss = Arrays.copyOf(loss, 2 * columns);
      cost = Arrays.copyOf(cost, 2 * columns);
    }
    lower[columns] = least;
    heldUpper[columns] = held;
    upper[columns] = most;
    loss[columns] = perLoss;
    cost[columns] = perCost;
    return columns++;
  }

  private void addColumns(int node) {
    for (int period = 0; period < timeline.periods(); period++) {
      for (int arc : rules.into(node)) {
        addFlow(arc, period);
      }
      if (isStocked(node, period)) {
        at.stock[node][period] = column(0, inf(), inf(), 0, 0);
        double holding = worth.holdingPerDay(node);
        if (holding > 0) {
          double perUnit = holding * timeline.days(period) * setting.nodeScale(node);
          at.surplus[node][period] = column(0, inf(), inf(), 0, perUnit);
        }
      }
      for (int demand : rules.demandsAt(node)) {
        addDemand(demand, period);
      }
    }
  }

  /** Whether a node has a finite stock at the end of a period, so that its goods must balance. */
  boolean isStocked(int node, int period) {
    if (rules.startStock(node) < inf()) {
      return !setting.isFree(node);
    }
    for (int day = 0; day < timeline.end(period); day++) {
      if (rules.stockKept(node, day) == 0) {
        return true;
      }
    }
    return false;
  }

  private static double inf() {
    return Double.POSITIVE_INFINITY;
  }

  /** Mean over a period of what an arc may carry, units per day. */
  double limit(int arc, int period) {
    double sum = 0;
    for (int day = timeline.start(period); day < timeline.end(period); day++) {
      sum += setting.limitPerDay(arc, day);
    }
    return sum / timeline.days(period);
  }

  private void addFlow(int arc, int period) {
    double scale = setting.scale(arc);
    double limit = limit(arc, period) / scale;
    double usual = Math.min(rules.usualFlow(arc) / scale, limit);
    if (rules.usualFlow(arc) > 0) {
      at.base[arc][period] = column(0, usual, usual, 0, 0);
    }
    if (limit > usual) {
      double days = timeline.days(period);
      double perUnit = Math.max(0, tariffs.perUnit(arc)) * days * scale;
      at.extra[arc][period] = column(0, 0, limit - usual, 0, perUnit);
    }
    for (int[] group : rules.groups(arc)) {
      addInputs(group, period);
    }
  }

  private void addInputs(int[] group, int period) {
    boolean essential = rules.essential(group[0]);
    if (essential && group.length == 1) {
      return;
    }
    boolean known = false;
    for (int input : group) {
      known |= matters(rules.inputNode(input));
    }
    if (!known) {
      return;
    }
    for (int input : group) {
      at.with[input][period] = column(0, inf(), inf(), 0, 0);
    }
    if (!essential) {
      double perDay = WITHOUT * timeline.days(period);
      at.without[group[0]][period] = column(0, inf(), inf(), perDay, 0);
    }
  }

  private boolean matters(int node) {
    return setting.isIn(node);
  }

  private void addDemand(int demand, int period) {
    double scale = setting.nodeScale(rules.demandNode(demand));
    double days = timeline.days(period);
    double perUnit = worth.share(demand) * scale;
    if (rules.lost(demand)) {
      double most = asked(demand, period) / scale;
      at.served[demand][period] = column(0, most, most, -perUnit * days, 0);
      return;
    }
    at.served[demand][period] = column(0, inf(), inf(), 0, 0);
    double wait = worth.waitingPerDay * (days + 1) / 2;
    if (period + 1 < timeline.periods()) {
      wait += worth.waitingPerDay * (timeline.days(period + 1) - 1) / 2;
    } else {
      wait += 1;
    }
    at.waiting[demand][period] = column(0, inf(), inf(), perUnit * wait, 0);
  }

  /** Mean demand of a period, units per day. */
  double asked(int demand, int period) {
    double sum = 0;
    for (int day = timeline.start(period); day < timeline.end(period); day++) {
      sum += rules.demandFactor(demand, day);
    }
    return rules.chain().demands().meanPerDay(demand) * sum / timeline.days(period);
  }

  /** Loss of all demand if nothing were served of that which is lost at once, in days. */
  double lossOffset() {
    double offset = 0;
    for (int demand = 0; demand < rules.demands(); demand++) {
      if (setting.isIn(rules.demandNode(demand)) && rules.lost(demand)) {
        for (int period = 0; period < timeline.periods(); period++) {
          offset += worth.share(demand) * asked(demand, period) * timeline.days(period);
        }
      }
    }
    return offset;
  }

  /** Brings costs near 1 and adds the weight of changes against the usual flow. */
  private void weighCosts() {
    double sum = 0;
    int count = 0;
    for (int column = 0; column < columns; column++) {
      sum += cost[column];
      count += cost[column] > 0 ? 1 : 0;
    }
    double unit = count > 0 ? sum / count : 1;
    double nervous = count > 0 ? NERVOUS : 1;
    for (int column = 0; column < columns; column++) {
      cost[column] /= unit;
    }
    for (int period = 0; period < timeline.periods(); period++) {
      double change = nervous * timeline.days(period);
      for (int arc = 0; arc < rules.arcs(); arc++) {
        weigh(at.base[arc][period], -change);
        weigh(at.extra[arc][period], change);
        for (int[] group : rules.groups(arc)) {
          for (int nth = 1; nth < group.length; nth++) {
            weigh(at.with[group[nth]][period], change);
          }
        }
      }
    }
  }

  private void weigh(int column, double more) {
    if (column >= 0) {
      cost[column] += more;
    }
  }

  private int row(Terms terms, double least, double most) {
    rows.add(terms);
    rowBounds.add(new double[] {least, most});
    return rows.size() - 1;
  }

  private void addRows(int node) {
    for (int period = 0; period < timeline.periods(); period++) {
      if (isStocked(node, period)) {
        balanceRow[node][period] = balance(node, period, timeline.end(period), true);
        bindSurplus(node, period);
      }
      limitPassing(node, period);
      for (int arc : rules.into(node)) {
        for (int[] group : rules.groups(arc)) {
          bindInputs(arc, group, period);
        }
      }
      for (int demand : rules.demandsAt(node)) {
        bindDemand(demand, period);
      }
    }
    bindPipeline(node);
  }

  /**
   * Stock before + arrivals = stock after + handed over, from the start of a period until a day; or
   * at least what is handed over, where no stock is named.
   */
  private int balance(int node, int period, int until, boolean closes) {
    Terms terms = new Terms();
    int from = timeline.start(period);
    double scale = setting.nodeScale(node);
    double kept = rules.stockKept(node, from);
    double given = 0;
    if (period > 0 && isStocked(node, period - 1)) {
      terms.add(at.stock[node][period - 1], kept);
    } else if (rules.startStock(node) < inf() && period == 0) {
      given += kept * rules.startStock(node) / scale;
    }
    for (int arc : rules.into(node)) {
      given += transit.underWay(arc, from, until) / scale;
      for (int left = 0; left <= period; left++) {
        double units = transit.arriving(arc, left, from, until);
        terms.add(at.base[arc][left], units);
        terms.add(at.extra[arc][left], units);
      }
    }
    handOver(terms, node, period, -(until - from));
    if (closes) {
      terms.add(at.stock[node][period], -1);
    }
    return row(terms, -given, closes ? -given : inf());
  }

  /** All that a node hands over in a period, in its scale per day, times a factor. */
  void handOver(Terms terms, int node, int period, double factor) {
    double scale = setting.nodeScale(node);
    for (int link : rules.out(node)) {
      double share = factor * setting.scale(link) / scale;
      terms.add(at.base[link][period], share);
      terms.add(at.extra[link][period], share);
    }
    for (int input : rules.uses(node)) {
      int arc = rules.inputArc(input);
      double share = factor * rules.inputPerUnit(input) * setting.scale(arc) / scale;
      if (at.with[input][period] >= 0) {
        terms.add(at.with[input][period], share);
      } else {
        terms.add(at.base[arc][period], share);
        terms.add(at.extra[arc][period], share);
      }
    }
    for (int demand : rules.demandsAt(node)) {
      terms.add(at.served[demand][period], factor);
    }
  }

  private void bindSurplus(int node, int period) {
    if (at.surplus[node][period] >= 0) {
      Terms terms = new Terms();
      terms.add(at.stock[node][period], 1);
      terms.add(at.surplus[node][period], -1);
      row(terms, -inf(), rules.startStock(node) / setting.nodeScale(node));
    }
  }

  private void limitPassing(int node, int period) {
    double sum = 0;
    for (int day = timeline.start(period); day < timeline.end(period); day++) {
      sum += rules.passLimitPerDay(node, day);
    }
    double limit = sum / timeline.days(period) / setting.nodeScale(node);
    if (limit < inf()) {
      Terms terms = new Terms();
      handOver(terms, node, period, 1);
      passRow[node][period] = row(terms, -inf(), limit);
    }
  }

  private void bindInputs(int arc, int[] group, int period) {
    if (at.with[group[0]][period] < 0) {
      return;
    }
    Terms terms = new Terms();
    for (int input : group) {
      terms.add(at.with[input][period], 1);
    }
    terms.add(at.without[group[0]][period], 1);
    terms.add(at.base[arc][period], -1);
    terms.add(at.extra[arc][period], -1);
    row(terms, 0, 0);
  }

  /** What waits grows by what is asked and not served. */
  private void bindDemand(int demand, int period) {
    if (at.waiting[demand][period] < 0) {
      return;
    }
    double days = timeline.days(period);
    Terms terms = new Terms();
    terms.add(at.waiting[demand][period], 1);
    terms.add(period == 0 ? -1 : at.waiting[demand][period - 1], -1);
    terms.add(at.served[demand][period], days);
    double asked = asked(demand, period) * days / setting.nodeScale(rules.demandNode(demand));
    demandRow[demand][period] = row(terms, asked, asked);
  }

  private void bindPipeline(int node) {
    Terms terms = new Terms();
    int end = rules.days();
    for (int arc : rules.into(node)) {
      for (int left = 0; left < timeline.periods(); left++) {
        double units = transit.arriving(arc, left, end, Integer.MAX_VALUE);
        terms.add(at.base[arc][left], units);
        terms.add(at.extra[arc][left], units);
      }
    }
    if (!terms.isEmpty()) {
      pipelineRow[node] = row(terms, -inf(), inf());
    }
  }

  private void addDip(Dip dip) {
    balance(dip.node(), dip.period(), dip.until(), false);
  }

  /** Days within periods at which stock must not be below 0 either. */
  List<Dip> dips() {
    return dips;
  }
}
