package tenon.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;

/**
 * The sites that a recipe asks for.
 *
 * @param siteIds their keys in the order of the chain, or null for all
 * @param faults names in the recipe that the chain does not have; the selection is void then
 */
record Selection(@Nullable List<String> siteIds, List<Finding> faults) {

  static Selection of(Chain chain, ExposureRecipe recipe) {
    if (recipe.roles().isEmpty() && recipe.siteIds().isEmpty()) {
      return new Selection(null, List.of());
    }
    List<Finding> faults = new ArrayList<>();
    unknownRoles(chain, recipe, faults);
    unknownSites(chain, recipe, faults);
    List<String> chosen = chosen(chain, recipe);
    if (faults.isEmpty() && chosen.isEmpty()) {
      faults.add(Refusal.of("nothing-selected", "sites.csv", null));
    }
    return new Selection(chosen, List.copyOf(faults));
  }

  private static List<String> chosen(Chain chain, ExposureRecipe recipe) {
    List<String> chosen = new ArrayList<>();
    for (int site = 0; site < chain.sites().count(); site++) {
      String key = chain.sites().keys().key(site);
      String role = chain.firms().role(chain.sites().firm(site));
      boolean inRole = recipe.roles().isEmpty() || (role != null && recipe.roles().contains(role));
      if (inRole && (recipe.siteIds().isEmpty() || recipe.siteIds().contains(key))) {
        chosen.add(key);
      }
    }
    return List.copyOf(chosen);
  }

  private static void unknownRoles(Chain chain, ExposureRecipe recipe, List<Finding> faults) {
    TreeSet<String> known = new TreeSet<>();
    for (int firm = 0; firm < chain.firms().count(); firm++) {
      String role = chain.firms().role(firm);
      if (role != null) {
        known.add(role);
      }
    }
    for (String role : recipe.roles()) {
      if (!known.contains(role)) {
        faults.add(Refusal.of("unknown-role", "firms.csv", role, String.join(", ", known)));
      }
    }
  }

  private static void unknownSites(Chain chain, ExposureRecipe recipe, List<Finding> faults) {
    for (String id : recipe.siteIds()) {
      if (chain.sites().keys().id(id) < 0) {
        faults.add(Refusal.of("unknown-site", "sites.csv", id));
      }
    }
  }
}
