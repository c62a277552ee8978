package tenon.twin.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenon.numeric.RandomStreams;

/**
 * The day of the package's page told once more, slowly and plainly: one replication, objects and
 * maps, shipments as a list with their days of arrival. It shares levels, regimes and draws with
 * the engine, and nothing of the day itself.
 */
final class PlainSimulator {
  private static final class Stock {
    private double onHand;
    private double onOrder;

    /** What came on which day, oldest first, where it perishes. */
    private final List<double[]> shelf = new ArrayList<>();
  }

  private static final class Shipment {
    private final int arc;
    private final int arrives;
    private double units;

    private Shipment(int arc, int arrives, double units) {
      this.arc = arc;
      this.arrives = arrives;
      this.units = units;
    }
  }

  private final Network network;
  private final Stakes stakes;
  private final DemandDraws demands;
  private final LeadTimeDraws leads;
  private final Map<Integer, Stock> stocks = new TreeMap<>();
  private final Map<Integer, Double> owed = new HashMap<>();
  private final Map<Integer, Double> waiting = new HashMap<>();
  private final Map<Integer, Double> aside = new HashMap<>();
  private final Map<String, Double> credit = new HashMap<>();
  private final Map<Integer, Double> canWork = new HashMap<>();
  private boolean[] off = {};
  private List<Shipment> underWay = new ArrayList<>();

  /** Service by demand and day, and units lost by demand. */
  final double[][] service;

  final double[] lost;

  PlainSimulator(
      Network network, Regimes regimes, Stakes stakes, long seed, int replication, int days) {
    this.network = network;
    this.stakes = stakes;
    RandomStreams random = RandomStreams.of(seed);
    demands = new DemandDraws(network, random, replication, 1);
    leads = new LeadTimeDraws(network, random, replication, 1);
    service = new double[network.demands()][days];
    lost = new double[network.demands()];
    for (int node = 0; node < network.nodes; node++) {
      Stock stock = new Stock();
      stock.onHand = network.startStock[node];
      stock.shelf.add(new double[] {0, stock.onHand});
      stocks.put(node, stock);
    }
    for (int arc = 0; arc < network.arcs; arc++) {
      for (int day = 0; day < network.lead[arc]; day++) {
        double usual = network.startFlow(arc);
        underWay.add(new Shipment(arc, day, usual));
        stock(network.head[arc]).onOrder += usual;
      }
    }
    Regime before = null;
    for (int day = 0; day < days; day++) {
      Regime regime = regimes.on(day);
      day(day, regime, regime != before);
      before = regime;
    }
    waiting.forEach((demand, units) -> lost[demand] += units);
  }

  private Stock stock(int node) {
    Stock stock = stocks.get(node);
    if (stock == null) {
      throw new IllegalStateException("no node " + node);
    }
    return stock;
  }

  private static double of(Map<Integer, Double> map, int key) {
    return map.getOrDefault(key, 0.0);
  }

  private void day(int day, Regime regime, boolean changed) {
    if (changed) {
      strike(regime);
    }
    off = network.calendar.off(day);
    perish(day);
    Map<Integer, Double> fresh = new HashMap<>();
    leads.advance(day);
    for (int demand = 0; demand < network.demands(); demand++) {
      double units = demands.on(demand, day)[0] * regime.pressure.demandFactor[demand];
      fresh.put(demand, units);
      waiting.merge(demand, units, Double::sum);
    }
    for (int i = network.nodes - 1; i >= 0; i--) {
      order(network.order[i], day, regime);
    }
    workers(regime);
    arrive(day);
    for (int node : network.order) {
      for (int arc : network.into[node]) {
        if (arc >= network.links) {
          make(arc, day, regime);
        }
      }
      arrive(day, node);
      handOut(node, day, regime, fresh);
    }
  }

  /** The oldest goes first, so that what is there is what came last. */
  private void perish(int day) {
    stocks.forEach(
        (node, stock) -> {
          int life = network.shelfLife[node];
          if (life == 0 || day == 0) {
            return;
          }
          double there = stock.shelf.stream().mapToDouble(batch -> batch[1]).sum();
          for (double[] batch : stock.shelf) {
            double gone = Math.min(batch[1], Math.max(0, there - stock.onHand));
            batch[1] -= gone;
            there -= gone;
          }
          for (double[] batch : stock.shelf) {
            if (batch[0] <= day - life) {
              stock.onHand -= batch[1];
              batch[1] = 0;
            }
          }
        });
  }

  private boolean isOff(int node) {
    return off[network.site[node]];
  }

