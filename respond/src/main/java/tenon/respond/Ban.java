package tenon.respond;

import java.util.HashSet;
import java.util.Set;
import tenon.model.Chain;
import tenon.twin.site.Rules;

/**
 * From where nothing may be shipped: a ban of regions (with all below them), firms and sites. It
 * closes the links that leave any of their sites; what they make for themselves goes on.
 *
 * @param ids keys of regions, firms and sites
 * @param except keys of firms and sites that may ship all the same
 */
public record Ban(Set<String> ids, Set<String> except) {
  /** Nothing is banned. */
  public static final Ban NONE = new Ban(Set.of(), Set.of());

  public Ban {
    ids = Set.copyOf(ids);
    except = Set.copyOf(except);
  }

  /** Whether each link of a chain is closed. */
  boolean[] links(Rules rules) {
    boolean[] banned = new boolean[rules.links()];
    if (ids.isEmpty()) {
      return banned;
    }
    Chain chain = rules.chain();
    Set<Integer> regions = regions(chain);
    for (int link = 0; link < banned.length; link++) {
      int site = chain.links().supplier(link);
      boolean hit = names(ids, chain, site) || regions.contains(chain.sites().region(site));
      banned[link] = hit && !names(except, chain, site);
    }
    return banned;
  }

  private static boolean names(Set<String> ids, Chain chain, int site) {
    int firm = chain.sites().firm(site);
    return ids.contains(chain.sites().keys().key(site))
        || (firm >= 0 && ids.contains(chain.firms().keys().key(firm)));
  }

  /** The named regions and all below them. */
  private Set<Integer> regions(Chain chain) {
    Set<Integer> regions = new HashSet<>();
    for (int region = 0; region < chain.regions().count(); region++) {
      if (ids.contains(chain.regions().keys().key(region))) {
        regions.add(region);
      }
    }
    boolean grown = !regions.isEmpty();
    while (grown) {
      grown = false;
      for (int region = 0; region < chain.regions().count(); region++) {
        grown |= regions.contains(chain.regions().parent(region)) && regions.add(region);
      }
    }
    return regions;
  }
}
