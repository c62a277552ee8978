package tenon.respond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.model.Chain;
import tenon.twin.site.Rules;

/**
 * Yes or no: standby sources that cost something once when they are taken into use, or whose
 * contract then asks for a minimum; and the contracts of links in use. For a source with flows e_k,
 * capacities c_k, minimum m_k and cost A, with z in {0, 1}:
 *
 * <pre>
 *   e_k &lt;= c_k z,   e_k + missed_k &gt;= m_k z,   cost A z + price x missed
 * </pre>
 *
 * <p>As nothing in the loss depends on z, the rows matter to the cost alone: while the loss is made
 * least, they are open.
 */
final class Choices {
  /** Price of a day's use that must be ordered and is not, in days of all demand: a last resort. */
  private static final double BREACH = 4;

  private final Programme programme;
  private final Setting setting;
  private final Rules rules;
  private final Tariffs tariffs;
  private final Contracts contracts;

  /** Columns that must be 0 or 1. */
  final List<Integer> columns = new ArrayList<>();

  /** Rows that bind flows to choices. */
  final List<Integer> rows = new ArrayList<>();

  Choices(Programme programme, Tariffs tariffs) {
    this.programme = programme;
    this.tariffs = tariffs;
    setting = programme.setting;
    rules = setting.rules;
    contracts = new Contracts(setting);
  }

  int[] columnNumbers() {
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }

  void addColumns() {
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (setting.inScope(arc)) {
        if (rules.standby(arc)) {
          choose(arc);
        } else if (contracts.binds(arc)) {
          bind(arc);
        }
      }
    }
  }

  private void choose(int arc) {
    double cost = cost(rules, arc);
    boolean bound = contracts.binds(arc);
    boolean possible = Arrays.stream(programme.at.extra[arc]).anyMatch(column -> column >= 0);
    if (possible && (cost > 0 || bound)) {
      int column = programme.columns.add(0, 1, 0, cost);
      programme.columns.aside[column] = true;
      programme.at.used[arc] = column;
      columns.add(column);
      if (bound) {
        bind(arc);
      }
    }
  }

  /** What taking a standby source into use costs; 0 where unknown, or paid before. */
  static double cost(Rules rules, int arc) {
    if (!rules.standby(arc) || rules.calledBefore(arc)) {
      return 0;
    }
    Chain chain = rules.chain();
    double cost =
        rules.isLink(arc)
            ? chain.links().activationCost(arc)
            : rules.isRecipe(arc)
                ? chain.recipes().activationCost(arc - rules.links())
                : Double.NaN;
    return Double.isNaN(cost) ? 0 : cost;
  }

  private void bind(int link) {
    for (int period = 0; period < programme.timeline.periods(); period++) {
      double days = programme.timeline.days(period);
      if (due(link, period) > 0) {
        programme.at.missed[link][period] = missed(link, days);
      }
    }
  }

  private int missed(int link, double days) {
    if (!contracts.isPurchase(link)) {
      return programme.columns.free(0, tariffs.price(link) * days * setting.scale(link));
    }
    if (!rules.standby(link)) {
      return programme.columns.free(BREACH * days, 0);
    }
    int column = programme.columns.free(0, BREACH * days * setting.worth.perDay);
    programme.columns.aside[column] = true;
    return column;
  }

  /** Units per day that a contract asks for, in the scale of the link. */
  private double due(int link, int period) {
    Timeline timeline = programme.timeline;
    return contracts.duePerDay(link, timeline.start(period), timeline.end(period))
        / setting.scale(link);
  }

  void addRows() {
    Layout at = programme.at;
    Terms terms = programme.terms();
    for (int arc = 0; arc < rules.arcs(); arc++) {
      for (int period = 0; period < programme.timeline.periods(); period++) {
        if (at.used[arc] >= 0 && at.extra[arc][period] >= 0) {
          terms.clear().add(at.extra[arc][period], 1);
          terms.add(at.used[arc], -most(at.extra[arc][period]));
          rows.add(programme.row(terms, Double.NEGATIVE_INFINITY, 0));
        }
        if (rules.isLink(arc) && at.missed[arc][period] >= 0) {
          terms.clear().add(at.missed[arc][period], 1);
          terms.add(at.base[arc][period], 1);
          terms.add(at.extra[arc][period], 1);
          if (at.used[arc] < 0) {
            programme.row(terms, due(arc, period), Double.POSITIVE_INFINITY);
          } else {
            terms.add(at.used[arc], -due(arc, period));
            rows.add(programme.row(terms, 0, Double.POSITIVE_INFINITY));
          }
        }
      }
    }
  }

  /** Most that flows over an arc: its capacity, at most four times all use of the horizon a day. */
  private double most(int column) {
    return Math.min(programme.columns.upper[column], 4.0 * rules.days());
  }

  /** Flows that are 0 where a choice is no. */
  List<Integer> flowsOf(int choice) {
    List<Integer> flows = new ArrayList<>();
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (programme.at.used[arc] == choice) {
        Arrays.stream(programme.at.extra[arc]).filter(column -> column >= 0).forEach(flows::add);
      }
    }
    return flows;
  }
}