  private void strike(Regime regime) {
    stocks.forEach((node, stock) -> stock.onHand *= regime.pressure.stockKept[node]);
    stocks.forEach(
        (node, stock) -> stock.shelf.forEach(batch -> batch[1] *= regime.pressure.stockKept[node]));
    for (Shipment shipment : underWay) {
      double kept = regime.pressure.wayKept[shipment.arc];
      stock(network.head[shipment.arc]).onOrder -= shipment.units * (1 - kept);
      shipment.units *= kept;
    }
    for (int arc = 0; arc < network.arcs; arc++) {
      if (regime.withdrawn[arc]) {
        stock(network.head[arc]).onOrder -= of(owed, arc);
        owed.put(arc, 0.0);
      }
    }
  }

  private double position(int node, Regime regime) {
    double position = stock(node).onHand + stock(node).onOrder;
    for (int link : network.out[node]) {
      position -= of(owed, link);
    }
    for (int demand : network.demandsAt[node]) {
      position -= of(waiting, demand);
    }
    for (int input : network.uses[node]) {
      position += of(aside, input);
      position -=
          regime.need[input] * network.inputPerUnit[input] * of(owed, network.inputArc[input]);
    }
    return position;
  }

  /** The position with all that has gone on and is there still. */
  private double echelon(int node, Regime regime) {
    double all = position(node, regime);
    for (int nth = 0; nth < network.onward.to[node].length; nth++) {
      all += network.onward.weight[node][nth] * echelon(network.onward.to[node][nth], regime);
    }
    return all;
  }

  /** Most that goes with the components that take longer, as far as they are there in time. */
  private double balanced(int node, int day, double amount) {
    if (network.uses[node].length != 1
        || network.out[node].length > 0
        || network.demandsAt[node].length > 0) {
      return amount;
    }
    int own = network.uses[node][0];
    double most = amount;
    for (int[] group : network.groups[network.inputArc[own]]) {
      int other = network.inputNode[group[0]];
      if (network.essential[group[0]] && lead(other) > lead(node)) {
        double there = stock(other).onHand + of(aside, group[0]);
        for (Shipment shipment : underWay) {
          boolean comes = shipment.arrives <= day + lead(node);
          there += comes && network.head[shipment.arc] == other ? shipment.units : 0;
        }
        double units = there / network.inputPerUnit[group[0]] * network.inputPerUnit[own];
        double have = stock(node).onHand + of(aside, own) + stock(node).onOrder;
        most = Math.min(most, Math.max(0, units - have));
      }
    }
    return most;
  }

  private int lead(int node) {
    int longest = 0;
    for (int arc : network.into[node]) {
      longest = network.share[arc] > 0 ? Math.max(longest, network.lead[arc]) : longest;
    }
    return longest;
  }

  private void order(int node, int day, Regime regime) {
    if (regime.pressure.silent[node]) {
      return;
    }
    double position = position(node, regime);
    double point = network.reorderPoint[node];
    double level = network.orderUpTo[node];
    Requirements needs = network.requirements;
    double amount =
        switch (network.policy[node]) {
          case BASE_STOCK -> Math.max(0, level - position);
          case S_S -> position > point ? 0 : Math.max(0, level - position);
          case R_Q -> lots(position, point, level - point);
          case ECHELON -> Math.max(0, level - echelon(node, regime));
          case BALANCED -> balanced(node, day, Math.max(0, level - echelon(node, regime)));
          case MRP -> Math.max(0, (needs == null ? 0 : needs.level(node, day)) - position);
        };
    amount = day % network.reviewDays[node] == 0 ? amount : 0;
    double planned = 0;
    Agenda agenda = regime.agenda;
    if (agenda != null && agenda.orders[node]) {
      for (int arc : network.into[node]) {
        planned += agenda.arc[arc];
        owed.merge(arc, agenda.arc[arc], Double::sum);
        stock(node).onOrder += agenda.arc[arc];
      }
    }
    double rest = Math.max(0, amount - planned);
    for (int arc : network.into[node]) {
      owed.merge(arc, rest * regime.share[arc], Double::sum);
      stock(node).onOrder += rest * regime.share[arc];
    }
  }

  private static double lots(double position, double point, double lot) {
    double amount = 0;
    while (position + amount <= point) {
      amount += lot;
    }
    return amount;
  }

  private void arrive(int day) {
    for (int node = 0; node < network.nodes; node++) {
      arrive(day, node);
    }
  }

