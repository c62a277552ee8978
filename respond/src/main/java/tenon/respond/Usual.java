package tenon.respond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.model.Finding;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;
import tenon.twin.site.Rules;

/**
 * The flows that go on undisturbed. They are the usual flows of the simulation wherever capacities
 * allow them. Where shares and recipes ask for more than a capacity, no such flow exists; then a
 * stationary programme finds the flows that serve most (by weight), and of those the nearest to the
 * usual ones. Demand that even they do not serve is no loss of a disruption, and is left out with a
 * finding.
 */
final class Usual {
  private static final double TOLERANCE = 1e-9;

  /** Weight of a change of a node's whole use beside a day of all demand. */
  private static final double CHANGE = 1e-5;

  /** Weight of running without a dispensable input. */
  private static final double WITHOUT = 1e-3;

  /** Worth of a unit of capacity below which it binds nothing. */
  private static final double NOTHING = 1e-6;

  private static final double DIGITS = 1e9;

  private final Rules rules;
  private final double[] scale;
  private final double[] flow;
  private final double[] input;
  private final double[] served;
  private final double[] worthOfMore;
  private final boolean standby;
  private int changed;
  private int capped;
  private String firstChanged = "";
  private String firstCapped = "";

  Usual(Rules rules, Worth worth, double[] scale) {
    this(rules, worth, scale, false);
  }

  /** With {@code standby} sources that stand by may flow too, as after all have been opened. */
  Usual(Rules rules, Worth worth, double[] scale, boolean standby) {
    this.standby = standby;
    worthOfMore = new double[rules.arcs()];
    this.rules = rules;
    this.scale = scale;
    flow = new double[rules.arcs()];
    input = new double[rules.chain().inputs().count()];
    served = new double[rules.demands()];
    Arrays.setAll(flow, rules::usualFlow);
    Arrays.setAll(served, demand -> rules.chain().demands().meanPerDay(demand));
    for (int arc = 0; arc < flow.length; arc++) {
      for (int[] group : rules.groups(arc)) {
        input[group[0]] = flow[arc] * rules.inputPerUnit(group[0]);
      }
    }
    if (!isFeasible()) {
      new Stationary(worth).solve();
    }
  }

  /** Units per day over an arc. */
  double flow(int arc) {
    return flow[arc];
  }

  /** Units per day taken of an input. */
  double input(int row) {
    return input[row];
  }

  /** Mean demand that is served undisturbed, units per day. */
  double served(int demand) {
    return served[demand];
  }

  /**
   * What a unit per day more of the capacity of an arc would serve, as weight per day; 0 if none.
   */
  double worthOfMore(int arc) {
    return worthOfMore[arc];
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (changed > 0) {
      findings.add(
          Doubts.warning("usual-changed", "", null, Integer.toString(changed), firstChanged));
    }
    if (capped > 0) {
      findings.add(
          Doubts.warning(
              "demand-capped", "demand", "mean_per_day", Integer.toString(capped), firstCapped));
    }
    return findings;
  }

