package tenon.respond;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Days;
import tenon.model.Scenario;
import tenon.twin.site.Morning;
import tenon.twin.site.Planned;
import tenon.twin.site.Rules;
import tenon.twin.site.Steering;

/**
 * Plans made on the way, in each replication from what it has come to: stocks, goods under way and
 * waiting customers of that morning, and the disruptions that have begun by then (with their
 * length, as a good estimate of the time to recover would give it). Demand to come is its mean.
 *
 * <p>The first plan is made on the first morning on which a disruption begins, or on the decision
 * day where one is stated. A rolling plan is made anew at a fixed interval from then on, and
 * whenever another disruption begins (rolling horizon; Sethi and Sorger 1991, A theory of rolling
 * horizon decision making).
 */
public final class Replanning implements Steering {

  /** What a plan knows, and whether it is revised. */
  public enum Kind {
    /** Made once, not revised. */
    ONCE,
    /** Made anew. */
    ROLLING,
    /** Made once, knowing every disruption and the demand of every day that will come. */
    FORESIGHT
  }

  private final Kind kind;
  private final PlanSpec spec;
  private final int everyDays;
  private final Usual usual;

  /**
   * @param rules rules of the scenario from its beginning
   * @param everyDays days from one plan to the next, at least 1
   */
  public Replanning(Rules rules, PlanSpec spec, Kind kind, int everyDays) {
    if (everyDays < 1) {
      throw new IllegalArgumentException("everyDays is " + everyDays + "; write at least 1");
    }
    this.kind = kind;
    this.spec = spec;
    this.everyDays = everyDays;
    usual = new Setting(rules, spec).usual;
  }

  @Override
  public @Nullable Planned decide(Morning morning) {
    Planned running = morning.running();
    if (!isDue(morning, running)) {
      return null;
    }
    Rules rules = kind == Kind.FORESIGHT ? morning.foreseen() : morning.rules();
    return reading(rules, running).planned(morning.day());
  }

  private boolean isDue(Morning morning, @Nullable Planned running) {
    if (running == null) {
      return spec.decisionDay().isPresent()
          ? morning.day() == spec.decisionDay().getAsInt()
          : morning.strikes();
    }
    boolean turn = (morning.day() - running.firstDay(0)) % everyDays == 0;
    return kind == Kind.ROLLING && (turn || morning.strikes());
  }

  /** The plan of a morning with all that it says, its days counted from that morning. */
  public Plan plan(Morning morning) {
    Rules rules = kind == Kind.FORESIGHT ? morning.foreseen() : morning.rules();
    Scenario rest =
        new Scenario("rest", new Days(rules.daysBefore() + rules.days()), morning.known());
    return reading(rules, morning.running()).plan(rest, List.of());
  }

  private Reading reading(Rules rules, @Nullable Planned running) {
    PlanSpec now = spec.decidedAtOnce();
    Setting setting = new Setting(rules, now, usual);
    if (running != null) {
      setting.scope.openAll(ordered(rules, running));
    }
    Solving solving = new Solving(setting, Timeline.of(setting, now));
    solving.solve();
    return new Reading(solving.programme, solving.optimum, solving.tariffs);
  }

  /** Nodes that order by a plan. */
  private static boolean[] ordered(Rules rules, Planned plan) {
    boolean[] nodes = new boolean[rules.nodes()];
    for (int arc = 0; arc < rules.arcs(); arc++) {
      double rate =
          rules.isLink(arc)
              ? plan.linkPerDay(0, arc)
              : rules.isRecipe(arc) ? plan.recipePerDay(0, arc - rules.links()) : Double.NaN;
      nodes[rules.head(arc)] |= !Double.isNaN(rate);
    }
    return nodes;
  }
}