  private void arrive(int day, int node) {
    List<Shipment> later = new ArrayList<>();
    for (Shipment shipment : underWay) {
      boolean waits = network.isLink(shipment.arc) && isOff(node);
      if (shipment.arrives <= day && !waits && network.head[shipment.arc] == node) {
        stock(node).shelf.add(new double[] {day, shipment.units});
        stock(node).onHand += shipment.units;
        stock(node).onOrder -= shipment.units;
      } else {
        later.add(shipment);
      }
    }
    underWay = later;
  }

  /** Who works where today, told from the tables: where hands are short all go short alike. */
  private void workers(Regime regime) {
    canWork.clear();
    for (int site = 0; site < network.chain.sites().count(); site++) {
      double hands = network.chain.sites().workers(site) * regime.pressure.present[site];
      Map<Integer, Double> wanted = new HashMap<>();
      double needed = 0;
      for (int recipe = 0; recipe < network.chain.recipes().count(); recipe++) {
        double each = network.chain.recipes().workersPerUnit(recipe);
        if (network.chain.recipes().site(recipe) == site && each > 0 && !Double.isNaN(hands)) {
          int arc = network.links + recipe;
          double units = Math.min(of(owed, arc), regime.limit[arc]);
          wanted.put(arc, units);
          needed += each * units;
        }
      }
      double share = needed > hands ? hands / needed : 1;
      wanted.forEach((arc, units) -> canWork.put(arc, units * share));
    }
  }

  private double startable(int arc, Regime regime) {
    if (isOff(network.head[arc])) {
      return 0;
    }
    double most = Math.min(of(owed, arc), regime.limit[arc]);
    return Math.min(most, canWork.getOrDefault(arc, Double.POSITIVE_INFINITY));
  }

  private void make(int arc, int day, Regime regime) {
    double start = startable(arc, regime);
    for (int[] group : network.groups[arc]) {
      if (network.essential[group[0]]) {
        double cover = 0;
        for (int input : group) {
          cover += of(aside, input) / network.inputPerUnit[input];
        }
        start = Math.min(start, cover);
      }
    }
    for (int[] group : network.groups[arc]) {
      double need = start;
      for (int input : group) {
        double used = Math.min(of(aside, input), need * network.inputPerUnit[input]);
        need = Math.max(0, need - used / network.inputPerUnit[input]);
        stock(network.inputNode[input]).onHand += of(aside, input) - used;
        aside.put(input, 0.0);
      }
    }
    owed.merge(arc, -start, Double::sum);
    underWay.add(new Shipment(arc, day + network.lead[arc], start));
  }

  private void handOut(int node, int day, Regime regime, Map<Integer, Double> fresh) {
    Map<Integer, Double> byLink = new HashMap<>();
    Map<Integer, Double> byInput = new HashMap<>();
    double claims = 0;
    for (int link : network.out[node]) {
      byLink.put(link, isOff(node) ? 0 : Math.min(of(owed, link), regime.limit[link]));
      claims += of(byLink, link);
    }
    for (int demand : network.demandsAt[node]) {
      claims += of(waiting, demand);
    }
    for (int input : network.uses[node]) {
      byInput.put(input, need(input, regime));
      claims += of(byInput, input);
    }
    double given = Math.min(claims, Math.min(stock(node).onHand, regime.passLimit[node]));
    if (regime.agenda != null && regime.agenda.hands[node]) {
      handOutByPlan(node, day, regime, regime.agenda, fresh, byLink, byInput, given);
      return;
    }
    int[][] turns = network.turns.at(node);
    if (turns != null) {
      handOutInTurn(node, day, regime, turns, fresh, byLink, byInput, given);
      return;
    }
    double ratio = claims == 0 ? 1 : given / claims;
    stock(node).onHand -= given;
    byLink.forEach((link, claim) -> ship(link, claim * ratio, day, regime));
    byInput.forEach((input, claim) -> aside.merge(input, claim * ratio, Double::sum));
    for (int demand : network.demandsAt[node]) {
      serve(demand, day, ratio, of(fresh, demand));
    }
  }

