package tenon.respond;

import java.util.ArrayList;
import java.util.List;
import tenon.twin.site.Rules;

/**
 * The linear programme as numbers: columns with the bounds of both runs (nobody reacts, and the
 * plan) and the costs of both objectives, and rows. Losses are in days of the whole demand's worth,
 * so that the numbers of any chain are near 1.
 *
 * <p>Stocks are no columns: the stock at the end of a period is the activity of a row over all that
 * came and went so far. So the usual flows, at which a solver begins, break only the rows that the
 * disruption touches.
 */
final class Programme {
  /** Share of a day's whole worth that running for a day without a dispensable input costs. */
  private static final double WITHOUT = 1e-4;

  /**
   * Price of what a held node is short of, in days of all demand a day of its whole use: high
   * enough to be the last resort, and any height would show that the node must be opened.
   */
  private static final double SHORT = 4;

  /** Weight of the usual flows on the way to a first solution. */
  private static final double START = 1e-3;

  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

  final Setting setting;
  final Rules rules;
  final Timeline timeline;
  final Transit transit;
  final Layout at;
  final Columns columns = new Columns();
  final List<Terms.Row> rows = new ArrayList<>();

  /** Constant part of a stock, in the node's scale, by node and period. */
  private final double[][] given;

  private final Tariffs tariffs;
  private final List<Dip> dips;

  /**
   * Whether nodes outside hand over and do without whatever is wished, and held nodes never run
   * short: every plan of the whole chain is then one of these nodes, so that none loses less.
   */
  private final boolean relaxed;

  /** Part of the loss that is the same whatever is done, in days of all demand. */
  private double atStake;

  /** What is chosen, and what contracts ask for. */
  final Choices choices;

  /** Money that a unit of the second objective stands for. */
  final double costUnit;

  private Terms all = new Terms(0);
  private Terms part = new Terms(0);

  Programme(Setting setting, Timeline timeline, Tariffs tariffs, List<Dip> dips) {
    this(setting, timeline, tariffs, dips, false);
  }

  Programme(Setting setting, Timeline timeline, Tariffs tariffs, List<Dip> dips, boolean relaxed) {
    this.setting = setting;
    this.relaxed = relaxed;
    this.timeline = timeline;
    this.tariffs = tariffs;
    this.dips = List.copyOf(dips);
    rules = setting.rules;
    transit = new Transit(setting, timeline);
    at = new Layout(rules, timeline.periods());
    given = new double[rules.nodes()][timeline.periods()];
    for (int node = 0; node < rules.nodes(); node++) {
      if (setting.isIn(node)) {
        addColumns(node);
      }
    }
    choices = new Choices(this, tariffs);
    choices.addColumns();
    Shares shares = new Shares(setting);
    shares.addColumns(this);
    costUnit = new Weighing(this).weigh();
    all = new Terms(columns.count);
    part = new Terms(columns.count);
    for (int node = 0; node < rules.nodes(); node++) {
      if (setting.isIn(node)) {
        addRows(node);
      }
    }
    choices.addRows();
    shares.addRows(this);
  }

  private void addColumns(int node) {
    for (int period = 0; period < timeline.periods(); period++) {
      double days = timeline.days(period);
      for (int arc : rules.into(node)) {
        addFlow(arc, period);
      }
      if (isStocked(node, period)) {
        addShortfall(node, period, days);
        double holding = setting.worth.holdingPerDay(node) * days * setting.nodeScale(node);
        if (holding > 0) {
          at.surplus[node][period] = columns.free(0, holding);
        }
      }
      for (int demand : rules.demandsAt(node)) {
        addDemand(demand, period);
      }
    }
    if (!setting.isFree(node)) {
      at.pipelineShort[node] = columns.free(0, 0);
      at.endShort[node] = rules.usualStock(node) < UNLIMITED ? columns.free(0, 0) : -1;
    }
  }

  /**
   * What a held node is short of, and an open one in the middle of a run, where stocks may not even
   * do for what nodes outside are given.
   */
  private void addShortfall(int node, int period, double days) {
    boolean held = !setting.scope.isOpen(node);
    double outside = toOutside(node) / setting.nodeScale(node);
    if (relaxed && (held || outside > 0)) {
      double most = held ? UNLIMITED : outside;
      at.shortfall[node][period] = columns.add(most, most, 0, 0);
    } else if (held || (setting.revised && outside > 0)) {
      at.shortfall[node][period] = columns.free(SHORT * days, 0);
    }
  }

