package tenon.twin.site;

import java.util.Arrays;
import tenon.model.Disruption;

/**
 * What the disruptions do directly on one day, before anybody reacts.
 *
 * <p>Disruptions that overlap multiply: two losses of half the capacity leave a quarter. Delays
 * add.
 */
final class Pressure {
  /** Share of its capacity that an arc keeps. */
  final double[] kept;

  final boolean[] closed;

  /** Whole days that a shipment leaving today takes longer. */
  final int[] longer;

  /** Whole days that an order placed today over an arc reaches its supplier late. */
  final int[] late;

  /** Share of its usual use that a node without any recipe at its site may hand over. */
  final double[] passing;

  final boolean[] silent;
  final double[] demandFactor;

  /** Share of a stock, and of the goods on a link, that is left this morning. */
  final double[] stockKept;

  final double[] wayKept;

  /** Whether goods on an arc stand still, and whether nothing over it is received. */
  final boolean[] still;

  final boolean[] unreceived;

  /** Share of what is started or shipped over an arc that is good. */
  final double[] good;

  /** Times the usual price, and tariff beside the usual one, by link. */
  final double[] price;

  final double[] tariff;

  /** Share of the workers of a site who are present. */
  final double[] present;

  /** Whether a firm pays nothing. */
  final boolean[] frozen;

  private final Network network;

