package tenon.twin.site;

import java.util.BitSet;
import tenon.model.Chain;
import tenon.model.Dependencies;
import tenon.model.Disruption.Target;
import tenon.model.Keys;
import tenon.model.Resource;

/**
 * What a target reaches: sites and products, links, demands, or the recipes and sites that depend
 * on a technology. A region reaches the sites in it and in the regions within it.
 */
final class Reach {
  private final Network network;
  private final Target target;
  private final BitSet sites = new BitSet();
  private final BitSet recipes = new BitSet();
  private int product = -1;
  private final BitSet links = new BitSet();
  private final BitSet demands = new BitSet();

  /**
   * Resolves a target.
   *
   * @throws IllegalArgumentException if the chain knows no such id
   */
  Reach(Network network, Target target) {
    this.network = network;
    this.target = target;
    Chain chain = network.chain;
    switch (target.kind()) {
      case SITE -> sites.set(row(chain.sites().keys()));
      case FIRM -> sitesOfFirm(row(chain.firms().keys()));
      case REGION -> sitesInRegion(row(chain.regions().keys()));
      case PRODUCT -> product = row(chain.products().keys());
      case LINK -> links.set(row(chain.links().keys()));
      case TECHNOLOGY, VENDOR, TECHNOLOGY_KIND, TECHNOLOGY_JURISDICTION ->
          dependents(chain.dependencies());
      case LANE -> lane(chain);
      case MODE -> linksOfMode(chain);
      case JURISDICTION -> sitesUnder(chain);
      case MARKET -> demandsOf(chain);
      case SITE_KIND -> sitesOfKind(chain);
    }
  }

  /** What a single row of the dependencies reaches. */
  Reach(Network network, Target target, int dependency) {
    this.network = network;
    this.target = target;
    depends(dependency);
  }

  /**
   * Adds what another reaches, unless both reach the same.
   *
   * @return whether it was added
   */
  boolean join(Reach other) {
    if (sites.intersects(other.sites) || recipes.intersects(other.recipes)) {
      return false;
    }
    sites.or(other.sites);
    recipes.or(other.recipes);
    return true;
  }

  /**
   * Whether a recipe, or an assumed source, stops: it stands at the target, makes it or needs it.
   */
  boolean recipe(int arc) {
    int recipe = arc - network.links;
    return sites.get(network.site[network.head[arc]])
        || product == network.product[network.head[arc]]
        || (recipe < network.chain.recipes().count() && recipes.get(recipe));
  }

  /** Whether a link is the target itself, carries it, or starts, ends or passes at it. */
  boolean link(int arc) {
    int via = network.chain.links().via(arc);
    return links.get(arc)
        || product == network.product[network.head[arc]]
        || sites.get(network.site[network.head[arc]])
        || sites.get(network.site[network.tail[arc]])
        || (via >= 0 && sites.get(via));
  }

  boolean isLink(int arc) {
    return links.get(arc);
  }

  /** Whether an arc brings goods to the target, or is it. */
  boolean into(int arc) {
    return (network.isLink(arc) && links.get(arc)) || node(network.head[arc]);
  }

  /** Whether a link leads from within the target out of it. */
  boolean leaves(int arc) {
    boolean within = sites.get(network.site[network.tail[arc]]);
    return (within && !sites.get(network.site[network.head[arc]]))
        || links.get(arc)
        || product == network.product[network.head[arc]];
  }

  /** Whether a demand arises at the target, or is of it. */
  boolean demand(int demand) {
    return demands.get(demand) || node(network.demandNode[demand]);
  }

  /** Whether a link passes the target on its way. */
  boolean via(int arc) {
    int via = network.chain.links().via(arc);
    return via >= 0 && sites.get(via);
  }

  /** Whether a node stands at the target. */
  boolean site(int node) {
    return sites.get(network.site[node]);
  }

  /** Whether a site is, or stands in, the target. */
  boolean siteRow(int row) {
    return sites.get(row);
  }

  /** Whether a node stands at the target, or is of it. */
  boolean node(int node) {
    return site(node) || product == network.product[node];
  }

  /** Whether a node's own orders are placed over the target, or at it. */
  boolean orders(int node) {
    return node(node) || links.stream().anyMatch(link -> network.head[link] == node);
  }

  private int row(Keys keys) {
    int row = keys.id(target.id());
    if (row < 0) {
      throw unknown(target);
    }
    return row;
  }

  static IllegalArgumentException unknown(Target target) {
    return new IllegalArgumentException(
        "the chain knows no " + target.kind() + " \"" + target.id() + "\"");
  }

  private void lane(Chain chain) {
    for (int link = 0; link < chain.links().count(); link++) {
      String lane =
          chain.sites().keys().key(chain.links().supplier(link))
              + ">"
              + chain.sites().keys().key(chain.links().customer(link));
      links.set(link, lane.equals(target.id()));
    }
    refuse(links);
  }

  private void linksOfMode(Chain chain) {
    for (int link = 0; link < chain.links().count(); link++) {
      links.set(link, target.id().equals(chain.links().mode(link)));
    }
    refuse(links);
  }

  private void sitesUnder(Chain chain) {
    boolean known = false;
    for (int region = 0; region < chain.regions().count(); region++) {
      if (target.id().equals(chain.table(Resource.REGIONS).text("jurisdiction", region))) {
        sitesInRegion(region);
        known = true;
      }
    }
    if (!known) {
      throw unknown(target);
    }
  }

  private void demandsOf(Chain chain) {
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      demands.set(demand, target.id().equals(chain.table(Resource.DEMAND).text("market", demand)));
    }
    refuse(demands);
  }

  /** A kind of site that the chain has none of is known and reaches nothing. */
  private void sitesOfKind(Chain chain) {
    for (int site = 0; site < chain.sites().count(); site++) {
      sites.set(site, target.id().equals(chain.sites().kind(site)));
    }
  }

  private void refuse(BitSet found) {
    if (found.isEmpty()) {
      throw unknown(target);
    }
  }

  private void sitesOfFirm(int firm) {
    for (int site = 0; site < network.chain.sites().count(); site++) {
      if (network.chain.sites().firm(site) == firm) {
        sites.set(site);
      }
    }
  }

  private void sitesInRegion(int region) {
    BitSet within = new BitSet();
    within.set(region);
    int found = 0;
    while (found < within.cardinality()) {
      found = within.cardinality();
      for (int other = 0; other < network.chain.regions().count(); other++) {
        int parent = network.chain.regions().parent(other);
        if (parent >= 0 && within.get(parent)) {
          within.set(other);
        }
      }
    }
    for (int site = 0; site < network.chain.sites().count(); site++) {
      int at = network.chain.sites().region(site);
      if (at >= 0 && within.get(at)) {
        sites.set(site);
      }
    }
  }

  private void dependents(Dependencies dependencies) {
    boolean known = false;
    for (int row = 0; row < dependencies.count(); row++) {
      if (dependencies.isMeant(row, target)) {
        known = true;
        if (dependencies.lostShare(row) > 0) {
          depends(row);
        }
      }
    }
    if (!known) {
      throw unknown(target);
    }
  }

  private void depends(int row) {
    Dependencies dependencies = network.chain.dependencies();
    if (dependencies.recipe(row) >= 0) {
      recipes.set(dependencies.recipe(row));
    } else if (dependencies.site(row) >= 0) {
      sites.set(dependencies.site(row));
    } else if (dependencies.firm(row) >= 0) {
      sitesOfFirm(dependencies.firm(row));
    }
  }
}
