package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Disruption;
import tenon.model.Finding;
import tenon.model.Scenario;

/**
 * A chain and a scenario as the simulation understands them, for who plans instead of simulating:
 * nodes and arcs, blanks filled, and what the disruptions leave of every capacity on every day.
 *
 * <p>A node is a product at a site. Arcs are numbered links first, by row of sourcing, then
 * recipes, by row, then the unlimited sources that are assumed at nodes which nothing feeds. Read
 * only; arrays that are returned are shared and must not be written.
 */
public final class Rules {
  private final Network network;
  private final Stakes stakes;
  private final Regimes regimes;
  private final int days;
  private final int firstHit;
  private final List<Finding> findings;
  private final @Nullable State state;
  private final double @Nullable [][] demand;

  private Rules(
      Network network,
      Stakes stakes,
      Regimes regimes,
      int days,
      int firstHit,
      List<Finding> findings,
      @Nullable State state,
      double @Nullable [][] demand) {
    this.network = network;
    this.stakes = stakes;
    this.regimes = regimes;
    this.days = days;
    this.firstHit = firstHit;
    this.findings = findings;
    this.state = state;
    this.demand = demand;
  }

  private static Rules of(Network network, Stakes stakes, Scenario scenario, double outBelow) {
    int days = Simulation.days(scenario);
    int first = days;
    for (Disruption disruption : scenario.disruptions()) {
      first = Math.min(first, (int) disruption.window().firstDay());
    }
    return new Rules(
        network,
        stakes,
        Regimes.of(network, scenario.disruptions(), days, outBelow, Response.NOTHING),
        days,
        first,
        List.of(),
        null,
        null);
  }

  /** The rules from the morning of a state on: its day is day 0. */
  static Rules from(
      Network network,
      Stakes stakes,
      double outBelow,
      int days,
      List<Disruption> known,
      State state) {
    return new Rules(
        network,
        stakes,
        Regimes.of(network, known, days, outBelow, Response.NOTHING),
        days - state.day(),
        0,
        List.of(),
        state,
        null);
  }

  /** The same rules for demand that is known, units by demand and day of the scenario. */
  Rules withDemand(double[][] known) {
    return new Rules(network, stakes, regimes, days, firstHit, findings, state, known);
  }

  /**
   * The rules of a scenario.
   *
   * @throws IllegalArgumentException if the scenario names what the chain does not know, or its
   *     horizon is not finite
   */
  public static Rules of(Chain chain, Scenario scenario, SimulationSpec spec) {
    Blanks blanks = new Blanks();
    Network network = Network.of(chain, spec, blanks);
    Stakes stakes = new Stakes(chain, spec, blanks);
    List<Finding> findings = new ArrayList<>(blanks.findings());
    findings.addAll(Simulation.idle(network, scenario));
    Rules rules = of(network, stakes, scenario, spec.assumptions().outBelow());
    return new Rules(
        network, stakes, rules.regimes, rules.days, rules.firstHit, findings, null, null);
  }

  /** Days of the scenario that have gone by before day 0 of these rules. */
  public int daysBefore() {
    return state == null ? 0 : state.day();
  }

  private Regime on(int day) {
    return regimes.on(day + daysBefore());
  }

  public Chain chain() {
    return network.chain;
  }

  /** Days of the horizon, the first being 0. */
  public int days() {
    return days;
  }

  /** First day that a disruption begins; the number of days where there is none. */
  public int firstHit() {
    return firstHit;
  }

  /** Every blank that was filled, and every disruption that touches nothing. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  public int nodes() {
    return network.nodes;
  }

  public int links() {
    return network.links;
  }

  public int arcs() {
    return network.arcs;
  }

  public boolean isLink(int arc) {
    return network.isLink(arc);
  }

  /** Whether an arc is a row of recipes; what is neither link nor recipe is an assumed source. */
  public boolean isRecipe(int arc) {
    return !network.isLink(arc) && arc < network.links + network.chain.recipes().count();
  }

  /** Row of the site of a node. */
  public int site(int node) {
    return network.site[node];
  }

  /** Row of the product of a node. */
  public int product(int node) {
    return network.product[node];
  }

  public String siteId(int node) {
    return network.siteId(node);
  }

  public String productId(int node) {
    return network.productId(node);
  }

  /** Id of the link or recipe behind an arc; empty for an assumed source. */
  public String arcId(int arc) {
    return network.arcKey(arc);
  }

  /** Node that an arc feeds. */
  public int head(int arc) {
    return network.head[arc];
  }

  /** Node that a link draws on; -1 for other arcs. */
  public int tail(int arc) {
    return network.tail[arc];
  }

  /** Arcs into a node. */
  public int[] into(int node) {
    return network.into[node];
  }

  /** Links out of a node. */
  public int[] out(int node) {
    return network.out[node];
  }

  /** Input rows that draw on a node. */
  public int[] uses(int node) {
    return network.uses[node];
  }

  /** Demand rows at a node. */
  public int[] demandsAt(int node) {
    return network.demandsAt[node];
  }

  /** Input rows of a recipe's arc: groups of rows that replace each other, the usual one first. */
  public int[][] groups(int arc) {
    return network.groups[arc];
  }

  /** Arc of the recipe that takes an input. */
  public int inputArc(int input) {
    return network.inputArc[input];
  }

  /** Node that an input draws on. */
  public int inputNode(int input) {
    return network.inputNode[input];
  }

  /** Units of an input taken for one good unit of output. */
  public double inputPerUnit(int input) {
    return network.inputPerUnit[input];
  }

  /** Whether output stops without an input and what replaces it. */
  public boolean essential(int input) {
    return network.essential[input];
  }