  Pressure(Network network) {
    this.network = network;
    kept = ones(network.arcs);
    closed = Arrays.copyOf(network.closed, network.arcs);
    longer = new int[network.arcs];
    late = new int[network.arcs];
    passing = ones(network.nodes);
    silent = new boolean[network.nodes];
    demandFactor = ones(network.demands());
    stockKept = ones(network.nodes);
    wayKept = ones(network.arcs);
    still = new boolean[network.arcs];
    unreceived = new boolean[network.arcs];
    good = ones(network.arcs);
    price = ones(network.links);
    tariff = new double[network.links];
    frozen = new boolean[network.chain.firms().count()];
    present = ones(network.chain.sites().count());
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Adds a disruption of the given strength, above 0 and at most 1. */
  void add(Disruption disruption, Reach reach, double strength, boolean firstDay) {
    switch (disruption) {
      case Disruption.CapacityLoss loss -> weaken(reach, 1 - loss.lost().value() * strength);
      case Disruption.LinkClosure closure -> close(reach);
      case Disruption.DemandChange change -> demand(reach, 1 + (change.factor() - 1) * strength);
      case Disruption.Delay delay ->
          delay(reach, Math.toIntExact(Math.round(delay.longer().value() * strength)));
      case Disruption.InformationDelay delay -> {
        for (int link = 0; link < network.links; link++) {
          late[link] += reach.into(link) ? Math.toIntExact(Math.round(delay.late().value())) : 0;
        }
      }
      case Disruption.StockLoss loss -> {
        if (firstDay) {
          destroy(reach, 1 - loss.lost().value());
        }
      }
      case Disruption.OrderPause pause -> silence(reach);
      case Disruption.ShipmentPause pause -> mark(reach, closed);
      case Disruption.TransitPause pause -> mark(reach, still);
      case Disruption.ReceiptPause pause -> mark(reach, unreceived);
      case Disruption.ExportControl control -> control(reach);
      case Disruption.YieldLoss loss -> spoil(reach, 1 - loss.lost().value() * strength);
      case Disruption.PriceChange change -> {
        for (int link = 0; link < network.links; link++) {
          price[link] *= reach.link(link) ? 1 + (change.factor() - 1) * strength : 1;
        }
      }
      case Disruption.Insolvency insolvency -> fail(reach);
      case Disruption.Absence absence -> keepAway(reach, 1 - absence.absent().value() * strength);
      case Disruption.TariffRise rise -> {
        for (int link = 0; link < network.links; link++) {
          tariff[link] += reach.link(link) ? rise.rate() * strength : 0;
        }
      }
    }
  }

  /** Share of the day that the line of each site in detail is open. */
  double[] open() {
    double[] open = new double[network.lineSites.size()];
    for (int place = 0; place < open.length; place++) {
      open[place] = network.lineSites.get(place).open(this);
    }
    return open;
  }

  /** Whether nothing at all is pressed. */
  boolean isStill() {
    Pressure calm = new Pressure(network);
    return Arrays.equals(kept, calm.kept)
        && Arrays.equals(closed, calm.closed)
        && Arrays.equals(longer, calm.longer)
        && Arrays.equals(late, calm.late)
        && Arrays.equals(passing, calm.passing)
        && Arrays.equals(silent, calm.silent)
        && Arrays.equals(demandFactor, calm.demandFactor)
        && Arrays.equals(stockKept, calm.stockKept)
        && Arrays.equals(wayKept, calm.wayKept)
        && Arrays.equals(still, calm.still)
        && Arrays.equals(unreceived, calm.unreceived)
        && Arrays.equals(good, calm.good)
        && Arrays.equals(present, calm.present)
        && Arrays.equals(frozen, calm.frozen)
        && Arrays.equals(price, calm.price)
        && Arrays.equals(tariff, calm.tariff);
  }

  /** Whether prices or tariffs are all that changes, on links none of which states a price. */
  boolean pricesAlone(Landed landed) {
    boolean any = false;
    for (int link = 0; link < network.links; link++) {
      boolean changes = price[link] != 1 || tariff[link] != 0;
      if (changes && landed.known(link)) {
        return false;
      }
      any |= changes;
    }
    return any;
  }

  /** Lets the workers who are present tell on the capacities; once, after all that is added. */
  Pressure settled() {
    People people = network.people;
    for (int arc = network.links; arc < network.arcs; arc++) {
      int site = network.site[network.head[arc]];
      kept[arc] *= people.keptOf(arc, site, present[site]);
    }
    for (int node = 0; node < network.nodes; node++) {
      if (network.passes[node]) {
        passing[node] *= people.keptAt(network.site[node], present[network.site[node]]);
      }
    }
    return this;
  }

  /**
   * Share of its usual capacity that an arc keeps, of machines or of workers, whichever is less.
   */
  double working(int arc) {
    if (network.isLink(arc)) {
      return kept[arc];
    }
    int site = network.site[network.head[arc]];
    return Math.min(kept[arc], network.people.covered(arc, site, present[site]));
  }

  private void fail(Reach reach) {
    weaken(reach, 0);
    close(reach);
    for (int site = 0; site < present.length; site++) {
      frozen[network.chain.sites().firm(site)] |= reach.siteRow(site);
    }
  }

  private void keepAway(Reach reach, double share) {
    for (int site = 0; site < present.length; site++) {
      present[site] *= reach.siteRow(site) ? share : 1;
    }
    for (int link = 0; link < network.links; link++) {
      kept[link] *= reach.via(link) ? share : 1;
    }
  }

  /** Marks the arcs that bring goods to the target, or are it. */
  private void mark(Reach reach, boolean[] arcs) {
    for (int arc = 0; arc < network.arcs; arc++) {
      arcs[arc] |= reach.into(arc);
    }
  }

  private void control(Reach reach) {
    for (int link = 0; link < network.links; link++) {
      closed[link] |= reach.leaves(link);
    }
  }

  private void spoil(Reach reach, double factor) {
    for (int arc = 0; arc < network.arcs; arc++) {
      boolean hit = network.isLink(arc) ? reach.isLink(arc) : reach.recipe(arc);
      good[arc] *= hit ? factor : 1;
    }
  }

  private void weaken(Reach reach, double factor) {
    for (int arc = 0; arc < network.arcs; arc++) {
      boolean hit = network.isLink(arc) ? reach.isLink(arc) || reach.via(arc) : reach.recipe(arc);
      kept[arc] *= hit ? factor : 1;
    }
    for (int node = 0; node < network.nodes; node++) {
      if (network.passes[node] && reach.site(node)) {
        passing[node] *= factor;
      }
    }
  }

  private void close(Reach reach) {
    for (int link = 0; link < network.links; link++) {
      closed[link] |= reach.link(link);
    }
  }

  private void demand(Reach reach, double factor) {
    for (int demand = 0; demand < demandFactor.length; demand++) {
      demandFactor[demand] *= reach.demand(demand) ? factor : 1;
    }
  }

  private void delay(Reach reach, int days) {
    for (int link = 0; link < network.links; link++) {
      longer[link] += reach.link(link) ? days : 0;
    }
  }

  private void destroy(Reach reach, double factor) {
    for (int node = 0; node < network.nodes; node++) {
      stockKept[node] *= reach.node(node) ? factor : 1;
    }
    for (int link = 0; link < network.links; link++) {
      wayKept[link] *= reach.isLink(link) ? factor : 1;
    }
  }

  private void silence(Reach reach) {
    for (int node = 0; node < network.nodes; node++) {
      silent[node] |= reach.orders(node);
    }
  }
}