  private boolean isFeasible() {
    for (int node = 0; node < rules.nodes(); node++) {
      double supplied = 0;
      for (int arc : rules.into(node)) {
        supplied += flow[arc];
        if (flow[arc] > capacity(arc) * (1 + TOLERANCE)) {
          return false;
        }
      }
      if (supplied < rules.usualUse(node) * (1 - TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  private double capacity(int arc) {
    return rules.closed(arc) || (rules.standby(arc) && !standby) ? 0 : rules.capacityPerDay(arc);
  }

  /** The stationary programme: everything that comes to a node leaves it the same day. */
  private final class Stationary {
    private final Worth worth;
    private final LinearProgramBuilder builder = LinearProgram.minimise();
    private final int[] base = new int[flow.length];
    private final int[] extra = new int[flow.length];
    private final int[] with = new int[input.length];
    private final int[] without = new int[input.length];
    private final int[] serve = new int[served.length];
    private final Terms terms = new Terms(2 * flow.length + 2 * input.length + served.length);

    private Stationary(Worth worth) {
      this.worth = worth;
      Arrays.fill(base, -1);
      Arrays.fill(extra, -1);
      Arrays.fill(with, -1);
      Arrays.fill(without, -1);
    }

    private void solve() {
      for (int arc = 0; arc < flow.length; arc++) {
        addFlow(arc);
      }
      for (int demand = 0; demand < served.length; demand++) {
        double size = scale[rules.demandNode(demand)];
        serve[demand] = builder.column(0, served[demand] / size, -worth.share(demand) * size);
      }
      for (int node = 0; node < rules.nodes(); node++) {
        if (rules.startStock(node) < Double.POSITIVE_INFINITY) {
          balance(node);
        }
      }
      try (LinearProgram program = builder.build()) {
        read(program.solve());
        if (standby) {
          price(program);
        }
      }
    }

    /** What more of each capacity would serve, nearness to the usual flows set aside. */
    private void price(LinearProgram program) {
      for (int arc = 0; arc < flow.length; arc++) {
        for (int column : new int[] {base[arc], extra[arc]}) {
          if (column >= 0) {
            program.setCost(column, 0);
          }
        }
      }
      program.restart();
      Solution solution = program.solve();
      for (int arc = 0; arc < flow.length; arc++) {
        int last = extra[arc] >= 0 ? extra[arc] : base[arc];
        double price = last < 0 ? 0 : -solution.reducedCost(last) / scale[rules.head(arc)];
        // In shares of all demand a day; what is below rounding is nothing.
        worthOfMore[arc] = price * worth.perDay > NOTHING ? price * worth.perDay : 0;
      }
    }

    private void addFlow(int arc) {
      double usual = flow[arc] / scale[rules.head(arc)];
      double most = capacity(arc) / scale[rules.head(arc)];
      if (usual > 0 && most > 0) {
        base[arc] = builder.column(0, Math.min(usual, most), -CHANGE);
      }
      if (most > usual) {
        extra[arc] = builder.column(0, most - usual, CHANGE);
      }
      for (int[] group : rules.groups(arc)) {
        bind(arc, group);
      }
    }

    private void bind(int arc, int[] group) {
      boolean essential = rules.essential(group[0]);
      if (essential && group.length == 1) {
        return;
      }
      for (int nth = 1; nth < group.length; nth++) {
        with[group[nth]] = builder.column(0, Double.POSITIVE_INFINITY, CHANGE);
      }
      if (!essential) {
        without[group[0]] = builder.column(0, Double.POSITIVE_INFINITY, WITHOUT);
      }
      takeFirst(terms.clear(), arc, group, 1);
      row(0, Double.POSITIVE_INFINITY);
    }

    /** Output made with the first input of its group: what is not made with others or without. */
    private void takeFirst(Terms to, int arc, int[] group, double share) {
      to.add(base[arc], share);
      to.add(extra[arc], share);
      to.add(without[group[0]], -share);
      for (int row : group) {
        to.add(with[row], -share);
      }
    }

    private void row(double least, double most) {
      Terms.Row row = terms.row(least, most);
      builder.row(row.lower, row.upper, row.columns, row.coefficients);
    }

    private void balance(int node) {
      terms.clear();
      for (int arc : rules.into(node)) {
        terms.add(base[arc], 1);
        terms.add(extra[arc], 1);
      }
      for (int link : rules.out(node)) {
        double share = -scale[rules.head(link)] / scale[node];
        terms.add(base[link], share);
        terms.add(extra[link], share);
      }
      for (int row : rules.uses(node)) {
        int arc = rules.inputArc(row);
        double share = -rules.inputPerUnit(row) * scale[rules.head(arc)] / scale[node];
        if (with[row] >= 0) {
          terms.add(with[row], share);
        }
        for (int[] group : rules.groups(arc)) {
          if (group[0] == row) {
            takeFirst(terms, arc, group, share);
          }
        }
      }
      for (int demand : rules.demandsAt(node)) {
        terms.add(serve[demand], -1);
      }
      row(0, 0);
    }

    private void read(Solution solution) {
      double[] values = solution.values();
      for (int arc = 0; arc < flow.length; arc++) {
        double size = scale[rules.head(arc)];
        double found = size * (value(values, base[arc]) + value(values, extra[arc]));
        if (Math.abs(found - flow[arc]) > 1e-6 * size) {
          firstChanged = changed == 0 ? rules.arcId(arc) : firstChanged;
          changed++;
        }
        flow[arc] = found;
        for (int[] group : rules.groups(arc)) {
          double first = found - size * value(values, without[group[0]]);
          for (int row : group) {
            double made = size * value(values, with[row]);
            input[row] = made * rules.inputPerUnit(row);
            first -= made;
          }
          input[group[0]] = Math.max(0, first) * rules.inputPerUnit(group[0]);
        }
      }
      for (int demand = 0; demand < served.length; demand++) {
        double found = scale[rules.demandNode(demand)] * value(values, serve[demand]);
        if (found < served[demand] * (1 - 1e-6)) {
          int node = rules.demandNode(demand);
          firstCapped =
              capped == 0 ? rules.siteId(node) + " / " + rules.productId(node) : firstCapped;
          capped++;
          served[demand] = found;
        }
      }
    }

    private static double value(double[] values, int column) {
      return column < 0 ? 0 : Math.max(0, Math.rint(values[column] * DIGITS) / DIGITS);
    }
  }
}
