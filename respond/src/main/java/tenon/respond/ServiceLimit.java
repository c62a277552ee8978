package tenon.respond;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Finding;
import tenon.model.Scenario;
import tenon.twin.site.Rules;

/**
 * The most that a chain can serve for good, day after day, with nothing broken: a stationary linear
 * programme over links, recipes, inputs and capacities. Maximises served demand by weight (loss per
 * unit where margins are known, else units), and of those the flows nearest to the usual ones.
 *
 * @param inMoney whether weights are money; else units
 * @param demands each demand, those short most first
 * @param limits capacities that bind with all sources open, those worth most first
 * @param findings defaults that filled blanks
 */
public record ServiceLimit(
    boolean inMoney, List<Demand> demands, List<Limit> limits, List<Finding> findings) {

  /**
   * A demand, in units per day.
   *
   * @param siteId where it is
   * @param productId what is asked for
   * @param asked what is asked for
   * @param served what the active sources can serve
   * @param servedWithStandby what can be served once all that stands by is open
   */
  public record Demand(
      String siteId, String productId, double asked, double served, double servedWithStandby) {

    /** What stays short with everything open. */
    public double shortage() {
      return asked - servedWithStandby;
    }
  }

  /**
   * A capacity that binds.
   *
   * @param link whether it is a link; else a recipe
   * @param rowId its id
   * @param siteId where it supplies from, or makes
   * @param productId what
   * @param capacity units per day
   * @param worth weight that one unit per day more would serve
   */
  public record Limit(
      boolean link, String rowId, String siteId, String productId, double capacity, double worth) {}

  public ServiceLimit {
    demands = List.copyOf(demands);
    limits = List.copyOf(limits);
    findings = List.copyOf(findings);
  }

  /** The limit of a chain, blanks filled as in a plan of that kind. */
  public static ServiceLimit of(Chain chain, PlanSpec spec) {
    Scenario calm = new Scenario("undisturbed", new Days(1), List.of());
    Rules rules = Rules.of(chain, calm, Setting.simulation(spec));
    Setting setting = new Setting(rules, spec);
    Usual most = setting.withStandby();
    List<Demand> demands = new ArrayList<>();
    for (int demand = 0; demand < rules.demands(); demand++) {
      int node = rules.demandNode(demand);
      double served = setting.usual.served(demand);
      demands.add(
          new Demand(
              rules.siteId(node),
              rules.productId(node),
              chain.demands().meanPerDay(demand),
              served,
              most.served(demand)));
    }
    demands.sort(
        Comparator.comparingDouble(Demand::shortage)
            .reversed()
            .thenComparing(Demand::siteId)
            .thenComparing(Demand::productId));
    List<Limit> limits = new ArrayList<>();
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (most.worthOfMore(arc) > 0 && (rules.isLink(arc) || rules.isRecipe(arc))) {
        int node = rules.isLink(arc) ? rules.tail(arc) : rules.head(arc);
        limits.add(
            new Limit(
                rules.isLink(arc),
                rules.arcId(arc),
                rules.siteId(node),
                rules.productId(node),
                rules.capacityPerDay(arc),
                most.worthOfMore(arc)));
      }
    }
    limits.sort(
        Comparator.comparingDouble((Limit limit) -> limit.worth() * limit.capacity())
            .reversed()
            .thenComparing(Limit::rowId));
    return new ServiceLimit(rules.inMoney(), demands, limits, rules.findings());
  }

  /** What all demands ask for, units per day. */
  public double asked() {
    return demands.stream().mapToDouble(Demand::asked).sum();
  }

  /** What the active sources can serve, units per day. */
  public double served() {
    return demands.stream().mapToDouble(Demand::served).sum();
  }

  /** What can be served with everything open, units per day. */
  public double servedWithStandby() {
    return demands.stream().mapToDouble(Demand::servedWithStandby).sum();
  }
}