  /** Whether a node has a finite stock at the end of a period, so that its goods must balance. */
  boolean isStocked(int node, int period) {
    if (rules.startStock(node) < UNLIMITED) {
      return !setting.isFree(node);
    }
    for (int day = 0; day < timeline.end(period); day++) {
      if (rules.stockKept(node, day) == 0) {
        return true;
      }
    }
    return false;
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
    double days = timeline.days(period);
    double limit = limit(arc, period) / scale;
    double usual = Math.min(setting.usual.flow(arc) / scale, limit);
    if (setting.usual.flow(arc) > 0) {
      at.base[arc][period] = columns.add(usual, usual, 0, 0);
      columns.start[at.base[arc][period]] = -START * days;
      columns.usual[at.base[arc][period]] = usual;
    }
    double value = Shares.value(rules, rules.head(arc));
    if (at.base[arc][period] >= 0) {
      columns.change[at.base[arc][period]] = -days * scale * value;
    }
    boolean open = setting.scope.isOpen(rules.head(arc)) && (relaxed || setting.scope.canRise(arc));
    if (limit > usual && open) {
      double perUnit = Math.max(0, tariffs.perUnit(arc)) * days * scale;
      at.extra[arc][period] = columns.add(0, limit - usual, 0, perUnit);
      columns.start[at.extra[arc][period]] = START * days;
      columns.co2[at.extra[arc][period]] = tariffs.co2[arc] * days * scale;
      columns.change[at.extra[arc][period]] = days * scale * value;
    }
    for (int[] group : rules.groups(arc)) {
      addInputs(group, scale, period);
    }
  }

  private void addInputs(int[] group, double scale, int period) {
    boolean known = false;
    for (int input : group) {
      known |= setting.isIn(rules.inputNode(input));
    }
    if (!known) {
      return;
    }
    double without = setting.usual.flow(rules.inputArc(group[0])) / scale;
    without -= usualMade(group[0], scale);
    for (int nth = 1; nth < group.length; nth++) {
      double most = mostMade(group[nth], scale);
      at.with[group[nth]][period] = columns.add(most, most, 0, 0);
      double usual = usualMade(group[nth], scale);
      columns.usual[at.with[group[nth]][period]] = usual;
      without -= usual;
    }
    if (!rules.essential(group[0])) {
      at.without[group[0]][period] = columns.free(WITHOUT * timeline.days(period), 0);
      columns.usual[at.without[group[0]][period]] = Math.max(0, without);
    }
  }

  /** Most output with an input: of a node outside, as much as usual. */
  private double mostMade(int input, double scale) {
    return relaxed || setting.scope.isKnown(rules.inputNode(input))
        ? UNLIMITED
        : usualMade(input, scale);
  }

  /** Output made with an input usually. */
  private double usualMade(int input, double scale) {
    return setting.usual.input(input) / rules.inputPerUnit(input) / scale;
  }

  private void addDemand(int demand, int period) {
    double scale = setting.nodeScale(rules.demandNode(demand));
    double days = timeline.days(period);
    double perUnit = setting.worth.share(demand) * scale;
    double most = asked(demand, period) / scale;
    double lost = rules.lost(demand) ? -perUnit * days : 0;
    at.served[demand][period] = columns.add(most, most, lost, 0);
    atStake -= lost * most;
    columns.usual[at.served[demand][period]] = most;
    if (rules.lost(demand)) {
      return;
    }
    columns.start[at.served[demand][period]] = -START * days;
    at.catchUp[demand][period] = columns.free(0, 0);
    double wait = setting.worth.waitingPerDay * (days + 1) / 2;
    if (period + 1 < timeline.periods()) {
      wait += setting.worth.waitingPerDay * (timeline.days(period + 1) - 1) / 2;
    } else {
      wait += 1;
    }
    at.waiting[demand][period] = columns.free(perUnit * wait, 0);
  }

  /** Loss, in days of all demand, of which the first objective has this value. */
  double lost(double objective) {
    return atStake + objective;
  }

  /** Mean demand of a period, units per day. */
  double asked(int demand, int period) {
    double sum = 0;
    for (int day = timeline.start(period); day < timeline.end(period); day++) {
      sum += rules.demandFactor(demand, day);
    }
    return setting.usual.served(demand) * sum / timeline.days(period);
  }

  int row(Terms terms, double lower, double upper) {
    rows.add(terms.row(lower, upper));
    return rows.size() - 1;
  }

