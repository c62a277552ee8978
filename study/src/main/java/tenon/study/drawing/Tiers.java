package tenon.study.drawing;

import java.util.Arrays;
import tenon.model.Chain;
import tenon.model.Grouping;
import tenon.model.Links;

/**
 * Tier of each site: its longest distance, in active links, from a site without suppliers. Sites
 * that supply each other in a circle share a tier: they are one strongly connected component. So no
 * circle has to be broken, and the order of the links does not matter. O(sites + links).
 *
 * <p>Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2), 1972;
 * here with an explicit stack, since a chain may be longer than the stack of a thread.
 */
public final class Tiers {
  /** Tier of a site without any active link. */
  public static final int NONE = -1;

  private final Links links;
  private final Grouping out;
  private final int[] component;
  private final int[] order;
  private final int[] low;
  private final int[] nextLink;
  private final int[] open;
  private int opened;
  private int components;
  private int visited;

  private Tiers(int sites, Links links) {
    this.links = links;
    out =
        Grouping.of(links.count(), sites, link -> active(links, link) ? links.supplier(link) : -1);
    component = new int[sites];
    order = new int[sites];
    low = new int[sites];
    nextLink = new int[sites];
    open = new int[sites];
    Arrays.fill(component, -1);
    Arrays.fill(order, -1);
  }

  /** Whether goods move over the link now. */
  public static boolean active(Links links, int link) {
    return !links.standby(link)
        && !links.closed(link)
        && links.capacityPerDay(link) != 0
        && links.supplier(link) != links.customer(link);
  }

  /** Tier by site; {@link #NONE} where a site has no active link. */
  public static int[] of(Chain chain) {
    int sites = chain.sites().count();
    Tiers search = new Tiers(sites, chain.links());
    for (int site = 0; site < sites; site++) {
      if (search.order[site] < 0) {
        search.visit(site);
      }
    }
    return search.longest(sites);
  }

  private void visit(int root) {
    int[] path = new int[order.length];
    int depth = 0;
    path[0] = enter(root);
    while (depth >= 0) {
      int site = path[depth];
      if (nextLink[site] < out.size(site)) {
        int customer = links.customer(out.item(site, nextLink[site]++));
        if (order[customer] < 0) {
          path[++depth] = enter(customer);
        } else if (component[customer] < 0) {
          low[site] = Math.min(low[site], order[customer]);
        }
      } else {
        close(site);
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[site]);
        }
      }
    }
  }

  private int enter(int site) {
    order[site] = visited;
    low[site] = visited++;
    open[opened++] = site;
    return site;
  }

  private void close(int site) {
    if (low[site] == order[site]) {
      int member;
      do {
        member = open[--opened];
        component[member] = components;
      } while (member != site);
      components++;
    }
  }

  /**
   * Components are numbered customers first, so suppliers are done when they come last to first.
   */
  private int[] longest(int sites) {
    Grouping members = Grouping.of(sites, components, site -> component[site]);
    int[] tierOf = new int[components];
    boolean[] linked = new boolean[sites];
    for (int c = components - 1; c >= 0; c--) {
      for (int nth = 0; nth < members.size(c); nth++) {
        int site = members.item(c, nth);
        for (int l = 0; l < out.size(site); l++) {
          int customer = links.customer(out.item(site, l));
          linked[site] = true;
          linked[customer] = true;
          if (component[customer] != c) {
            tierOf[component[customer]] = Math.max(tierOf[component[customer]], tierOf[c] + 1);
          }
        }
      }
    }
    int[] tiers = new int[sites];
    for (int site = 0; site < sites; site++) {
      tiers[site] = linked[site] ? tierOf[component[site]] : NONE;
    }
    return tiers;
  }
}
