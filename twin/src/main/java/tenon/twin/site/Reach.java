package tenon.twin.site;

import java.util.BitSet;
import java.util.Objects;
import tenon.model.Chain;
import tenon.model.Dependencies;
import tenon.model.Disruption.Target;
import tenon.model.Keys;

/**
 * What a target reaches: sites and products, or one link, or the recipes and sites that depend on a
 * technology. A region reaches the sites in it and in the regions within it.
 */
final class Reach {
  private final Network network;
  private final Target target;
  private final BitSet sites = new BitSet();
  private final BitSet recipes = new BitSet();
  private int product = -1;
  private int link = -1;

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
      case LINK -> link = row(chain.links().keys());
      case TECHNOLOGY -> dependents(chain.dependencies());
    }
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
    return arc == link
        || product == network.product[network.head[arc]]
        || sites.get(network.site[network.head[arc]])
        || sites.get(network.site[network.tail[arc]])
        || (via >= 0 && sites.get(via));
  }

  boolean isLink(int arc) {
    return arc == link;
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

  /** Whether a node stands at the target, or is of it. */
  boolean node(int node) {
    return site(node) || product == network.product[node];
  }

  /** Whether a node's own orders are placed over the target, or at it. */
  boolean orders(int node) {
    return node(node) || (link >= 0 && network.head[link] == node);
  }

  private int row(Keys keys) {
    int row = keys.id(target.id());
    if (row < 0) {
      throw unknown();
    }
    return row;
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "the chain knows no " + target.kind() + " \"" + target.id() + "\"");
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
      if (!Objects.equals(dependencies.technology(row), target.id())) {
        continue;
      }
      known = true;
      if (!dependencies.essential(row)) {
        continue;
      }
      if (dependencies.recipe(row) >= 0) {
        recipes.set(dependencies.recipe(row));
      } else if (dependencies.site(row) >= 0) {
        sites.set(dependencies.site(row));
      }
    }
    if (!known) {
      throw unknown();
    }
  }
}