  private void addRows(int node) {
    addStockRows(node);
    for (int period = 0; period < timeline.periods(); period++) {
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

  /** 0 <= stock at the end of a period, and of a dip; what exceeds the usual stock is surplus. */
  private void addStockRows(int node) {
    all.clear();
    double constant = 0;
    double start = rules.startStock(node) / setting.nodeScale(node);
    double usual = rules.usualStock(node) / setting.nodeScale(node);
    for (int period = 0; period < timeline.periods(); period++) {
      if (!isStocked(node, period)) {
        continue;
      }
      double kept = rules.stockKept(node, timeline.start(period));
      constant = period == 0 && start < UNLIMITED ? start : constant;
      all.multiply(kept);
      constant *= kept;
      for (Dip dip : dips) {
        if (dip.node() == node && dip.period() == period) {
          part.clear().addAll(all);
          double until = constant + change(part, node, period, dip.until());
          row(part, -until, UNLIMITED);
        }
      }
      constant += change(all, node, period, timeline.end(period));
      given[node][period] = constant;
      int surplus = at.surplus[node][period];
      all.add(surplus, -1);
      at.stockRow[node][period] =
          row(all, -constant, surplus >= 0 && usual < UNLIMITED ? usual - constant : UNLIMITED);
      all.add(surplus, 1);
      if (period == timeline.periods() - 1 && at.endShort[node] >= 0) {
        part.clear().addAll(all);
        part.add(at.endShort[node], 1);
        row(part, usual - constant, UNLIMITED);
      }
    }
  }

  /**
   * Adds what comes to a node and leaves it from the start of a period until a day; the constant
   * part of it is returned.
   */
  private double change(Terms terms, int node, int period, int until) {
    int from = timeline.start(period);
    double scale = setting.nodeScale(node);
    double constant = 0;
    for (int arc : rules.into(node)) {
      constant += transit.underWay(arc, from, until) / scale;
      for (int left = 0; left <= period; left++) {
        double units = transit.arriving(arc, left, from, until);
        terms.add(at.base[arc][left], units);
        terms.add(at.extra[arc][left], units);
      }
    }
    handOver(terms, node, period, from - until);
    terms.add(at.shortfall[node][period], until - from);
    return constant - (until - from) * toOutside(node) / scale;
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
        takeFirst(terms, arc, input, period, share);
      }
    }
    for (int demand : rules.demandsAt(node)) {
      terms.add(at.served[demand][period], factor);
      terms.add(at.catchUp[demand][period], factor);
    }
  }

  /** Output made with the first input of its group: what is not made with others or without. */
  private void takeFirst(Terms terms, int arc, int first, int period, double share) {
    terms.add(at.base[arc][period], share);
    terms.add(at.extra[arc][period], share);
    terms.add(at.without[first][period], -share);
    for (int[] group : rules.groups(arc)) {
      if (group[0] == first) {
        for (int input : group) {
          terms.add(at.with[input][period], -share);
        }
      }
    }
  }

  /** Units per day that a node hands to nodes whose flows stay as usual. */
  double toOutside(int node) {
    double units = 0;
    for (int link : rules.out(node)) {
      units += setting.inScope(link) ? 0 : setting.usual.flow(link);
    }
    for (int input : rules.uses(node)) {
      units += setting.inScope(rules.inputArc(input)) ? 0 : setting.usual.input(input);
    }
    return units;
  }

  private void limitPassing(int node, int period) {
    double sum = 0;
    for (int day = timeline.start(period); day < timeline.end(period); day++) {
      sum += rules.passLimitPerDay(node, day);
    }
    double limit = sum / timeline.days(period) / setting.nodeScale(node);
    if (limit < UNLIMITED) {
      part.clear();
      handOver(part, node, period, 1);
      at.passRow[node][period] = row(part, -UNLIMITED, limit);
    }
  }

  private void bindInputs(int arc, int[] group, int period) {
    boolean split = at.without[group[0]][period] >= 0;
    for (int input : group) {
      split |= at.with[input][period] >= 0;
    }
    if (split) {
      part.clear();
      takeFirst(part, arc, group[0], period, 1);
      row(part, 0, mostMade(group[0], setting.scale(arc)));
    }
  }

  /** What waits grows by what is asked and not served. */
  private void bindDemand(int demand, int period) {
    if (at.waiting[demand][period] < 0) {
      return;
    }
    double days = timeline.days(period);
    part.clear();
    part.add(at.waiting[demand][period], 1);
    part.add(period == 0 ? -1 : at.waiting[demand][period - 1], -1);
    part.add(at.served[demand][period], days);
    part.add(at.catchUp[demand][period], days);
    double waited = period == 0 ? rules.waiting(demand) : 0;
    double asked =
        (asked(demand, period) * days + waited) / setting.nodeScale(rules.demandNode(demand));
    at.waitingRow[demand][period] = row(part, asked, asked);
  }

  /** What is under way at the end, and what it falls below the usual. */
  private void bindPipeline(int node) {
    part.clear();
    int end = rules.days();
    double usual = 0;
    for (int arc : rules.into(node)) {
      usual += setting.usual.flow(arc) * rules.leadDays(arc);
      for (int left = 0; left < timeline.periods(); left++) {
        double units = transit.arriving(arc, left, end, Integer.MAX_VALUE);
        part.add(at.base[arc][left], units);
        part.add(at.extra[arc][left], units);
      }
    }
    if (usual > 0) {
      double before = 0;
      for (int arc : rules.into(node)) {
        before += transit.underWay(arc, end, Integer.MAX_VALUE);
      }
      part.add(at.pipelineShort[node], 1);
      row(part, (usual - before) / setting.nodeScale(node), UNLIMITED);
    }
  }

  /** Stock at the end of a period, in the node's scale. */
  double stock(int node, int period, double[] values) {
    int row = at.stockRow[node][period];
    if (row < 0) {
      return 0;
    }
    int surplus = at.surplus[node][period];
    return given[node][period]
        + rows.get(row).activity(values)
        + (surplus < 0 ? 0 : values[surplus]);
  }

  /** Days within periods at which stock must not be below 0 either. */
  List<Dip> dips() {
    return dips;
  }

  /** A collector for rows over these columns. */
  Terms terms() {
    return new Terms(columns.count);
  }
}