  /** Node of a demand. */
  public int demandNode(int demand) {
    return network.demandNode[demand];
  }

  public int demands() {
    return network.demands();
  }

  /** Loss by a unit never served: margin and lost-sale cost, or 1 where losses are units. */
  public double lossPerUnit(int demand) {
    return stakes.lossPerUnit[demand];
  }

  /** Whether demand that is not met on its day is lost; else it waits. */
  public boolean lost(int demand) {
    return stakes.lost[demand];
  }

  /** Whether losses are money; false where a demanded product has no known margin. */
  public boolean inMoney() {
    return stakes.inMoney;
  }

  /** Whole days from shipment or start to receipt, undisturbed. */
  public int leadDays(int arc) {
    return network.lead[arc];
  }

  /**
   * Undisturbed capacity, units per day, infinite where unlimited; where a line does the work, at
   * most what it could do if it did nothing else.
   */
  public double capacityPerDay(int arc) {
    return Math.min(network.capacity[arc], lineMost(arc, 1));
  }

  /** Most that the line that does the work of an arc could do of it alone. */
  private double lineMost(int arc, double open) {
    int place = network.lineOf[arc];
    if (place < 0) {
      return Double.POSITIVE_INFINITY;
    }
    LineSite site = network.lineSites.get(place);
    for (int entry = 0; entry < site.arcs.length; entry++) {
      if (site.arcs[entry] == arc) {
        return open * site.most(entry);
      }
    }
    throw new IllegalStateException("arc " + arc + " is not of its line");
  }

  public boolean standby(int arc) {
    return network.standby[arc];
  }

  /** Whether a link is closed whatever happens. */
  public boolean closed(int arc) {
    return network.closed[arc];
  }

  /** Days from the call of a standby source to its opening; NaN for others that state none. */
  public double activationDays(int arc) {
    return network.activationDays[arc];
  }

  /** Usual flow, units per day. */
  public double usualFlow(int arc) {
    return network.usualFlow(arc);
  }

  /** Usual use of a node, units per day. */
  public double usualUse(int node) {
    return network.use[node];
  }

  /** Units on hand on the morning of day 0, infinite where unlimited. */
  public double startStock(int node) {
    return state == null ? network.startStock[node] : state.onHand()[node];
  }

  /** Units on hand when the scenario begins, infinite where unlimited. */
  public double usualStock(int node) {
    return network.startStock[node];
  }

  /**
   * Units under way over an arc on the morning of day 0 that come on a day, if nothing happens to
   * them: the usual flow where the rules begin with the scenario, else what there is.
   *
   * @param usual usual flow of the arc, units per day
   */
  public double underWay(int arc, int day, double usual) {
    if (state == null) {
      return day < network.lead[arc] ? usual : 0;
    }
    double[] onWay = state.onWay()[arc];
    return day < onWay.length ? onWay[day] : 0;
  }

  /** Days from day 0 on which anything under way by then may come. */
  public int underWayDays(int arc) {
    return state == null ? network.lead[arc] : state.onWay()[arc].length;
  }

  /** Units of demand that wait on the morning of day 0. */
  public double waiting(int demand) {
    return state == null ? 0 : state.waiting()[demand];
  }

  /**
   * First whole day on which a standby source may deliver that is called on a day, or was before.
   */
  public double opensFrom(int arc, int calledDay) {
    double called = Math.ceil(calledDay + network.activationDays[arc]);
    return state == null ? called : Math.max(0, Math.min(called, Math.ceil(state.opens()[arc])));
  }

  /** Whether a standby source was called before day 0. */
  public boolean calledBefore(int arc) {
    return state != null && Double.isFinite(state.opens()[arc]);
  }

  /** Whether other rules hold on a day than on the day before. */
  public boolean changes(int day) {
    return day == -daysBefore() || on(day) != on(day - 1);
  }

  /**
   * Most units that may be shipped over a link, or started in a recipe, on a day; 0 while it is
   * closed, and into a node that does not order.
   */
  public double limitPerDay(int arc, int day) {
    Regime regime = on(day);
    int place = network.lineOf[arc];
    double most = place < 0 ? Double.POSITIVE_INFINITY : lineMost(arc, regime.open[place]);
    return regime.pressure.silent[network.head[arc]] ? 0 : Math.min(regime.limit[arc], most);
  }

  /** Most units that a node may hand over in all on a day. */
  public double passLimitPerDay(int node, int day) {
    Regime regime = on(day);
    int place = network.lineAt[node];
    if (place < 0) {
      return regime.passLimit[node];
    }
    LineSite site = network.lineSites.get(place);
    double most = 0;
    for (int nth = 0; nth < site.stocks.length; nth++) {
      most += site.stocks[nth] == node ? site.most(site.arcs.length + nth) : 0;
    }
    return Math.min(regime.passLimit[node], regime.open[place] * most);
  }

  /** Whole days that what leaves over an arc on a day takes longer than its lead time. */
  public int longerDays(int arc, int day) {
    return on(day).pressure.longer[arc];
  }

  /** Factor of the mean of a demand on a day. */
  public double demandFactor(int row, int day) {
    double factor = on(day).pressure.demandFactor[row];
    double mean = network.chain.demands().meanPerDay(row);
    return demand == null || !(mean > 0) || day < 0
        ? factor
        : factor * demand[row][day + daysBefore()] / mean;
  }

  /** Share of a node's stock that is left on the morning of a day. */
  public double stockKept(int node, int day) {
    return on(day).pressure.stockKept[node];
  }

  /** Share of what is under way over an arc that is left on the morning of a day. */
  public double wayKept(int arc, int day) {
    return on(day).pressure.wayKept[arc];
  }
}
