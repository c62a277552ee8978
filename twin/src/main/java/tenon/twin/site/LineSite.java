package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Resource;
import tenon.model.node.SiteNode;

/**
 * A site whose work a line of machines does: what it makes; at a site without recipes what it hands
 * over; at one that hands nothing over what passes it on the way. Entries are its arcs or its
 * stocks, never both.
 */
final class LineSite {
  /** Jobs a day of which a run has to be warned. */
  private static final double MANY = 20_000;

  final SiteNode node;

  /** Row of the site. */
  final int at;

  /** Recipes at the site, or links that pass it. */
  final int[] arcs;

  /** Stocks that the site hands over. */
  final int[] stocks;

  /** By entry: stable name, what the line takes it for, units in a lot. */
  final String[] keys;

  final int[] kinds;
  final double[] lots;

  /** By arc: whether some of what it takes may come within the day. */
  final boolean[] fedToday;

  private LineSite(NetworkBuilder network, SiteNode node, int[] arcs, int[] stocks) {
    this.node = node;
    at = network.chain.sites().keys().id(node.site());
    this.arcs = arcs;
    this.stocks = stocks;
    int entries = arcs.length + stocks.length;
    keys = new String[entries];
    kinds = new int[entries];
    lots = new double[entries];
    for (int entry = 0; entry < entries; entry++) {
      boolean arc = entry < arcs.length;
      int head = arc ? network.head[arcs[entry]] : stocks[entry - arcs.length];
      String product = network.chain.products().keys().key(network.product[head]);
      keys[entry] = arc ? name(network, arcs[entry]) : product;
      kinds[entry] = Math.max(0, node.kind(product));
      lots[entry] = node.lot(product);
    }
    fedToday = new boolean[arcs.length];
  }

  private static String name(NetworkBuilder network, int arc) {
    Chain chain = network.chain;
    int recipe = arc - chain.links().count();
    return recipe < 0 ? chain.links().keys().key(arc) : chain.recipes().keys().key(recipe);
  }

  /** The sites in detail of a chain. */
  static List<LineSite> of(NetworkBuilder network) {
    Chain chain = network.chain;
    List<LineSite> sites = new ArrayList<>();
    for (SiteNode node : chain.nodes()) {
      int site = chain.sites().keys().id(node.site());
      List<Integer> made = new ArrayList<>();
      for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
        if (chain.recipes().site(recipe) == site) {
          made.add(chain.links().count() + recipe);
        }
      }
      List<Integer> stocks = new ArrayList<>();
      if (made.isEmpty()) {
        for (int at = 0; at < network.site.length; at++) {
          boolean handed = network.out[at].length > 0 || network.demandsAt[at].length > 0;
          if (network.site[at] == site && handed) {
            stocks.add(at);
          }
        }
      }
      boolean passes = made.isEmpty() && stocks.isEmpty();
      for (int link = 0; link < chain.links().count(); link++) {
        if (passes && chain.links().via(link) == site) {
          made.add(link);
        }
      }
      sites.add(new LineSite(network, node, ints(made), ints(stocks)));
    }
    return sites;
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Units of an entry that the line could do on a whole day if it did nothing else. */
  double most(int entry) {
    return node.spec().limit(node.spec().bottleneck()) * node.day() * lots[entry];
  }

  /** Share of the day that the line is open: the largest that any of its entries keeps. */
  double open(Pressure pressure) {
    double share = 0;
    for (int arc : arcs) {
      share = Math.max(share, pressure.kept[arc]);
    }
    for (int stock : stocks) {
      share = Math.max(share, pressure.passing[stock]);
    }
    return share;
  }

  /** Tells where the line cannot keep up with the usual flow, or has very many jobs to do. */
  void judge(NetworkBuilder network) {
    double usual = 0;
    for (int nth = 0; nth < arcs.length; nth++) {
      usual += network.share[arcs[nth]] * network.use[network.head[arcs[nth]]] / lots[nth];
    }
    for (int nth = 0; nth < stocks.length; nth++) {
      usual += network.use[stocks[nth]] / lots[nth];
    }
    double most = node.spec().limit(node.spec().bottleneck()) * node.day();
    String shown = Blanks.number(usual);
    if (usual > most) {
      network.blanks.doubt("node-short", Resource.SITES, null, node.site(), shown);
    }
    if (usual > MANY) {
      network.blanks.doubt("node-busy", Resource.SITES, null, node.site(), shown);
    }
  }

  /** Learns which arcs may be fed within the day. */
  void settle(Network network) {
    for (int nth = 0; nth < arcs.length; nth++) {
      int arc = arcs[nth];
      if (network.isLink(arc)) {
        fedToday[nth] = fed(network, network.tail[arc]);
      }
      for (int[] group : network.groups[arc]) {
        for (int input : group) {
          fedToday[nth] |= fed(network, network.inputNode[input]);
        }
      }
    }
  }

  private static boolean fed(Network network, int stock) {
    for (int arc : network.into[stock]) {
      if (network.sameDay(arc) || network.drawn(arc)) {
        return true;
      }
    }
    return false;
  }
}