  private void handOutInTurn(
      int node,
      int day,
      Regime regime,
      int[][] turns,
      Map<Integer, Double> fresh,
      Map<Integer, Double> byLink,
      Map<Integer, Double> byInput,
      double given) {
    int links = network.out[node].length;
    int sales = network.demandsAt[node].length;
    double left = given;
    stock(node).onHand -= given;
    for (int[] turn : turns) {
      Map<Integer, Double> units = new TreeMap<>();
      for (int claim : turn) {
        units.put(
            claim,
            claim < links
                ? of(byLink, network.out[node][claim])
                : claim < links + sales
                    ? of(waiting, network.demandsAt[node][claim - links])
                    : of(byInput, network.uses[node][claim - links - sales]));
      }
      double all = units.values().stream().mapToDouble(Double::doubleValue).sum();
      double ratio = all == 0 ? 1 : Math.min(1, left / all);
      left -= all * ratio;
      units.forEach(
          (claim, wanted) -> {
            if (claim < links) {
              ship(network.out[node][claim], wanted * ratio, day, regime);
            } else if (claim < links + sales) {
              int demand = network.demandsAt[node][claim - links];
              serve(demand, day, ratio, of(fresh, demand));
            } else {
              aside.merge(network.uses[node][claim - links - sales], wanted * ratio, Double::sum);
            }
          });
    }
  }

  /** Claims that the plan has asked for come first; what is left is shared among the rest. */
  private void handOutByPlan(
      int node,
      int day,
      Regime regime,
      Agenda agenda,
      Map<Integer, Double> fresh,
      Map<Integer, Double> byLink,
      Map<Integer, Double> byInput,
      double given) {
    List<Claim> claims = new ArrayList<>();
    byLink.forEach((link, units) -> claims.add(new Claim("link", link, units, agenda.arc[link])));
    byInput.forEach(
        (input, units) -> claims.add(new Claim("input", input, units, agenda.input[input])));
    for (int demand : network.demandsAt[node]) {
      claims.add(new Claim("demand", demand, of(waiting, demand), agenda.served[demand]));
    }
    double first = 0;
    double all = 0;
    for (Claim claim : claims) {
      credit.merge(claim.name(), claim.today, Double::sum);
      first += planned(claim);
      all += claim.units;
    }
    stock(node).onHand -= given;
    double firstRatio = first == 0 ? 1 : Math.min(1, given / first);
    double restRatio = all - first <= 0 ? 1 : Math.max(0, given - first) / (all - first);
    for (Claim claim : claims) {
      double part = planned(claim);
      double units = part * firstRatio + (claim.units - part) * restRatio;
      credit.merge(claim.name(), -units, Double::sum);
      switch (claim.kind) {
        case "link" -> ship(claim.row, units, day, regime);
        case "input" -> aside.merge(claim.row, units, Double::sum);
        default ->
            serve(claim.row, day, claim.units == 0 ? 1 : units / claim.units, of(fresh, claim.row));
      }
    }
  }

  private record Claim(String kind, int row, double units, double today) {
    private String name() {
      return kind + row;
    }
  }

  private double planned(Claim claim) {
    return Math.min(Math.max(0, credit.getOrDefault(claim.name(), 0.0)), claim.units);
  }

  private void ship(int link, double units, int day, Regime regime) {
    owed.merge(link, -units, Double::sum);
    int lead = network.drawn(link) ? leads.on(link, day)[0] : network.lead[link];
    int arrives = day + lead + regime.pressure.longer[link];
    underWay.add(new Shipment(link, arrives, units));
  }

  private void serve(int demand, int day, double ratio, double fresh) {
    double wait = of(waiting, demand);
    double onTime = Math.max(0, wait * ratio - (wait - fresh));
    service[demand][day] = fresh > 0 ? onTime / fresh : 1;
    double rest = wait * (1 - ratio);
    if (stakes.lost[demand]) {
      lost[demand] += rest;
      rest = 0;
    }
    waiting.put(demand, rest);
  }

  /** What a recipe wants of an input: see the step "allocation". */
  private double need(int input, Regime regime) {
    int arc = network.inputArc[input];
    int here = network.rank[network.inputNode[input]];
    double start = startable(arc, regime);
    double before = 0;
    for (int[] group : network.groups[arc]) {
      boolean own = false;
      boolean allKnown = true;
      double cover = 0;
      for (int other : group) {
        if (other == input) {
          own = true;
          before = cover;
        }
        allKnown &= known(other, here);
        cover += amount(other, here) / network.inputPerUnit[other];
      }
      if (!own && allKnown && network.essential[group[0]]) {
        start = Math.min(start, cover);
      }
    }
    return Math.max(0, start - before) * network.inputPerUnit[input];
  }

  private boolean known(int input, int here) {
    int node = network.inputNode[input];
    boolean fedToday = false;
    for (int arc : network.into[node]) {
      fedToday |= network.drawn(arc) || network.lead[arc] == 0;
    }
    return network.rank[node] < here || !fedToday;
  }

  private double amount(int input, int here) {
    int node = network.inputNode[input];
    return network.rank[node] < here ? of(aside, input) : stock(node).onHand;
  }
}
