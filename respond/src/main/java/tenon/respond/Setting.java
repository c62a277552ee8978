package tenon.respond;

import org.jspecify.annotations.Nullable;
import tenon.numeric.WholeLimits;
import tenon.twin.site.Rules;
import tenon.twin.site.SimulationSpec;

/** What is planned for: the rules of the scenario, the day of the decision, scales and scope. */
final class Setting {
  private static final int GREATEST_EXPONENT = 400;

  final Rules rules;
  final int decisionDay;
  private final double[] scale;
  private final boolean[] free;
  final Worth worth;
  final Usual usual;
  final Scope scope;
  final Goals goals;
  final ShareCap cap;
  final WholeLimits search;
  private final boolean[] banned;

  /**
   * Work for each later objective, iterations times terms of the rows: what a core does in some ten
   * seconds. A plan that is revised on the way gets a fifth of it. A programme so small that it may
   * have the most iterations is solved to the end; none has fewer than the fewest.
   */
  double work = 6e9;

  /** Whether a plan made before is revised, so that only the plan itself is sought. */
  final boolean revised;

  Setting(Rules rules, PlanSpec spec) {
    this(rules, spec, null);
  }

  /**
   * The setting of a plan that is revised.
   *
   * @param known usual flows found before; null where they are to be found
   */
  Setting(Rules rules, PlanSpec spec, @Nullable Usual known) {
    this.rules = rules;
    revised = known != null;
    decisionDay = spec.decisionDay().orElse(Math.min(rules.firstHit(), rules.days()));
    goals = spec.goals();
    cap = spec.cap();
    search = spec.effort().limits();
    banned = spec.ban().links(rules);
    scale = scales(rules);
    free = new boolean[rules.nodes()];
    for (int node = 0; node < free.length; node++) {
      free[node] = neverShort(node);
    }
    worth = new Worth(rules, spec);
    usual = known == null ? new Usual(rules, worth, scale) : known;
    scope = new Scope(this, spec.reduced());
  }

  /** The flows that serve most where sources that stand by are open too. */
  Usual withStandby() {
    return new Usual(rules, worth, scale, true);
  }

  /** The blanks of a plan are filled as those of a simulation. */
  static SimulationSpec simulation(PlanSpec spec) {
    return SimulationSpec.of(1, 0).withAssumptions(spec.assumptions()).withUnmet(spec.unmet());
  }

  /** Whether the flows into a node are planned. */
  boolean isIn(int node) {
    return scope.isIn(node);
  }

  boolean inScope(int arc) {
    return scope.isIn(rules.head(arc));
  }

  /** Day on which a standby source may deliver; 0 for others. */
  int opens(int arc) {
    return rules.standby(arc) ? (int) rules.opensFrom(arc, decisionDay) : 0;
  }

  /** Most that an arc may carry on a day if the plan wants it, units. */
  double limitPerDay(int arc, int day) {
    return day < opens(arc) || isBanned(arc, day) ? 0 : rules.limitPerDay(arc, day);
  }

  /** Whether nothing may be ordered over an arc on a day, by will and not by accident. */
  boolean isBanned(int arc, int day) {
    return day >= decisionDay && rules.isLink(arc) && banned[arc];
  }

  /** Whether a node never runs short whatever is asked of it. */
  boolean isFree(int node) {
    return free[node];
  }

  private boolean neverShort(int node) {
    if (rules.startStock(node) == Double.POSITIVE_INFINITY) {
      return keepsAll(node);
    }
    int arc = rules.into(node)[0];
    if (rules.isLink(arc) || rules.isRecipe(arc)) {
      return false;
    }
    for (int day = 0; day < rules.days(); day++) {
      if (rules.limitPerDay(arc, day) < Double.POSITIVE_INFINITY
          || rules.passLimitPerDay(node, day) < Double.POSITIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }

  private boolean keepsAll(int node) {
    for (int day = 0; day < rules.days(); day++) {
      if (rules.stockKept(node, day) == 0
          || rules.passLimitPerDay(node, day) < Double.POSITIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }

  /**
   * Typical units per day of what an arc brings: a power of two, so that scaling rounds nothing.
   */
  double scale(int arc) {
    return scale[rules.head(arc)];
  }

  double nodeScale(int node) {
    return scale[node];
  }

  /** Usual use; of nodes that are not used, what their customers use, passed up the chain. */
  private static double[] scales(Rules rules) {
    double[] scale = new double[rules.nodes()];
    int[] queue = new int[scale.length];
    int last = 0;
    for (int node = 0; node < scale.length; node++) {
      if (rules.usualUse(node) > 0) {
        scale[node] = powerOfTwo(rules.usualUse(node));
        queue[last++] = node;
      }
    }
    for (int next = 0; next < last; next++) {
      for (int arc : rules.into(queue[next])) {
        if (rules.isLink(arc)) {
          last = meet(rules.tail(arc), scale[queue[next]], scale, queue, last);
        }
        for (int[] group : rules.groups(arc)) {
          for (int input : group) {
            double need = scale[queue[next]] * rules.inputPerUnit(input);
            last = meet(rules.inputNode(input), need, scale, queue, last);
          }
        }
      }
    }
    for (int node = 0; node < scale.length; node++) {
      scale[node] = scale[node] > 0 ? scale[node] : 1;
    }
    return scale;
  }

  private static int meet(int node, double need, double[] scale, int[] queue, int last) {
    if (scale[node] > 0 || !(need > 0)) {
      return last;
    }
    scale[node] = powerOfTwo(need);
    queue[last] = node;
    return last + 1;
  }

  private static double powerOfTwo(double quantity) {
    int exponent = Math.getExponent(quantity);
    return Math.scalb(1.0, Math.clamp(exponent, -GREATEST_EXPONENT, GREATEST_EXPONENT));
  }
}
