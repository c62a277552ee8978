package tenon.respond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.twin.site.Morning;
import tenon.twin.site.Planned;
import tenon.twin.site.Rules;
import tenon.twin.site.Steering;

/**
 * What a dispatcher does who does not optimise: whenever a disruption begins, the dearest customer
 * comes first, and each gets its goods from the usual sources as far as they go and then from the
 * cheapest other, all the way up the chain, within the capacity of each week. It looks at no stock
 * and no later week. A baseline for plans.
 *
 * <p>A flow once promised is not taken back where another input of the same recipe turns out to be
 * short. Nodes whose flows do not change go by their own rule.
 */
public final class Greedy implements Steering {
  private static final int PERIOD_DAYS = 7;
  private static final double TOLERANCE = 1e-6;

  private final PlanSpec spec;
  private final Usual usual;

  /**
   * @param rules rules of the scenario from its beginning
   */
  public Greedy(Rules rules, PlanSpec spec) {
    this.spec = spec;
    usual = new Setting(rules, spec).usual;
  }

  @Override
  public @Nullable Planned decide(Morning morning) {
    boolean first =
        morning.running() == null
            && spec.decisionDay().isPresent()
            && morning.day() == spec.decisionDay().getAsInt();
    return morning.strikes() || first ? new Dispatch(morning).planned() : null;
  }

  /** The flows of one decision. */
  private final class Dispatch {
    private final Morning morning;
    private final Rules rules;
    private final Setting setting;
    private final Tariffs tariffs;
    private final int[] days;
    private final List<Integer> demands;
    private final double[] left;
    private final double[] flow;
    private final boolean[] onPath;

    private Dispatch(Morning morning) {
      this.morning = morning;
      rules = morning.rules();
      setting = new Setting(rules, spec.decidedAtOnce(), usual);
      tariffs = new Tariffs(rules);
      int periods = (rules.days() + PERIOD_DAYS - 1) / PERIOD_DAYS;
      days =
          IntStream.rangeClosed(0, periods)
              .map(period -> Math.min(period * PERIOD_DAYS, rules.days()))
              .toArray();
      demands = new ArrayList<>(IntStream.range(0, rules.demands()).boxed().toList());
      demands.sort(
          Comparator.comparingDouble((Integer demand) -> setting.worth.weight(demand)).reversed());
      left = new double[rules.arcs()];
      flow = new double[rules.arcs()];
      onPath = new boolean[rules.nodes()];
    }

    private Planned planned() {
      double[][] flows = new double[days.length - 1][];
      for (int period = 0; period < flows.length; period++) {
        serve(period);
        flows[period] = flow.clone();
      }
      boolean[] changed = changed(flows);
      int recipes = rules.chain().recipes().count();
      double[][] links = new double[flows.length][rules.links()];
      double[][] made = new double[flows.length][recipes];
      double[][] inputs = new double[flows.length][rules.chain().inputs().count()];
      double[][] served = new double[flows.length][rules.demands()];
      for (int period = 0; period < flows.length; period++) {
        for (int arc = 0; arc < rules.links() + recipes; arc++) {
          double rate = changed[rules.head(arc)] ? flows[period][arc] : Double.NaN;
          (rules.isLink(arc) ? links : made)
                  [period][rules.isLink(arc) ? arc : arc - rules.links()] =
              rate;
        }
        Arrays.fill(inputs[period], Double.NaN);
        Arrays.fill(served[period], Double.NaN);
      }
      double[] linkOpens = new double[rules.links()];
      double[] recipeOpens = new double[recipes];
      Arrays.setAll(linkOpens, link -> morning.day() + setting.opens(link));
      Arrays.setAll(recipeOpens, row -> morning.day() + setting.opens(rules.links() + row));
      int[] boundaries = Arrays.stream(days).map(day -> day + morning.day()).toArray();
      return new Planned(boundaries, links, made, inputs, served, linkOpens, recipeOpens);
    }

    /** Nodes whose flows differ from the usual ones in any period. */
    private boolean[] changed(double[][] flows) {
      boolean[] changed = new boolean[rules.nodes()];
      for (double[] period : flows) {
        for (int arc = 0; arc < period.length; arc++) {
          double off = Math.abs(period[arc] - usual.flow(arc));
          changed[rules.head(arc)] |= off > TOLERANCE * setting.scale(arc);
        }
      }
      return changed;
    }

    private void serve(int period) {
      Arrays.fill(flow, 0);
      for (int arc = 0; arc < left.length; arc++) {
        double sum = 0;
        for (int day = days[period]; day < days[period + 1]; day++) {
          sum += setting.limitPerDay(arc, day);
        }
        left[arc] = sum / (days[period + 1] - days[period]);
      }
      for (int demand : demands) {
        double asked = usual.served(demand) * rules.demandFactor(demand, days[period]);
        pull(rules.demandNode(demand), asked);
      }
    }

    /** Asks a node for goods; what it can hand over. */
    private double pull(int node, double wanted) {
      if (setting.isFree(node) || !(wanted > TOLERANCE * setting.nodeScale(node))) {
        return wanted;
      }
      if (onPath[node]) {
        return 0;
      }
      onPath[node] = true;
      double got = 0;
      for (int arc : rules.into(node)) {
        double share = Math.max(0, usual.flow(arc) - flow[arc]);
        got += bring(arc, Math.min(share, wanted - got));
      }
      for (int arc : cheapestFirst(node)) {
        got += bring(arc, wanted - got);
      }
      onPath[node] = false;
      return got;
    }

    private List<Integer> cheapestFirst(int node) {
      List<Integer> arcs = new ArrayList<>(Arrays.stream(rules.into(node)).boxed().toList());
      arcs.sort(Comparator.comparingDouble(tariffs::perUnit));
      return arcs;
    }

    private double bring(int arc, double wanted) {
      double most = Math.min(wanted, left[arc]);
      if (!(most > TOLERANCE * setting.scale(arc))) {
        return 0;
      }
      if (rules.isLink(arc)) {
        most = pull(rules.tail(arc), most);
      }
      for (int[] group : rules.groups(arc)) {
        double covered = 0;
        for (int input : group) {
          double perUnit = rules.inputPerUnit(input);
          covered += pull(rules.inputNode(input), (most - covered) * perUnit) / perUnit;
        }
        most = rules.essential(group[0]) ? Math.min(most, covered) : most;
      }
      left[arc] -= most;
      flow[arc] += most;
      return most;
    }
  }
}
